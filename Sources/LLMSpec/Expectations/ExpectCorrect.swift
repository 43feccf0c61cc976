import AnswerScoring
import SpecRecords
import Testing

/// Expects the one correct answer.
///
/// ```swift
/// expectCorrect(answer, "Paris")
/// expectCorrect(answer, 30)
/// expectCorrect(answer, "1.5 kg", by: .quantity)
/// ```
///
/// - Parameters:
///   - answer: What the app answered.
///   - correct: The correct answer: a text, a number, a `Bool`, a date, a list of items, JSON.
///   - matcher: What counts as the same; unless told, what is usual for the type of `correct`. For a text: case, white
///     space, articles and punctuation do not matter.
/// - Returns: What was compared and how it came out.
@discardableResult
public func expectCorrect<Correct: CorrectAnswer>(
  _ answer: String, _ correct: Correct, by matcher: CorrectnessMatcher = Correct.correctnessMatcher,
  sourceLocation: SourceLocation = #_sourceLocation
) -> CorrectnessMatch {
  expectCorrect(answer, anyOf: [correct], by: matcher, sourceLocation: sourceLocation)
}

/// Expects one of several correct answers.
@discardableResult
public func expectCorrect<Correct: CorrectAnswer>(
  _ answer: String, anyOf correct: [Correct], by matcher: CorrectnessMatcher = Correct.correctnessMatcher,
  sourceLocation: SourceLocation = #_sourceLocation
) -> CorrectnessMatch {
  let (match, finding) = compare(answer, correct, matcher)
  finding.conclude("expectCorrect", at: sourceLocation)
  return match
}

/// Expects the one correct answer and ends the test where it is another.
@discardableResult
public func requireCorrect<Correct: CorrectAnswer>(
  _ answer: String, _ correct: Correct, by matcher: CorrectnessMatcher = Correct.correctnessMatcher,
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> CorrectnessMatch {
  try requireCorrect(answer, anyOf: [correct], by: matcher, sourceLocation: sourceLocation)
}

/// Expects one of several correct answers and ends the test where it is none of them.
@discardableResult
public func requireCorrect<Correct: CorrectAnswer>(
  _ answer: String, anyOf correct: [Correct], by matcher: CorrectnessMatcher = Correct.correctnessMatcher,
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> CorrectnessMatch {
  let (match, finding) = compare(answer, correct, matcher)
  try finding.require("requireCorrect", at: sourceLocation)
  return match
}

private func compare<Correct: CorrectAnswer>(
  _ answer: String, _ correct: [Correct], _ matcher: CorrectnessMatcher
) -> (CorrectnessMatch, Finding) {
  let texts = correct.map(\.correctAnswerText)
  let match = matcher.match(answer, anyOf: texts)
  let finding = Finding(
    match.verdict, match.reason, score: match.score, threshold: 1, output: answer,
    reference: texts.joined(separator: " | "))
  return (match, finding)
}
