import AnswerScoring
import SpecRecords
import Testing

/// Expects the one correct answer.
///
/// ```swift
/// expectCorrect(answer, "30 days")
/// expectCorrect(answer, 30, by: …)
/// ```
///
/// - Parameters:
///   - answer: What the app answered.
///   - correct: The correct answer.
///   - matcher: What counts as the same; by default case, white space and surrounding punctuation do not matter.
/// - Returns: What was compared and how it came out.
@discardableResult
public func expectCorrect(
  _ answer: String, _ correct: String, by matcher: CorrectnessMatcher = .normalized,
  sourceLocation: SourceLocation = #_sourceLocation
) -> CorrectnessMatch {
  expectCorrect(answer, anyOf: [correct], by: matcher, sourceLocation: sourceLocation)
}

/// Expects one of several correct answers.
@discardableResult
public func expectCorrect(
  _ answer: String, anyOf correct: [String], by matcher: CorrectnessMatcher = .normalized,
  sourceLocation: SourceLocation = #_sourceLocation
) -> CorrectnessMatch {
  let match = matcher.match(answer, anyOf: correct)
  Finding(match, answer: answer, correct: correct).conclude("expectCorrect", at: sourceLocation)
  return match
}

/// Expects the one correct answer and ends the test where it is another.
@discardableResult
public func requireCorrect(
  _ answer: String, _ correct: String, by matcher: CorrectnessMatcher = .normalized,
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> CorrectnessMatch {
  let match = matcher.match(answer, anyOf: [correct])
  try Finding(match, answer: answer, correct: [correct]).require("requireCorrect", at: sourceLocation)
  return match
}

extension Finding {
  fileprivate init(_ match: CorrectnessMatch, answer: String, correct: [String]) {
    self.init(
      match.verdict, match.reason, score: match.score, threshold: 1, output: answer,
      reference: correct.joined(separator: " | "))
  }
}
