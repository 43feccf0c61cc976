import LanguageModels
import SpecRecords
import StructuredOutput

/// A model that says which of two answers is better by a criterion, asked in both orders.
///
/// Judges favour a position, most of them the first, by several points out of a hundred (Zheng et al., "Judging
/// LLM-as-a-Judge", 2023). So each comparison is asked twice, with either answer shown first, and a judge that
/// contradicts itself decides nothing.
public struct PairwiseJudge: Sendable {
  private let model: any ChatModel

  /// Makes a judge of a model.
  public init(model: any ChatModel) { self.model = model }

  /// Compares a new answer with an old one.
  ///
  /// Two identical answers are a tie without a call: no judge can tell them apart.
  ///
  /// - Parameters:
  ///   - criterion: What makes an answer better, in words. It is the judge's instruction, so it must come from somebody
  ///     you trust; the answers and the question need not.
  ///   - question: What both answers answer, where that helps the judge.
  ///   - claim: What is claimed of the new answer, and so what the verdict is on.
  /// - Throws: ``JudgeFault`` where the judge gives no usable judgement, and whatever the model throws.
  public func compare(
    new: String, old: String, criterion: String, question: String? = nil, claim: PairwiseClaim
  ) async throws -> PairwiseJudgement {
    try JudgeConversation.check(judge: model.identifier, required: ["criterion": criterion], bounded: [:])
    if new == old { return .identicalAnswers(claim: claim, judge: model.identifier) }
    try JudgeConversation.check(
      judge: model.identifier, required: [:],
      bounded: ["new answer": new, "old answer": old, "question": question, "criterion": criterion])

    async let newFirst = preference(
      first: new, firstIs: .new, second: old, secondIs: .old, criterion: criterion, question: question)
    async let oldFirst = preference(
      first: old, firstIs: .old, second: new, secondIs: .new, criterion: criterion, question: question)
    // Both are waited for before either may throw, so that what is called and recorded does not depend on which order
    // fails first.
    let results = await (newFirst, oldFirst)
    return try PairwiseJudgement(
      claim: claim, newFirst: results.0.get(), oldFirst: results.1.get(), judge: model.identifier)
  }

  /// What the judge says in one order.
  struct Preference: Sendable {
    let preference: PairwisePreference
    let reason: String
    let rawAnswer: String
  }

  private func preference(
    first: String, firstIs: PairwisePreference, second: String, secondIs: PairwisePreference, criterion: String,
    question: String?
  ) async -> Result<Preference, any Error> {
    let texts = FencedTexts([("QUESTION", question), ("ANSWER A", first), ("ANSWER B", second)])
    let conversation = JudgeConversation(
      model: model, prompt: .pairwise, responseFormat: Self.responseFormat,
      values: ["criterion": criterion, "fence": texts.fence, "texts": texts.rendered])
    do {
      let answer = try await conversation.ask { (answer) throws(OutOfFormat) in
        (
          reason: try answer.text("reason"),
          winner: try answer.choice("winner", of: ["A": firstIs, "B": secondIs, "tie": .tie])
        )
      }
      return .success(
        Preference(preference: answer.reading.winner, reason: answer.reading.reason, rawAnswer: answer.rawAnswer))
    } catch {
      return .failure(error)
    }
  }

  /// The reason stands before the winner, so that a model that writes in the schema's order reasons before it decides.
  private static let responseFormat = ResponseFormat.jsonSchema(
    name: "pairwise_judgement",
    schema: [
      "type": "object",
      "properties": [
        "reason": ["type": "string"],
        "winner": ["type": "string", "enum": ["A", "B", "tie"]],
      ],
      "required": ["reason", "winner"],
      "additionalProperties": false,
    ])
}
