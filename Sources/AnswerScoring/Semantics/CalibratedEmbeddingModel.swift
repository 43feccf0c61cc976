import LanguageModels
import SemanticSimilarity
import StructuredOutput

/// An embedding model that knows what the cosines of its vectors mean.
///
/// Encoders differ widely in it: what is a close match with one is an everyday value with another. With its calibration
/// a match between 0 and 1 says the same whichever encoder measured it.
public protocol CalibratedEmbeddingModel: EmbeddingModel {
  /// What its cosines mean.
  var calibration: EncoderCalibration { get }

  /// The languages whose texts it can compare; nil for all.
  var languages: [TextLanguage]? { get }
}

extension CalibratedEmbeddingModel {
  /// All languages, unless a model says otherwise.
  public var languages: [TextLanguage]? { nil }
}

extension EmbeddingModel {
  /// The same model with a calibration, such as `llmspec similarity calibrate` fits from labelled pairs.
  ///
  /// - Parameters:
  ///   - calibration: What the cosines of this model mean.
  ///   - languages: The languages whose texts it can compare; nil for all.
  public func calibrated(
    by calibration: EncoderCalibration, languages: [TextLanguage]? = nil
  ) -> some CalibratedEmbeddingModel {
    ModelWithCalibration(model: self, calibration: calibration, languages: languages)
  }
}

private struct ModelWithCalibration<Model: EmbeddingModel>: CalibratedEmbeddingModel {
  let model: Model
  let calibration: EncoderCalibration
  let languages: [TextLanguage]?

  var identifier: String { model.identifier }

  func embed(_ texts: [String]) async throws -> EmbeddingResponse { try await model.embed(texts) }
}
