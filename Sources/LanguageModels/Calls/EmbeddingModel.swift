/// A model that turns texts into vectors.
public protocol EmbeddingModel: Sendable {
  /// The model's name and, where its vectors depend on one, its version.
  var identifier: String { get }

  /// Turns each text into one vector, in the order of the texts; all have one length.
  ///
  /// - Throws: ``ModelFault`` where the model or the way to it fails, and whatever the transport throws.
  func embed(_ texts: [String]) async throws -> EmbeddingResponse
}

/// The vectors of some texts.
public struct EmbeddingResponse: Sendable, Hashable {
  /// One vector a text, in the order of the texts.
  public var vectors: [[Float]]
  /// Tokens used.
  public var usage: Usage
  /// The model that answered.
  public var model: String

  /// Makes an answer.
  public init(vectors: [[Float]], usage: Usage = Usage(), model: String) {
    self.vectors = vectors
    self.usage = usage
    self.model = model
  }
}
