import SpecRecords

/// What a judge says of a new answer and an old one.
public struct PairwiseJudgement: Sendable, Hashable {
  /// The verdict on the claim.
  public let verdict: Verdict
  /// What the judge prefers in either order.
  public let vote: PairwiseVote
  /// What was claimed of the new answer.
  public let claim: PairwiseClaim
  /// Why the verdict is what it is, for a person. It names the judge's position bias where there is one.
  public let reason: String
  /// The judge's own reasons, with the new answer first and with the old answer first; empty where it was not asked.
  ///
  /// In the first, `A` is the new answer; in the second, the old one.
  public let reasons: [String]
  /// The judge's model.
  public let judge: String
  /// The judge's answers as they were, in the order of ``reasons``.
  public let rawAnswers: [String]

  init(
    claim: PairwiseClaim, newFirst: PairwiseJudge.Preference, oldFirst: PairwiseJudge.Preference, judge: String
  ) {
    let vote = PairwiseVote(newFirst: newFirst.preference, oldFirst: oldFirst.preference)
    self.verdict = Verdict(claim, vote: vote)
    self.vote = vote
    self.claim = claim
    self.reason = """
      \(Self.summary(of: vote))
      Shown the new answer as A: \(newFirst.reason)
      Shown the new answer as B: \(oldFirst.reason)
      """
    self.reasons = [newFirst.reason, oldFirst.reason]
    self.judge = judge
    self.rawAnswers = [newFirst.rawAnswer, oldFirst.rawAnswer]
  }

  private init(vote: PairwiseVote, claim: PairwiseClaim, reason: String, judge: String) {
    self.verdict = Verdict(claim, vote: vote)
    self.vote = vote
    self.claim = claim
    self.reason = reason
    self.reasons = []
    self.judge = judge
    self.rawAnswers = []
  }

  /// The judgement on two answers that are one and the same text.
  static func identicalAnswers(claim: PairwiseClaim, judge: String) -> PairwiseJudgement {
    PairwiseJudgement(
      vote: PairwiseVote(newFirst: .tie, oldFirst: .tie), claim: claim,
      reason: "Both answers are the same text. No judge can tell them apart, so it is a tie and none was asked.",
      judge: judge)
  }

  private static func summary(of vote: PairwiseVote) -> String {
    if vote.showsPositionBias {
      let favoured = vote.newFirst == .new ? "first" : "second"
      return """
        Position bias: the judge prefers whichever answer is shown \(favoured), so its preferences say nothing about the \
        answers.
        """
    }
    if let agreement = vote.agreement {
      return switch agreement {
      case .new: "In both orders the judge prefers the new answer."
      case .old: "In both orders the judge prefers the old answer."
      case .tie: "In both orders the judge calls it a tie."
      }
    }
    let preferred = vote.newFirst == .tie ? vote.oldFirst : vote.newFirst
    let order = vote.newFirst == .tie ? "the old answer shown first" : "the new answer shown first"
    return "With \(order) the judge prefers the \(preferred.rawValue) answer; in the other order it calls it a tie."
  }
}
