/// A part of a source that speaks for or against a claim.
public struct ClaimEvidence: Sendable, Hashable {
  /// The number of the passage, from 0, in the order that the passages were given in.
  public let passage: Int
  /// Where it stands in that passage.
  public let range: Range<String.Index>
  /// The words that stand there.
  public let text: String

  init(passage: Int, range: Range<String.Index>, in source: String) {
    self.passage = passage
    self.range = range
    text = String(source[range])
  }
}
