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
}
