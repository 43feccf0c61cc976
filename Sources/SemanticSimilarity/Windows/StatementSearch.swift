/// Seeks each sentence of a reference in an answer.
///
/// It needs vectors, and does not care whence they come: ask for the texts that need one with `nextTexts()` and give
/// their vectors to `take(_:)`, until no text is left; then `alignments(…)` tells what was found.
///
/// ```swift
/// var search = StatementSearch(reference: reference, answer: answer)
/// while let texts = search.nextTexts() {
///   search.take(encoder.embed(texts).map(\.vector))
/// }
/// ```
public struct StatementSearch: Sendable {
  /// The sentences that are sought, at most 50 of them.
  public let sought: [String]

  /// Whether the reference has more sentences than are sought.
  public let isReferenceTruncated: Bool

  /// The answer.
  public let answer: AnswerWindows

  /// What was wrong with the vectors; nil while nothing was.
  public private(set) var problem: String?

  /// An answer of at most so many sentences is embedded in all its windows at once, a longer one in its sentences
  /// first, and then in the windows around the nearest.
  private static let fewSentences = 16
  private static let nearestSentences = 8

  private(set) var vectors = TextVectors()
  private var asked: [String] = []
  private var round = 0

  /// Takes both texts apart.
  public init(reference: String, answer: String) {
    let sentences = SoughtSentences.sentences(of: reference)
    sought = Array(sentences.prefix(SoughtSentences.most))
    isReferenceTruncated = sentences.count > sought.count
    self.answer = AnswerWindows(answer)
  }

  /// The texts that need a vector now; nil when there are no more.
  public mutating func nextTexts() -> [String]? {
    guard problem == nil, round < 2, !sought.isEmpty, !answer.sentences.isEmpty else { return nil }
    defer { round += 1 }
    var texts: [String] = []
    var windows: [Range<Int>]
    if round == 0 {
      texts = sought
      windows = answer.sentences.indices.map { $0..<$0 + 1 }
      if answer.sentences.count <= Self.fewSentences { windows = allWindows }
    } else {
      windows = nearbyWindows
    }
    for window in windows {
      texts.append(answer.text(of: window))
      texts.append(answer.textInContext(of: window))
    }
    var seen: Set<String> = []
    asked = texts.filter { !vectors.has($0) && seen.insert($0).inserted }
    return asked.isEmpty ? nil : asked
  }

  /// Takes the vectors of the texts that were asked for, in their order.
  public mutating func take(_ vectors: [[Float]]) {
    problem = problem ?? self.vectors.add(asked, vectors)
    if problem == nil, let blind = sought.first(where: { self.vectors.cosine($0, $0) == nil }) {
      problem = "the one of \(FactFinding.quoted(blind)) is all zero; it finds nothing in that text."
    }
  }

  private var allWindows: [Range<Int>] {
    answer.sentences.indices.flatMap { start in
      (1...AnswerWindows.mostNeighbours).map { start..<start + $0 }.filter { $0.upperBound <= answer.sentences.count }
    }
  }

  private var nearbyWindows: [Range<Int>] {
    var sentences: Set<Int> = []
    for sentence in sought {
      let cosines = answer.sentences.indices.map { cosine(of: $0..<$0 + 1, to: sentence) }
      let order = cosines.indices.sorted { (-cosines[$0], $0) < (-cosines[$1], $1) }
      sentences.formUnion(order.prefix(Self.nearestSentences))
    }
    var windows: Set<Range<Int>> = []
    for sentence in sentences.sorted() { windows.formUnion(answer.windows(around: sentence)) }
    return windows.sorted { ($0.lowerBound, $0.count) < ($1.lowerBound, $1.count) }
  }

  /// The windows of which there are vectors.
  var embeddedWindows: [Range<Int>] { allWindows.filter { vectors.has(answer.text(of: $0)) } }

  /// The better of a window's cosines, with its context and without.
  func cosine(of window: Range<Int>, to sentence: String) -> Double {
    max(
      vectors.cosine(sentence, answer.text(of: window)) ?? -1,
      vectors.cosine(sentence, answer.textInContext(of: window)) ?? -1)
  }
}
