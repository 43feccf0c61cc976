/// A score of a candidate text against references, chosen by its name: what a table of scores is made of.
///
/// The defaults of each are those of the program whose values it gives. For other settings use the type behind it.
public struct TextMetric: Sendable, Hashable {
  private enum Measure: Hashable {
    case rouge(ROUGE)
    case bleu(BLEU)
    case chrF(ChrF)
    case wordErrorRate, characterErrorRate
    case levenshtein, levenshteinSimilarity, damerauLevenshtein, optimalStringAlignment
    case jaro, jaroWinkler
    case tokenF1, exactMatch
  }

  /// The name, such as "rouge-l": lower case, parts joined by hyphens.
  public let name: String
  /// What the score says, in one line.
  public let summary: String
  /// The lowest and the highest score there is; the highest may be infinite.
  public let range: ClosedRange<Double>
  /// Whether a higher score is the better one: not so for rates and distances.
  public let isHigherBetter: Bool
  private let measure: Measure

  private init(
    _ name: String, _ summary: String, _ measure: Measure, in range: ClosedRange<Double> = 0...1,
    higherIsBetter: Bool = true
  ) {
    self.name = name
    self.summary = summary
    self.range = range
    self.measure = measure
    isHigherBetter = higherIsBetter
  }

  /// The metric of a name, upper or lower case; nil for a name that is not among ``all``.
  public init?(named name: String) {
    guard let known = Self.all.first(where: { $0.name == name.lowercased() }) else { return nil }
    self = known
  }

  /// The score of one text; nil without a reference. Of several references the one that scores best counts, but for
  /// `bleu`, which counts what any of them has.
  ///
  /// `damerau-levenshtein` is nil too where no reference is within reach of a billion steps: never for texts of up to
  /// 20 kB, for a megabyte beyond 500 edits.
  public func score(_ candidate: String, references: [String]) -> Double? {
    guard !references.isEmpty else { return nil }
    switch measure {
    case .bleu(let bleu): return bleu.score(candidate, references: references).value
    case .chrF(let chrF): return chrF.score(candidate, references: references)
    case .tokenF1: return SQuADScore(candidate, references: references).f1
    case .exactMatch: return SQuADScore(candidate, references: references).isExactMatch ? 1 : 0
    default:
      let scores = references.compactMap { score(candidate, $0) }
      return isHigherBetter ? scores.max() : scores.min()
    }
  }

  /// The score of a corpus, each candidate beside its references; nil if no text has a reference. Texts without one
  /// are left out.
  ///
  /// `bleu`, `chrf` and the error rates add up what they count before they compare; the others give the mean of those
  /// that have a score.
  public func corpusScore(_ texts: some Sequence<(String, [String])>) -> Double? {
    let texts = texts.filter { !$0.1.isEmpty }
    guard !texts.isEmpty else { return nil }
    switch measure {
    case .bleu(let bleu): return bleu.corpusScore(texts).value
    case .chrF(let chrF): return chrF.corpusScore(texts)
    case .wordErrorRate: return texts.reduce(.zero) { $0 + Self.lowest($1, ErrorRate.words) }.rate
    case .characterErrorRate: return texts.reduce(.zero) { $0 + Self.lowest($1, ErrorRate.characters) }.rate
    default:
      let scores = texts.compactMap { score($0.0, references: $0.1) }
      return scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count)
    }
  }

  private func score(_ candidate: String, _ reference: String) -> Double? {
    switch measure {
    case .rouge(let rouge): rouge.score(candidate, reference: reference).f1
    case .bleu(let bleu): bleu.score(candidate, references: [reference]).value
    case .chrF(let chrF): chrF.score(candidate, references: [reference])
    case .wordErrorRate: ErrorRate.words(candidate, reference: reference).rate
    case .characterErrorRate: ErrorRate.characters(candidate, reference: reference).rate
    case .levenshtein: Double(EditDistance.levenshtein(candidate, reference))
    case .levenshteinSimilarity: EditDistance.levenshteinSimilarity(candidate, reference)
    case .damerauLevenshtein: Self.damerauLevenshtein(candidate, reference)
    case .optimalStringAlignment: Double(EditDistance.optimalStringAlignment(candidate, reference))
    case .jaro: JaroWinkler.jaro(candidate, reference)
    case .jaroWinkler: JaroWinkler.similarity(candidate, reference)
    case .tokenF1: SQuADScore(candidate, references: [reference]).f1
    case .exactMatch: SQuADScore(candidate, references: [reference]).isExactMatch ? 1 : 0
    }
  }

  private static func damerauLevenshtein(_ candidate: String, _ reference: String) -> Double? {
    let longest = max(candidate.utf8.count, reference.utf8.count, 1)
    return EditDistance.damerauLevenshtein(candidate, reference, atMost: 500_000_000 / longest).map(Double.init)
  }

  private static func lowest(
    _ text: (String, [String]), _ rate: (String, String) -> ErrorRate
  ) -> ErrorRate {
    text.1.map { rate(text.0, $0) }.min { $0.rate < $1.rate } ?? .zero
  }
}

