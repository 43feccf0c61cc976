import AnswerScoring
import LanguageModels
import SpecRecords
import Testing

/// Expects that an answer says what a reference answer says.
///
/// ```swift
/// try await expectSemanticMatch(answer, "You can return shoes within 30 days.")
/// try await expectSemanticMatch(answer, "You can return shoes within 30 days.", .whole, .facts(.numbers, .negation))
/// ```
///
/// Each sentence of the reference is sought in the answer, which may say more. What is found must not disagree with it
/// on a checkable fact: a number, a date, a name, a "not". No key and no network is needed.
///
/// - Parameters:
///   - answer: What the app answered.
///   - reference: What a good answer says.
///   - options: `.whole` to compare the texts as wholes; `.facts(…)` to compare some kinds of facts only.
///   - threshold: The lowest match that passes, 0 to 1, or `.cosine(…)`; nil for
///     ``AnswerScoring/SemanticMatcher/defaultThreshold``.
///   - encoder: What turns texts into vectors; nil for the one that `.encoder(…)` names, else the encoder of the package.
/// - Returns: The match, what was found for each sentence, and the facts.
/// - Throws: `CancellationError` when the task is cancelled, and nothing else.
@discardableResult
public func expectSemanticMatch(
  _ answer: String, _ reference: String, _ options: SemanticMatchOption..., threshold: SemanticThreshold? = nil,
  by encoder: (any EmbeddingModel)? = nil, sourceLocation: SourceLocation = #_sourceLocation
) async throws -> SemanticMatch {
  let (match, finding) = try await semanticMatch(
    answer, .text(reference), options, threshold, encoder, at: sourceLocation)
  finding.conclude("expectSemanticMatch", at: sourceLocation)
  return match
}

/// Expects that an answer says one of several references, `.anyOf("…", "…")`, or none of them, `.noneOf("…")`.
@discardableResult
public func expectSemanticMatch(
  _ answer: String, _ reference: SemanticReference, _ options: SemanticMatchOption...,
  threshold: SemanticThreshold? = nil, by encoder: (any EmbeddingModel)? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) async throws -> SemanticMatch {
  let (match, finding) = try await semanticMatch(answer, reference, options, threshold, encoder, at: sourceLocation)
  finding.conclude("expectSemanticMatch", at: sourceLocation)
  return match
}

/// Expects that an answer says none of some sentences.
///
/// An answer that denies a sentence, or says it with another number, does not say it. What is said in other words than
/// the encoder recognises passes too: give the sentences in the words in which they would be said.
@discardableResult
public func expectNoSemanticMatch(
  _ answer: String, _ references: String..., options: [SemanticMatchOption] = [],
  threshold: SemanticThreshold? = nil, by encoder: (any EmbeddingModel)? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) async throws -> SemanticMatch {
  let (match, finding) = try await semanticMatch(
    answer, .noneOf(references), options, threshold, encoder, at: sourceLocation)
  finding.conclude("expectNoSemanticMatch", at: sourceLocation)
  return match
}

/// Expects that an answer says what a reference answer says, and ends the test where it does not.
@discardableResult
public func requireSemanticMatch(
  _ answer: String, _ reference: String, _ options: SemanticMatchOption..., threshold: SemanticThreshold? = nil,
  by encoder: (any EmbeddingModel)? = nil, sourceLocation: SourceLocation = #_sourceLocation
) async throws -> SemanticMatch {
  let (match, finding) = try await semanticMatch(
    answer, .text(reference), options, threshold, encoder, at: sourceLocation)
  try finding.require("requireSemanticMatch", at: sourceLocation)
  return match
}

/// Expects that an answer says one of several references or none of them, and ends the test where it is otherwise.
@discardableResult
public func requireSemanticMatch(
  _ answer: String, _ reference: SemanticReference, _ options: SemanticMatchOption...,
  threshold: SemanticThreshold? = nil, by encoder: (any EmbeddingModel)? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) async throws -> SemanticMatch {
  let (match, finding) = try await semanticMatch(answer, reference, options, threshold, encoder, at: sourceLocation)
  try finding.require("requireSemanticMatch", at: sourceLocation)
  return match
}

/// Expects that an answer says none of some sentences, and ends the test where it says one.
@discardableResult
public func requireNoSemanticMatch(
  _ answer: String, _ references: String..., options: [SemanticMatchOption] = [],
  threshold: SemanticThreshold? = nil, by encoder: (any EmbeddingModel)? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) async throws -> SemanticMatch {
  let (match, finding) = try await semanticMatch(
    answer, .noneOf(references), options, threshold, encoder, at: sourceLocation)
  try finding.require("requireNoSemanticMatch", at: sourceLocation)
  return match
}

private func semanticMatch(
  _ answer: String, _ reference: SemanticReference, _ options: [SemanticMatchOption],
  _ threshold: SemanticThreshold?, _ encoder: (any EmbeddingModel)?, at location: SourceLocation
) async throws -> (SemanticMatch, Finding) {
  let model = encoder ?? SpecSettings.current.encoder ?? packageEncoder(at: location)
  let shown = reference.texts.joined(separator: " | ")
  do {
    let match = try await SemanticMatcher(model: model, threshold: threshold).match(answer, reference, options)
    var finding = Finding(
      match.verdict, match.reason, score: match.score, threshold: match.threshold.value, output: answer,
      reference: shown, judge: match.encoder)
    finding.judgeName = "encoder"
    return (match, finding)
  } catch {
    if isCancellation(error) { throw error }
    let match = SemanticMatch(
      verdict: .inconclusive, threshold: threshold ?? .match(SemanticMatcher.defaultThreshold), reason: "\(error)",
      encoder: model.identifier, reference: shown)
    var finding = Finding(error, output: answer, reference: shown, judge: model.identifier)
    finding.judgeName = "encoder"
    return (match, finding)
  }
}

/// The encoder of the package, whose vectors are kept under the `.build` of the package that the caller belongs to.
private func packageEncoder(at location: SourceLocation) -> EmbeddedEmbeddingModel {
  EmbeddedEmbeddingModel(root: try? SpecRun.shared.root(ofSourceFile: location.filePath).url)
}
