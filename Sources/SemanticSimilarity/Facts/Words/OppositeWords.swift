/// Words that exclude each other: many of English, the commonest of other languages.
enum OppositeWords {
  struct Place: Sendable, Hashable {
    let group: Int
    let side: Int
    /// Whether the group has two sides, so that denying one says the other.
    let isPair: Bool
  }

  /// Where a word belongs.
  static func place(of word: String, in language: FactLanguage) -> Place? { places[language.code]?[word] }

  private static let places: [String: [String: Place]] = {
    var table: [String: [String: Place]] = [:]
    for (group, (language, line)) in groups.enumerated() {
      let sides = line.split(separator: "|")
      for (side, words) in sides.enumerated() {
        for word in words.split(separator: " ") {
          let forms = language == "en" ? forms(of: String(word)) : [String(word)]
          for form in forms where table[language]?[form] == nil {
            table[language, default: [:]][form] = Place(group: group, side: side, isPair: sides.count == 2)
          }
        }
      }
    }
    return table
  }()

  /// The word as a regular verb or noun bends it; forms that do not exist do no harm.
  private static func forms(of word: String) -> [String] {
    guard word.count > 3 else { return [word] }
    let root = word.hasSuffix("e") ? String(word.dropLast()) : word
    return [word, word + "s", root + "ed", root + "ing"]
  }

  /// How many sides a group has.
  static func sideCount(of group: Int) -> Int { groups[group].line.split(separator: "|").count }

  /// Whether a group puts one thing before another.
  static func isOrder(_ group: Int) -> Bool { orderGroups.contains { groups[group].line.hasPrefix($0) } }

  private static let orderGroups = ["before", "vor bevor", "avant", "antes", "prima"]

  /// Whether a group says when rather than what.
  static func isDate(_ group: Int) -> Bool { dateGroups.contains(where: { groups[group].line.hasPrefix($0) }) }

  private static let dateGroups = ["today", "ago", "heute", "aujourd", "hoy", "oggi", "hoje"]

  private static let groups: [(language: String, line: String)] = english.map { ("en", $0) } + others

  private static let others: [(language: String, line: String)] = [
    ("de", "heute | morgen | gestern"), ("de", "mehr | weniger"), ("de", "vor bevor vorher | nach nachdem nachher"),
    ("de", "uber oberhalb | unter unterhalb"),
    (
      "de",
      "steigen steigt stieg gestiegen stiegen erhoht zugenommen | sinken sinkt sank gesunken sanken gesenkt abgenommen"
    ),
    ("de", "besser bessere besseren | schlechter schlechtere schlechteren"),
    ("de", "beste besten bester bestes | schlechteste schlechtesten"),
    ("de", "gut gute guten guter gutes | schlecht schlechte schlechten schlechter schlechtes"),
    ("de", "hoch hohe hohen hoher | niedrig niedrige niedrigen niedriger tief"),
    ("de", "groß gross grosse grossen grosser grosses | klein kleine kleinen kleiner kleines"),
    ("de", "alt alte alten alter altes | jung junge jungen junger neu neue neuen neuer neues"),
    ("de", "lang lange langen langer | kurz kurze kurzen kurzer"),
    ("de", "offen geoffnet offnet | geschlossen schliesst"), ("de", "mit | ohne"),
    ("de", "erste ersten erster erstes | letzte letzten letzter letztes"), ("de", "norden nordlich | suden sudlich"),
    ("de", "osten ostlich | westen westlich"), ("de", "links | rechts"),
    ("de", "mann manner junge jungen | frau frauen madchen"), ("de", "innen drinnen | aussen draussen"),
    (
      "de",
      "rot rote roten roter rotes | blau blaue blauen blauer blaues | grun grune grunen gruner grunes | gelb gelbe gelben | schwarz schwarze schwarzen schwarzer | weiss weisse weissen weisser"
    ),
    ("fr", "aujourd | demain | hier"), ("fr", "plus | moins"), ("fr", "avant | apres"), ("fr", "dessus | dessous"),
    ("fr", "augmente augmenter augmentation hausse augmentent | diminue diminuer diminution baisse diminuent"),
    ("fr", "meilleur meilleure meilleurs meilleures mieux | pire pires"),
    ("fr", "bon bonne bons bonnes | mauvais mauvaise mauvaises"),
    ("fr", "grand grande grands grandes | petit petite petits petites"), ("fr", "premier premiere | dernier derniere"),
    ("fr", "ouvert ouverte ouvre | ferme fermee"), ("fr", "avec | sans"), ("fr", "nord | sud"),
    ("fr", "gauche | droite"), ("fr", "homme hommes garcon garcons | femme femmes fille filles"),
    (
      "fr",
      "rouge rouges | bleu bleue bleus | vert verte verts | jaune jaunes | noir noire noirs | blanc blanche blancs"
    ), ("fr", "haut haute | bas basse"), ("fr", "vieux vieille | jeune jeunes"),
    ("es", "hoy | manana | ayer"), ("es", "mas | menos"), ("es", "antes | despues"),
    ("es", "encima sobre | debajo bajo"),
    ("es", "aumenta aumentar aumento aumentado sube subido | disminuye disminuir disminuido baja bajado reduce"),
    ("es", "mejor mejores | peor peores"),
    ("es", "bueno buena buenos buenas buen | malo mala malos malas mal"),
    ("es", "grande grandes gran | pequeno pequena pequenos pequenas"), ("es", "primero primera primer | ultimo ultima"),
    ("es", "abierto abierta abre | cerrado cerrada cierra"), ("es", "con | sin"), ("es", "norte | sur"),
    ("es", "este oriente | oeste occidente"), ("es", "izquierda | derecha"),
    ("es", "hombre hombres chico chicos nino ninos | mujer mujeres chica chicas nina ninas"),
    (
      "es",
      "rojo roja rojos rojas | azul azules | verde verdes | amarillo amarilla | negro negra negros | blanco blanca blancos"
    ),
    ("es", "alto alta | baja bajos"), ("es", "viejo vieja | joven jovenes"),
    ("it", "oggi | domani | ieri"), ("it", "piu | meno"), ("it", "prima | dopo"), ("it", "sopra | sotto"),
    ("it", "aumenta aumento aumentano | diminuisce diminuzione diminuiscono"),
    ("it", "migliore migliori meglio | peggiore peggiori peggio"), ("it", "aperto aperta apre | chiuso chiusa chiude"),
    ("it", "con | senza"), ("it", "nord | sud"), ("it", "sinistra | destra"),
    ("it", "uomo uomini ragazzo | donna donne ragazza"),
    ("pt", "hoje | amanha | ontem"), ("pt", "mais | menos"), ("pt", "antes | depois"),
    ("pt", "aumenta aumento aumentou | diminui diminuiu reducao"),
    ("pt", "melhor melhores | pior piores"), ("pt", "aberto aberta abre | fechado fechada fecha"), ("pt", "com | sem"),
    ("pt", "norte | sul"), ("pt", "esquerda | direita"),
    ("pt", "homem homens menino | mulher mulheres menina"),
  ]

