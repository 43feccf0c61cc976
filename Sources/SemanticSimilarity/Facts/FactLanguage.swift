/// A language whose facts a ``FactGuard`` reads.
public struct FactLanguage: Sendable, Hashable {
  /// The ISO 639-1 code: "en".
  public let code: String

  init(code: String) { self.code = code }

  /// English: every kind.
  public static let english = FactLanguage(code: "en")
  /// German: every kind but roles. Opposites, quantifiers and modality are read in their commonest words, more of them
  /// where the sentences are alike; of names those that are well known or that stand in each other's place without an
  /// article, since German writes every noun with a capital.
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
    for token in tokens.prefix(4096) {
      if token.text == "¿" || token.text == "¡" { counts["es", default: 0] += 12 }
      guard token.kind == .word else { continue }
      words += 1
      if let first = token.text.unicodeScalars.first, first.value > 0x24F { others += 1 }
      // A word of several languages says little of each.
      let codes = littleWords[token.text] ?? []
      for code in codes { counts[code, default: 0] += 12 / codes.count }
      if words <= 60, codes.isEmpty, token.text.utf8.count > 3 {
        for language in allCases where !ExclusiveWords.places(of: token.text, in: language).isEmpty {
          counts[language.code, default: 0] += 4
        }
      }
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
      for word in Set(words.split(separator: " ")) { table[String(word), default: []].append(code) }
    }
    return table
  }()

  /// The last ones are languages that are not covered, so that they are not taken for one that is.
  private static let littleWordsByLanguage: [(String, String)] = [
    (
      "en",
      "a an but some several up out no so do there their while near through man woman people the of and to is in that it was for on are with as be at by this from or have not you we your our will can they has were which after before within until all if when its his her about who been would any more than my i he she these those here what how him me us them then very two three four five six seven eight nine ten first one each every only even also just like into onto over under between because being did does had could should may must might cannot girl boy dog year years day new please yes order"
    ),
    (
      "de",
      "der die das und ist in den von zu mit sich des auf fur nicht ein eine einen einem einer dem als auch es an werden aus er hat dass sie nach wird bei sind um am wir ihr ihre im oder kann konnen innerhalb uber bis vor zum zur war wurde haben ich kein keine nur aber wenn weil mir mich dir dich ihm ihn uns man durch gegen ohne unter zwischen vom beim ins zwei drei vier funf sechs sieben acht neun zehn sehr mehr noch schon hier dort alles was wer wie wo welche dieser diese dieses jenem jener mann frau kind hund junge madchen stadt hatte hatten gibt muss mussen soll darf jetzt immer nie viele einige etwas nichts doch denn bitte tage wochen jahre monate uhr kostet alle sollte keinen sein seine wurden zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig hundert ende anfang"
    ),
    (
      "fr",
      "le la elles leur les de des et est en un une du dans que qui pour pas sur au aux avec il elle ne ce cette son sa ses par plus sont ou vous nous votre vos notre sous l d n qu s ete doit peut peuvent jours apres avant tout deux trois quatre cinq sept huit neuf dix vers entre chez donc car mais aussi si comme tres bien etait etaient fait faire leurs mes tes nos je tu ils on quand cet ces toujours jamais beaucoup peu homme femme chien enfant personne petit grande blanc rue ville pendant depuis jusqu sans contre tous toutes certains euros heures semaines ans mois prix coute vingt trente quarante cinquante soixante cent"
    ),
    (
      "es",
      "deben debe personas cuando el la los las de del y es en un una que por para con no se su al lo como mas o fue ha son este esta sus pero le ya tiene puede pueden usted dias despues antes todo hay muy nuestro unos unas dos tres cuatro cinco seis siete ocho nueve diez hacia entre sobre desde hasta donde quien porque aunque tambien ni otra otro otros mismo cada ano anos estan estaba era eran ser tener hacer hace fueron sera han habia mi tu ellos ellas gran mujer hombre nino nina perro persona pequeno blanco negro rojo calle ciudad cerca dentro mientras aqui ahora solo siempre nunca muchos poco todas algunas algunos cuesta euros horas semanas meses precio veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien lugares plazas"
    ),
    (
      "it",
      "il lo la gli le di del della dei delle e un una che per con non si su al alla come piu o sono ha suo sua nel nella da dal dalla questo anche puo possono giorni dopo prima entro nostro ogni l d degli dagli negli nei sui ai dai agli quando dove chi cui ma se perche molto molti poco pochi tutti tutto tutte due tre quattro cinque sei sette otto nove dieci stato stata era erano essere avere hanno fa mi ci loro noi lui lei altro altri fino nelle dalle uomo donna cane bambino persone ancora gia solo sempre mai forse alcuni euro ore settimane mesi anni prezzo costa i venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento"
    ),
    (
      "pt",
      "o a os as de do da dos das e um uma que em no na nos nas por para com nao se seu sua ao como mais ou foi tem sao este esta pelo pela voce pode podem dias depois antes nosso ate muito pelos pelas ele ela eles elas voces seus suas meu minha esse essa isso isto onde quando porque tambem muitos pouco todos tudo todas dois duas quatro cinco sete oito nove dez era eram foram ser ter tinha havia ainda ja so sempre nunca entre sobre desde sem contra homem mulher cao crianca pessoas ano anos alguns algumas custa euros horas semanas meses preco vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem lugares"
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
