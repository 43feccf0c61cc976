import Foundation
import SpecRecords
import TextMetrics

/// Compares an answer with the correct ones, where they are known.
public struct CorrectnessMatcher: Sendable, Hashable {
  private enum Rule: Hashable {
    case exact
    case normalized
    case containing
    case number(tolerance: Double)
  }

  private let rule: Rule

  /// The answer is a correct one, letter for letter.
  public static let exact = CorrectnessMatcher(rule: .exact)

  /// The answer is a correct one but for case, spacing, kinds of signs and the signs around it; the usual choice.
  ///
  /// See ``TextNormalization/answerForm(_:)`` for what is made alike.
  public static let normalized = CorrectnessMatcher(rule: .normalized)

  /// The last number in the answer is the number of a correct one, exactly.
  public static let number = number(tolerance: 0)

  /// The last number in the answer is within `tolerance` (0 or more) of the number of a correct one.
  ///
  /// The last, because an answer that shows its work ends with its result. A correct answer that holds no number or
  /// several is no answer to compare numbers with and is passed over.
  public static func number(tolerance: Double) -> Self { CorrectnessMatcher(rule: .number(tolerance: tolerance)) }

  /// A correct answer occurs in the answer as whole words and numbers, both normalised as by ``normalized``.
  ///
  /// It does not see a denial: "It is not Paris" contains "Paris".
  public static let containing = CorrectnessMatcher(rule: .containing)

  /// Compares an answer with the correct ones, of which any will do.
  ///
  /// It is inconclusive where there is no correct answer that it could compare with.
  public func match(_ answer: String, anyOf correct: [String]) -> CorrectnessMatch {
    if correct.isEmpty {
      return CorrectnessMatch(inconclusive: "No correct answer is given, so there is nothing to compare with.")
    }
    switch rule {
    case .exact:
      return match(answer, anyOf: correct, verb: "is", manner: "letter for letter", form: \.self, ==)
    case .normalized:
      return match(
        answer, anyOf: correct, verb: "is", manner: "case and outer signs aside", form: TextNormalization.answerForm, ==
      )
    case .containing:
      return match(
        answer, anyOf: correct, verb: "contains", manner: "as whole words", form: TextNormalization.answerForm
      ) { WholeWordSearch($1).matches(in: $0) }
    case .number(let tolerance):
      return match(answer, anyOf: correct, tolerance: tolerance)
    }
  }

  private func match(
    _ answer: String, anyOf correct: [String], verb: String, manner: String, form: (String) -> String,
    _ holds: (String, String) -> Bool
  ) -> CorrectnessMatch {
    let answerForm = form(answer)
    var comparable = 0
    for candidate in correct {
      let candidateForm = form(candidate)
      // Every answer contains nothing. Letter for letter, an empty text can be the answer.
      if candidateForm.isEmpty, rule != .exact { continue }
      comparable += 1
      if holds(answerForm, candidateForm) {
        return CorrectnessMatch(
          passed: "The answer \(verb) \(QuotedExcerpt(candidate, limit: 200)), \(manner).", candidate)
      }
    }
    if comparable == 0 {
      return CorrectnessMatch(
        inconclusive: "Every correct answer is empty (\(Self.listed(correct))), so there is nothing to compare with.")
    }
    if answer.allSatisfy(\.isWhitespace) {
      return CorrectnessMatch(failed: "The answer is empty. Correct would be \(Self.listed(correct)).")
    }
    return CorrectnessMatch(
      failed: "The answer \(verb) none of the correct ones, \(manner): \(Self.listed(correct)).")
  }

  private func match(_ answer: String, anyOf correct: [String], tolerance: Double) -> CorrectnessMatch {
    // By its shortest text, so that a tolerance of 0.1 is a tenth and not the nearest double to it.
    guard tolerance >= 0, tolerance.isFinite, let allowed = Decimal(string: "\(tolerance)") else {
      return CorrectnessMatch(
        inconclusive: "\(tolerance) is no tolerance. Give how far off a number may be, 0 or more.")
    }
    var wanted: [(text: String, number: Decimal)] = []
    for candidate in correct {
      let numbers = NumbersInText.numbers(in: candidate)
      if let number = numbers.last, numbers.count == 1 { wanted.append((candidate, number)) }
    }
    if wanted.isEmpty {
      return CorrectnessMatch(
        inconclusive: "None of the correct answers (\(Self.listed(correct))) holds exactly one number to compare with.")
    }
    guard let found = NumbersInText.numbers(in: answer).last else {
      return CorrectnessMatch(
        failed: "There is no number in the answer; correct would be \(Self.listed(wanted.map(\.text))).")
    }
    let allowance = tolerance == 0 ? "" : " (tolerance \(tolerance))"
    for (text, number) in wanted where abs(found - number) <= allowed {
      return CorrectnessMatch(
        passed: "The answer's number \(found) is that of \(QuotedExcerpt(text, limit: 200))\(allowance).", text)
    }
    return CorrectnessMatch(
      failed: "The answer's number \(found) is not that of \(Self.listed(wanted.map(\.text)))\(allowance).")
  }

  private static func listed(_ answers: [String]) -> String {
    let shown = answers.prefix(5).map { QuotedExcerpt($0, limit: 100).description }.joined(separator: ", ")
    return answers.count > 5 ? "\(shown) and \(answers.count - 5) more" : shown
  }
}

extension CorrectnessMatch {
  fileprivate init(passed reason: String, _ matched: String) {
    self.init(verdict: .passed, score: 1, reason: reason, matched: matched)
  }

  fileprivate init(failed reason: String) { self.init(verdict: .failed, score: 0, reason: reason, matched: nil) }

  fileprivate init(inconclusive reason: String) {
    self.init(verdict: .inconclusive, score: 0, reason: reason, matched: nil)
  }
}
