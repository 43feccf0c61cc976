import SpecRecords

/// How near an answer is to its reference.
public struct SemanticMatch: Sendable, Hashable {
  /// Whether the answer is near enough.
  public let verdict: Verdict
  /// The cosine of the two vectors, −1 to 1; 0 where there is none.
  public let score: Double
  /// The lowest score that passes.
  public let threshold: Double
  /// Why the verdict is what it is, for a person.
  public let reason: String
  /// The embedding model that measured it.
  public let encoder: String

  /// Makes a result.
  public init(verdict: Verdict, score: Double, threshold: Double, reason: String, encoder: String) {
    self.verdict = verdict
    self.score = score
    self.threshold = threshold
    self.reason = reason
    self.encoder = encoder
  }
}
