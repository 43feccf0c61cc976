import LanguageModels
import SpecRecords

/// Measures retrieval: whether the contexts that a search found hold what a good answer says, and whether an answer says
/// only what they hold.
///
/// Recall and faithfulness are shares of claims, checked by a ``FactualConsistencyChecker``; precision asks of each
/// context whether it is of use. Offline a context is of use where the sieve is sure that it says a claim of the
/// reference, is of none where it is sure that it says none of them, and is otherwise unknown: then the score has a
/// lowest and a highest possible value, and a verdict only where both agree.
public struct RetrievalScorer: Sendable {
  private let encoder: any EmbeddingModel
  private let judge: (any ChatModel)?
  private let method: ConsistencyMethod

  /// Makes a scorer; the parameters are those of ``FactualConsistencyChecker``.
  public init(
    encoder: any EmbeddingModel = .embedded, judge: (any ChatModel)? = nil, method: ConsistencyMethod = .sieveThenJudge
  ) {
    self.encoder = encoder
    self.judge = judge
    self.method = method
  }

  /// Whether those of the contexts that help to arrive at the reference answer stand at the top.
  ///
  /// - Parameters:
  ///   - contexts: What was retrieved, the first rank first.
  ///   - reference: A good answer.
  ///   - question: What was asked, where a judge should know.
  ///   - threshold: The least score that passes, 0 to 1.
  /// - Throws: ``JudgeFault`` where the judge gives no usable judgement, and whatever encoder and judge throw.
  public func contextPrecision(
    _ contexts: [String], reference: String, question: String? = nil, threshold: Double
  ) async throws -> RetrievalScore {
    let metric = RetrievalMetric.contextPrecision
    if let problem = Self.problem(threshold: threshold, ["reference": reference]) {
      return RetrievalScore(metric, unmeasured: .inconclusive, threshold: threshold, reason: problem, checkers: "")
    }
    if contexts.isEmpty {
      return RetrievalScore(
        metric, possible: 0...0, threshold: threshold, reason: "Nothing was retrieved.", checkers: "")
    }
    var relevance: [ContextRelevance?] = contexts.map { _ in nil }
    var checkers: [String] = []
    if method != .judgeOnly {
      let sieve = FactualConsistencyChecker(encoder: encoder, method: .sieveOnly)
      for (rank, context) in contexts.enumerated() {
        let consistency = try await sieve.check(reference, with: [context])
        relevance[rank] = Self.relevance(of: consistency)
        if checkers.isEmpty, !consistency.claims.isEmpty { checkers.append(consistency.checkers) }
      }
    }
    if method != .sieveOnly, let judge {
      let open = relevance.indices.filter { relevance[$0]?.isRelevant == nil }
      if !open.isEmpty {
        let judged = try await ContextJudge(model: judge)
          .check(open.map { contexts[$0] }, reference: reference, question: question)
        for (rank, answer) in zip(open, judged) { relevance[rank] = answer }
        checkers.append("judge \(judge.identifier) (\(JudgePrompt.contextRelevance.promptVersion))")
      }
    }
    let known = relevance.map { $0 ?? ContextRelevance(isRelevant: nil, explanation: "Nobody checked it.") }
    let possible = ContextPrecision.possibleScores(known.map(\.isRelevant))
    return RetrievalScore(
      metric, possible: possible, threshold: threshold, reason: Self.reason(known, possible, threshold),
      checkers: checkers.joined(separator: ", "), contexts: known)
  }

  /// The share of the reference answer's claims that the contexts say.
  ///
  /// Parameters and errors are those of ``contextPrecision(_:reference:question:threshold:)``.
  public func contextRecall(
    _ contexts: [String], reference: String, question: String? = nil, threshold: Double
  ) async throws -> RetrievalScore {
    try await share(.contextRecall, of: reference, in: contexts, question: question, threshold: threshold)
  }

  /// The share of the answer's claims that the contexts say.
  ///
  /// The same as the score of a ``FactualConsistency``, except that a contradicted claim only lowers it.
  public func faithfulness(
    _ answer: String, contexts: [String], question: String? = nil, threshold: Double
  ) async throws -> RetrievalScore {
    try await share(.faithfulness, of: answer, in: contexts, question: question, threshold: threshold)
  }

  private func share(
    _ metric: RetrievalMetric, of text: String, in contexts: [String], question: String?, threshold: Double
  ) async throws -> RetrievalScore {
    if let problem = Self.problem(threshold: threshold, [:]) {
      return RetrievalScore(metric, unmeasured: .inconclusive, threshold: threshold, reason: problem, checkers: "")
    }
    let isNothing = contexts.allSatisfy { $0.allSatisfy(\.isWhitespace) }
    if isNothing, !AnswerClaims(of: text).claims.isEmpty {
      return RetrievalScore(
        metric, possible: 0...0, threshold: threshold, reason: "Nothing was retrieved.", checkers: "")
    }
    let checker = FactualConsistencyChecker(encoder: encoder, judge: judge, method: method)
    let found = try await checker.check(text, with: contexts, threshold: threshold, question: question)
    guard !found.claims.isEmpty else {
      return RetrievalScore(
        metric, unmeasured: found.verdict, threshold: threshold, reason: found.reason, checkers: found.checkers)
    }
    return RetrievalScore(
      metric, possible: found.possibleScores, threshold: threshold, reason: found.reason, checkers: found.checkers,
      consistency: found)
  }

  private static func relevance(of consistency: FactualConsistency) -> ContextRelevance {
    if let claim = consistency.claims.first(where: { $0.verdict == .supported }) {
      return ContextRelevance(isRelevant: true, explanation: "It says \(QuotedExcerpt(claim.claim.text, limit: 120)).")
    }
    let isSettled = !consistency.claims.isEmpty && consistency.claims.allSatisfy(\.verdict.isUnsupported)
    // A blank context says nothing, and a reference without a claim asks for nothing.
    let isBlank = consistency.claims.isEmpty && consistency.nonClaims.isEmpty
    return ContextRelevance(
      isRelevant: isSettled || isBlank ? false : nil,
      explanation: isSettled || isBlank
        ? "It says nothing of what the reference says."
        : "It has to do with the reference; whether it says it, is open.")
  }

  private static func reason(_ known: [ContextRelevance], _ possible: ClosedRange<Double>, _ threshold: Double)
    -> String
  {
    func shown(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }
    let score =
      possible.lowerBound == possible.upperBound
      ? shown(possible.lowerBound) : "between \(shown(possible.lowerBound)) and \(shown(possible.upperBound))"
    var lines = ["The context precision is \(score); at least \(threshold) was wanted."]
    for (rank, context) in known.enumerated().prefix(10) {
      let word = context.isRelevant.map { $0 ? "relevant" : "not relevant" } ?? "open"
      lines.append("- rank \(rank + 1), \(word): \(context.explanation)")
    }
    if known.count > 10 { lines.append("- and \(known.count - 10) more") }
    return lines.joined(separator: "\n")
  }

  static func problem(threshold: Double, _ required: KeyValuePairs<String, String>) -> String? {
    // Written so that NaN is refused too.
    if !(threshold >= 0 && threshold <= 1) { return "The threshold \(threshold) is no score. Give one from 0 to 1." }
    for (name, text) in required where text.allSatisfy(\.isWhitespace) {
      return "The \(name) is empty, so there is nothing to measure by."
    }
    return nil
  }
}
