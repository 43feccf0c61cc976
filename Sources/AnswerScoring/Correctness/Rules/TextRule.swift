import TextMetrics

/// Compares the words of an answer with those of a correct one.
struct TextRule: Hashable {
  enum Manner { case exact, normalized, squad, containing }

  let manner: Manner

  func match(_ answer: String, anyOf correct: [String]) -> CorrectnessMatch {
    let form = TextForm(answer, for: manner)
    var comparable = 0
    var signs: String?
    for candidate in correct {
      let wanted = TextForm(candidate, for: manner)
      // Every answer contains nothing. Letter for letter, an empty text can be the answer.
      if wanted.isEmpty, manner != .exact { continue }
      comparable += 1
      switch holds(form, wanted) {
      case .same:
        return CorrectnessMatch(
          passed: "The answer \(verb) \(QuotedExcerpt(candidate, limit: 200)), \(howSo).", candidate)
      case .differsInSigns: signs = signs ?? candidate
      case .different: break
      }
    }
    let listed = CorrectAnswerList.listed(correct)
    if comparable == 0 {
      return CorrectnessMatch(
        inconclusive: "Every correct answer is empty (\(listed)), so there is nothing to compare with.")
    }
    if answer.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
      return CorrectnessMatch(failed: "The answer is empty. Correct would be \(listed).")
    }
    if let signs {
      return CorrectnessMatch(
        failed: "The answer has the words of \(QuotedExcerpt(signs, limit: 200)), but other numbers or signs.")
    }
    return CorrectnessMatch(failed: "The answer \(verb) none of the correct ones, \(howSo): \(listed).")
  }

  private enum Likeness { case same, differsInSigns, different }

  private func holds(_ answer: TextForm, _ wanted: TextForm) -> Likeness {
    switch manner {
    case .exact, .squad: return answer.plain == wanted.plain ? .same : .different
    case .containing: return WholeWordSearch(wanted.plain).matches(in: answer.plain) ? .same : .different
    case .normalized:
      if answer.plain == wanted.plain { return .same }
      guard answer.hasWords(of: wanted) else { return .different }
      return answer.tellingSigns == wanted.tellingSigns ? .same : .differsInSigns
    }
  }

  private var verb: String { manner == .containing ? "contains" : "is" }

  private var howSo: String {
    switch manner {
    case .exact: "letter for letter"
    case .normalized: "case, articles and punctuation aside"
    case .squad: "by the rules of SQuAD"
    case .containing: "as whole words"
    }
  }
}
