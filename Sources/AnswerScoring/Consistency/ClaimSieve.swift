import SemanticSimilarity

/// Checks claims against a source without a judge: an encoder and shared words find what has to do with a claim, and the
/// fact guard looks for a fact of the claim that the source disputes or lacks.
struct ClaimSieve: Sendable {
  /// Facts that are read so surely that one dispute decides.
  static let decisiveKinds: FactKinds = [.numbers, .money, .dates, .times, .units, .codes, .negation, .names]
  /// The facts for which the nearest passage decides even where another part of the source would fit the claim.
  private static let kindsOfPlace: FactKinds = [.numbers, .money, .dates, .times, .units, .negation]

  let source: SourcePassages
  let reading: SieveReading

  /// A claim after the first look, and whether a second one may change it: nothing but shared words decided.
  struct Look: Sendable {
    var checked: CheckedClaim
    let isByWords: Bool
  }

  /// Looks at one claim with what was retrieved for it.
  func look(at claim: AnswerClaim, _ found: ClaimRetrieval.Found) -> Look {
    let nearest = found.windows.first.flatMap { source.evidence(of: $0.sentences) }
    func result(
      _ verdict: ClaimVerdict, _ score: Double, _ evidence: [ClaimEvidence?] = [], because reason: String,
      byWords: Bool = false
    ) -> Look {
      Look(
        checked: CheckedClaim(
          claim, verdict, score: score, evidence: evidence.compactMap(\.self), nearest: nearest, because: reason,
          by: .sieve),
        isByWords: byWords)
    }
    guard let window = found.windows.first else {
      let reason = reading.limitation ?? "No sentence of the source shares a word with it."
      return result(.unsure, 0.3, because: reason)
    }

    let context = ClaimContext(found.context, of: source)
    let estimate = reading.estimate(claim, window: window, context: context)
    let facts = reading.guarding.compare(reference: claim.text, answer: context.text)
    let words = ClaimWording(context.text)
    let contradicting = facts.findings.filter { $0.relation == .contradicts }
    let disputed = contradicting.filter { Self.decisiveKinds.contains($0.kind) && !Self.isNamed($0, in: words) }
    let missing = facts.findings.filter { $0.relation == .missing && !Self.isNamed($0, in: words) }
    let doubted = contradicting.filter { !Self.decisiveKinds.contains($0.kind) || Self.isNamed($0, in: words) }
    // What has nothing to do with a claim does not contradict it.
    let isAbout = estimate.map { $0 > SupportEstimate.foreign } ?? true
    let likely = estimate ?? 0.5

    if isAbout, let finding = disputed.first {
      return result(
        .contradicted, 0.05 * likely, disputed.map { $0.answer.flatMap { context.evidence(at: $0, in: source) } },
        because: Self.sentence(finding))
    }
    if isAbout, let finding = disputeNearby(claim, found) {
      return result(.contradicted, 0.1 * likely, [nearest], because: Self.sentence(finding))
    }
    if source.isTruncated, !isAbout || !missing.isEmpty || !disputed.isEmpty {
      return result(.unsure, 0.3 * likely, because: "It is not in the part of the source that was read.")
    }
    if let finding = missing.first ?? disputed.first {
      return result(
        .notFound, 0.15 * likely,
        because:
          "The \(finding.kind.name) \(QuotedExcerpt(finding.reference.text, limit: 80)) of the claim is not in the "
          + "source.")
    }
    guard let estimate else {
      return Look(checked: openOutsideOfEnglish(claim, window: window, nearest: nearest), isByWords: false)
    }
    if !isAbout, let cosine = reading.cosine(of: window), cosine <= SupportEstimate.absentCosine {
      return result(.notFound, 0.2 * estimate, because: "Nothing in the source comes near to it.")
    }
    if let finding = doubted.first {
      return result(.unsure, 0.3 * estimate, [nearest], because: "It may say otherwise. " + Self.sentence(finding))
    }
    if let word = ScopeWords.first(of: claim.text, missingIn: window.text) {
      return result(
        .unsure, 0.5 * estimate, [nearest], because: "The source does not say “\(word)”, which may change the meaning.")
    }
    if let doubt = doubt(claim, in: window.text) {
      return result(.unsure, 0.4 * estimate, [nearest], because: doubt)
    }
    if estimate >= SupportEstimate.supported {
      return result(
        .supported, estimate, [nearest], because: "The source has its facts and most of its words.",
        byWords: true)
    }
    return result(
      .unsure, 0.5 * estimate, [nearest],
      because: "The source has its facts, but too few of its words to be sure that it says the same.", byWords: true)
  }

