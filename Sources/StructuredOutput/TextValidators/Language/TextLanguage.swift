/// A language that ``LanguageDetection`` tells from others.
public struct TextLanguage: Sendable, Hashable, CustomStringConvertible {
  /// The primary subtag of BCP 47: `de`.
  public let code: String
  /// The name in English: `German`.
  public let name: String

  /// The language of a tag of BCP 47, of which only the primary subtag counts: `de`, `pt-BR`, `zh_Hant`.
  ///
  /// Nil for a language that is not told from others. `nb`, `nn` and `no` are all Norwegian, `bs` is Croatian.
  public init?(code: String) {
    let subtag = code.prefix { $0 != "-" && $0 != "_" }.lowercased()
    let primary = Self.otherCodes[subtag] ?? subtag
    guard let language = Self.all.first(where: { $0.code == primary }) else { return nil }
    self = language
  }

  private init(_ code: String, _ name: String) {
    self.code = code
    self.name = name
  }

  /// The name.
  public var description: String { name }

  private static let otherCodes = ["nb": "no", "nn": "no", "in": "id", "iw": "he", "bs": "hr"]

  /// Arabic.
  public static let arabic = TextLanguage("ar", "Arabic")
  /// Bengali.
  public static let bengali = TextLanguage("bn", "Bengali")
  /// Bulgarian.
  public static let bulgarian = TextLanguage("bg", "Bulgarian")
  /// Catalan.
  public static let catalan = TextLanguage("ca", "Catalan")
  /// Chinese, in simplified or traditional characters.
  public static let chinese = TextLanguage("zh", "Chinese")
  /// Croatian; Bosnian, and Serbian in Latin letters, are taken for it.
  public static let croatian = TextLanguage("hr", "Croatian")
  /// Czech.
  public static let czech = TextLanguage("cs", "Czech")
  /// Danish.
  public static let danish = TextLanguage("da", "Danish")
  /// Dutch; Afrikaans is taken for it.
  public static let dutch = TextLanguage("nl", "Dutch")
  /// English.
  public static let english = TextLanguage("en", "English")
  /// Estonian.
  public static let estonian = TextLanguage("et", "Estonian")
  /// Finnish.
  public static let finnish = TextLanguage("fi", "Finnish")
  /// French.
  public static let french = TextLanguage("fr", "French")
  /// German.
  public static let german = TextLanguage("de", "German")
  /// Greek.
  public static let greek = TextLanguage("el", "Greek")
  /// Hebrew.
  public static let hebrew = TextLanguage("he", "Hebrew")
  /// Hindi; other languages in Devanagari, such as Marathi and Nepali, are taken for it.
  public static let hindi = TextLanguage("hi", "Hindi")
  /// Hungarian.
  public static let hungarian = TextLanguage("hu", "Hungarian")
  /// Indonesian; Malay is taken for it.
  public static let indonesian = TextLanguage("id", "Indonesian")
  /// Italian.
  public static let italian = TextLanguage("it", "Italian")
  /// Japanese.
  public static let japanese = TextLanguage("ja", "Japanese")
  /// Korean.
  public static let korean = TextLanguage("ko", "Korean")
  /// Latvian.
  public static let latvian = TextLanguage("lv", "Latvian")
  /// Lithuanian.
  public static let lithuanian = TextLanguage("lt", "Lithuanian")
  /// Macedonian.
  public static let macedonian = TextLanguage("mk", "Macedonian")
  /// Norwegian, above all Bokmål.
  public static let norwegian = TextLanguage("no", "Norwegian")
  /// Persian.
  public static let persian = TextLanguage("fa", "Persian")
  /// Polish.
  public static let polish = TextLanguage("pl", "Polish")
  /// Portuguese; Galician is taken for it.
  public static let portuguese = TextLanguage("pt", "Portuguese")
  /// Romanian.
  public static let romanian = TextLanguage("ro", "Romanian")
  /// Russian.
  public static let russian = TextLanguage("ru", "Russian")
  /// Serbian in Cyrillic letters.
  public static let serbian = TextLanguage("sr", "Serbian")
  /// Slovak.
  public static let slovak = TextLanguage("sk", "Slovak")
  /// Slovenian.
  public static let slovenian = TextLanguage("sl", "Slovenian")
  /// Spanish.
  public static let spanish = TextLanguage("es", "Spanish")
  /// Swedish.
  public static let swedish = TextLanguage("sv", "Swedish")
  /// Tamil.
  public static let tamil = TextLanguage("ta", "Tamil")
  /// Thai.
  public static let thai = TextLanguage("th", "Thai")
  /// Turkish.
  public static let turkish = TextLanguage("tr", "Turkish")
  /// Ukrainian.
  public static let ukrainian = TextLanguage("uk", "Ukrainian")
  /// Urdu.
  public static let urdu = TextLanguage("ur", "Urdu")
  /// Vietnamese.
  public static let vietnamese = TextLanguage("vi", "Vietnamese")

  /// All languages that are told from each other, by name.
  public static let all: [TextLanguage] = [
    .arabic, .bengali, .bulgarian, .catalan, .chinese, .croatian, .czech, .danish, .dutch, .english, .estonian,
    .finnish, .french, .german, .greek, .hebrew, .hindi, .hungarian, .indonesian, .italian, .japanese, .korean,
    .latvian, .lithuanian, .macedonian, .norwegian, .persian, .polish, .portuguese, .romanian, .russian, .serbian,
    .slovak, .slovenian, .spanish, .swedish, .tamil, .thai, .turkish, .ukrainian, .urdu, .vietnamese,
  ]
}
