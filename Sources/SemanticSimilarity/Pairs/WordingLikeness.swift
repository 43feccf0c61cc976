import TextMetrics

/// How alike two texts are worded, for texts whose meaning no encoder at hand reads.
struct WordingLikeness {
  /// The cosine of the texts' words and parts of words, 0 to 1; numbers, dates and other facts that a guard compares by
  /// their values are left out.
  let cosine: Double

  /// Whether each text has facts of which two texts on other things seldom have the same: quantities with a unit, days,
  /// times of the day, codes, and numbers from 10.
  let haveTellingFacts: Bool

  /// Whether the texts go on beyond what was compared.
  let isTruncated: Bool

  /// How much of a text is compared, in bytes of UTF-8.
  private static let maximumLength = 32_768

  /// - Parameter language: the language in which a guard compared the facts; nil where none did.
  init(_ reference: String, _ answer: String, language: FactLanguage?) {
    isTruncated = max(reference.utf8.count, answer.utf8.count) > Self.maximumLength
    let parts = [reference, answer].map { WordsAndFacts(Self.beginning(of: $0), language: language) }
    haveTellingFacts = parts.allSatisfy(\.hasTellingFacts)
    if parts.allSatisfy(\.hasFacts), parts.allSatisfy(\.words.isEmpty) {
      // The guard compares them whole.
      cosine = 1
    } else {
      let embedding = LexicalEmbedding()
      let vectors = parts.map { embedding.vector(for: $0.words) }
      cosine = max(0, LexicalEmbedding.cosineSimilarity(vectors[0], vectors[1]))
    }
  }

  /// What such a cosine means: the probability that people call the two texts the same.
  ///
  /// Fitted on 2,745 German, French and Spanish pairs of the STS Benchmark's training and development parts, where a
  /// human score of 4 or more out of 5 counts as the same. On the 726 of the test part: Brier score 0.119 (a constant
  /// guess: 0.166), expected calibration error 0.023. One half is at 0.736, and within 0.011 of that in each language.
  static let calibration = ScoreCalibration(rising: 7.0689, offset: 5.2033)

  /// The probability, facts aside.
  var match: Double { Self.calibration.match(forCosine: cosine) }

  /// Whether nothing but case, kinds of quotation marks, blanks and marks at the ends tells the texts apart.
  static func isEqual(_ reference: String, _ answer: String) -> Bool {
    if reference == answer { return true }
    // What does not matter changes a length little. Long texts are seldom equal but for it.
    let lengths = (reference.utf8.count, answer.utf8.count)
    let (shorter, longer) = (min(lengths.0, lengths.1), max(lengths.0, lengths.1))
    guard longer <= maximumLength, longer <= 4 * shorter + 64 else { return false }
    return TextNormalization.answerForm(reference) == TextNormalization.answerForm(answer)
  }

  private static func beginning(of text: String) -> String {
    guard text.utf8.count > maximumLength else { return text }
    return String(decoding: text.utf8.prefix(maximumLength), as: UTF8.self)
  }
}

/// A text without the facts that a guard compares by their values.
private struct WordsAndFacts {
  let words: String
  let hasFacts: Bool
  let hasTellingFacts: Bool

  init(_ text: String, language: FactLanguage?) {
    guard let language else {
      words = text
      hasFacts = false
      hasTellingFacts = false
      return
    }
    let reading = FactReading(text: text, tokens: FactTokenizer.tokens(in: text), language: language)
    var words: [Substring] = []
    for (token, isFact) in zip(reading.tokens, reading.isCovered) where !isFact && token.kind != .sign {
      words.append(text[token.range])
    }
    self.words = words.joined(separator: " ")
    hasFacts = reading.isCovered.contains(true)
    hasTellingFacts =
      !reading.days.isEmpty || !reading.times.isEmpty || !reading.codes.isEmpty
      || reading.quantities.contains(where: Self.isTelling)
  }

  private static func isTelling(_ fact: Fact) -> Bool {
    guard !fact.isSoft, case .quantity(let measures) = fact.value else { return false }
    return measures.contains { !$0.dimension.isEmpty || $0.magnitude >= 10 }
  }
}