  /// What in a passage makes it doubtful that it says a claim of which it has the facts; nil for nothing.
  func doubt(_ claim: AnswerClaim, in passage: String) -> String? {
    // The claim may say something else of a fact that only the passage has.
    let turned = reading.guarding.compare(reference: passage, answer: claim.text)
    if let finding = turned.findings.first(where: { $0.relation == .contradicts }), let answer = finding.answer {
      return "The source may say otherwise: \(QuotedExcerpt(finding.reference.text, limit: 80)), where the claim says "
        + "\(QuotedExcerpt(answer.text, limit: 80)) (\(finding.kind.name))."
    }
    if let word = ScopeWords.narrowing(passage, missingIn: claim.text) {
      return "The source says “\(word)”, which the claim leaves out."
    }
    return nil
  }

  /// Whether the source has the name that the guard misses or sees disputed: it may then be said of something else.
  private static func isNamed(_ finding: FactFinding, in source: ClaimWording) -> Bool {
    guard finding.kind == .names else { return false }
    let name = ClaimWording(finding.reference.text)
    return !name.stems.isEmpty && name.share(in: Set(source.stems)) == 1
  }

  /// A dispute with the nearest passage, which the rest of the source hides: "60 days" may stand there, but of shipping.
  private func disputeNearby(_ claim: AnswerClaim, _ found: ClaimRetrieval.Found) -> FactFinding? {
    guard let first = found.windows.first, let nearest = first.cosine else { return nil }
    func disputes(_ window: ClaimRetrieval.Window) -> [FactFinding] {
      reading.guarding.compare(reference: claim.text, answer: window.text).findings.filter {
        $0.relation == .contradicts && Self.kindsOfPlace.contains($0.kind)
      }
    }
    guard let finding = disputes(first).first else { return nil }
    // Another passage as near that says nothing against it leaves it open who is right.
    let rivals = found.windows.dropFirst().prefix { ($0.cosine ?? 0) >= nearest - 0.03 }
    return rivals.contains { disputes($0).isEmpty } ? nil : finding
  }

  private func openOutsideOfEnglish(
    _ claim: AnswerClaim, window: ClaimRetrieval.Window, nearest: ClaimEvidence?
  ) -> CheckedClaim {
    let quote = QuoteSearch([window.text])
    if !quote.find(claim.text).isEmpty {
      return CheckedClaim(
        claim, .supported, score: 1, evidence: [nearest].compactMap(\.self), nearest: nearest,
        because: "It stands in the source word for word.", by: .sieve)
    }
    return CheckedClaim(
      claim, .unsure, score: 0.5, evidence: [], nearest: nearest, because: reading.limitation ?? "", by: .sieve)
  }

  /// The guard's finding in the words of claim and source.
  static func sentence(_ finding: FactFinding) -> String {
    let claimed = QuotedExcerpt(finding.reference.text, limit: 80)
    guard let answer = finding.answer else {
      return "The \(finding.kind.name) \(claimed) of the claim is not in the source."
    }
    return "The claim says \(claimed), the source says \(QuotedExcerpt(answer.text, limit: 80)) (\(finding.kind.name))."
  }
}
