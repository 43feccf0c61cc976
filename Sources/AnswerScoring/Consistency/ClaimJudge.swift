import LanguageModels
import SemanticSimilarity
import StructuredOutput

/// A model that checks claims against a source, some claims a call, and whose evidence is checked in turn.
struct ClaimJudge: Sendable {
  /// How many claims are put to the judge at once.
  static let claimsPerCall = 8
  /// A source of up to so many bytes is shown whole, of a longer one the passages that have to do with the claims.
  static let mostShownBytes = 12_000
  /// Answer and question are shown up to so many Unicode scalars, to make clear what the claims speak of.
  private static let mostAnswerShown = 4_000
  private static let mostQuotes = 5

  let model: any ChatModel

  struct Judgement: Sendable {
    let verdict: ClaimVerdict
    let reason: String
    let quotes: [String]
  }

  /// Checks claims with what was retrieved for each, in their order.
  ///
  /// - Throws: ``JudgeFault`` where the judge gives no usable judgement, and whatever the model throws.
  func check(
    _ claims: [(claim: AnswerClaim, found: ClaimRetrieval.Found)], in source: SourcePassages, answer: String,
    question: String?
  ) async throws -> [CheckedClaim] {
    var checked: [CheckedClaim] = []
    for first in stride(from: 0, to: claims.count, by: Self.claimsPerCall) {
      let part = Array(claims[first..<min(first + Self.claimsPerCall, claims.count)])
      let shown = Self.shown(part.map(\.found), of: source)
      let judgements = try await ask(
        part.map(\.claim.asked), source: shown, answer: Self.beginning(answer),
        question: question.map(Self.beginning))
      let search = QuoteSearch(shown, of: source.passages)
      for (item, judgement) in zip(part, judgements) {
        let nearest = item.found.windows.first.flatMap { source.evidence(of: $0.sentences) }
        checked.append(Self.believed(judgement, of: item.claim, search: search, nearest: nearest))
      }
    }
    return checked
  }

  // Scalars and not characters: one character may carry any number of combining marks.
  private static func beginning(_ text: String) -> String { String(text.unicodeScalars.prefix(mostAnswerShown)) }

  private func ask(
    _ claims: [String], source: [ClaimEvidence], answer: String, question: String?
  ) async throws -> [Judgement] {
    let numbered = claims.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")
    let passages = source.map(\.text).joined(separator: "\n…\n")
    let texts = FencedTexts([
      ("SOURCE", passages), ("QUESTION", question), ("ANSWER THAT MAKES THE CLAIMS", answer), ("CLAIMS", numbered),
    ])
    let count = claims.count
    let conversation = JudgeConversation(
      model: model, prompt: .claimVerification, responseFormat: Self.responseFormat,
      values: ["fence": texts.fence, "texts": texts.rendered, "count": String(count)])
    return try await conversation.ask { (answer) throws(OutOfFormat) in
      try NumberedJudgements.read(answer, "claims", count: count) { (entry) throws(OutOfFormat) in
        Judgement(
          verdict: try entry.choice(
            "verdict", of: ["supported": .supported, "contradicted": .contradicted, "not found": .notFound]),
          reason: try entry.text("reason"), quotes: try entry.texts("quotes", atMost: Self.mostQuotes))
      }
    }.reading
  }

