import SemanticSimilarity

/// The claims that an answer makes, found without a model: its sentences, and of a sentence that joins two complete ones
/// each.
///
/// What states nothing is no claim: greetings, questions, offers of help, hedges, lead-ins. Where that is in doubt it is
/// a claim, so that nothing wrong goes unchecked; a sentence with a digit always is one.
public struct AnswerClaims: Sendable {
  /// The most claims of one answer.
  public static let mostClaims = 200

  /// The claims, in the order of the answer.
  public let claims: [AnswerClaim]
  /// The sentences that are no claims, in the order of the answer.
  public let nonClaims: [NonClaim]
  /// How many claims beyond ``mostClaims`` were left out.
  public let omittedClaimCount: Int

  /// Takes an answer apart, in time linear in its length.
  public init(of answer: String) {
    var claims: [AnswerClaim] = []
    var nonClaims: [NonClaim] = []
    var omitted = 0
    var previous: String?
    for sentence in SentenceSplitter.sentences(of: answer) {
      if let kind = NonClaimPhrases.kind(of: sentence.text) {
        nonClaims.append(NonClaim(text: sentence.text, range: sentence.range, kind: kind))
        continue
      }
      // "Please don't:" says of each item of its list the contrary of what the item says alone.
      let lead = sentence.context.flatMap { NonClaimPhrases.turns($0) ? "\($0) " : nil } ?? ""
      let whole = AnswerClaim(text: lead + sentence.text, range: sentence.range)
      for clause in JoinedClauses.split(whole, in: answer) {
        guard claims.count < Self.mostClaims else {
          omitted += 1
          continue
        }
        let context = NonClaimPhrases.pointsBack(clause.text) ? sentence.context ?? previous : nil
        claims.append(AnswerClaim(text: clause.text, range: clause.range, context: context))
        previous = clause.text
      }
    }
    self.claims = claims
    self.nonClaims = nonClaims
    omittedClaimCount = omitted
  }
}
