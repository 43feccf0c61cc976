/// Words that deny what stands beside them.
enum NegationCues {
  /// Cues of a language.
  static func cues(_ language: FactLanguage) -> Set<String> { byLanguage[language.code] ?? [] }

  /// Whether a cue of this language may deny what stands before it as well.
  static func looksBack(_ language: FactLanguage) -> Bool { language != .english }

  private static let byLanguage: [String: Set<String>] = [
    "en": FactWords.set(
      "not no never without neither nor nobody nothing none unable impossible cannot nowhere fail fails failed refuse refuses refused refusing lack lacks lacked lacking absence absent deficiency shortage paucity insufficiency scarcity dearth hardly barely forbidden prohibited"
    ),
    "de": FactWords.set(
      "nicht nichts kein keine keinen keinem keiner keines nie niemals ohne weder niemand nirgends keinesfalls keineswegs unmoglich"
    ),
    "fr": FactWords.set("pas jamais aucun aucune rien sans ni guere impossible ne n"),
    "es": FactWords.set("no nunca jamas sin ningun ninguna ninguno nada nadie tampoco ni imposible"),
    "it": FactWords.set("non mai senza nessun nessuno nessuna niente nulla ne impossibile"),
    "pt": FactWords.set("nao nunca jamais sem nenhum nenhuma nada ninguem nem impossivel"),
  ]

  /// Words that leave something out or rule it out without being a cue, in every language.
  static let denials = FactWords.set(
    "missing gone waived frei libre lacking against avoid refrain free excluded except separately unavailable declined rejected closed rarely seldom instead abgeraten vermeiden vermeide evitez eviter evite evitar kostenlos gratis verboten geschlossen ausgeschlossen selten gratuit gratuite interdit exclu ferme rarement gratuito prohibido excluido cerrado vietato escluso chiuso proibido fechado"
  )

  /// Words after "not" that make it something else than a denial: "not only", "not just".
  static let harmless = FactWords.set(
    "only just merely necessarily fewer less more later earlier sooner doubt problem nur seulement solo solamente soltanto apenas"
  )
}
