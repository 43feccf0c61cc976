/// Cuts a text where sentences probably end, so that a long one can be embedded part by part.
///
/// A cut at an abbreviation does no harm: pieces are put together again as far as they fit.
struct SentencePieces {
  /// Where a piece without an end of sentence is cut.
  private static let longestPiece = 2_048

  private let text: UnsafeBufferPointer<UInt8>
  private(set) var position = 0

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  var isAtEnd: Bool { position == text.count }

  /// The next piece, which takes up all of the text up to the piece after it.
  mutating func next() -> UnsafeBufferPointer<UInt8> {
    let end = end(from: position)
    defer { position = end }
    return UnsafeBufferPointer(rebasing: text[position..<end])
  }

  private func end(from start: Int) -> Int {
    let limit = min(text.count, start + Self.longestPiece)
    var lastSpace = start
    var index = start
    while index < limit {
      switch text[index] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
        let end = endOfClosers(from: index + 1, limit: limit)
        if end == text.count || end < limit && Self.isSpace(text[end]) { return end }
        index = end
      case UInt8(ascii: "\n") where index > start && startsAnew(from: index + 1):
        return index + 1
      case 0xE3, 0xEF, 0xE0:
        if isFullStop(at: index) { return index + 3 }
        index += 1
      default:
        if Self.isSpace(text[index]) { lastSpace = index }
        index += 1
      }
    }
    if limit == text.count { return limit }
    if lastSpace > start { return lastSpace }
    // One word longer than a piece: cut it between scalars.
    var end = limit
    while end > start + 1, text[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }

  private func endOfClosers(from start: Int, limit: Int) -> Int {
    var index = start
    while index < limit, ".!?\"')]*_".utf8.contains(text[index]) { index += 1 }
    return index
  }

  /// A line that goes on with a small letter belongs to the sentence before it.
  private func startsAnew(from start: Int) -> Bool {
    guard start < text.count else { return true }
    return !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text[start])
  }

  /// 。 ！ ？ and the Indic । take no space after them.
  private func isFullStop(at index: Int) -> Bool {
    guard index + 2 < text.count else { return false }
    switch (text[index], text[index + 1], text[index + 2]) {
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F), (0xE0, 0xA5, 0xA4): return true
    default: return false
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
