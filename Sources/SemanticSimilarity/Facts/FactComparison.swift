/// What a ``FactGuard`` found in two texts.
public struct FactComparison: Sendable, Hashable {
  /// The facts on which the texts disagree, in the order of the kinds and then of the reference.
  public let findings: [FactFinding]
  /// The language of the texts; nil when it is none of the languages that the guard reads.
  public let language: FactLanguage?
  /// The kinds that were compared: what was asked for, as far as the language is covered.
  public let checkedKinds: FactKinds
  /// The kinds that were asked for and not compared.
  public let uncheckedKinds: FactKinds
  /// Words that were exchanged for others in texts that are alike otherwise, where the guard cannot tell whether they
  /// mean the same. They are no findings.
  public let substitutions: [FactSubstitution]
  /// Whether a text was longer than ``FactGuard/maximumLength`` and its end was left out.
  public let isTruncated: Bool
  /// 0 for texts that contradict each other, 1 for texts without a disagreement, between them for facts that are
  /// missing or for contradictions of kinds that are harder to tell. 1 where nothing was checked, 0.9 where all that is
  /// known is that a word was exchanged (``substitutions``).
  public let agreement: Double

  /// Whether anything was compared.
  public var isChecked: Bool { !checkedKinds.isEmpty }

  /// Whether the answer says something else than the reference.
  public var contradicts: Bool { findings.contains { $0.relation == .contradicts } }

  /// Whether the answer leaves a fact out.
  public var isMissingFacts: Bool { findings.contains { $0.relation == .missing } }

  /// What was not checked, in a sentence; nil where everything asked for was.
  public var limitation: String? {
    if language == nil { return "The facts were not checked: the language is none of those that the guard reads." }
    if isTruncated { return "Only the first \(FactGuard.maximumLength) bytes of each text were checked." }
    if let language, !uncheckedKinds.isEmpty {
      return "In \(language.englishName) the guard reads numbers, money, dates, times, units, codes and negation, "
        + "of names, opposites, quantifiers and modality the commonest, and does not check who does what to whom."
    }
    return nil
  }

  init(
    findings: [FactFinding], language: FactLanguage?, checked: FactKinds, unchecked: FactKinds,
    substitutions: [FactSubstitution] = [], isTruncated: Bool
  ) {
    self.findings = findings
    self.language = language
    checkedKinds = checked
    uncheckedKinds = unchecked
    self.substitutions = substitutions
    self.isTruncated = isTruncated
    let unknown = substitutions.isEmpty ? 1 : FactComparison.weightOfSubstitution
    agreement = findings.reduce(unknown) { $0 * (1 - FactComparison.weight(of: $1)) }
  }

  /// What is left of the agreement where a word was exchanged for one that no list knows to mean the same.
  private static let weightOfSubstitution = 0.9

  /// How much of the agreement a finding takes.
  private static func weight(of finding: FactFinding) -> Double {
    if finding.relation == .missing { return 0.5 }
    switch finding.kind {
    case .modality, .quantifiers, .names, .opposites, .roles: return 0.9
    default: return 0.95
    }
  }
}
