/// Scores answers against references with the encoder that comes with the package, and compares their facts.
///
/// ```swift
/// let scorer = try PairScorer()
/// let score = scorer.score(reference: "Refunds take 30 days.", answer: "You get your money back within 60 days.")
/// score.verdict    // contradicts
/// score.reason     // The reference says "30 days", the answer says "60 days" (unit).
/// ```
public struct PairScorer: Sendable {
  /// A reference and an answer to it.
  public struct Pair: Sendable, Hashable {
    /// What is to be said.
    public var reference: String
    /// What is said.
    public var answer: String

    /// Makes a pair.
    public init(reference: String, answer: String) {
      self.reference = reference
      self.answer = answer
    }
  }

  /// The score of a pair, and how its texts went into the encoder.
  public struct Result: Sendable, Hashable {
    /// The score.
    public let score: PairScore
    /// The encoder that measured the similarity, with the version of its weights; nil where none reads the language.
    public let encoder: String?
    /// What of the texts was left out or not checked, a sentence each.
    public let limitations: [String]
  }

  private let encoder: SentenceEncoder
  private let calibration: ScoreCalibration
  private let kinds: FactKinds
  private let threshold: Double

  /// Makes a scorer.
  /// - Parameters:
  ///   - encoder: the encoder; nil for the one that all share.
  ///   - calibration: what its cosines mean.
  ///   - facts: the kinds of facts to compare; an empty set compares none.
  ///   - threshold: the ``PairScore/same`` from which the verdict is `same`.
  /// - Throws: an error that says where the encoder's weights were looked for, or what is wrong with them.
  public init(
    encoder: SentenceEncoder? = nil, calibration: ScoreCalibration = .paraphraseMiniLM, facts: FactKinds = .all,
    threshold: Double = PairScore.defaultThreshold
  ) throws(SentenceEncoderError) {
    if let encoder { self.encoder = encoder } else { self.encoder = try .shared() }
    self.calibration = calibration
    kinds = facts
    self.threshold = threshold
  }

  /// Scores one pair.
  public func score(reference: String, answer: String) -> PairScore {
    results(of: [Pair(reference: reference, answer: answer)])[0].score
  }

  /// Scores pairs, in their order. Many at once are faster than one by one.
  public func results(of pairs: [Pair]) -> [Result] {
    let languages = pairs.map { LanguageOfTexts($0.reference, $0.answer) }
    // Numbers alone are compared by their values.
    let isRead = zip(pairs, languages).map { $1.isReadByEmbeddedEncoder && !$1.languages.isEmpty && canBeRead($0) }
    // A reference often stands beside several answers.
    var places: [String: Int] = [:]
    var texts: [String] = []
    for (pair, isRead) in zip(pairs, isRead) where isRead {
      for text in [pair.reference, pair.answer] where places[text] == nil {
        places[text] = texts.count
        texts.append(text)
      }
    }
    let embeddings = encoder.embed(texts)
    var results: [Result] = []
    results.reserveCapacity(pairs.count)
    for (index, pair) in pairs.enumerated() {
      let facts = compare(pair, in: languages[index])
      var similarity: Double?
      var isTruncated = false
      if isRead[index], let reference = places[pair.reference], let answer = places[pair.answer] {
        similarity = embeddings[reference].cosine(to: embeddings[answer])
        isTruncated = embeddings[reference].isTruncated || embeddings[answer].isTruncated
      }
      let score = PairScore(
        reference: pair.reference, answer: pair.answer, similarity: similarity, calibration: calibration,
        language: languages[index], facts: facts, threshold: threshold)
      let cut = isTruncated ? ["A text is too long for the encoder; its end is not in the similarity."] : []
      results.append(
        Result(
          score: score, encoder: isRead[index] ? encoder.identifier : nil,
          limitations: cut + (kinds.isEmpty ? [] : [facts.limitation].compactMap { $0 })))
    }
    return results
  }

  private func compare(_ pair: Pair, in language: LanguageOfTexts) -> FactComparison {
    guard let spoken = language.factLanguage, !kinds.isEmpty else {
      return FactComparison(findings: [], language: nil, checked: [], unchecked: kinds, isTruncated: false)
    }
    return FactGuard(kinds: kinds, language: spoken).compare(reference: pair.reference, answer: pair.answer)
  }

  /// Whether both texts have a word that the encoder knows. Without any, as in emoji alone or in a megabyte of one
  /// letter, all texts are alike to it.
  private func canBeRead(_ pair: Pair) -> Bool { hasKnownWords(pair.reference) && hasKnownWords(pair.answer) }

  private func hasKnownWords(_ text: String) -> Bool {
    guard text.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil }) else {
      return false
    }
    var ids: [Int32] = []
    var beginning = String(decoding: text.utf8.prefix(2048), as: UTF8.self)
    beginning.withUTF8 { encoder.tokenizer.append($0, to: &ids, limit: 64) }
    return ids.contains { $0 != encoder.tokenizer.vocabulary.unknown }
  }
}
