import LanguageModels
import SpecRecords
import StructuredOutput

/// A model that grades an answer by a rubric, on a scale of whole numbers.
public struct GradingJudge: Sendable {
  private let model: any ChatModel

  /// Makes a judge of a model.
  public init(model: any ChatModel) { self.model = model }

  /// Grades one answer.
  ///
  /// - Parameters:
  ///   - rubric: What makes an answer good, in words. It is the judge's instruction, so it must come from somebody you
  ///     trust; the answer, the question and the reference need not.
  ///   - scale: The grades, from the worst to the best.
  ///   - threshold: The lowest grade that passes, within the scale; it need not be whole.
  ///   - question: What the answer answers, where that helps the judge.
  ///   - reference: A good answer to compare with, where there is one.
  /// - Throws: ``JudgeFault`` where the judge gives no usable grade or the scale and threshold make no sense together,
  ///   and whatever the model throws.
  public func grade(
    _ answer: String, rubric: String, scale: ClosedRange<Int> = 1...5, threshold: Double, question: String? = nil,
    reference: String? = nil
  ) async throws -> Grade {
    try JudgeConversation.check(
      judge: model.identifier, required: ["rubric": rubric],
      bounded: ["answer": answer, "question": question, "reference answer": reference, "rubric": rubric])
    try check(scale, threshold)

    let texts = FencedTexts([("QUESTION", question), ("REFERENCE ANSWER", reference), ("ANSWER", answer)])
    let conversation = JudgeConversation(
      model: model, prompt: .grading, responseFormat: Self.responseFormat(scale),
      values: [
        "rubric": rubric, "fence": texts.fence, "texts": texts.rendered, "lowest": String(scale.lowerBound),
        "highest": String(scale.upperBound),
      ])
    let graded = try await conversation.ask { (answer) throws(OutOfFormat) in
      (reason: try answer.text("reason"), score: try answer.wholeNumber("score", in: scale))
    }
    return Grade(
      score: graded.reading.score, scale: scale, threshold: threshold, judgeReason: graded.reading.reason,
      judge: model.identifier, rawAnswer: graded.rawAnswer)
  }

  private func check(_ scale: ClosedRange<Int>, _ threshold: Double) throws(JudgeFault) {
    if scale.lowerBound == scale.upperBound {
      throw JudgeFault(
        .unusableQuestion, judge: model.identifier,
        message: "A scale of the one grade \(scale.lowerBound) tells nothing apart. Give one of two grades or more.")
    }
    // Written so that NaN is refused too.
    if !(threshold >= Double(scale.lowerBound) && threshold <= Double(scale.upperBound)) {
      throw JudgeFault(
        .unusableQuestion, judge: model.identifier,
        message: """
          The threshold \(threshold) is outside of the scale from \(scale.lowerBound) to \(scale.upperBound), so every \
          grade or none would pass. Give a threshold within the scale.
          """)
    }
  }

  /// The longest scale that the schema lists grade by grade.
  private static let mostListedGrades = 101

  /// Not every provider's strict schemas know `minimum` and `maximum`; all know `enum`.
  private static func responseFormat(_ scale: ClosedRange<Int>) -> ResponseFormat {
    var score: JSONObject = ["type": "integer"]
    let span = scale.upperBound.subtractingReportingOverflow(scale.lowerBound)
    if !span.overflow, span.partialValue < mostListedGrades {
      score["enum"] = .array(scale.map { .number(JSONNumber($0)) })
    }
    return .jsonSchema(
      name: "grade",
      schema: [
        "type": "object",
        "properties": ["reason": ["type": "string"], "score": .object(score)],
        "required": ["reason", "score"],
        "additionalProperties": false,
      ])
  }
}
