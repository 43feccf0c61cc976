import SemanticSimilarity
import StructuredOutput

/// Labelled pairs that are read from a file: their cosines, and the vectors of the first of them.
struct LabelledPairs {
  /// The most pairs whose vectors are kept.
  static let mostVectors = 2000

  /// The cosines, in order.
  private(set) var cosines: [LabelledCosine] = []
  /// The vectors of the first pairs that have some.
  private(set) var vectors: [(reference: [Float], answer: [Float], isSame: Bool)] = []
  /// What is wrong with the lines that could not be used: the first of them, and how many there are.
  private(set) var problems: [String] = []
  private(set) var problemCount = 0
  private(set) var lineCount = 0
  /// How many pairs are in a language that the encoder does not know.
  private(set) var foreignCount = 0
  /// Whether a cosine is that of the encoder of this package, and whether one is another's.
  private(set) var isMeasured = false
  private(set) var isGiven = false

  private let sameFrom: Double?
  private var waiting: [(line: Int, reference: String, answer: String, isSame: Bool)] = []

  init(sameFrom: Double?) { self.sameFrom = sameFrom }

  /// Reads all lines.
  ///
  /// - Throws: an error where the encoder is needed and cannot be loaded.
  mutating func read(_ lines: JSONLinesReader) throws(SentenceEncoderError) {
    for (number, result) in lines {
      lineCount += 1
      switch result {
      case .failure(let error): report("\(error)")
      case .success(.object(let object)):
        do throws(UnusableLine) { try take(object, number) } catch { report("line \(number): \(error.reason)") }
        if waiting.count >= 256 { try measure() }
      case .success(let value): report("line \(number): expected a JSON object, got \(value.typeName)")
      }
    }
    try measure()
  }

  private mutating func report(_ problem: String) {
    problemCount += 1
    if problems.count < 5 { problems.append(problem) }
  }

  private mutating func take(_ line: JSONObject, _ number: Int) throws(UnusableLine) {
    let isSame = try label(line)
    if let value = line["similarity"] {
      guard let cosine = value.doubleValue, (-1.001...1.001).contains(cosine) else {
        throw UnusableLine(reason: "\"similarity\" is to be a cosine, a number from -1 to 1")
      }
      isGiven = true
      cosines.append(LabelledCosine(cosine: cosine, isSame: isSame))
    } else if line["a_vector"] != nil || line["b_vector"] != nil {
      let pair = (reference: try vector(line, "a_vector"), answer: try vector(line, "b_vector"))
      guard pair.reference.count == pair.answer.count else {
        throw UnusableLine(
          reason: "\"a_vector\" has \(pair.reference.count) numbers and \"b_vector\" \(pair.answer.count)")
      }
      isGiven = true
      try take(pair.reference, pair.answer, isSame)
    } else {
      waiting.append(
        (number, try line.text(at: ["a", "reference"]), try line.text(at: ["b", "answer"]), isSame))
    }
  }

  private func label(_ line: JSONObject) throws(UnusableLine) -> Bool {
    if let value = line["same"] {
      guard let isSame = value.boolValue else {
        throw UnusableLine(reason: "\"same\" is to be true or false, and is \(value.typeName)")
      }
      return isSame
    }
    guard let value = line["score"] else { throw UnusableLine(reason: "it has no \"same\" or \"score\"") }
    guard let sameFrom else {
      throw UnusableLine(reason: "it has a \"score\"; say with --same-from which scores count as the same")
    }
    guard let score = value.doubleValue, score.isFinite else {
      throw UnusableLine(reason: "\"score\" is to be a number, and is \(value.typeName)")
    }
    return score >= sameFrom
  }

  private func vector(_ line: JSONObject, _ key: String) throws(UnusableLine) -> [Float] {
    let values = line[key]?.arrayValue ?? []
    let numbers = values.compactMap { $0.doubleValue.map { Float($0) } }
    guard !numbers.isEmpty, numbers.count == values.count, numbers.allSatisfy(\.isFinite) else {
      throw UnusableLine(reason: "\"\(key)\" is to be an array of numbers that is not empty")
    }
    return numbers
  }

  private mutating func take(_ reference: [Float], _ answer: [Float], _ isSame: Bool) throws(UnusableLine) {
    let pair = [reference, answer].map { SentenceEmbedding(vector: $0, encoder: "", tokenCount: 0) }
    guard reference.contains(where: { $0 != 0 }), answer.contains(where: { $0 != 0 }),
      let cosine = pair[0].cosine(to: pair[1])
    else { throw UnusableLine(reason: "a vector is 0") }
    cosines.append(LabelledCosine(cosine: cosine, isSame: isSame))
    if vectors.count < Self.mostVectors { vectors.append((reference, answer, isSame)) }
  }

  /// Embeds the texts that wait for it.
  private mutating func measure() throws(SentenceEncoderError) {
    guard !waiting.isEmpty else { return }
    let encoder = try SentenceEncoder.shared()
    let readable = waiting.filter { LanguageOfTexts($0.reference, $0.answer).isReadByEmbeddedEncoder }
    foreignCount += waiting.count - readable.count
    waiting.removeAll(keepingCapacity: true)
    if readable.isEmpty { return }
    isMeasured = true
    let embeddings = encoder.embed(readable.flatMap { [$0.reference, $0.answer] })
    for (index, pair) in readable.enumerated() {
      let (reference, answer) = (embeddings[2 * index], embeddings[2 * index + 1])
      do throws(UnusableLine) {
        if reference.isEmpty || answer.isEmpty { throw UnusableLine(reason: "a text is empty") }
        try take(reference.vector, answer.vector, pair.isSame)
      } catch { report("line \(pair.line): \(error.reason)") }
    }
  }
}
