import SpecRecords

/// How far the claims of an answer are what a source says.
public struct FactualConsistency: Sendable, Hashable {
  /// Whether the answer is consistent with the source.
  ///
  /// Failed if a claim is contradicted, or if the share of supported claims would stay below the threshold even if all
  /// open ones were supported; passed if it reaches the threshold without them; else inconclusive.
  public let verdict: Verdict
  /// The share of the claims that the source supports, 0 to 1; no number where there is no claim.
  public let score: Double
  /// The least share that passes, 0 to 1.
  public let threshold: Double
  /// Why the verdict is what it is, for a person: with each claim that is not supported, the words of the source, and
  /// what is between them.
  public let reason: String
  /// The claims, in the order of the answer.
  public let claims: [CheckedClaim]
  /// The sentences of the answer that claim nothing.
  public let nonClaims: [NonClaim]
  /// How many claims were not checked because there are more than ``AnswerClaims/mostClaims``; they count as open.
  public let omittedClaimCount: Int
  /// Whether the end of the source was not read. Then nothing counts as not found.
  public let isSourceTruncated: Bool
  /// What could not be checked in the language of the texts, in a sentence; nil where everything could.
  public let limitation: String?
  /// The encoder; nil where none was of use.
  public let encoder: String?
  /// The judge's model; nil where none was asked.
  public let judge: String?
  /// The prompts that the judge was asked with, such as `claim-verification/1`, in the order of their use.
  public let promptVersions: [String]

  /// How many claims have a verdict.
  public func count(_ verdict: ClaimVerdict) -> Int { claims.count { $0.verdict == verdict } }

  /// The lowest and the highest share of supported claims that is possible once the open ones are settled.
  public var possibleScores: ClosedRange<Double> {
    let total = Double(claims.count + omittedClaimCount)
    guard total > 0 else { return 0...1 }
    let supported = Double(count(.supported))
    let open = Double(claims.count { $0.verdict.isOpen } + omittedClaimCount)
    return supported / total...min(1, (supported + open) / total)
  }

  /// Who checked the claims, in a line.
  public var checkers: String {
    var names = ["fact guard"]
    if let encoder { names.insert("encoder \(encoder)", at: 0) }
    if let judge {
      names.append("judge \(judge)" + (promptVersions.isEmpty ? "" : " (\(promptVersions.joined(separator: ", ")))"))
    }
    return names.joined(separator: ", ")
  }
}

extension FactualConsistency {
  /// What was checked, and what it comes to.
  init(
    _ claims: [CheckedClaim], nonClaims: [NonClaim], omitted: Int, threshold: Double, isSourceTruncated: Bool,
    limitation: String?, encoder: String?, judge: String?, promptVersions: [String], advice: String?
  ) {
    let unjudged = FactualConsistency(
      verdict: .inconclusive, score: .nan, threshold: threshold, reason: "", claims: claims, nonClaims: nonClaims,
      omittedClaimCount: omitted, isSourceTruncated: isSourceTruncated, limitation: limitation, encoder: encoder,
      judge: judge, promptVersions: promptVersions)
    let possible = unjudged.possibleScores
    let verdict: Verdict
    if unjudged.count(.contradicted) > 0 || possible.upperBound < threshold {
      verdict = .failed
    } else {
      verdict = possible.lowerBound >= threshold ? .passed : .inconclusive
    }
    self.init(
      verdict: verdict, score: possible.lowerBound, threshold: threshold,
      reason: Self.reason(unjudged, verdict: verdict, advice: advice), claims: claims, nonClaims: nonClaims,
      omittedClaimCount: omitted, isSourceTruncated: isSourceTruncated, limitation: limitation, encoder: encoder,
      judge: judge, promptVersions: promptVersions)
  }

  /// What could not be checked at all.
  static func unchecked(
    _ verdict: Verdict, _ reason: String, threshold: Double, nonClaims: [NonClaim] = []
  ) -> FactualConsistency {
    FactualConsistency(
      verdict: verdict, score: .nan, threshold: threshold, reason: reason, claims: [], nonClaims: nonClaims,
      omittedClaimCount: 0, isSourceTruncated: false, limitation: nil, encoder: nil, judge: nil, promptVersions: [])
  }

  private static func reason(_ result: FactualConsistency, verdict: Verdict, advice: String?) -> String {
    let total = result.claims.count + result.omittedClaimCount
    let needed = result.threshold >= 1 ? "all" : "\((result.threshold * 1000).rounded() / 10) % of them"
    var lines = [
      "The source supports \(result.count(.supported)) of \(total) \(total == 1 ? "claim" : "claims"), and \(needed) had to be "
        + "supported."
    ]
    // The worst first; of each kind in the order of the answer.
    let order: [ClaimVerdict] = [.contradicted, .notFound, .notVerified, .unsure]
    let unsupported = order.flatMap { kind in result.claims.filter { $0.verdict == kind } }
    lines += unsupported.prefix(Self.mostShownClaims).map(Self.line)
    if unsupported.count > Self.mostShownClaims {
      lines.append("- and \(unsupported.count - Self.mostShownClaims) more")
    }
    if result.omittedClaimCount > 0 {
      lines.append("\(result.omittedClaimCount) more claims were not checked: \(AnswerClaims.mostClaims) is the most.")
    }
    if result.isSourceTruncated {
      lines.append("Only the first \(SourcePassages.mostSentences) sentences of the source were read.")
    }
    if let limitation = result.limitation { lines.append(limitation) }
    if verdict == .inconclusive, let advice { lines.append(advice) }
    return lines.joined(separator: "\n")
  }

  private static let mostShownClaims = 5

  private static func line(_ item: CheckedClaim) -> String {
    var line = "- \(item.verdict): \(QuotedExcerpt(item.claim.text, limit: 200))\n  \(item.explanation)"
    // A judge's quotes speak for themselves; the two words of a fact want the passage around them.
    let quotes = item.checker == .judge ? item.evidence.map(\.text) : []
    if !quotes.isEmpty {
      line +=
        "\n  in the source: "
        + quotes.prefix(3).map { QuotedExcerpt($0, limit: 200).description }.joined(separator: ", ")
    } else if let place = item.nearest {
      line += "\n  nearest in the source: \(QuotedExcerpt(place.text, limit: 300))"
    }
    return line
  }
}
