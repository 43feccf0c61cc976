/// How many words, or characters, of a reference a candidate gets wrong: the measure of speech recognition and of
/// reading printed text.
///
/// Nothing is normalised: case and punctuation count. Corpora are scored by adding their parts: a long text weighs more
/// than a short one.
public struct ErrorRate: Sendable, Hashable {
  /// The insertions, deletions and replacements that make the candidate of the reference.
  public let edits: Int
  /// The words, or Unicode scalars, of the reference.
  public let referenceLength: Int

  /// The edits ÷ the length of the reference: 0 for equal texts, above 1 for a candidate that is longer and wrong.
  ///
  /// A reference without any is taken for one of length 1, so that the rate stays a number (jiwer does so too).
  public var rate: Double { Double(edits) / Double(max(1, referenceLength)) }

  /// The word error rate: words are what stands between white space.
  public static func words(_ candidate: String, reference: String) -> ErrorRate {
    ErrorRate(candidate, reference, .words)
  }

  /// The character error rate, by Unicode scalars, white space included.
  public static func characters(_ candidate: String, reference: String) -> ErrorRate {
    ErrorRate(candidate, reference, .scalars)
  }

  /// No text: what to start a sum with.
  public static let zero = ErrorRate(edits: 0, referenceLength: 0)

  /// The rate of two texts together.
  public static func + (left: ErrorRate, right: ErrorRate) -> ErrorRate {
    ErrorRate(edits: left.edits + right.edits, referenceLength: left.referenceLength + right.referenceLength)
  }

  private init(edits: Int, referenceLength: Int) {
    self.edits = edits
    self.referenceLength = referenceLength
  }

  private init(_ candidate: String, _ reference: String, _ unit: TextUnit) {
    var numbers = TokenNumbers()
    let (heard, said) = (unit.numbers(of: candidate, by: &numbers), unit.numbers(of: reference, by: &numbers))
    self.init(
      edits: BitParallelDistance.distance(heard, said, tokens: numbers.count), referenceLength: said.count)
  }
}
