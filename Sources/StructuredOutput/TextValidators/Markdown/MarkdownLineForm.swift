/// What one line of Markdown begins, of which only its own bytes decide.
enum MarkdownLineForm {
  /// The level of an ATX heading and the number of bytes before its title.
  static func heading(_ line: ArraySlice<UInt8>) -> (level: Int, skip: Int)? {
    let level = line.prefix(7).prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(level) else { return nil }
    guard let next = line.dropFirst(level).first else { return (level, level) }
    return next.isSpaceOrTab ? (level, level + 1) : nil
  }

  /// A heading's title without the signs that may close it.
  static func title(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    func trimmed(_ range: Range<Int>) -> Range<Int> {
      var (start, end) = (range.lowerBound, range.upperBound)
      while start < end, bytes[start].isSpaceOrTab { start += 1 }
      while end > start, bytes[end - 1].isSpaceOrTab { end -= 1 }
      return start..<end
    }
    let title = trimmed(range)
    var end = title.upperBound
    while end > title.lowerBound, bytes[end - 1] == UInt8(ascii: "#") { end -= 1 }
    let closes = end == title.lowerBound || end < title.upperBound && bytes[end - 1].isSpaceOrTab
    return closes ? trimmed(title.lowerBound..<end) : title
  }

  /// The sign and length of a fence.
  static func fence(_ line: ArraySlice<UInt8>) -> (sign: UInt8, length: Int)? {
    guard let sign = line.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else { return nil }
    let length = line.prefix { $0 == sign }.count
    guard length >= 3 else { return nil }
    return sign == UInt8(ascii: "`") && line.dropFirst(length).contains(sign) ? nil : (sign, length)
  }

  /// The level of the heading that an underline makes of the paragraph before it.
  static func underline(_ line: ArraySlice<UInt8>) -> Int? {
    guard let sign = line.first, sign == UInt8(ascii: "=") || sign == UInt8(ascii: "-") else { return nil }
    guard line.drop(while: { $0 == sign }).allSatisfy(\.isSpaceOrTab) else { return nil }
    return sign == UInt8(ascii: "=") ? 1 : 2
  }

  static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    guard let sign = line.first, "*-_".utf8.contains(sign) else { return false }
    var count = 0
    for byte in line {
      if byte == sign { count += 1 } else if !byte.isSpaceOrTab { return false }
    }
    return count >= 3
  }

  /// The mark of a list item: its bullet or the sign behind its number, and how wide it is.
  static func listMark(_ line: ArraySlice<UInt8>) -> (sign: UInt8, number: Int?, width: Int)? {
    guard let first = line.first else { return nil }
    var number: Int?
    var width = 1
    var sign = first
    if first.isASCIIDigit {
      let digits = line.prefix(10).prefix { $0.isASCIIDigit }
      guard digits.count < 10, let mark = line.dropFirst(digits.count).first else { return nil }
      guard mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") else { return nil }
      number = digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
      width = digits.count + 1
      sign = mark
    } else if !"*-+".utf8.contains(first) {
      return nil
    }
    guard line.dropFirst(width).first?.isSpaceOrTab ?? true else { return nil }
    return (sign, number, width)
  }
}
