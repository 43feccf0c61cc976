/// The sequences that the encoder runs for one text: one where the text fits, else several.
struct TokenWindows: Sendable {
  /// The ids of all sequences, end to end, each with its `[CLS]` and `[SEP]`.
  private(set) var ids: [Int32] = []
  /// How many ids each sequence has.
  private(set) var lengths: [Int32] = []
  /// Whether a part of the text is in none of them.
  private(set) var isTruncated = false

  private let vocabulary: WordPieceVocabulary

  /// - Parameter maximumLength: the most ids of a sequence, `[CLS]` and `[SEP]` included.
  init(_ text: String, tokenizer: WordPieceTokenizer, maximumLength: Int, handling: LongTextHandling) {
    vocabulary = tokenizer.vocabulary
    let room = maximumLength - 2
    var text = text
    text.withUTF8 { bytes in
      if let maximumWindows = handling.maximumWindows {
        fill(bytes, tokenizer: tokenizer, room: room, maximumWindows: maximumWindows)
      } else {
        var content: [Int32] = []
        tokenizer.append(bytes, to: &content, limit: room)
        isTruncated = content.count > room
        append(content.prefix(room))
      }
    }
  }

  private mutating func fill(
    _ text: UnsafeBufferPointer<UInt8>, tokenizer: WordPieceTokenizer, room: Int, maximumWindows: Int
  ) {
    var pieces = SentencePieces(text)
    var content: [Int32] = []
    while !pieces.isAtEnd {
      var piece: [Int32] = []
      tokenizer.append(pieces.next(), to: &piece, limit: .max)
      if content.count + piece.count > room, !content.isEmpty {
        append(content[...])
        content = []
      }
      var rest = piece[...]
      while rest.count > room, lengths.count < maximumWindows {
        let end = endOfWords(in: rest, room: room)
        append(rest[..<end])
        rest = rest[end...]
      }
      if lengths.count >= maximumWindows {
        isTruncated = isTruncated || !rest.isEmpty
        // Blanks after the last window do not make a text longer.
        while !pieces.isAtEnd, !isTruncated {
          var ids: [Int32] = []
          tokenizer.append(pieces.next(), to: &ids, limit: 0)
          isTruncated = !ids.isEmpty
        }
        return
      }
      content += rest
    }
    if !content.isEmpty || lengths.isEmpty { append(content[...]) }
  }

  /// Where to end a window in a sentence that does not fit: behind a whole word, unless that word fills the window.
  private func endOfWords(in ids: ArraySlice<Int32>, room: Int) -> Int {
    let limit = ids.startIndex + room
    var end = limit
    while end > ids.startIndex + room / 2, vocabulary.isContinuation(ids[end]) { end -= 1 }
    return vocabulary.isContinuation(ids[end]) ? limit : end
  }

  private mutating func append(_ content: ArraySlice<Int32>) {
    ids.append(vocabulary.start)
    ids += content
    ids.append(vocabulary.end)
    lengths.append(Int32(content.count + 2))
  }
}
