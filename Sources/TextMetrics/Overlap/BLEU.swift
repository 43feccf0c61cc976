import Foundation

/// How many of a candidate's runs of 1 to 4 words stand in its references too, less a penalty for being short: 0 to 100.
///
/// Papineni, Roukos, Ward, Zhu: "BLEU: a method for automatic evaluation of machine translation" (2002), as worked out
/// by sacreBLEU (Post, "A call for clarity in reporting BLEU scores", 2018), whose tokenizers, smoothing and defaults
/// these are. A score means little unless the tokenizer is told with it.
///
/// Time is that of sorting the words, once for each length of run.
public struct BLEU: Sendable, Hashable {
  /// How a text is taken apart into words.
  public var tokenizer: Tokenizer
  /// What a length of run counts of which nothing matches.
  public var smoothing: Smoothing
  /// The longest run that is compared, 1 to 100.
  public var maximumOrder: Int { didSet { maximumOrder = Self.orders.clamping(maximumOrder) } }
  /// Whether upper and lower case are made one first.
  public var ignoresCase: Bool

  private static let orders = 1...100

  /// - Parameter maximumOrder: The longest run that is compared; taken into 1 to 100.
  public init(
    tokenizer: Tokenizer = .v13a, smoothing: Smoothing = .exponential, maximumOrder: Int = 4, ignoresCase: Bool = false
  ) {
    self.tokenizer = tokenizer
    self.smoothing = smoothing
    self.maximumOrder = Self.orders.clamping(maximumOrder)
    self.ignoresCase = ignoresCase
  }

  /// The score of one text. Lengths of run that the candidate is too short for do not count (effective order).
  ///
  /// 0 for an empty candidate and where no word matches, also where there is no reference.
  public func score(_ candidate: String, references: [String]) -> Score {
    score(of: counts(candidate, references: references), usesEffectiveOrder: true)
  }

  /// The score of a corpus, each candidate beside its references: the counts are summed before they are compared.
  ///
  /// It is not the mean of the texts' scores.
  public func corpusScore(_ texts: some Sequence<(String, [String])>) -> Score {
    var sum = Counts()
    for (candidate, references) in texts { sum += counts(candidate, references: references) }
    return score(of: sum, usesEffectiveOrder: false)
  }

  /// What a text adds to the score of a corpus. Of several references the one nearest in length counts for the length,
  /// the shorter of two.
  public func counts(_ candidate: String, references: [String]) -> Counts {
    var numbers = TokenNumbers()
    let texts = ([candidate] + references).map { text in
      let scalars = ScalarText.values(of: text)
      return numbers.number(tokenizer.tokens(in: ignoresCase ? ScalarText.lowercased(scalars) : scalars))
    }
    let length = texts[0].count
    var counts = Counts()
    counts.candidateLength = length
    counts.referenceLength =
      texts.dropFirst().map(\.count).min { (abs($0 - length), $0) < (abs($1 - length), $1) } ?? 0
    var runs = NGrams(of: texts, tokens: numbers.count)
    for order in 1...maximumOrder {
      if order > 1 { runs.lengthen() }
      let sorted = runs.sorted
      counts.matches.append(NGrams.matches(of: sorted[0], in: sorted.dropFirst()))
      counts.totals.append(sorted[0].count)
    }
    return counts
  }

  /// The score that counts amount to.
  ///
  /// - Parameter usesEffectiveOrder: Whether only the lengths of run count that the candidates are long enough for:
  ///   usual for single texts, not for a corpus.
  public func score(of counts: Counts, usesEffectiveOrder: Bool) -> Score {
    var precisions = [Double](repeating: 0, count: maximumOrder)
    let (candidate, reference) = (Double(counts.candidateLength), Double(counts.referenceLength))
    let penalty = candidate >= reference ? 1 : candidate > 0 ? exp(1 - reference / candidate) : 0
    func score(_ value: Double) -> Score {
      Score(
        value: value, precisions: precisions, brevityPenalty: penalty, candidateLength: counts.candidateLength,
        referenceLength: counts.referenceLength)
    }
    guard counts.matches.contains(where: { $0 > 0 }) else { return score(0) }
    var effectiveOrder = maximumOrder
    var halvings = 1.0
    for (index, (matches, total)) in zip(counts.matches, counts.totals).prefix(maximumOrder).enumerated() {
      let added = index > 0 ? smoothing.added : 0
      let (matches, total) = (Double(matches) + added, Double(total) + added)
      if total == 0 { break }
      if usesEffectiveOrder { effectiveOrder = index + 1 }
      if matches == 0 { halvings *= 2 }
      precisions[index] = 100 * (matches > 0 ? matches : smoothing.floor(halvings)) / total
    }
    // One length of run without any match makes the mean zero.
    let logarithms = precisions.prefix(effectiveOrder).map { $0 > 0 ? log($0) : -9_999_999_999 }
    return score(penalty * exp(logarithms.reduce(0, +) / Double(effectiveOrder)))
  }

  /// A BLEU score with what it is made of.
  public struct Score: Sendable, Hashable {
    /// The score, 0 to 100.
    public let value: Double
    /// For each length of run from 1 the share of the candidate's runs that match, smoothed, 0 to 100.
    public let precisions: [Double]
    /// The factor for candidates shorter than their references, 0 to 1.
    public let brevityPenalty: Double
    /// How many words the candidates have.
    public let candidateLength: Int
    /// How many words the references have that are nearest in length.
    public let referenceLength: Int
  }

  /// What the score of a corpus is worked out from; counts of texts add up.
  public struct Counts: Sendable, Hashable {
    /// For each length of run from 1 how many of the candidates' runs stand in a reference.
    public internal(set) var matches: [Int] = []
    /// For each length of run from 1 how many the candidates have.
    public internal(set) var totals: [Int] = []
    /// How many words the candidates have.
    public internal(set) var candidateLength = 0
    /// How many words the references have that are nearest in length.
    public internal(set) var referenceLength = 0

    /// Counts of no text.
    public init() {}

    /// Adds what another text counts.
    public static func += (sum: inout Counts, text: Counts) {
      sum.candidateLength += text.candidateLength
      sum.referenceLength += text.referenceLength
      let missing = max(0, text.matches.count - sum.matches.count)
      sum.matches += [Int](repeating: 0, count: missing)
      sum.totals += [Int](repeating: 0, count: missing)
      for index in text.matches.indices {
        sum.matches[index] += text.matches[index]
        sum.totals[index] += text.totals[index]
      }
    }
  }
}

extension ClosedRange<Int> {
  fileprivate func clamping(_ value: Int) -> Int { Swift.min(upperBound, Swift.max(lowerBound, value)) }
}
