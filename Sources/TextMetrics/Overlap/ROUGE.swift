/// How much of a reference a summary gives back: shared runs of words, or words in the same order. 0 to 1.
///
/// Lin: "ROUGE: a package for automatic evaluation of summaries" (2004), as worked out by Google's `rouge_score`, whose
/// tokenizer, stemmer and rule for counting a word once these are.
///
/// Runs of words take the time of sorting them. The longest common subsequence of n and m words takes n × m / 64
/// steps: a second for two texts of a megabyte. By lines it takes up to four times that for prose, and up to twenty
/// for lines that are made to be slow.
public struct ROUGE: Sendable, Hashable {
  /// What is compared.
  public let kind: Kind
  /// How a text is taken apart into words.
  public let tokenizer: Tokenizer

  /// Compares by a kind of ROUGE.
  public init(_ kind: Kind, tokenizer: Tokenizer = .google) {
    self.kind = kind
    self.tokenizer = tokenizer
  }

  /// The score against one reference; zero where either has no words.
  public func score(_ candidate: String, reference: String) -> OverlapScore {
    switch kind.rule {
    case .runs(let order): runs(of: order, candidate, reference)
    case .subsequence: subsequence(candidate, reference)
    case .unionOfLines: unionOfLines(candidate, reference)
    }
  }

  /// The score with the highest F1 against several references, the first of equals; zero without any.
  public func score(_ candidate: String, references: [String]) -> OverlapScore {
    var best: OverlapScore?
    for reference in references {
      let score = score(candidate, reference: reference)
      if score.f1 > best?.f1 ?? -1 { best = score }
    }
    return best ?? .zero
  }

  private func runs(of order: Int, _ candidate: String, _ reference: String) -> OverlapScore {
    var numbers = TokenNumbers()
    let texts = [candidate, reference].map { numbers.number(tokenizer.tokens(in: $0)) }
    var runs = NGrams(of: texts, tokens: numbers.count)
    while runs.order < order { runs.lengthen() }
    let sorted = runs.sorted
    return OverlapScore(
      matches: NGrams.matches(of: sorted[0], in: CollectionOfOne(sorted[1])), candidate: sorted[0].count,
      reference: sorted[1].count)
  }

  private func subsequence(_ candidate: String, _ reference: String) -> OverlapScore {
    var numbers = TokenNumbers()
    let texts = [candidate, reference].map { numbers.number(tokenizer.tokens(in: $0)) }
    var common = LongestCommonSubsequence(tokens: numbers.count)
    return OverlapScore(
      matches: common.length(of: texts[1], texts[0]), candidate: texts[0].count, reference: texts[1].count)
  }

  private func unionOfLines(_ candidate: String, _ reference: String) -> OverlapScore {
    var numbers = TokenNumbers()
    let lines = [candidate, reference].map { text in
      SummaryLines.lines(of: text).map { numbers.number(tokenizer.tokens(in: $0)) }
    }
    let matches = SummaryLines.matches(of: lines[0], in: lines[1], tokens: numbers.count)
    return OverlapScore(
      matches: matches, candidate: lines[0].reduce(0) { $0 + $1.count }, reference: lines[1].reduce(0) { $0 + $1.count }
    )
  }

  /// What ROUGE compares.
  public struct Kind: Sendable, Hashable {
    enum Rule: Hashable {
      case runs(Int)
      case subsequence, unionOfLines
    }

    let rule: Rule

    /// Words, in any order: ROUGE-1.
    public static let one = n(1)

    /// Pairs of neighbouring words: ROUGE-2.
    public static let two = n(2)

    /// Runs of n words; n is taken into 1 to 100.
    public static func n(_ order: Int) -> Kind { Kind(rule: .runs(min(100, max(1, order)))) }

    /// The longest common subsequence of the whole texts, line breaks aside: ROUGE-L.
    public static let l = Kind(rule: .subsequence)

    /// For each line of the reference the words that it shares, in its order, with any line of the candidate:
    /// ROUGE-Lsum. Write one sentence a line.
    ///
    /// Lines beyond the ten thousandth count as one.
    public static let lSum = Kind(rule: .unionOfLines)
  }
}
