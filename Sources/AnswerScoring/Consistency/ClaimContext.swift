import SemanticSimilarity

/// The sentences of a source that have to do with a claim, as one text of which every part can be found again.
struct ClaimContext: Sendable {
  let text: String
  private let pieces: [(sentence: SourcePassages.Sentence, range: Range<String.Index>)]

  /// - Parameters:
  ///   - sentences: the numbers of the sentences, rising.
  ///   - separator: what stands between two of them.
  init(_ sentences: [Int], of source: SourcePassages, separatedBy separator: String = " ") {
    var text = ""
    var lengths: [Int] = []
    for number in sentences {
      if !text.isEmpty { text += separator }
      text += source.sentences[number].text
      lengths.append(text.utf8.count)
    }
    var pieces: [(sentence: SourcePassages.Sentence, range: Range<String.Index>)] = []
    var start = text.startIndex
    var offset = 0
    for (number, length) in zip(sentences, lengths) {
      let end = text.utf8.index(start, offsetBy: length - offset)
      pieces.append((source.sentences[number], start..<end))
      (start, offset) = (end, length)
    }
    self.text = text
    self.pieces = pieces
  }

  /// Where the source says what stands at a place of the text: the words themselves where they can be found, else their
  /// sentence.
  func evidence(at span: FactSpan, in source: SourcePassages) -> ClaimEvidence? {
    guard let piece = pieces.first(where: { span.range.lowerBound < $0.range.upperBound }) else { return nil }
    let passage = source.passages[piece.sentence.passage]
    let range = passage[piece.sentence.range].firstRange(of: span.text) ?? piece.sentence.range
    return ClaimEvidence(passage: piece.sentence.passage, range: range, in: passage)
  }

  /// Where the source has the sentences that a part of the text touches, if they are of one passage.
  func evidence(of range: Range<String.Index>, in source: SourcePassages) -> ClaimEvidence? {
    let touched = pieces.filter { $0.range.overlaps(range) }.map(\.sentence)
    guard let first = touched.first, let last = touched.last, first.passage == last.passage else { return nil }
    return ClaimEvidence(
      passage: first.passage, range: first.range.lowerBound..<last.range.upperBound, in: source.passages[first.passage])
  }
}
