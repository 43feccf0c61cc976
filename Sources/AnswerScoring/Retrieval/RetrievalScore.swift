import SpecRecords

/// A measure of an answer that rests on retrieved contexts, or of the contexts.
public struct RetrievalScore: Sendable, Hashable {
  /// What was measured.
  public let metric: RetrievalMetric
  /// Whether the score reaches the threshold; inconclusive where that hangs on what nobody could tell.
  public let verdict: Verdict
  /// The score, 0 to 1, with everything open counted against it; no number where nothing could be measured.
  public let score: Double
  /// The lowest and the highest score that is possible once everything open is settled.
  public let possibleScores: ClosedRange<Double>
  /// The least score that passes, 0 to 1.
  public let threshold: Double
  /// Why the verdict is what it is, for a person.
  public let reason: String
  /// Who measured it: encoder, judge and prompts, in a line.
  public let checkers: String
  /// The relevance of each context, in their order; empty for what does not rank contexts.
  public let contexts: [ContextRelevance]
  /// The claims that were counted; nil for what counts none.
  public let consistency: FactualConsistency?

  init(
    _ metric: RetrievalMetric, possible: ClosedRange<Double>, threshold: Double, reason: String, checkers: String,
    contexts: [ContextRelevance] = [], consistency: FactualConsistency? = nil
  ) {
    self.metric = metric
    if possible.lowerBound >= threshold {
      verdict = .passed
    } else {
      verdict = possible.upperBound < threshold ? .failed : .inconclusive
    }
    score = possible.lowerBound
    possibleScores = possible
    self.threshold = threshold
    self.reason = reason
    self.checkers = checkers
    self.contexts = contexts
    self.consistency = consistency
  }

  /// What could not be measured.
  init(_ metric: RetrievalMetric, unmeasured verdict: Verdict, threshold: Double, reason: String, checkers: String) {
    self.metric = metric
    self.verdict = verdict
    score = .nan
    possibleScores = 0...1
    self.threshold = threshold
    self.reason = reason
    self.checkers = checkers
    contexts = []
    consistency = nil
  }
}

/// Whether a retrieved context helps to arrive at a reference answer.
public struct ContextRelevance: Sendable, Hashable {
  /// Whether it does; nil where nobody could tell.
  public let isRelevant: Bool?
  /// Why, in a sentence for people.
  public let explanation: String
}
