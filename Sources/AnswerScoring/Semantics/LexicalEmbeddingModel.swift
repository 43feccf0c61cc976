import LanguageModels
import SemanticSimilarity
import TextMetrics

/// An embedding model in this process that measures shared wording, and not meaning.
///
/// Two texts are near to it where they share words and pieces of words. It does not know that "money back" is a refund,
/// and it hardly sees a "not" or another number. It is deterministic and free, needs neither network nor weights, and
/// reads every language that puts spaces between words.
public struct LexicalEmbeddingModel: CalibratedEmbeddingModel {
  /// Makes the model.
  public init() {}

  /// The name and version of the embedding, such as `lexical-embedding/1`.
  public var identifier: String { "lexical-embedding/\(LexicalEmbedding.version)" }

  /// What its cosines mean; see ``EncoderCalibration/lexicalEmbedding``.
  public var calibration: EncoderCalibration { .lexicalEmbedding }

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
