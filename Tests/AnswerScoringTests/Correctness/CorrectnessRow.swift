import AnswerScoring
import SpecRecords
import Testing

/// An answer, the correct one, and whether the first is the second.
struct CorrectnessRow: Sendable, CustomTestStringConvertible {
  let answer: String
  let correct: String
  let verdict: Verdict

  init(_ answer: String, _ correct: String, _ isCorrect: Bool) {
    self.init(answer, correct, isCorrect ? .passed : .failed)
  }

  init(_ answer: String, _ correct: String, _ verdict: Verdict) {
    (self.answer, self.correct, self.verdict) = (answer, correct, verdict)
  }

  var testDescription: String { "\(answer) | \(correct)" }

  /// Holds the row against a matcher.
  func expect(by matcher: CorrectnessMatcher, sourceLocation: SourceLocation = #_sourceLocation) {
    let match = matcher.match(answer, anyOf: [correct])
    #expect(match.verdict == verdict, "\(match.reason)", sourceLocation: sourceLocation)
    #expect(match.matched == (verdict == .passed ? correct : nil), sourceLocation: sourceLocation)
    #expect(match.score == (verdict == .passed ? 1 : 0), sourceLocation: sourceLocation)
  }
}
