/// How much of a candidate stands in its reference, and the other way round.
public struct OverlapScore: Sendable, Hashable {
  /// The share of the candidate that the reference has, 0 to 1.
  public let precision: Double
  /// The share of the reference that the candidate has, 0 to 1.
  public let recall: Double
  /// The harmonic mean of precision and recall, 0 to 1.
  public let f1: Double

  /// Nothing in common.
  public static let zero = OverlapScore(matches: 0, candidate: 0, reference: 0)

  init(matches: Int, candidate: Int, reference: Int) {
    precision = Double(matches) / Double(max(1, candidate))
    recall = Double(matches) / Double(max(1, reference))
    f1 = matches > 0 ? 2 * precision * recall / (precision + recall) : 0
  }
}
