import LanguageModels
import SemanticSimilarity
import StructuredOutput

/// A model that takes an answer apart into claims.
struct ClaimLister: Sendable {
  /// The most claims that are taken from the judge.
  static let mostClaims = 100
  private static let longestClaim = 1_000

  let model: any ChatModel

  /// The claims of an answer as the judge lists them, and the sentences that it left out though they state something.
  ///
  /// What is listed must be the answer's: a claim whose quote is not in the answer is none, and for one that says
  /// otherwise than its quote the quote stands.
  ///
  /// - Throws: ``JudgeFault`` where the judge gives no usable list, and whatever the model throws.
  func claims(of answer: String, sentences: AnswerClaims, question: String?) async throws -> [AnswerClaim] {
    try JudgeConversation.check(
      judge: model.identifier, required: [:], bounded: ["answer": answer, "question": question])
    let texts = FencedTexts([("QUESTION", question), ("ANSWER", answer)])
    let conversation = JudgeConversation(
      model: model, prompt: .claimListing, responseFormat: Self.responseFormat,
      values: ["fence": texts.fence, "texts": texts.rendered, "limit": String(Self.mostClaims)])
    let listed = try await conversation.ask { (reply) throws(OutOfFormat) in
      var claims: [(quote: String, claim: String)] = []
      for entry in try reply.objects("claims", atMost: Self.mostClaims) {
        claims.append((try entry.text("quote"), try entry.text("claim")))
      }
      return claims
    }.reading

    let search = QuoteSearch([answer])
    var claims: [AnswerClaim] = []
    var known: Set<String> = []
    for (quote, claim) in listed {
      let found = search.find(quote)
      guard let first = found.first, let last = found.last else { continue }
      let range = first.range.lowerBound..<last.range.upperBound
      // One line, since claims are numbered by line; bounded, since the judge decides on its length.
      let line = claim.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let isFaithful =
        !line.isEmpty && line.count <= Self.longestClaim
        && !FactGuard().compare(reference: line, answer: String(answer[range])).contradicts
      let text = isFaithful ? line : first.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard known.insert(text.lowercased()).inserted else { continue }
      claims.append(AnswerClaim(text: text, range: range))
    }
    let leftOut = sentences.claims.filter { !Self.isCovered($0, by: claims) }
    claims += leftOut
    return claims.sorted {
      ($0.range.lowerBound, $0.range.upperBound, $0.text) < ($1.range.lowerBound, $1.range.upperBound, $1.text)
    }
  }

  /// Whether listed claims say what a sentence says: a quote alone may be long and say nothing of it.
  private static func isCovered(_ sentence: AnswerClaim, by claims: [AnswerClaim]) -> Bool {
    let stems = claims.filter { $0.range.overlaps(sentence.range) }.flatMap { ClaimWording($0.text).stems }
    return !stems.isEmpty && ClaimWording(sentence.text).share(in: Set(stems)) >= 0.6
  }

  private static let responseFormat = ResponseFormat.jsonSchema(
    name: "claim_list",
    schema: [
      "type": "object",
      "properties": [
        "claims": [
          "type": "array",
          "items": [
            "type": "object",
            "properties": ["quote": ["type": "string"], "claim": ["type": "string"]],
            "required": ["quote", "claim"],
            "additionalProperties": false,
          ],
        ]
      ],
      "required": ["claims"],
      "additionalProperties": false,
    ])
}
