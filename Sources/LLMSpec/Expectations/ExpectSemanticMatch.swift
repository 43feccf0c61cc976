import AnswerScoring
import LanguageModels
import SpecRecords
import Testing

/// Expects that an answer says what a reference answer says.
///
/// - Parameters:
///   - answer: What the app answered.
///   - reference: What a good answer says.
///   - threshold: The least similarity, −1 to 1; nil for the encoder's own.
///   - encoder: What turns texts into vectors; nil for the one that `.encoder(…)` names, else the lexical one, which
///     measures shared wording and not meaning.
/// - Returns: The similarity and what it was compared with.
/// - Throws: `CancellationError` when the task is cancelled, and nothing else.
@discardableResult
public func expectSemanticMatch(
  _ answer: String, _ reference: String, threshold: Double? = nil, by encoder: (any EmbeddingModel)? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) async throws -> SemanticMatch {
  let (match, finding) = try await semanticMatch(answer, reference, threshold, encoder)
  finding.conclude("expectSemanticMatch", at: sourceLocation)
  return match
}

/// Expects that an answer says what a reference answer says, and ends the test where it does not.
@discardableResult
public func requireSemanticMatch(
  _ answer: String, _ reference: String, threshold: Double? = nil, by encoder: (any EmbeddingModel)? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) async throws -> SemanticMatch {
  let (match, finding) = try await semanticMatch(answer, reference, threshold, encoder)
  try finding.require("requireSemanticMatch", at: sourceLocation)
  return match
}

private func semanticMatch(
  _ answer: String, _ reference: String, _ threshold: Double?, _ encoder: (any EmbeddingModel)?
) async throws -> (SemanticMatch, Finding) {
  let model = encoder ?? SpecSettings.current.encoder ?? LexicalEmbeddingModel()
  let matcher = SemanticMatcher(model: model, threshold: threshold)
  do {
    let match = try await matcher.match(answer, reference)
    var finding = Finding(
      match.verdict, match.reason, score: match.score, threshold: match.threshold, output: answer,
      reference: reference, judge: match.encoder)
    finding.judgeName = "encoder"
    return (match, finding)
  } catch {
    if isCancellation(error) { throw error }
    let match = SemanticMatch(
      verdict: .inconclusive, score: .nan, threshold: threshold ?? .nan, reason: "\(error)",
      encoder: model.identifier)
    return (match, Finding(error, output: answer, reference: reference, judge: model.identifier))
  }
}
