/// What the clauses of a window say against a sentence, where the guard finds nothing against the window as a whole.
struct ClauseComparison {
  private let sentence: String
  private let facts: [FactFinding]
  private let factGuard: FactGuard

  /// - Parameters:
  ///   - sentence: the sentence of the reference.
  ///   - facts: what it states.
  ///   - factGuard: compares single clauses.
  ///   - text: the window, from which the language is told: a clause alone is too short for that.
  init(_ sentence: String, stating facts: [FactFinding], guarding factGuard: FactGuard, besides text: String) {
    self.sentence = sentence
    self.facts = facts
    let language =
      factGuard.language
      ?? FactLanguage.detected(in: FactTokenizer.tokens(in: sentence) + FactTokenizer.tokens(in: text))
    self.factGuard = FactGuard(kinds: factGuard.kinds, language: language)
  }

  /// The first contradiction, of one clause; nil where there is none.
  /// - Parameter neighbourhood: the sentences of the window and those beside it, with their headings.
  func findings(among neighbourhood: [(text: String, context: String?)]) -> [FactFinding]? {
    let binding = ClauseBinding(sentence, stating: facts) { [factGuard] in
      factGuard.compare(reference: $0, answer: $1).findings
    }
    return binding.contradiction(in: neighbourhood)?.facts
  }
}
