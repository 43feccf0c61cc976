/// What is measured of an answer that rests on retrieved contexts.
public struct RetrievalMetric: Sendable, Hashable, CustomStringConvertible {
  /// The name in messages and files, such as `context recall`.
  public let name: String

  init(name: String) { self.name = name }

  /// Whether the contexts that help stand at the top; see ``ContextPrecision``.
  public static let contextPrecision = RetrievalMetric(name: "context precision")
  /// The share of the reference answer's claims that the contexts say (Ragas, DeepEval).
  public static let contextRecall = RetrievalMetric(name: "context recall")
  /// The share of the answer's claims that the contexts say (Ragas, DeepEval).
  public static let faithfulness = RetrievalMetric(name: "faithfulness")
  /// How far the answer is one to the question; see ``AnswerRelevanceScorer``.
  public static let answerRelevance = RetrievalMetric(name: "answer relevance")

  /// The name.
  public var description: String { name }
}
