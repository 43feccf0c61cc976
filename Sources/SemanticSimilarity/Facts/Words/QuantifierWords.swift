/// Words for all, most, many, some, few or none.
enum QuantifierWords {
  /// 6 for all or always, 5 for most, 4 for many or often, 3 for some or sometimes, 2 for few or seldom, 1 for none or
  /// never; nil for other words.
  static func value(of word: String, in language: FactLanguage) -> Int? { tables[language.code]?[word] }

  private static let tables: [String: [String: Int]] = {
    var tables: [String: [String: Int]] = [:]
    for (language, value, words) in lines {
      for word in words.split(separator: " ") { tables[language, default: [:]][String(word)] = value }
    }
    return tables
  }()

  private static let lines: [(String, Int, String)] = [
    (
      "en", 6,
      "all every each everything everyone everybody always entire entirely whole whichever fully completely both"
    ),
    ("en", 5, "most mostly majority"), ("en", 4, "many often usually frequently numerous lots regularly"),
    ("en", 3, "some several sometimes various someone something somebody occasionally partly"),
    ("en", 2, "few rarely seldom minority"), ("en", 1, "none nothing nobody never no neither"),
    ("de", 6, "alle allen aller alles jede jeder jedes jeden jedem immer stets samtliche samtlichen ganze ganzen"),
    ("de", 5, "meisten meist meistens mehrheit"),
    ("de", 4, "viele vielen vieler viel oft haufig zahlreiche zahlreichen"),
    ("de", 3, "einige einigen einiger mehrere mehreren manche manchen manchmal etwas teilweise"),
    ("de", 2, "wenige wenigen wenig selten kaum minderheit"),
    ("de", 1, "kein keine keinen keinem keiner nie niemals nichts niemand"),
    ("fr", 6, "tous toutes toute toujours chaque tout entier entiere"), ("fr", 5, "plupart majorite"),
    ("fr", 4, "beaucoup souvent nombreux nombreuses"),
    ("fr", 3, "certains certaines quelques parfois plusieurs quelque"), ("fr", 2, "peu rarement minorite rares"),
    ("fr", 1, "aucun aucune jamais rien"),
    ("es", 6, "todos todas todo toda siempre cada ambos ambas"), ("es", 5, "mayoria"),
    ("es", 4, "muchos muchas mucho mucha menudo numerosos numerosas frecuentemente"),
    ("es", 3, "algunos algunas algun alguna varios varias veces parte"),
    ("es", 2, "pocos pocas poco poca raramente rara minoria"),
    ("es", 1, "ningun ninguna ninguno nunca nada nadie jamas"),
    ("it", 6, "tutti tutte tutto tutta sempre ogni entrambi"), ("it", 5, "maggioranza"),
    ("it", 4, "molti molte molto molta spesso numerosi"),
    ("it", 3, "alcuni alcune qualche talvolta diversi"),
    ("it", 2, "pochi poche poco raramente minoranza"), ("it", 1, "nessun nessuno nessuna mai niente nulla"),
    ("pt", 6, "todos todas todo toda sempre cada ambos"), ("pt", 5, "maioria"),
    ("pt", 4, "muitos muitas muito muita frequentemente"),
    ("pt", 3, "alguns algumas varios varias vezes"), ("pt", 2, "poucos poucas pouco raramente minoria"),
    ("pt", 1, "nenhum nenhuma nunca nada ninguem"),
  ]
}
