import AnswerScoring
import LanguageModels
import SpecRecords

/// What traits say about how answers are scored.
struct SpecSettings: Sendable {
  /// The settings of the running task.
  @TaskLocal static var current = SpecSettings()

  /// The judge; nil for `LLMSPEC_JUDGE`, and where that is not set either, none.
  var judge: Judge?
  /// What turns texts into vectors; nil for the encoder of the package.
  var encoder: (any EmbeddingModel)?
  /// What the data may be used for.
  var role = SpecRole.heldOut
}
