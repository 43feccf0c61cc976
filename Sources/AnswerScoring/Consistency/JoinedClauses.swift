import TextMetrics

/// Splits a sentence that joins complete ones: "Returns take 30 days, and the refund is free."
///
/// Only where both sides are surely complete: each has a verb of a short list, and the second opens with a subject that
/// needs no earlier word to be understood. Whatever is less sure stays one claim.
enum JoinedClauses {
  static func split(_ claim: AnswerClaim, in answer: String) -> [AnswerClaim] {
    guard claim.text.utf8.count <= 2_000 else { return [claim] }
    var parts: [Substring] = []
    var start = claim.text.startIndex
    for cut in cuts(in: claim.text) {
      let left = claim.text[start..<cut.lowerBound]
      let right = claim.text[cut.upperBound...]
      guard isComplete(left), isComplete(right), opensAlone(right) else { continue }
      // "If it rains, and the shop is open, …" is one condition.
      guard let first = words(left).first, !conditions.contains(first) else { continue }
      parts.append(left)
      start = cut.upperBound
    }
    guard !parts.isEmpty else { return [claim] }
    parts.append(claim.text[start...])
    // Marks may be missing in the text that stand in the answer: then the whole sentence is the place.
    var found: [AnswerClaim] = []
    var place = claim.range.lowerBound
    for part in parts {
      let text = String(part.drop(while: \.isWhitespace))
      let range = answer[place..<claim.range.upperBound].firstRange(of: text)
      found.append(AnswerClaim(text: text, range: range ?? claim.range))
      place = range?.upperBound ?? place
    }
    return found
  }

  /// The places of `;`, `, and ` and `, but `.
  private static func cuts(in text: String) -> [Range<String.Index>] {
    var cuts: [Range<String.Index>] = []
    var place = text.startIndex
    while let mark = text[place...].firstIndex(where: { $0 == "," || $0 == ";" }), cuts.count < 8 {
      let after = text.index(after: mark)
      place = after
      if text[mark] == ";" {
        cuts.append(mark..<after)
        continue
      }
      for word in [" and ", " but "] where text[after...].hasPrefix(word) {
        place = text.index(after, offsetBy: word.count)
        cuts.append(mark..<place)
      }
    }
    return cuts
  }

  private static func words(_ text: Substring) -> [String] {
    WordTokenizer.words(in: String(text)).map { $0.lowercased() }
  }

  private static func isComplete(_ text: Substring) -> Bool {
    let words = words(text)
    return words.count >= 3 && words.dropFirst().prefix(8).contains { verbs.contains($0) }
  }

  private static func opensAlone(_ text: Substring) -> Bool {
    words(text).first.map { subjects.contains($0) } ?? false
  }

  private static let subjects: Set<String> = [
    "the", "a", "an", "you", "we", "your", "our", "all", "each", "every", "no", "there", "returns", "refunds", "orders",
  ]

  private static let conditions: Set<String> = ["if", "when", "unless", "once", "while", "whether", "because", "since"]

  private static let verbs: Set<String> = [
    "is", "are", "was", "were", "has", "have", "had", "can", "cannot", "can't", "could", "will", "won't", "would",
    "must", "may", "might", "should", "do", "does", "don't", "doesn't", "did", "isn't", "aren't", "costs", "cost",
    "takes", "take", "includes", "include", "offers", "offer", "gets", "get", "receive", "receives", "needs", "need",
    "pays", "pay", "starts", "ends", "opens", "closes", "ships", "ship", "arrives", "lasts", "covers", "cover",
  ]
}
