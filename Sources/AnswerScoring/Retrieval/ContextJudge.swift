import LanguageModels
import StructuredOutput

/// A model that says of retrieved contexts whether each is of use for a reference answer, some contexts a call.
struct ContextJudge: Sendable {
  static let contextsPerCall = 8
  /// Each text is shown up to so many Unicode scalars.
  private static let mostShown = 3_000

  let model: any ChatModel

  /// - Throws: ``JudgeFault`` where the judge gives no usable judgement, and whatever the model throws.
  func check(_ contexts: [String], reference: String, question: String?) async throws -> [ContextRelevance] {
    var relevance: [ContextRelevance] = []
    for first in stride(from: 0, to: contexts.count, by: Self.contextsPerCall) {
      let part = contexts[first..<min(first + Self.contextsPerCall, contexts.count)]
      let texts = FencedTexts(
        [("QUESTION", question.map(Self.shown)), ("REFERENCE ANSWER", Self.shown(reference))]
          + part.enumerated().map { ("CONTEXT \($0 + 1)", Self.shown($1)) })
      let count = part.count
      let conversation = JudgeConversation(
        model: model, prompt: .contextRelevance, responseFormat: Self.responseFormat,
        values: ["fence": texts.fence, "texts": texts.rendered, "count": String(count)])
      relevance += try await conversation.ask { (answer) throws(OutOfFormat) in
        try NumberedJudgements.read(answer, "contexts", count: count) { (entry) throws(OutOfFormat) in
          let isRelevant = try entry.flag("relevant")
          let reason = QuotedExcerpt(try entry.text("reason"), limit: 300)
          return ContextRelevance(isRelevant: isRelevant, explanation: "The judge: \(reason)")
        }
      }.reading
    }
    return relevance
  }

  private static func shown(_ text: String) -> String {
    text.utf8.count <= mostShown ? text : String(text.unicodeScalars.prefix(mostShown)) + " …"
  }

  private static let responseFormat = ResponseFormat.jsonSchema(
    name: "context_relevance",
    schema: [
      "type": "object",
      "properties": [
        "contexts": [
          "type": "array",
          "items": [
            "type": "object",
            "properties": [
              "number": ["type": "integer"], "reason": ["type": "string"], "relevant": ["type": "boolean"],
            ],
            "required": ["number", "reason", "relevant"],
            "additionalProperties": false,
          ],
        ]
      ],
      "required": ["contexts"],
      "additionalProperties": false,
    ])
}