  /// A group a line, its sides apart by a bar. The first group of a word counts.
  private static let english: [String] = [
    "today tonight | tomorrow | yesterday", "ago | hence",
    "more greater | less fewer lesser", "most | least",
    "increase increases rise rises rose risen grow grew grown growth gain gained climb climbed raise raised surge surged soar soared | decrease decreases fall falls fell fallen drop dropped decline declined shrink shrank reduce reduced lower lowered plunge plunged lost",
    "higher high highest | low lowest", "up upward upwards | down downward downwards",
    "before earlier prior | after later afterwards following", "early earliest | late latest",
    "above over | below under underneath beneath",
    "maximum max | minimum min", "first | last final", "next upcoming | previous",
    "best | worst", "better | worse", "good great excellent | bad poor terrible awful",
    "open opens opened opening reopen | close closes closed closing shut",
    "include includes included including | exclude excludes excluded excluding except", "with | without",
    "accept accepts accepted approve approved approval grant granted agree agreed | reject rejects rejected rejection decline denied deny denies refuse refused",
    "allow allows allowed permit permits permitted | forbid forbids forbidden prohibit prohibits prohibited ban banned",
    "north northern | south southern", "east eastern | west western", "left | right", "front | back rear",
    "top | bottom",
    "inside indoors indoor in-store | outside outdoors outdoor", "public | private", "internal | external",
    "domestic | international foreign",
    "hot warm hottest warmest | cold cool coldest coolest", "old older oldest elderly | young younger youngest",
    "big bigger biggest large larger largest huge | small smaller smallest tiny little",
    "fast faster fastest quick quickly quicker rapid rapidly | slow slower slowest slowly",
    "long longest | short shorter shortest",
    "start starts started starting begin begins began begun | end ends ended ending stop stops stopped finish finished",
    "enable enables enabled activate activated | disable disables disabled deactivate deactivated",
    "win wins won winning victory | lose loses losing defeat", "deposit deposited | withdraw withdrew withdrawal",
    "import imports imported | export exports exported",
    "arrive arrives arrived arrival | depart departs departed departure leave leaves",
    "enter enters entered | exit exits exited",
    "add adds added | remove removes removed delete deleted", "online | offline", "on | off",
    "support supports supported | oppose opposes opposed",
    "male men man boy boys gentleman guy guys | female women woman girl girls lady ladies",
    "father dad son brother husband uncle king prince | mother mom daughter sister wife aunt queen princess",
    "he him his himself | she her hers herself",
    "easy easier easiest simple simply | hard harder hardest difficult complicated complex",
    "cheap cheaper cheapest inexpensive | expensive dearer costly",
    "profit profits gain | loss losses",
    "strong stronger strongest | weak weaker weakest", "rich richer richest wealthy | poorer poorest", "full | empty",
    "true correct | false incorrect wrong",
    "safe | dangerous unsafe", "legal lawful | illegal unlawful", "free | paid",
    "success succeed succeeded successful | failure unsuccessful",
    "positive | negative", "love loves loved like likes liked | hate hates hated dislike dislikes disliked",
    "always | never",
    "appear appears appeared | disappear disappears disappeared vanish vanished",
    "push pushes pushed | pull pulls pulled",
    "cause | prevent prevents prevented", "alive living | dead", "near close nearby | far distant",
    "wide wider widest | narrow narrower",
    "thick thicker | thin thinner", "heavy heavier heaviest | light lighter lightest", "wet | dry", "clean | dirty",
    "sitting sits sat | standing stands stood",
    "morning | afternoon | evening | night", "spring | summer | autumn | winter",
    "red | blue | green | yellow | black | white | orange | purple | pink | brown | gray grey",
    "daily | weekly | monthly | quarterly | yearly annual annually",
    "dog dogs puppy | cat cats kitten | horse horses | cow cows | bird birds",
    "import | export",
    "mandatory required compulsory obligatory | optional voluntary", "new newer newest | old",
    "ally allies friend friends | enemy enemies", "majority | minority", "upper | lower", "senior | junior",
    "temporary temporarily | permanent permanently",
    "automatic automatically | manual manually", "guilty | innocent", "if | unless", "credit | debit",
  ]
}