  /// What a judgement is worth: nothing without evidence that stands in the source and fits the claim.
  private static func believed(
    _ judgement: Judgement, of claim: AnswerClaim, search: QuoteSearch, nearest: ClaimEvidence?
  ) -> CheckedClaim {
    func result(_ verdict: ClaimVerdict, _ evidence: [ClaimEvidence], because reason: String) -> CheckedClaim {
      let score = verdict == .supported ? 1 : verdict == .notVerified ? 0.5 : 0
      return CheckedClaim(
        claim, verdict, score: score, evidence: evidence, nearest: nearest, because: reason, by: .judge)
    }
    let reason = QuotedExcerpt(judgement.reason, limit: 300)
    guard judgement.verdict != .notFound else { return result(.notFound, [], because: "The judge: \(reason)") }
    var evidence: [ClaimEvidence] = []
    for quote in judgement.quotes {
      let found = search.find(quote)
      guard !found.isEmpty else {
        return result(
          .notVerified, [],
          because:
            "The judge says \(judgement.verdict), but quotes \(QuotedExcerpt(quote, limit: 100)), which is not in the "
            + "source.")
      }
      evidence += found
    }
    guard !evidence.isEmpty else {
      return result(
        .notVerified, [], because: "The judge says \(judgement.verdict) without quoting the source: \(reason)")
    }
    // "the" and "days" stand in every source.
    guard ClaimWording(evidence.map(\.text).joined(separator: " ")).stems.count >= 2 else {
      return result(
        .notVerified, evidence,
        because: "The judge says \(judgement.verdict), but quotes too little of the source to show it: "
          + "\(QuotedExcerpt(evidence[0].text, limit: 100)).")
    }
    if judgement.verdict == .supported, let dispute = dispute(of: claim, with: evidence) {
      return result(
        .notVerified, evidence, because: "The judge says supported, but its evidence says otherwise. " + dispute)
    }
    return result(judgement.verdict, evidence, because: "The judge: \(reason)")
  }

  /// Facts that are read so surely that a judge who overlooks them is not believed.
  private static let surestKinds: FactKinds = [.numbers, .money, .dates, .times, .units, .codes]

  private static func dispute(of claim: AnswerClaim, with evidence: [ClaimEvidence]) -> String? {
    let quoted = evidence.map(\.text).joined(separator: " … ")
    return FactGuard(kinds: surestKinds).compare(reference: claim.text, answer: quoted).findings
      .first { $0.relation == .contradicts }.map(ClaimSieve.sentence)
  }

  /// The parts of the source that the judge is shown for some claims, in the order of the source.
  private static func shown(_ found: [ClaimRetrieval.Found], of source: SourcePassages) -> [ClaimEvidence] {
    let length = source.passages.reduce(0) { $0 + $1.utf8.count }
    if length <= mostShownBytes {
      return source.passages.enumerated().compactMap { number, passage in
        passage.isEmpty
          ? nil : ClaimEvidence(passage: number, range: passage.startIndex..<passage.endIndex, in: passage)
      }
    }
    // Each claim brings its nearest windows first, so that none of them goes without.
    var chosen: Set<Int> = []
    var bytes = 0
    for rank in 0..<(found.map(\.windows.count).max() ?? 0) {
      for item in found where rank < item.windows.count {
        for sentence in item.windows[rank].sentences where !chosen.contains(sentence) {
          let size = source.sentences[sentence].text.utf8.count
          guard bytes + size <= mostShownBytes else { continue }
          chosen.insert(sentence)
          bytes += size
        }
      }
    }
    var runs: [Range<Int>] = []
    for sentence in chosen.sorted() {
      if let last = runs.last, last.upperBound == sentence,
        source.sentences[sentence - 1].passage == source.sentences[sentence].passage
      {
        runs[runs.count - 1] = last.lowerBound..<sentence + 1
      } else {
        runs.append(sentence..<sentence + 1)
      }
    }
    return runs.compactMap(source.evidence(of:))
  }

  private static let responseFormat = ResponseFormat.jsonSchema(
    name: "claim_verification",
    schema: [
      "type": "object",
      "properties": [
        "claims": [
          "type": "array",
          "items": [
            "type": "object",
            "properties": [
              "number": ["type": "integer"],
              "reason": ["type": "string"],
              "quotes": ["type": "array", "items": ["type": "string"]],
              "verdict": ["type": "string", "enum": ["supported", "contradicted", "not found"]],
            ],
            "required": ["number", "reason", "quotes", "verdict"],
            "additionalProperties": false,
          ],
        ]
      ],
      "required": ["claims"],
      "additionalProperties": false,
    ])
}
