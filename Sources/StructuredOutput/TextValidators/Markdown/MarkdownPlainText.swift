/// What a reader sees of a heading, a paragraph or a table's cell.
enum MarkdownPlainText {
  /// A part of a text that a reader sees.
  enum Piece {
    /// Bytes that stand there.
    case shown(Range<Int>)
    /// A tag that begins a new line, at an offset.
    case lineBreak(Int)
  }

  /// A text without the signs of emphasis and code around words; of a link its words are left.
  static func text(of markdown: String) -> String {
    let bytes = Array(markdown.utf8)
    var plain: [UInt8] = []
    for piece in pieces(of: bytes) {
      if case .shown(let range) = piece { plain += bytes[range] } else { plain.append(0x20) }
    }
    return String(decoding: plain, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// What a reader sees of a text, in its order.
  static func pieces(of bytes: [UInt8]) -> [Piece] {
    var isShown = [Bool](repeating: true, count: bytes.count)
    var breaks: [Int] = []
    var openBrackets: [Int] = []
    var hasClosing = true
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if MarkdownDestination.isEscape(bytes, at: index) {
        isShown[index] = false
        index += 2
        continue
      }
      if byte == UInt8(ascii: "[") { openBrackets.append(index) }
      if byte == UInt8(ascii: "]"), let open = openBrackets.popLast(), hasClosing, index + 1 < bytes.count,
        bytes[index + 1] == UInt8(ascii: "(")
      {
        if let end = bytes[index...].firstIndex(of: UInt8(ascii: ")")) {
          isShown[open] = false
          if open > 0, bytes[open - 1] == UInt8(ascii: "!") { isShown[open - 1] = false }
          for hidden in index...end { isShown[hidden] = false }
          index = end + 1
          continue
        }
        hasClosing = false
      }
      if byte == UInt8(ascii: "<") {
        if let end = MarkdownTag.end(bytes, at: index), let tag = HTMLFormatting(bytes[index..<end]) {
          for hidden in index..<end { isShown[hidden] = false }
          if tag.beginsLine { breaks.append(index) }
          index = end
          continue
        }
        if let end = MarkdownTag.endOfAutolink(bytes, at: index) {
          isShown[index] = false
          isShown[end - 1] = false
          index = end
          continue
        }
      }
      if isMark(bytes, at: index) { isShown[index] = false }
      index += 1
    }
    return pieces(isShown, breaks)
  }

  private static func pieces(_ isShown: [Bool], _ breaks: [Int]) -> [Piece] {
    var pieces: [Piece] = []
    var rest = breaks[...]
    var index = 0
    while index < isShown.count {
      if isShown[index] {
        let start = index
        while index < isShown.count, isShown[index] { index += 1 }
        pieces.append(.shown(start..<index))
      } else {
        if rest.first == index {
          pieces.append(.lineBreak(index))
          rest = rest.dropFirst()
        }
        index += 1
      }
    }
    return pieces
  }

  /// A text as titles and column names are compared: without capitals and a colon at its end.
  static func comparable(_ text: String) -> String {
    var form = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    if form.hasSuffix(":") { form.removeLast() }
    return form
  }

  private static func isMark(_ bytes: [UInt8], at index: Int) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "`"): return true
    case UInt8(ascii: "*"):
      // A lone star within a word is a sign of multiplication: "2*3".
      let isLone = isWord(bytes, index - 1) && isWord(bytes, index + 1)
      return !isLone && !(isSpace(bytes, index - 1) && isSpace(bytes, index + 1))
    case UInt8(ascii: "_"): return !(isWord(bytes, index - 1) && isWord(bytes, index + 1))
    case UInt8(ascii: "~"):
      return index > 0 && bytes[index - 1] == bytes[index]
        || index + 1 < bytes.count && bytes[index + 1] == bytes[index]
    default: return false
    }
  }

  private static func isSpace(_ bytes: [UInt8], _ index: Int) -> Bool {
    !bytes.indices.contains(index) || bytes[index].isASCIISpace
  }

  private static func isWord(_ bytes: [UInt8], _ index: Int) -> Bool {
    bytes.indices.contains(index) && (bytes[index].isASCIILetter || bytes[index].isASCIIDigit || bytes[index] >= 0x80)
  }
}

/// A tag of HTML that does no more than lay out the text it stands in.
private struct HTMLFormatting {
  private static let inline: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label",
    "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
  ]
  private static let beginningLines: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div", "dl", "dt",
    "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "li", "main",
    "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
  ]

  let beginsLine: Bool

  /// Nil for a tag of no such name.
  init?(_ tag: ArraySlice<UInt8>) {
    let name = tag.dropFirst().drop { $0 == UInt8(ascii: "/") }.prefix(12).prefix {
      $0.isASCIILetter || $0.isASCIIDigit
    }
    let element = String(decoding: name, as: UTF8.self).lowercased()
    beginsLine = Self.beginningLines.contains(element)
    if !beginsLine, !Self.inline.contains(element) { return nil }
  }
}
