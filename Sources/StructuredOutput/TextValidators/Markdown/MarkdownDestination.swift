/// Reads the parts of links that CommonMark spells out: labels, destinations and titles (sections 4.7 and 6.3).
enum MarkdownDestination {
  /// The destination that begins at an offset, its escapes undone, and the offset behind it.
  static func read(_ bytes: [UInt8], at start: Int) -> (text: String, end: Int)? {
    guard start < bytes.count else { return nil }
    var index = start
    if bytes[start] == UInt8(ascii: "<") {
      index += 1
      while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
        if bytes[index] == 0x0A || bytes[index] == UInt8(ascii: "<") { return nil }
        index += isEscape(bytes, at: index) ? 2 : 1
      }
      guard index < bytes.count else { return nil }
      return (unescaped(bytes[start + 1..<index]), index + 1)
    }
    var depth = 0
    while index < bytes.count, bytes[index] > 0x20, bytes[index] != 0x7F {
      if isEscape(bytes, at: index) {
        index += 2
        continue
      }
      if bytes[index] == UInt8(ascii: "(") {
        depth += 1
        // CommonMark lets a reader stop here, and without an end the time would not be linear.
        if depth > 32 { return nil }
      }
      if bytes[index] == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      }
      index += 1
    }
    return index == start || depth > 0 ? nil : (unescaped(bytes[start..<index]), index)
  }

  /// What a lenient reader may take for the destination: what stands before white space or a closing parenthesis.
  static func readLoosely(_ bytes: [UInt8], at start: Int) -> String {
    let end = bytes[start...].prefix(400).prefix { $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: ")") }
    return unescaped(end.first == UInt8(ascii: "<") ? end.dropFirst() : end)
  }

  /// The offset behind a link's destination and title in parentheses, the first of which stands at an offset.
  static func endOfTarget(_ bytes: [UInt8], at open: Int) -> Int? {
    func skipSpace(_ start: Int) -> Int {
      var index = start
      while index < bytes.count, bytes[index].isASCIISpace { index += 1 }
      return index
    }
    var index = skipSpace(open + 1)
    if let destination = read(bytes, at: index) { index = destination.end }
    let title = skipSpace(index)
    index = title > index ? skipSpace(endOfTitle(bytes, at: title) ?? title) : title
    return index < bytes.count && bytes[index] == UInt8(ascii: ")") ? index + 1 : nil
  }

  /// The offset behind the title that begins at an offset.
  static func endOfTitle(_ bytes: [UInt8], at start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    let close: UInt8
    switch bytes[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = bytes[start]
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return nil
    }
    var index = start + 1
    while index < bytes.count, bytes[index] != close {
      if close == UInt8(ascii: ")"), bytes[index] == UInt8(ascii: "(") { return nil }
      index += isEscape(bytes, at: index) ? 2 : 1
    }
    return index < bytes.count ? index + 1 : nil
  }

  /// The label in brackets that begins at an offset, made comparable, and the offset behind it.
  static func label(_ bytes: [UInt8], at start: Int) -> (label: String, end: Int)? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "[") else { return nil }
    var index = start + 1
    // CommonMark allows 999 characters, here in bytes.
    let limit = min(bytes.count, start + 4 * 999 + 2)
    while index < limit, bytes[index] != UInt8(ascii: "]") {
      if bytes[index] == UInt8(ascii: "[") { return nil }
      index += isEscape(bytes, at: index) ? 2 : 1
    }
    guard index < limit else { return nil }
    let inside = bytes[start + 1..<index]
    return inside.allSatisfy(\.isASCIISpace) ? nil : (comparable(inside), index + 1)
  }

  /// A label as labels are compared: capitals and the amount of white space do not count.
  static func comparable(_ label: ArraySlice<UInt8>) -> String {
    label.split(whereSeparator: \.isASCIISpace).map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
      .lowercased()
  }

  static func isEscape(_ bytes: [UInt8], at index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "\\") && index + 1 < bytes.count && bytes[index + 1].isASCIIPunctuation
  }

  /// A text without the backslashes of its escapes, its character references resolved.
  static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let isEscape =
        bytes[index] == UInt8(ascii: "\\") && index + 1 < bytes.endIndex && bytes[index + 1].isASCIIPunctuation
      if isEscape { index += 1 }
      if isEscape, bytes[index] == UInt8(ascii: "&") {
        // An escaped ampersand begins no character reference.
        plain += "&amp;".utf8
      } else {
        plain.append(bytes[index])
      }
      index += 1
    }
    return CharacterReference.resolved(String(decoding: plain, as: UTF8.self))
  }
}
