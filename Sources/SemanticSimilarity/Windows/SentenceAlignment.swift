/// What became of a sentence that was sought in an answer.
public struct StatementVerdict: Sendable, Hashable {
  /// A name for files and tests: `said`, `contradicted`, `missing`, `both` or `notFound`.
  public let name: String

  /// The answer says it.
  public static let said = StatementVerdict(name: "said")
  /// What comes nearest to it says otherwise.
  public static let contradicted = StatementVerdict(name: "contradicted")
  /// What comes nearest to it leaves one of its facts out.
  public static let missing = StatementVerdict(name: "missing")
  /// The answer says it, and says otherwise too.
  public static let both = StatementVerdict(name: "both")
  /// Nothing in the answer comes near enough.
  public static let notFound = StatementVerdict(name: "notFound")
}

/// One to three neighbouring sentences of an answer, beside the sentence that was sought.
public struct AlignedWindow: Sendable, Hashable {
  /// The sentences, by their places among those of the answer.
  public let sentences: Range<Int>
  /// What they say, without marks of Markdown.
  public let text: String
  /// Where they stand in the answer.
  public let range: Range<String.Index>
  /// The cosine, -1 to 1.
  public let cosine: Double
  /// The match, 0 to 1; nil with an encoder without calibration.
  public let match: Double?
  /// What the match was made from; nil with an encoder without calibration.
  public let evidence: StatementEvidence?
}

/// A sentence of a reference and what an answer says to it.
public struct SentenceAlignment: Sendable, Hashable {
  /// The sentence of the reference.
  public let sentence: String
  /// Whether the answer says it.
  public let verdict: StatementVerdict
  /// Where it says it, or what comes nearest; nil for an answer that says nothing.
  public let window: AlignedWindow?
  /// The facts on which the two disagree. The ranges of their spans are those of the two texts above, and where a fact
  /// was sought in the neighbourhood or in a clause, those of the neighbourhood or the clause.
  public let facts: [FactFinding]
  /// Where the answer says otherwise, for ``StatementVerdict/both``.
  public let otherWindow: AlignedWindow?
}
