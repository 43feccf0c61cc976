/// Compares the checkable facts of two texts that are said to mean the same.
///
/// Similarity scores give "refund within 30 days" and "refund within 60 days" a near-perfect match. The guard reads
/// numbers, amounts, dates, units, names and the words that turn a meaning round out of both texts, and reports where
/// they disagree:
///
///     let comparison = FactGuard().compare(
///       reference: "Refunds take six weeks.", answer: "You get your money back within 30 days.")
///     comparison.contradicts  // true: "six weeks" against "30 days"
///
/// What the answer says beside the reference is allowed. The guard needs no model, no network and no clock, and the
/// same texts give the same findings everywhere.
public struct FactGuard: Sendable, Hashable {
  /// The length of a text beyond which its end is not read, in bytes of UTF-8.
  public static let maximumLength: Int = 200_000

  /// The kinds of facts to compare.
  public let kinds: FactKinds
  /// The language of the texts; nil to tell it from their words.
  public let language: FactLanguage?

  /// A guard for some kinds of facts.
  ///
  /// - Parameters:
  ///   - kinds: the facts to compare; every kind unless said otherwise.
  ///   - language: the language of both texts; nil (the default) tells it from their words.
  public init(kinds: FactKinds = .all, language: FactLanguage? = nil) {
    self.kinds = kinds
    self.language = language
  }

  /// Compares the facts of an answer with those of a reference.
  ///
  /// Takes time linear in the texts and, for each kind, in the product of the facts of both, of which the first 300
  /// of a text count.
  public func compare(reference: String, answer: String) -> FactComparison {
    let referenceTokens = FactTokenizer.tokens(in: reference)
    let answerTokens = FactTokenizer.tokens(in: answer)
    let isTruncated = max(reference.utf8.count, answer.utf8.count) > FactGuard.maximumLength
    let spoken = language ?? FactLanguage.detected(in: referenceTokens + answerTokens)
    guard let spoken else {
      return FactComparison(
        findings: [], language: nil, checked: [], unchecked: kinds, isTruncated: isTruncated)
    }
    let checked = kinds.intersection(spoken.coveredKinds)
    let pair = FactReadingPair(
      reference: FactReading(text: reference, tokens: referenceTokens, language: spoken),
      answer: FactReading(text: answer, tokens: answerTokens, language: spoken))
    var findings = QuantityComparison.findings(in: pair)
    findings = FactGuard.joined(findings, CostComparison.findings(in: pair, whereNot: findings))
    findings += CalendarComparison.findings(in: pair)
    findings += CodeComparison.findings(in: pair)
    let negation = NegationComparison.findings(in: pair)
    findings += negation
    findings += NameComparison.findings(in: pair)
    findings += ModalityComparison.findings(in: pair, whereNot: negation)
    findings += QuantifierComparison.findings(in: pair, whereNot: negation)
    findings += OppositeComparison.findings(in: pair, whereNot: findings)
    let aligned = AlignedComparison.result(in: pair, whereNot: findings)
    findings = FactGuard.joined(findings, aligned.findings)
    findings += KindComparison.findings(in: pair, whereNot: findings)
    if spoken == .english, !findings.contains(where: { $0.relation == .contradicts && checked.contains($0.kind) }) {
      findings = FactGuard.joined(findings, FactGuard.claims(in: pair))
    }
    if findings.isEmpty, checked.contains(.roles) { findings += RoleComparison.findings(in: pair) }
    return FactComparison(
      findings: FactGuard.ordered(findings.filter { checked.contains($0.kind) }), language: spoken, checked: checked,
      unchecked: kinds.subtracting(checked), substitutions: checked.contains(.opposites) ? aligned.substitutions : [],
      isTruncated: isTruncated)
  }

  /// What the clauses of two texts say against each other, however they are worded. They are read where nothing else
  /// tells the texts apart, since one contradiction is enough to refuse.
  private static func claims(in pair: FactReadingPair) -> [FactFinding] {
    let reference = ClauseReading(pair.polarity.reference)
    let answer = ClauseReading(pair.polarity.answer)
    return ClaimComparison.findings(in: reference, answer) + ProgressComparison.findings(in: reference, answer)
      + RelativeDayComparison.findings(in: reference, answer) + PeriodStartComparison.findings(in: pair)
      + ComparedPairs.findings(in: reference, answer) + MovedQuantities.findings(in: reference, answer)
  }

  /// Findings with more of them, where a contradiction takes the place of a missing fact.
  private static func joined(_ findings: [FactFinding], _ more: [FactFinding]) -> [FactFinding] {
    findings.filter { finding in
      finding.relation != .missing || !more.contains { $0.reference.range.overlaps(finding.reference.range) }
    } + more
  }

  /// By kind, then by place in the reference.
  private static func ordered(_ findings: [FactFinding]) -> [FactFinding] {
    findings.enumerated().sorted { one, other in
      let (first, second) = (one.element, other.element)
      if first.kind != second.kind { return first.kind.rawValue < second.kind.rawValue }
      if first.reference.range.lowerBound != second.reference.range.lowerBound {
        return first.reference.range.lowerBound < second.reference.range.lowerBound
      }
      return one.offset < other.offset
    }.map(\.element)
  }
}
