import SpecRecords

/// Whether an answer is one of the correct ones.
public struct CorrectnessMatch: Sendable, Hashable {
  /// Whether the answer is correct.
  public let verdict: Verdict
  /// 1 for a correct answer, else 0.
  public let score: Double
  /// Why the verdict is what it is, for a person.
  public let reason: String
  /// The first correct answer that the answer matches; nil where it matches none.
  public let matched: String?
  /// What was read out of the answer and compared: its number, its letter, its date. Nil where the answer was compared
  /// as a whole, or nothing was found in it.
  public let extracted: String?
}

extension CorrectnessMatch {
  init(passed reason: String, _ matched: String, extracted: String? = nil) {
    self.init(verdict: .passed, score: 1, reason: reason, matched: matched, extracted: Self.bounded(extracted))
  }

  init(failed reason: String, extracted: String? = nil) {
    self.init(verdict: .failed, score: 0, reason: reason, matched: nil, extracted: Self.bounded(extracted))
  }

  /// What was read may be as long as the answer.
  private static func bounded(_ text: String?) -> String? {
    guard let text, text.unicodeScalars.count > 2_000 else { return text }
    return String(text.unicodeScalars.prefix(2_000)) + "…"
  }

  init(inconclusive reason: String) {
    self.init(verdict: .inconclusive, score: 0, reason: reason, matched: nil, extracted: nil)
  }
}
