/// One word that stands in the answer where the reference has another, between words that both share.
///
/// Such a word may mean the same ("sofa", "couch") or not ("sofa", "chair"); the guard does not know, so it makes no
/// finding of it. An encoder that compares the two words can tell more.
public struct FactSubstitution: Sendable, Hashable {
  /// The word of the reference.
  public let reference: FactSpan
  /// The word of the answer.
  public let answer: FactSpan
}
