import TextMetrics

/// The meaning of a text as a point on a sphere: texts that say alike lie near each other.
///
/// Alike is not equal: a changed number, name or "not" hardly moves a text.
public struct SentenceEmbedding: Sendable, Hashable {
  /// The coordinates; their squares add up to 1 (all are 0 where a model gave no numbers).
  public let vector: [Float]

  /// The encoder that made it, with the version of its weights.
  public let encoder: String

  /// The tokens that went into it, as the encoder counts them. `SentenceEncoder` counts the two marks at the ends of
  /// each window, so that an empty text has 2.
  public let tokenCount: Int

  /// The parts in which the text was taken; 1 for a text that fits into the encoder.
  public let windowCount: Int

  /// Whether a part of the text was left out because it is too long.
  public let isTruncated: Bool

  /// Whether there was nothing in the text that the encoder reads: it was empty, or blanks and control characters.
  public let isEmpty: Bool

  /// Makes an embedding, for example of a model of one's own.
  public init(
    vector: [Float], encoder: String, tokenCount: Int, windowCount: Int = 1, isTruncated: Bool = false,
    isEmpty: Bool = false
  ) {
    self.vector = vector
    self.encoder = encoder
    self.tokenCount = tokenCount
    self.windowCount = windowCount
    self.isTruncated = isTruncated
    self.isEmpty = isEmpty
  }

  /// The cosine of the angle between two embeddings, from -1 to 1; nil where two encoders made them.
  public func cosine(to other: SentenceEmbedding) -> Double? {
    guard encoder == other.encoder, vector.count == other.vector.count else { return nil }
    return LexicalEmbedding.cosineSimilarity(vector, other.vector)
  }
}
