import Foundation
import TextMetrics

/// Compares the number of an answer with that of a correct one.
struct NumberRule: Hashable {
  let tolerance: NumberTolerance

  func match(_ answer: String, anyOf correct: [String]) -> CorrectnessMatch {
    guard let allowed = tolerance.checked else { return CorrectnessMatch(inconclusive: tolerance.fault) }
    var wanted: [(text: String, number: NumberInAnswer)] = []
    for candidate in correct {
      if let number = Self.only(in: candidate) { wanted.append((candidate, number)) }
    }
    let listed = CorrectAnswerList.listed(wanted.map(\.text))
    if wanted.isEmpty {
      return CorrectnessMatch(
        inconclusive:
          "None of the correct answers (\(CorrectAnswerList.listed(correct))) holds exactly one number to compare with."
      )
    }
    guard let (found, place) = Self.result(of: answer) else {
      return CorrectnessMatch(failed: "There is no number in the answer; correct would be \(listed).")
    }
    let shown = "\(found.value)" == found.words ? found.words : "\(found.value) (“\(found.words)”)"
    for (text, number) in wanted
    where abs(found.value - number.value) <= allowed.amount(around: number.value) {
      return CorrectnessMatch(
        passed: "The answer's number \(shown)\(place) is that of \(QuotedExcerpt(text, limit: 200))\(allowed).",
        text, extracted: found.words)
    }
    return CorrectnessMatch(
      failed: "The answer's number \(shown)\(place) is not that of \(listed)\(allowed).", extracted: found.words)
  }

  /// The one number of a correct answer, or the one that it marks.
  private static func only(in text: String) -> NumberInAnswer? {
    for mark in FinalAnswer.marked(in: text) where mark.isEnclosed {
      if let number = NumberInAnswer.inDigits(of: mark.text).last { return number }
    }
    var numbers = NumberInAnswer.inDigits(of: LaTeXText.plain(text))
    if numbers.isEmpty { numbers = NumberInAnswer.inWords(of: text) }
    return numbers.count == 1 ? numbers[0] : nil
  }

  /// The number that an answer ends with or marks as its result, and where it was found.
  private static func result(of answer: String) -> (NumberInAnswer, String)? {
    let answer = FinalAnswer.spoken(answer)
    for mark in FinalAnswer.marked(in: answer) {
      if let number = result(markedBy: mark) { return (number, " (after \(mark.mark))") }
    }
    let numbers = NumberInAnswer.inDigits(
      of: answer.utf8.contains(UInt8(ascii: "\\")) ? LaTeXText.plain(answer) : answer)
    if let last = numbers.last { return (last, numbers.count == 1 ? "" : ", the last of \(numbers.count),") }
    return NumberInAnswer.inWords(of: String(FinalAnswer.end(of: answer))).last.map { ($0, "") }
  }

  /// "The answer is 42, because 6 × 7 is that": the first. "The answer is 6 × 7 = 42": what is behind the sign.
  private static func result(markedBy mark: FinalAnswer) -> NumberInAnswer? {
    let part = mark.text.split(separator: "=").last.map(String.init) ?? mark.text
    var numbers = NumberInAnswer.inDigits(of: part)
    if numbers.isEmpty { numbers = NumberInAnswer.inDigits(of: mark.text) }
    if numbers.isEmpty { numbers = NumberInAnswer.inWords(of: mark.text) }
    return mark.isEnclosed || mark.text.contains("=") ? numbers.last : numbers.first
  }
}
