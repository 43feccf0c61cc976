/// One claim of an answer, and what a source says of it.
public struct CheckedClaim: Sendable, Hashable {
  /// Who decided on a claim.
  public struct Checker: Sendable, Hashable, CustomStringConvertible {
    /// The name in messages: `sieve` or `judge`.
    public let name: String

    init(name: String) { self.name = name }

    /// The encoder and the fact guard, without a model's judgement.
    public static let sieve = Checker(name: "sieve")
    /// A model.
    public static let judge = Checker(name: "judge")

    /// The name.
    public var description: String { name }
  }

  /// The claim.
  public let claim: AnswerClaim
  /// What was found out about it.
  public let verdict: ClaimVerdict
  /// How surely the source says it, 0 to 1: of the sieve a graded number, of a judge 1, 0, or one half where the
  /// judgement cannot be used.
  public let score: Double
  /// The parts of the source that decide; empty where nothing was found.
  public let evidence: [ClaimEvidence]
  /// The part of the source that comes nearest to the claim; nil where none was sought.
  public let nearest: ClaimEvidence?
  /// Why the verdict is what it is, in a sentence or two for people.
  public let explanation: String
  /// Who decided.
  public let checker: Checker

  init(
    _ claim: AnswerClaim, _ verdict: ClaimVerdict, score: Double, evidence: [ClaimEvidence] = [],
    nearest: ClaimEvidence? = nil, because explanation: String, by checker: Checker
  ) {
    self.claim = claim
    self.verdict = verdict
    self.score = score
    self.evidence = evidence
    self.nearest = nearest
    self.explanation = explanation
    self.checker = checker
  }
}
