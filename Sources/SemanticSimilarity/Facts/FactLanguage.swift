/// A language whose facts a ``FactGuard`` reads.
public struct FactLanguage: Sendable, Hashable {
  /// The ISO 639-1 code: "en".
  public let code: String

  init(code: String) { self.code = code }

  /// English: every kind.
  public static let english = FactLanguage(code: "en")
  /// German: every kind but roles. Opposites, quantifiers and modality are read in their commonest words only, and of
  /// names those that are well known, since German writes every noun with a capital.
  public static let german = FactLanguage(code: "de")
  /// French: the kinds of German, with the names inside a sentence.
  public static let french = FactLanguage(code: "fr")
  /// Spanish: the kinds of French.
  public static let spanish = FactLanguage(code: "es")
  /// Italian: the kinds of French.
  public static let italian = FactLanguage(code: "it")
  /// Portuguese: the kinds of French.
  public static let portuguese = FactLanguage(code: "pt")

  /// All of them, English first.
  public static let allCases: [FactLanguage] = [.english, .german, .french, .spanish, .italian, .portuguese]

  /// The kinds that the guard compares in this language.
  public var coveredKinds: FactKinds {
    self == .english ? .all : FactKinds.all.subtracting([.roles])
  }

  /// The name in messages: "German".
  public var englishName: String {
    switch code {
    case "de": "German"
    case "fr": "French"
    case "es": "Spanish"
    case "it": "Italian"
    case "pt": "Portuguese"
    default: "English"
    }
  }

  /// The language whose little words stand most often in the text; nil for a language that is not covered.
  ///
  /// A text in Latin letters without any such word ("30 days", "Yes.") counts as English.
  static func detected(in tokens: [FactToken]) -> FactLanguage? {
    var counts: [String: Int] = [:]
    var others = 0
    var words = 0
    for token in tokens.prefix(4096) where token.kind == .word {
      words += 1
      if let first = token.text.unicodeScalars.first, first.value > 0x24F { others += 1 }
      for code in littleWords[token.text] ?? [] { counts[code, default: 0] += 1 }
    }
    if others * 2 > words { return nil }
    var best = english.code
    for code in languageOrder where counts[code, default: 0] > counts[best, default: 0] { best = code }
    return allCases.first { $0.code == best }
  }

  private static let languageOrder = littleWordsByLanguage.map(\.0)

  private static let littleWords: [String: [String]] = {
    var table: [String: [String]] = [:]
    for (code, words) in littleWordsByLanguage {
      for word in words.split(separator: " ") { table[String(word), default: []].append(code) }
    }
    return table
  }()

  /// The last ones are languages that are not covered, so that they are not taken for one that is.
  private static let littleWordsByLanguage: [(String, String)] = [
    (
      "en",
      "a an but some several up out no so do there their while near through man woman people the of and to is in that it was for on are with as be at by this from or have an not you we your our will can they has were their which after before within until all if when its his her about who been would any more than my i he she"
    ),
    (
      "de",
      "der die das und ist in den von zu mit sich des auf fur nicht ein eine einen einem einer dem als auch es an werden aus er hat dass sie nach wird bei sind um am wir ihr ihre im oder kann konnen innerhalb uber bis vor zum zur war wurde haben ich kein keine nur"
    ),
    (
      "fr",
      "le la elles leur les de des et est en un une du dans que qui pour pas sur au aux avec il elle ne ce cette son sa ses par plus sont ou vous nous votre vos notre sous l d n qu s ete doit peut peuvent jours apres avant tout"
    ),
    (
      "es",
      "deben debe personas cuando el la los las de del y es en un una que por para con no se su al lo como mas o fue ha son este esta sus pero le ya tiene puede pueden usted dias despues antes todo hay muy nuestro"
    ),
    (
      "it",
      "il lo la gli le di del della dei delle e un una che per con non si su al alla come piu o sono ha suo sua nel nella da dal dalla questo anche puo possono giorni dopo prima entro nostro ogni l d"
    ),
    (
      "pt",
      "o a os as de do da dos das e um uma que em no na nos nas por para com nao se seu sua ao como mais ou foi tem sao este esta pelo pela voce pode podem dias depois antes nosso ate muito"
    ),
    (
      "nl",
      "de het een van en is in dat op te zijn niet met voor die aan er ook als maar bij wordt naar om uit hij ze je wij uw binnen dagen geen"
    ),
    ("sv", "och att det som en ett ar pa av for med inte den till har de om ett vi kan inom dagar efter ni"),
    ("da", "og at det som en et er pa af for med ikke den til har de om vi kan inden dage efter du"),
    ("pl", "i w na z do nie sie jest to ze o jak po co od za przez dla ale czy tylko dni oraz moze"),
    ("cs", "v na je se z do ze to s o za jako po pro ale dnu jsou byl pri"),
    ("tr", "ve bir bu da de icin ile olarak cok daha gun sonra kadar degil var"),
    ("fi", "ja ei se etta oli han mutta joka ovat kuin myos paivaa"),
    ("ro", "si de la in cu pe nu este un o care sa din pentru mai zile sunt ca al"),
    ("hu", "az es hogy nem is egy van volt meg csak nap mint ez"),
  ]
}
