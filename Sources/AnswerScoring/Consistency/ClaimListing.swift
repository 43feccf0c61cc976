/// Who takes an answer apart into claims.
public struct ClaimListing: Sendable, Hashable {
  let usesJudge: Bool

  /// Each sentence is a claim, and each half of a sentence that surely joins two: by rule, without a model.
  public static let bySentence = ClaimListing(usesJudge: false)
  /// The judge lists the claims of the whole answer in one call, each so that it can be understood alone and with the
  /// words of the answer that make it. Finer, and one call more. A sentence that the judge leaves out is a claim
  /// nevertheless. Without a judge the sentences are the claims.
  public static let byJudge = ClaimListing(usesJudge: true)
}
