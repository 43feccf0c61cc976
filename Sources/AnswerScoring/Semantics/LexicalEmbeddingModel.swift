import LanguageModels
import TextMetrics

/// An embedding model in this process that measures shared wording, and not meaning.
///
/// Two texts are near to it where they share words and pieces of words. It does not know that "money back" is a refund,
/// and it hardly sees a "not" or another number. It is deterministic, free and needs no network, and stands in until a
/// sentence encoder is chosen: for specs of meaning, give ``SemanticMatcher`` the encoder of a provider.
public struct LexicalEmbeddingModel: CalibratedEmbeddingModel {
  /// Makes the model.
  public init() {}

  /// The name and version of the embedding, such as `lexical-embedding/1`.
  public var identifier: String { "lexical-embedding/\(LexicalEmbedding.version)" }

  /// The cosine from which on two texts are worded nearly the same.
  ///
  /// Set by hand on a dozen pairs of sentences, not fitted to data. It is on the strict side: an answer of the same
  /// meaning in other words fails, which is seen, rather than that a wrong one of like wording passes, which is not.
  public var matchThreshold: Double { 0.75 }

  /// Turns each text into its vector, in this process and without a transport.
  ///
  /// - Throws: `CancellationError` when the task is cancelled.
  public func embed(_ texts: [String]) async throws -> EmbeddingResponse {
    let embedding = LexicalEmbedding(dimensions: 1024)
    var vectors: [[Float]] = []
    for text in texts {
      try Task.checkCancellation()
      vectors.append(embedding.vector(for: text))
    }
    return EmbeddingResponse(vectors: vectors, model: identifier)
  }
}
