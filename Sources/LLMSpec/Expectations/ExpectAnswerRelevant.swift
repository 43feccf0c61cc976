import AnswerScoring
import LanguageModels
import SpecRecords
import Testing

/// Expects that an answer is one to the question, right or wrong.
///
/// With a judge (`.judge(…)`): the judge writes questions that the answer answers, without knowing the one that was
/// asked, and the encoder compares them. Without one the encoder compares question and answer, which measures that they
/// are about the same and no more; see `AnswerRelevanceScorer`.
///
/// - Parameters:
///   - answer: What the app answered.
///   - question: What was asked.
///   - threshold: The least score, 0 to 1: a cosine of the encoder. The default is for the encoder that comes with the
///     package and no judge: of 1,127 answers of the package's labels (HaluEval) 84 in 100 reach it, and 2 in 100 answers
///     to other questions.
///   - encoder: What compares; nil for the one that `.encoder(…)` names, else the one that comes with the package.
/// - Returns: The score; nil where nobody could measure.
/// - Throws: `CancellationError` when the task is cancelled, and nothing else.
@discardableResult
public func expectAnswerRelevant(
  _ answer: String, to question: String, threshold: Double = 0.4, by encoder: (any EmbeddingModel)? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) async throws -> RetrievalScore? {
  let (score, finding) = try await measure(answer, question, threshold, encoder)
  finding.conclude("expectAnswerRelevant", at: sourceLocation)
  return score
}

/// Expects that an answer is one to the question, and ends the test where it is not.
@discardableResult
public func requireAnswerRelevant(
  _ answer: String, to question: String, threshold: Double = 0.4, by encoder: (any EmbeddingModel)? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) async throws -> RetrievalScore? {
  let (score, finding) = try await measure(answer, question, threshold, encoder)
  try finding.require("requireAnswerRelevant", at: sourceLocation)
  return score
}

private func measure(
  _ answer: String, _ question: String, _ threshold: Double, _ encoder: (any EmbeddingModel)?
) async throws -> (RetrievalScore?, Finding) {
  do {
    let scorer = AnswerRelevanceScorer(
      encoder: encoder ?? SpecSettings.current.encoder ?? .embedded, judge: try judgingModel())
    let score = try await scorer.score(answer, question: question, threshold: threshold)
    var finding = Finding(
      score.verdict, score.reason, score: score.score, threshold: threshold, output: answer, reference: question,
      judge: score.checkers)
    finding.referenceName = "question"
    finding.judgeName = "checked by"
    return (score, finding)
  } catch {
    if isCancellation(error) { throw error }
    return (nil, Finding(error, output: answer, reference: question))
  }
}
