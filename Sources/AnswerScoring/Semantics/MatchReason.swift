import SemanticSimilarity

/// What a person is told about a match.
enum MatchReason {
  private static let longestQuote = 160
  private static let mostFacts = 3
  private static let mostSentences = 5

  static func sentences(_ found: [SentenceAlignment], threshold: SemanticThreshold) -> String {
    let unsaid = found.filter { $0.verdict != .said }
    guard unsaid.isEmpty else {
      var lines = unsaid.prefix(mostSentences).map { line($0, threshold) }
      if unsaid.count > mostSentences { lines.append("And \(unsaid.count - mostSentences) more sentences.") }
      return lines.joined(separator: "\n")
    }
    let lowest = found.compactMap { $0.score(threshold) }.min()
    let what = found.count == 1 ? "The answer says it." : "The answer says all \(found.count) sentences."
    return what + (lowest.map { " The \(measure($0, threshold))." } ?? "")
  }

  private static func line(_ alignment: SentenceAlignment, _ threshold: SemanticThreshold) -> String {
    guard let window = alignment.window else { return "The answer does not say \(closed(alignment.sentence))" }
    let sentence = quoted(alignment.sentence)
    let score = alignment.score(threshold).map { " (\(measure($0, threshold)))" } ?? ""
    let place = quoted(window.text) + score + "."
    switch alignment.verdict {
    case .contradicted: return "The answer contradicts \(sentence): \(place) \(explanations(alignment.facts))"
    case .missing: return "The answer leaves out a part of \(sentence): \(place) \(explanations(alignment.facts))"
    case .both:
      let other = alignment.otherWindow.map { closed($0.text) } ?? "otherwise."
      return "The answer says \(sentence) and also \(other) \(explanations(alignment.facts))"
    default:
      let facts = alignment.facts.isEmpty ? "" : " " + explanations(alignment.facts)
      return "The answer does not say \(closed(alignment.sentence)) The nearest is \(place)\(facts)"
    }
  }

  static func facts(_ facts: [FactFinding], _ beginning: String) -> String {
    let contradicts = facts.contains { $0.relation == .contradicts }
    let what = contradicts ? "contradicts it" : "leaves a part of it out"
    return (beginning.isEmpty ? "The answer \(what)." : "\(beginning) \(what).") + " " + explanations(facts)
  }

  /// Contradictions first; where there are any, what is missing matters less.
  private static func explanations(_ facts: [FactFinding]) -> String {
    let contradictions = facts.filter { $0.relation == .contradicts }
    let shown = contradictions.isEmpty ? facts : contradictions
    let more = shown.count > mostFacts ? " And \(shown.count - mostFacts) more." : ""
    return shown.prefix(mostFacts).map(\.explanation).joined(separator: " ") + more
  }

  static func extra(_ sentences: [String]) -> String {
    let shown = sentences.prefix(2).map { QuotedExcerpt($0, limit: 60).description }.joined(separator: ", ")
    return "Beside it the answer says \(shown)" + (sentences.count > 2 ? " and \(sentences.count - 2) more." : ".")
  }

  /// The score beside its threshold: "match 0.62, threshold 0.5".
  static func measure(_ score: Double, _ threshold: SemanticThreshold) -> String {
    "\(threshold.isCosine ? "cosine" : "match") \(shown(score, beside: threshold.value)), threshold \(threshold.value)"
  }

  /// Two digits, except where they would make a score below the threshold look like one that reaches it.
  private static func shown(_ score: Double, beside threshold: Double) -> String {
    for digits in [100.0, 1000, 1_000_000] {
      let rounded = (score * digits).rounded() / digits
      if (rounded >= threshold) == (score >= threshold) { return "\(rounded)" }
    }
    return "\(score)"
  }

  /// A quoted sentence at the end of one.
  static func closed(_ text: String) -> String {
    let isClosed = text.last.map { ".!?…".contains($0) } ?? false
    return quoted(text) + (isClosed && text.unicodeScalars.count <= longestQuote ? "" : ".")
  }

  static func quoted(_ text: String) -> String { QuotedExcerpt(text, limit: longestQuote).description }
}
