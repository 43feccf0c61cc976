import AnswerScoring
import LanguageModels
import SpecRecords
import Testing

/// Expects that an answer says nothing but what a source says.
///
/// ```swift
/// try await expectFactuallyConsistent(answer, with: returnsPolicy)
/// ```
///
/// The answer is split into claims. The encoder and the fact guard settle those that are clear, offline and free; the
/// judge of the spec (`.judge(…)`) gets the rest, and its evidence is looked up in the source. Without a judge the rest
/// stays open, and what hangs on it is inconclusive.
///
/// - Parameters:
///   - answer: What the app answered.
///   - source: What it may say.
///   - threshold: The least share of supported claims that passes, 0 to 1. A contradicted claim fails at any.
///   - method: Who checks the claims.
///   - listing: Who takes the answer apart into claims.
///   - question: What was asked, where a judge should know.
///   - encoder: What finds passages; nil for the one that `.encoder(…)` names, else the one that comes with the package.
/// - Returns: Each claim with its verdict and the words of the source that decide.
/// - Throws: `CancellationError` when the task is cancelled, and nothing else.
@discardableResult
public func expectFactuallyConsistent(
  _ answer: String, with source: String, threshold: Double = 1, method: ConsistencyMethod = .sieveThenJudge,
  claims listing: ClaimListing = .bySentence, question: String? = nil, by encoder: (any EmbeddingModel)? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) async throws -> FactualConsistency? {
  try await expectFactuallyConsistent(
    answer, with: [source], threshold: threshold, method: method, claims: listing, question: question, by: encoder,
    sourceLocation: sourceLocation)
}

/// Expects that an answer says nothing but what some passages say, such as the contexts that a search found for it.
///
/// Parameters and result are those of the function for one source.
@discardableResult
public func expectFactuallyConsistent(
  _ answer: String, with passages: [String], threshold: Double = 1, method: ConsistencyMethod = .sieveThenJudge,
  claims listing: ClaimListing = .bySentence, question: String? = nil, by encoder: (any EmbeddingModel)? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) async throws -> FactualConsistency? {
  let (consistency, finding) = try await check(answer, passages, threshold, method, listing, question, encoder)
  finding.conclude("expectFactuallyConsistent", at: sourceLocation)
  return consistency
}

/// Expects that an answer says nothing but what a source says, and ends the test where it does not.
@discardableResult
public func requireFactuallyConsistent(
  _ answer: String, with source: String, threshold: Double = 1, method: ConsistencyMethod = .sieveThenJudge,
  claims listing: ClaimListing = .bySentence, question: String? = nil, by encoder: (any EmbeddingModel)? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) async throws -> FactualConsistency? {
  try await requireFactuallyConsistent(
    answer, with: [source], threshold: threshold, method: method, claims: listing, question: question, by: encoder,
    sourceLocation: sourceLocation)
}

/// Expects that an answer says nothing but what some passages say, and ends the test where it does not.
@discardableResult
public func requireFactuallyConsistent(
  _ answer: String, with passages: [String], threshold: Double = 1, method: ConsistencyMethod = .sieveThenJudge,
  claims listing: ClaimListing = .bySentence, question: String? = nil, by encoder: (any EmbeddingModel)? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) async throws -> FactualConsistency? {
  let (consistency, finding) = try await check(answer, passages, threshold, method, listing, question, encoder)
  try finding.require("requireFactuallyConsistent", at: sourceLocation)
  return consistency
}

private func check(
  _ answer: String, _ passages: [String], _ threshold: Double, _ method: ConsistencyMethod, _ listing: ClaimListing,
  _ question: String?, _ encoder: (any EmbeddingModel)?
) async throws -> (FactualConsistency?, Finding) {
  let source = shownPassages(passages)
  do {
    let judge = method == .sieveOnly ? nil : try judgingModel()
    if method == .judgeOnly, judge == nil { return (nil, noJudge(output: answer, reference: source, named: "source")) }
    let checker = FactualConsistencyChecker(
      encoder: encoder ?? SpecSettings.current.encoder ?? .embedded, judge: judge, method: method, listing: listing)
    let consistency = try await checker.check(answer, with: passages, threshold: threshold, question: question)
    let isHindered = judge == nil && method != .sieveOnly && consistency.claims.contains(where: \.verdict.isOpen)
    var finding = Finding(
      consistency.verdict,
      isHindered && consistency.verdict == .inconclusive
        ? "\(consistency.reason) \(howToNameAJudge)" : consistency.reason, score: consistency.score,
      threshold: threshold, output: answer,
      reference: source, judge: consistency.checkers)
    finding.judgeName = "checked by"
    finding.referenceName = "source"
    finding.isHindered = isHindered
    return (consistency, finding)
  } catch {
    if isCancellation(error) { throw error }
    var finding = Finding(error, output: answer, reference: source)
    finding.referenceName = "source"
    return (nil, finding)
  }
}

/// The passages as records and messages show them: bounded, since a source may be a book.
func shownPassages(_ passages: [String]) -> String {
  let whole = passages.joined(separator: "\n\n")
  return whole.utf8.count <= 20_000 ? whole : String(whole.unicodeScalars.prefix(20_000)) + " …"
}
