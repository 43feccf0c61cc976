import Foundation
import SpecRecords
import TextMetrics

/// Two answers to corresponding questions, compared in all that needs no measure of similarity.
struct AnswerComparison {
  /// A change in length below this many words is none, whatever the ratio says.
  private static let fewestWords = 10

  private let pair: DriftPairing.Pair
  private let lengthRatio: Double

  init(_ pair: DriftPairing.Pair, lengthRatio: Double) {
    self.pair = pair
    self.lengthRatio = lengthRatio
  }

  /// What is different in their form.
  var formChanges: [DriftChange] {
    guard
      pair.was.text != pair.now.text || pair.was.toolCalls != pair.now.toolCalls
        || pair.was.finishReason != pair.now.finishReason
    else { return [] }
    var changes: [DriftChange] = []
    func add(_ aspect: DriftAspect, _ was: String, _ now: String) {
      if was != now { changes.append(DriftChange(aspect, at: pair.place, was: was, now: now)) }
    }
    add(.finishReason, pair.was.finishReason ?? "unknown", pair.now.finishReason ?? "unknown")
    func list(_ calls: [String]) -> String { calls.isEmpty ? "none" : calls.joined(separator: ", ") }
    add(.toolCalls, list(pair.was.toolCalls), list(pair.now.toolCalls))
    let (was, now) = (AnswerForm(pair.was.text), AnswerForm(pair.now.text))
    add(.refusal, was.refuses ? "refuses" : "answers", now.refuses ? "refuses" : "answers")
    add(.format, was.format.rawValue, now.format.rawValue)
    if let old = was.shape, let new = now.shape {
      for difference in JSONShape.differences(old, new).prefix(10) {
        changes.append(
          DriftChange(.jsonShape, at: "\(pair.place), \(difference.place)", was: difference.was, now: difference.now))
      }
    } else if was.format == .text, now.format == .text {
      add(.markdown, was.markdown, now.markdown)
      let (few, many) = (min(was.words, now.words), max(was.words, now.words))
      if many - few >= Self.fewestWords, Double(many) >= lengthRatio * Double(few) {
        add(.length, "\(was.words) words", "\(now.words) words")
      }
    }
    return changes
  }

  /// Numbers that only one of the answers names. How often and in which order does not matter.
  var numberChanges: [DriftChange] {
    guard pair.was.text != pair.now.text else { return [] }
    let (was, now) = (Self.numbers(in: pair.was.text), Self.numbers(in: pair.now.text))
    let (gone, new) = (was.subtracting(now).sorted(), now.subtracting(was).sorted())
    guard !gone.isEmpty || !new.isEmpty else { return [] }
    func list(_ numbers: [Decimal]) -> String {
      let shown = numbers.prefix(8).map { "\($0)" }.joined(separator: ", ")
      return numbers.isEmpty ? "–" : shown + (numbers.count > 8 ? " and \(numbers.count - 8) more" : "")
    }
    return [DriftChange(.numbers, at: pair.place, was: list(gone), now: list(new))]
  }

  /// The numbers of a text, those left out that count the items of a list.
  private static func numbers(in text: String) -> Set<Decimal> {
    var body = ""
    for line in text.split(whereSeparator: \.isNewline) {
      let start = line.drop { $0 == " " || $0 == "\t" }
      let mark = start.drop { $0.isASCII && $0.isNumber }
      let isItem = mark.startIndex > start.startIndex && (mark.hasPrefix(". ") || mark.hasPrefix(") "))
      body += (isItem ? mark.dropFirst(2) : line) + "\n"
    }
    return Set(NumbersInText.numbers(in: body))
  }
}
