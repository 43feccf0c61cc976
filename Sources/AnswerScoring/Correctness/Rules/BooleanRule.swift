import SemanticSimilarity

/// Compares the yes or no of an answer with the correct one.
struct BooleanRule: Hashable {
  func match(_ answer: String, anyOf correct: [String]) -> CorrectnessMatch {
    var wanted: [(text: String, isYes: Bool)] = []
    for candidate in correct {
      if case .said(let isYes, _) = TruthReading.outcome(of: candidate).0 { wanted.append((candidate, isYes)) }
    }
    if wanted.isEmpty {
      return CorrectnessMatch(
        inconclusive: "None of the correct answers (\(CorrectAnswerList.listed(correct))) says yes or no.")
    }
    let listed = CorrectAnswerList.listed(wanted.map(\.text))
    let (outcome, place) = TruthReading.outcome(of: answer)
    switch outcome {
    case .said(let isYes, let words):
      let said = "The answer says \(isYes ? "yes" : "no") (\(QuotedExcerpt(words, limit: 60)))\(place)"
      if let match = wanted.first(where: { $0.isYes == isYes }) {
        return CorrectnessMatch(passed: said + ".", match.text, extracted: words)
      }
      return CorrectnessMatch(failed: said + "; correct would be \(listed).", extracted: words)
    case .both(let words):
      return CorrectnessMatch(
        failed: "The answer says both yes and no: \(words)\(place). Correct would be \(listed).")
    case .neither:
      if !StatedFacts(String(FinalAnswer.end(of: answer))).isLanguageCovered {
        return CorrectnessMatch(
          inconclusive: "No yes or no was found in the answer, which is in a language that is not read.")
      }
      return CorrectnessMatch(failed: "The answer says neither yes nor no; correct would be \(listed).")
    }
  }
}
