/// What a reader sees of a heading or a table's cell.
enum MarkdownPlainText {
  /// A byte that no text has in UTF-8.
  private static let removed: UInt8 = 0xFF

  /// A text without the signs of emphasis and code around words; of a link its words are left.
  static func text(of markdown: String) -> String {
    let bytes = Array(markdown.utf8)
    var plain: [UInt8] = []
    var openBrackets: [Int] = []
    var hasClosing = true
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if MarkdownDestination.isEscape(bytes, at: index) {
        plain.append(bytes[index + 1])
        index += 2
        continue
      }
      if byte == UInt8(ascii: "[") { openBrackets.append(plain.count) }
      if byte == UInt8(ascii: "]"), let open = openBrackets.popLast(), hasClosing, index + 1 < bytes.count,
        bytes[index + 1] == UInt8(ascii: "(")
      {
        if let end = bytes[index...].firstIndex(of: UInt8(ascii: ")")) {
          plain[open] = removed
          if open > 0, plain[open - 1] == UInt8(ascii: "!") { plain[open - 1] = removed }
          index = end + 1
          continue
        }
        hasClosing = false
      }
      if !isMark(bytes, at: index) { plain.append(byte) }
      index += 1
    }
    plain.removeAll { $0 == removed }
    return String(decoding: plain, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
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
    case UInt8(ascii: "*"): return !(isSpace(bytes, index - 1) && isSpace(bytes, index + 1))
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
