import LanguageModels
import SemanticSimilarity
import SpecRecords
import StructuredOutput
import TextMetrics

/// Measures how far an answer is one to its question. Whether it is right is another matter.
///
/// With a judge, as Ragas does: the judge, who does not see the question, writes three questions that the answer
/// answers, and the score is the mean cosine of these with the question that was asked; 0 for an answer that the judge
/// calls noncommittal.
///
/// Without one: the highest cosine of the question with one to three neighbouring sentences of the answer. That measures
/// whether the answer is about what was asked, and not whether it answers it: repeating the question scores high.
/// On 1,127 questions of the package's labels (HaluEval) a question's own answer scores above the answer to another one in
/// 98 of 100 pairs.
///
/// Either is a cosine of one encoder and no probability; below 0 it is taken for 0.
public struct AnswerRelevanceScorer: Sendable {
  /// How many questions the judge writes.
  public static let questionCount = 3

  private let encoder: any EmbeddingModel
  private let judge: (any ChatModel)?

  /// Makes a scorer; without a judge it goes by the encoder alone.
  public init(encoder: any EmbeddingModel = .embedded, judge: (any ChatModel)? = nil) {
    self.encoder = encoder
    self.judge = judge
  }

  /// Measures one answer.
  ///
  /// An empty answer fails. An empty question, texts in a language that the encoder does not know, and vectors that are
  /// none leave it inconclusive.
  ///
  /// - Throws: ``JudgeFault`` where the judge gives no usable answer, and whatever encoder and judge throw.
  public func score(_ answer: String, question: String, threshold: Double) async throws -> RetrievalScore {
    var checkers = "encoder \(encoder.identifier)"
    func unmeasured(_ verdict: Verdict, _ reason: String) -> RetrievalScore {
      RetrievalScore(.answerRelevance, unmeasured: verdict, threshold: threshold, reason: reason, checkers: checkers)
    }
    if let problem = RetrievalScorer.problem(threshold: threshold, ["question": question]) {
      return unmeasured(.inconclusive, problem)
    }
    if answer.allSatisfy(\.isWhitespace) { return unmeasured(.failed, "The answer is empty.") }
    let language = LanguageOfTexts([question, answer])
    if !SieveReading.knows(language, (encoder as? any CalibratedEmbeddingModel)?.languages) {
      return unmeasured(
        .inconclusive,
        "The texts are in \(language.name ?? "no known language"), which the encoder \(encoder.identifier) does not know. "
          + "Name a multilingual encoder.")
    }
    do {
      guard let judge else { return try await byEncoder(answer, question, threshold, checkers) }
      checkers += ", judge \(judge.identifier) (\(JudgePrompt.answeredQuestions.promptVersion))"
      return try await byQuestions(answer, question, threshold, checkers, judge)
    } catch let error as UnusableVectors {
      return unmeasured(.inconclusive, error.description)
    }
  }

  private func byEncoder(
    _ answer: String, _ question: String, _ threshold: Double, _ checkers: String
  ) async throws -> RetrievalScore {
    let source = SourcePassages([answer])
    guard !source.isEmpty else {
      return RetrievalScore(
        .answerRelevance, unmeasured: .failed, threshold: threshold, reason: "The answer has no words.",
        checkers: checkers)
    }
    let asked = AnswerClaim(text: question, range: question.startIndex..<question.endIndex)
    let found = try await ClaimRetrieval([asked], in: source, encoder: encoder).found
    let nearest = found.first?.windows.first
    let score = min(1, max(0, nearest?.cosine ?? 0))
    return RetrievalScore(
      .answerRelevance, possible: score...score, threshold: threshold,
      reason: "\(Self.compared(score, threshold)) Nearest to the question: "
        + "\(QuotedExcerpt(nearest?.text ?? "", limit: 200)).",
      checkers: checkers)
  }

  private func byQuestions(
    _ answer: String, _ question: String, _ threshold: Double, _ checkers: String, _ judge: any ChatModel
  ) async throws -> RetrievalScore {
    try JudgeConversation.check(judge: judge.identifier, required: [:], bounded: ["answer": answer])
    let texts = FencedTexts([("ANSWER", answer)])
    let conversation = JudgeConversation(
      model: judge, prompt: .answeredQuestions, responseFormat: Self.responseFormat,
      values: ["fence": texts.fence, "texts": texts.rendered, "count": String(Self.questionCount)])
    let reading = try await conversation.ask { (reply) throws(OutOfFormat) in
      let questions = try reply.texts("questions", atMost: Self.questionCount)
      guard questions.count == Self.questionCount, questions.allSatisfy({ !$0.allSatisfy(\.isWhitespace) }) else {
        throw OutOfFormat(problem: "\"questions\" must hold \(Self.questionCount) questions.")
      }
      return (questions: questions, isNoncommittal: try reply.flag("noncommittal"))
    }.reading
    if reading.isNoncommittal {
      return RetrievalScore(
        .answerRelevance, possible: 0...0, threshold: threshold,
        reason: "The judge calls the answer noncommittal: it answers nothing.", checkers: checkers)
    }
    let vectors = try await UnusableVectors.checked(encoder, [question] + reading.questions)
    let cosines = vectors.dropFirst().map { LexicalEmbedding.cosineSimilarity(vectors[0], $0) }
    let score = min(1, max(0, cosines.reduce(0, +) / Double(cosines.count)))
    let shown = reading.questions.map { QuotedExcerpt($0, limit: 120).description }.joined(separator: ", ")
    return RetrievalScore(
      .answerRelevance, possible: score...score, threshold: threshold,
      reason: "\(Self.compared(score, threshold)) The judge read the answer as one to: \(shown).", checkers: checkers)
  }

  private static func compared(_ score: Double, _ threshold: Double) -> String {
    // Three digits, except where they would make a score below the threshold look like one that reaches it.
    let rounded = (score * 1000).rounded() / 1000
    let shown = (rounded >= threshold) == (score >= threshold) ? rounded : score
    return "The answer relevance \(shown) \(score >= threshold ? "reaches" : "is below") the threshold \(threshold)."
  }

  private static let responseFormat = ResponseFormat.jsonSchema(
    name: "answered_questions",
    schema: [
      "type": "object",
      "properties": [
        "questions": ["type": "array", "items": ["type": "string"]],
        "noncommittal": ["type": "boolean"],
      ],
      "required": ["questions", "noncommittal"],
      "additionalProperties": false,
    ])
}
