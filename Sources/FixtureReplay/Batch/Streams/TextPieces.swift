/// A text in the pieces that a server would have streamed it in: words with the space before them, as tokens mostly are.
enum TextPieces {
  /// The most pieces of one text; a long one comes in longer pieces, so that its fixture does not grow manyfold.
  private static let most = 64

  /// The pieces, which joined are the text. None for an empty text.
  static func of(_ text: String) -> [String] {
    var words: [Substring] = []
    var start = text.startIndex
    var isAfterWord = false
    for index in text.indices {
      let isSpace = text[index].isWhitespace
      if isSpace, isAfterWord {
        words.append(text[start..<index])
        start = index
      }
      isAfterWord = !isSpace
    }
    if start < text.endIndex { words.append(text[start...]) }
    let count = max(1, (words.count + most - 1) / most)
    return stride(from: 0, to: words.count, by: count).map { words[$0..<min($0 + count, words.count)].joined() }
  }
}
