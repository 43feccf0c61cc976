/// HTML tags and addresses in angle brackets within a paragraph of Markdown (CommonMark, sections 6.5 and 6.6).
enum MarkdownTag {
  /// The offset behind the tag that begins at an offset.
  ///
  /// The time over all of a text's tags is linear: of two readings that are within quotation marks alike, the earlier
  /// ends where the later begins.
  static func end(_ bytes: [UInt8], at start: Int) -> Int? {
    var index = start + 1
    let isClosing = index < bytes.count && bytes[index] == UInt8(ascii: "/")
    if isClosing { index += 1 }
    guard index < bytes.count, bytes[index].isASCIILetter else { return nil }
    while index < bytes.count, isNameByte(bytes[index]) { index += 1 }
    while true {
      let gap = index
      while index < bytes.count, bytes[index].isASCIISpace { index += 1 }
      guard index < bytes.count else { return nil }
      if bytes[index] == UInt8(ascii: ">") { return index + 1 }
      if isClosing { return nil }
      if bytes[index] == UInt8(ascii: "/") {
        return index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: ">") ? index + 2 : nil
      }
      guard index > gap, let end = endOfAttribute(bytes, at: index) else { return nil }
      index = end
    }
  }

  private static func endOfAttribute(_ bytes: [UInt8], at start: Int) -> Int? {
    var index = start
    guard bytes[index].isASCIILetter || bytes[index] == UInt8(ascii: "_") || bytes[index] == UInt8(ascii: ":") else {
      return nil
    }
    while index < bytes.count, isNameByte(bytes[index]) || "_.:".utf8.contains(bytes[index]) { index += 1 }
    var sign = index
    while sign < bytes.count, bytes[sign].isASCIISpace { sign += 1 }
    guard sign < bytes.count, bytes[sign] == UInt8(ascii: "=") else { return index }
    index = sign + 1
    while index < bytes.count, bytes[index].isASCIISpace { index += 1 }
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
      let quote = bytes[index]
      return bytes[(index + 1)...].firstIndex(of: quote).map { $0 + 1 }
    }
    let value = index
    while index < bytes.count, !bytes[index].isASCIISpace, !"\"'=<>`".utf8.contains(bytes[index]) { index += 1 }
    return index > value ? index : nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "-")
  }

  /// The offset behind an address in angle brackets.
  static func endOfAutolink(_ bytes: [UInt8], at start: Int) -> Int? {
    var index = start + 1
    guard index < bytes.count, bytes[index].isASCIILetter || bytes[index].isASCIIDigit else { return nil }
    while index < bytes.count, bytes[index] > 0x20, bytes[index] != UInt8(ascii: "<") {
      if bytes[index] == UInt8(ascii: ">") { return index + 1 }
      index += 1
    }
    return nil
  }
}
