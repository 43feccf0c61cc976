import AnswerScoring
import LanguageModels
import SpecRecords
import Testing

/// Expects that what a search found for a question holds what a good answer says, and ranks it high.
///
/// ```swift
/// try await expectRetrieval(contexts, for: question, reference: "Returns are free for 30 days.", precision: 0.8)
/// ```
///
/// Whether the app's answer keeps to the contexts is `expectFactuallyConsistent(answer, with: contexts)`, whose score
/// is known as faithfulness; whether it is an answer to the question is ``expectAnswerRelevant(_:to:threshold:by:sourceLocation:)``.
///
/// - Parameters:
///   - contexts: What was retrieved, the first rank first.
///   - question: What was asked.
///   - reference: A good answer.
///   - recall: The least share, 0 to 1, of the reference's claims that the contexts must say; nil does not measure it.
///   - precision: The least context precision, 0 to 1 (see `ContextPrecision`); nil does not measure it.
///   - method: Who checks: the sieve, the judge of the spec, or one after the other.
///   - encoder: What finds passages; nil for the one that `.encoder(…)` names, else the one that comes with the package.
/// - Returns: What was measured, recall first; empty where nobody could measure.
/// - Throws: `CancellationError` when the task is cancelled, and nothing else.
@discardableResult
public func expectRetrieval(
  _ contexts: [String], for question: String, reference: String, recall: Double? = 1, precision: Double? = nil,
  method: ConsistencyMethod = .sieveThenJudge, by encoder: (any EmbeddingModel)? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) async throws -> [RetrievalScore] {
  let (scores, finding) = try await measure(contexts, question, reference, recall, precision, method, encoder)
  finding.conclude("expectRetrieval", at: sourceLocation)
  return scores
}

/// Expects that what a search found for a question holds what a good answer says, and ends the test where it does not.
@discardableResult
public func requireRetrieval(
  _ contexts: [String], for question: String, reference: String, recall: Double? = 1, precision: Double? = nil,
  method: ConsistencyMethod = .sieveThenJudge, by encoder: (any EmbeddingModel)? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) async throws -> [RetrievalScore] {
  let (scores, finding) = try await measure(contexts, question, reference, recall, precision, method, encoder)
  try finding.require("requireRetrieval", at: sourceLocation)
  return scores
}

private func measure(
  _ contexts: [String], _ question: String, _ reference: String, _ recall: Double?, _ precision: Double?,
  _ method: ConsistencyMethod, _ encoder: (any EmbeddingModel)?
) async throws -> ([RetrievalScore], Finding) {
  let retrieved = shownPassages(contexts)
  func found(_ scores: [RetrievalScore], _ finding: Finding) -> ([RetrievalScore], Finding) {
    var finding = finding
    finding.outputName = "contexts"
    return (scores, finding)
  }
  do {
    let judge = method == .sieveOnly ? nil : try judgingModel()
    if method == .judgeOnly, judge == nil { return found([], noJudge(output: retrieved, reference: reference)) }
    let scorer = RetrievalScorer(
      encoder: encoder ?? SpecSettings.current.encoder ?? .embedded, judge: judge, method: method)
    var scores: [RetrievalScore] = []
    if let recall {
      scores.append(
        try await scorer.contextRecall(contexts, reference: reference, question: question, threshold: recall))
    }
    if let precision {
      scores.append(
        try await scorer.contextPrecision(contexts, reference: reference, question: question, threshold: precision))
    }
    guard
      let worst = scores.first(where: { $0.verdict == .failed }) ?? scores.first(where: \.verdict.isRed) ?? scores.first
    else {
      return found(
        [],
        Finding(
          .inconclusive, "Neither recall nor precision is asked for. Give a threshold for one of them.",
          output: retrieved, reference: reference))
    }
    let reasons = scores.filter { $0.verdict == worst.verdict }.map { "\($0.metric): \($0.reason)" }
    var finding = Finding(
      Verdict(allOf: scores.map(\.verdict)), reasons.joined(separator: "\n"), score: worst.score,
      threshold: worst.threshold, output: retrieved, reference: reference, judge: worst.checkers)
    finding.judgeName = "checked by"
    finding.isHindered =
      judge == nil && method != .sieveOnly
      && scores.contains { $0.possibleScores.lowerBound < $0.possibleScores.upperBound }
    return found(scores, finding)
  } catch {
    if isCancellation(error) { throw error }
    return found([], Finding(error, output: retrieved, reference: reference))
  }
}
