/// How many runs of characters a candidate shares with its reference, recall counting twice as much as precision: 0 to 100.
///
/// Popović: "chrF: character n-gram F-score for automatic MT evaluation" (2015) and, with words, "chrF++: words helping
/// character n-grams" (2017), as worked out by sacreBLEU. It needs no word boundaries and so serves all scripts.
/// Lengths of run that either side is too short for do not count (effective order).
///
/// Time is that of sorting the characters, once for each length of run.
public struct ChrF: Sendable, Hashable {
  /// The longest run of characters that is compared, 1 to 100.
  public let characterOrder: Int
  /// The longest run of words that is compared, 0 to 100.
  public let wordOrder: Int
  /// How many times as much recall counts as precision.
  public let beta: Double
  /// Whether upper and lower case are made one first.
  public let ignoresCase: Bool
  /// Whether white space counts among the characters.
  public let keepsWhitespace: Bool

  /// Characters to runs of 6, no words.
  public static let standard = ChrF()

  /// Characters to runs of 6 and words to runs of 2: chrF++.
  public static let plusPlus = ChrF(wordOrder: 2)

  /// Orders outside their bounds are taken into them; a `beta` that is no number or less than 0 is taken for 2.
  public init(
    characterOrder: Int = 6, wordOrder: Int = 0, beta: Double = 2, ignoresCase: Bool = false,
    keepsWhitespace: Bool = false
  ) {
    self.characterOrder = min(100, max(1, characterOrder))
    self.wordOrder = min(100, max(0, wordOrder))
    self.beta = beta >= 0 && beta.isFinite ? beta : 2
    self.ignoresCase = ignoresCase
    self.keepsWhitespace = keepsWhitespace
  }

  /// The score of one text, 0 to 100; of several references the one that scores best counts.
  ///
  /// 0 where the candidate, or every reference, holds nothing but white space, and without a reference.
  public func score(_ candidate: String, references: [String]) -> Double {
    score(of: counts(candidate, references: references))
  }

  /// The score of a corpus, each candidate beside its references: the counts are summed before they are compared.
  public func corpusScore(_ texts: some Sequence<(String, [String])>) -> Double {
    var sum = Counts()
    for (candidate, references) in texts { sum += counts(candidate, references: references) }
    return score(of: sum)
  }

  /// What a text adds to the score of a corpus, counted against the reference that scores best.
  public func counts(_ candidate: String, references: [String]) -> Counts {
    let texts = ([candidate] + references).map { text in
      let scalars = ScalarText.values(of: text)
      return ignoresCase ? ScalarText.lowercased(scalars) : scalars
    }
    var counts = [Counts](repeating: Counts(), count: references.count)
    var characters = TokenNumbers()
    let spelled = texts.map { text in
      characters.number(scalars: keepsWhitespace ? text : text.filter { !ScalarText.isSpace($0) })
    }
    Self.count(spelled, distinct: characters.count, upTo: characterOrder, into: &counts)
    if wordOrder > 0 {
      var words = TokenNumbers()
      let worded = texts.map { words.number(Self.words(in: $0)) }
      Self.count(worded, distinct: words.count, upTo: wordOrder, into: &counts)
    }
    var best = counts.first ?? Counts()
    for other in counts.dropFirst() where score(of: other) > score(of: best) { best = other }
    return best
  }

  /// The score that counts amount to, 0 to 100.
  public func score(of counts: Counts) -> Double {
    var (precision, recall, orders) = (0.0, 0.0, 0.0)
    for run in counts.runs where run.candidate > 0 && run.reference > 0 {
      precision += Double(run.matches) / Double(run.candidate)
      recall += Double(run.matches) / Double(run.reference)
      orders += 1
    }
    guard precision + recall > 0 else { return 0 }
    (precision, recall) = (precision / orders, recall / orders)
    let factor = beta * beta
    return 100 * (1 + factor) * precision * recall / (factor * precision + recall)
  }

  /// What the score of a corpus is worked out from; counts of texts add up.
  public struct Counts: Sendable, Hashable {
    /// For each length of run, characters before words, how many both sides have and how many share.
    var runs: [Run] = []

    struct Run: Sendable, Hashable {
      var candidate = 0
      var reference = 0
      var matches = 0
    }

    /// Counts of no text.
    public init() {}

    /// Adds what another text counts.
    public static func += (sum: inout Counts, text: Counts) {
      for (index, run) in text.runs.enumerated() {
        if index == sum.runs.count { sum.runs.append(Run()) }
        sum.runs[index].candidate += run.candidate
        sum.runs[index].reference += run.reference
        sum.runs[index].matches += run.matches
      }
    }
  }

  private static func count(_ texts: [[Int32]], distinct: Int, upTo orders: Int, into counts: inout [Counts]) {
    var runs = NGrams(of: texts, tokens: distinct)
    for order in 1...orders {
      if order > 1 { runs.lengthen() }
      let sorted = runs.sorted
      for index in counts.indices {
        let reference = sorted[index + 1]
        // A candidate's runs do not count against a reference that is too short to have any.
        counts[index].runs.append(
          Counts.Run(
            candidate: reference.isEmpty ? 0 : sorted[0].count, reference: reference.count,
            matches: NGrams.matches(of: sorted[0], in: CollectionOfOne(reference))))
      }
    }
  }

  /// Words with one sign at the end, else at the start, taken off.
  private static func words(in text: [UInt32]) -> [ArraySlice<UInt32>] {
    var words: [ArraySlice<UInt32>] = []
    for word in ScalarText.words(in: text) {
      if word.count > 1, let last = word.last, ScalarText.isPunctuation(last) {
        words += [word.dropLast(), word.suffix(1)]
      } else if word.count > 1, let first = word.first, ScalarText.isPunctuation(first) {
        words += [word.prefix(1), word.dropFirst()]
      } else {
        words.append(word)
      }
    }
    return words
  }
}
