import SemanticSimilarity
import SpecReports

/// How alike the answer of a fixture and a live one are, by all that can be told without a network.
enum DriftLikeness {
  /// Nil where the weights of the encoder cannot be loaded; then the wording is compared alone.
  private static let scorer = try? PairScorer()

  /// 0 to 1: the likeness of the wording or of the meaning, whichever is more; near 0 for answers that contradict each
  /// other.
  static func measure(_ recorded: String, _ live: String) -> Double {
    let wording = DriftComparison.lexical(recorded, live)
    guard let score = scorer?.score(reference: recorded, answer: live) else { return wording }
    if score.verdict == .contradicts { return score.same }
    return max(wording, score.similarity ?? 0)
  }
}