extension TextMetric {
  /// All there are, in the order of a list for people.
  public static let all: [TextMetric] = [
    .rouge1, .rouge2, .rougeL, .rougeLsum, .bleu, .chrF, .chrFPlusPlus, .tokenF1, .exactMatch, .wordErrorRate,
    .characterErrorRate, .levenshtein, .levenshteinSimilarity, .damerauLevenshtein, .optimalStringAlignment, .jaro,
    .jaroWinkler,
  ]

  /// `rouge-1`: F1 of shared words.
  public static let rouge1 = TextMetric(
    "rouge-1", "shared words, F1", .rouge(ROUGE(.one)))

  /// `rouge-2`: F1 of shared pairs of words.
  public static let rouge2 = TextMetric(
    "rouge-2", "shared pairs of neighbouring words, F1", .rouge(ROUGE(.two)))

  /// `rouge-l`: F1 of the longest common subsequence of words.
  public static let rougeL = TextMetric(
    "rouge-l", "words in the same order, F1", .rouge(ROUGE(.l)))

  /// `rouge-lsum`: the same by lines.
  public static let rougeLsum = TextMetric(
    "rouge-lsum", "words in the same order by lines, F1", .rouge(ROUGE(.lSum)))

  /// `bleu`: sacreBLEU's, tokenizer 13a, exponential smoothing.
  public static let bleu = TextMetric(
    "bleu", "shared runs of 1 to 4 words, precision (sacreBLEU, 13a)", .bleu(BLEU()), in: 0...100)

  /// `chrf`: sacreBLEU's, runs of up to six characters.
  public static let chrF = TextMetric(
    "chrf", "shared runs of 1 to 6 characters", .chrF(.standard), in: 0...100)

  /// `chrf++`: the same with runs of up to two words.
  public static let chrFPlusPlus = TextMetric(
    "chrf++", "shared runs of 1 to 6 characters and 1 to 2 words", .chrF(.plusPlus), in: 0...100)

  /// `token-f1`: F1 of shared words by the rules of SQuAD.
  public static let tokenF1 = TextMetric(
    "token-f1", "shared words without articles, F1 (SQuAD)", .tokenF1)

  /// `exact-match`: 1 or 0, by the rules of SQuAD.
  public static let exactMatch = TextMetric(
    "exact-match", "1 for the same answer, case, punctuation and articles aside, else 0 (SQuAD)", .exactMatch)

  /// `wer`: the word error rate.
  public static let wordErrorRate = TextMetric(
    "wer", "edits over words ÷ words of the reference", .wordErrorRate, in: 0...(.infinity), higherIsBetter: false)

  /// `cer`: the character error rate.
  public static let characterErrorRate = TextMetric(
    "cer", "edits over Unicode scalars ÷ scalars of the reference", .characterErrorRate, in: 0...(.infinity),
    higherIsBetter: false)

  /// `levenshtein`: the edit distance over Unicode scalars.
  public static let levenshtein = TextMetric(
    "levenshtein", "edits over Unicode scalars", .levenshtein, in: 0...(.infinity), higherIsBetter: false)

  /// `levenshtein-similarity`: 1 less the edit distance ÷ the length of the longer text.
  public static let levenshteinSimilarity = TextMetric(
    "levenshtein-similarity", "1 − edits ÷ length of the longer text", .levenshteinSimilarity)

  /// `damerau-levenshtein`: the edit distance with transpositions, unrestricted.
  public static let damerauLevenshtein = TextMetric(
    "damerau-levenshtein", "edits over Unicode scalars, neighbours that change places count once", .damerauLevenshtein,
    in: 0...(.infinity), higherIsBetter: false)

  /// `osa`: the edit distance with transpositions, no part edited twice.
  public static let optimalStringAlignment = TextMetric(
    "osa", "the same, no part edited twice (optimal string alignment)", .optimalStringAlignment, in: 0...(.infinity),
    higherIsBetter: false)

  /// `jaro`: Jaro's similarity.
  public static let jaro = TextMetric(
    "jaro", "how alike two names are", .jaro)

  /// `jaro-winkler`: Jaro's similarity, raised for a common start.
  public static let jaroWinkler = TextMetric(
    "jaro-winkler", "how alike two names are, the start above all", .jaroWinkler)
}
