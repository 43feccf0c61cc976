import LanguageModels

/// An embedding model that knows from which similarity on two of its vectors mean the same.
///
/// Encoders differ widely in it: what is a close match with one is an everyday value with another.
public protocol CalibratedEmbeddingModel: EmbeddingModel {
  /// The cosine, −1 to 1, from which on an answer matches its reference.
  var matchThreshold: Double { get }
}
