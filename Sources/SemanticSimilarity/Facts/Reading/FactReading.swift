/// A text with the facts that were read out of it.
struct FactReading: Sendable {
  let text: String
  let tokens: [FactToken]
  let language: FactLanguage
  let quantities: [Fact]
  let days: [Fact]
  let times: [Fact]
  let codes: [Fact]
  /// Whether a token is part of one of these facts.
  let isCovered: [Bool]
  /// The number of the sentence that each token stands in.
  let sentences: [Int]
  /// Where each stem stands.
  let positions: [String: [Int]]

  /// The facts of a kind beyond this number are not read, so that comparing them stays cheap.
  static let maximumFacts = 300

  init(text: String, tokens: [FactToken], language: FactLanguage) {
    self.text = text
    self.tokens = tokens
    self.language = language
    var reader = FactReader(tokens: tokens, language: language)
    reader.read()
    quantities = Array(reader.quantities.prefix(FactReading.maximumFacts))
    days = Array(reader.days.prefix(FactReading.maximumFacts))
    times = Array(reader.times.prefix(FactReading.maximumFacts))
    codes = Array(reader.codes.prefix(FactReading.maximumFacts))
    var isCovered = Array(repeating: false, count: tokens.count)
    for fact in reader.quantities + reader.days + reader.times + reader.codes {
      for index in fact.tokens where index < tokens.count { isCovered[index] = true }
    }
    self.isCovered = isCovered
    var sentence = 0
    sentences = tokens.indices.map { index in
      if index > 0, tokens[index].startsSentence, tokens[index].followsSpace, tokens[index].kind != .sign {
        sentence += 1
      }
      return sentence
    }
    var positions: [String: [Int]] = [:]
    for (index, token) in tokens.enumerated() where token.kind != .sign {
      positions[token.stem, default: []].append(index)
    }
    self.positions = positions
  }

  /// Whether the text is no more than a phrase or a sentence.
  var isShort: Bool { tokens.count <= 14 }

  /// The words of the text from one token to another.
  func span(_ tokens: Range<Int>) -> FactSpan {
    let last = max(tokens.lowerBound, tokens.upperBound - 1)
    guard tokens.lowerBound >= 0, last < self.tokens.count else {
      return FactSpan(range: text.startIndex..<text.startIndex, in: text)
    }
    let start = self.tokens[tokens.lowerBound].range.lowerBound
    let end = max(start, self.tokens[last].range.upperBound)
    return FactSpan(range: start..<end, in: text)
  }

  /// The tokens of the sentence of a token, at most 60 to each side.
  func sentence(of token: Int) -> Range<Int> {
    var start = token
    var end = token + 1
    while start > 0, token - start < 60, sentences[start - 1] == sentences[token] { start -= 1 }
    while end < tokens.count, end - token < 60, sentences[end] == sentences[token] { end += 1 }
    return start..<end
  }

  /// The stems that say something in a range of tokens.
  func tellingStems(in range: Range<Int>) -> Set<String> {
    Set(range.lazy.map { tokens[$0] }.filter { $0.kind != .sign && !FactWords.empty.contains($0.text) }.map(\.stem))
  }

  /// The stems that say something, near some tokens in the same sentence.
  func context(of tokens: Range<Int>, reach: Int = 5) -> Set<String> {
    var result: Set<String> = []
    for index in max(0, tokens.lowerBound - reach)..<min(self.tokens.count, tokens.upperBound + reach)
    where !tokens.contains(index) && (sentences[index] == sentences[tokens.lowerBound]) {
      let token = self.tokens[index]
      if token.kind == .word, !FactWords.empty.contains(token.text) { result.insert(token.stem) }
    }
    return result
  }
}

/// The two texts of a comparison.
struct FactReadingPair: Sendable {
  let reference: FactReading
  let answer: FactReading
  /// What each of them denies.
  let polarity: (reference: PolarityReading, answer: PolarityReading)

  init(reference: FactReading, answer: FactReading) {
    self.reference = reference
    self.answer = answer
    polarity = (PolarityReading(reference), PolarityReading(answer))
  }

  /// How many words two places share; one where a text has none around it.
  func affinity(_ reference: Range<Int>, _ answer: Range<Int>) -> Int {
    let first = self.reference.context(of: reference)
    let second = self.answer.context(of: answer)
    let shared = first.intersection(second).count
    if shared == 0, first.count <= 1 && self.reference.isShort || second.count <= 1 && self.answer.isShort { return 1 }
    return shared
  }
}
