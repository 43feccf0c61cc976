import SemanticSimilarity

/// The passages that claims are checked against, taken apart into sentences.
struct SourcePassages: Sendable {
  /// Sentences beyond these are not read.
  static let mostSentences = 20_000

  struct Sentence: Sendable {
    /// The number of the passage, from 0.
    let passage: Int
    let text: String
    let range: Range<String.Index>
  }

  let passages: [String]
  let sentences: [Sentence]
  /// Whether sentences were left out.
  let isTruncated: Bool

  init(_ passages: [String]) {
    self.passages = passages
    var sentences: [Sentence] = []
    var isTruncated = false
    for (number, passage) in passages.enumerated() where !isTruncated {
      for sentence in SentenceSplitter.sentences(of: passage) {
        guard sentences.count < Self.mostSentences else {
          isTruncated = true
          break
        }
        sentences.append(Sentence(passage: number, text: sentence.text, range: sentence.range))
      }
    }
    self.sentences = sentences
    self.isTruncated = isTruncated
  }

  var isEmpty: Bool { sentences.isEmpty }

  /// The texts of neighbouring sentences, as one.
  func text(of window: Range<Int>) -> String { sentences[window].map(\.text).joined(separator: " ") }

  /// Where neighbouring sentences of one passage stand.
  func evidence(of window: Range<Int>) -> ClaimEvidence? {
    guard let first = sentences[window].first, let last = sentences[window].last, first.passage == last.passage else {
      return nil
    }
    return ClaimEvidence(
      passage: first.passage, range: first.range.lowerBound..<last.range.upperBound, in: passages[first.passage])
  }

  /// A sentence alone and with its neighbours of the same passage, one on either side.
  func windows(around index: Int) -> [Range<Int>] {
    func isNeighbour(_ other: Int) -> Bool {
      sentences.indices.contains(other) && sentences[other].passage == sentences[index].passage
    }
    let before = isNeighbour(index - 1)
    let after = isNeighbour(index + 1)
    // A heading is near to everything of its kind, and says nothing by itself.
    let isHeading = ClaimWording(sentences[index].text).stems.count < 2 && sentences[index].text.utf8.count < 40
    var windows = isHeading && (before || after) ? [] : [index..<index + 1]
    if before { windows.append(index - 1..<index + 1) }
    if after { windows.append(index..<index + 2) }
    if before, after { windows.append(index - 1..<index + 2) }
    return windows
  }
}
