/// The code spans of a paragraph, a heading or a cell, found from left to right as CommonMark orders it (section 6).
struct MarkdownCodeSpans {
  /// Where the spans stand, their backticks included.
  private(set) var ranges: [Range<Int>] = []
  /// For each length of a row of backticks, where such rows begin, the last first.
  private var backticks: [Int: [Int]] = [:]

  init(_ bytes: [UInt8]) {
    guard bytes.contains(UInt8(ascii: "`")) else { return }
    findBackticks(bytes)
    var index = 0
    while index < bytes.count {
      if MarkdownDestination.isEscape(bytes, at: index) {
        index += 2
      } else if bytes[index] == UInt8(ascii: "`") {
        index = skipRow(bytes, at: index)
      } else if bytes[index] == UInt8(ascii: "<") {
        index = MarkdownTag.end(bytes, at: index) ?? MarkdownTag.endOfAutolink(bytes, at: index) ?? index + 1
      } else {
        index += 1
      }
    }
  }

  private mutating func findBackticks(_ bytes: [UInt8]) {
    var index = bytes.count
    while index > 0 {
      guard bytes[index - 1] == UInt8(ascii: "`") else {
        index -= 1
        continue
      }
      let end = index
      while index > 0, bytes[index - 1] == UInt8(ascii: "`") { index -= 1 }
      backticks[end - index, default: []].append(index)
    }
  }

  /// Goes past a row of backticks, and past the code that it opens where a row of the same length follows.
  private mutating func skipRow(_ bytes: [UInt8], at start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] == UInt8(ascii: "`") { end += 1 }
    let length = end - start
    while let next = backticks[length]?.last, next < end { backticks[length]?.removeLast() }
    guard let close = backticks[length]?.last else { return end }
    ranges.append(start..<(close + length))
    return close + length
  }

  /// Which bytes of a text are no code.
  ///
  /// Where it depends on the reader what is code (a backtick within a comment, a destination or a title), nothing is.
  static func visible(_ bytes: [UInt8]) -> [Bool] {
    var visible = [Bool](repeating: true, count: bytes.count)
    guard bytes.contains(UInt8(ascii: "`")), !isAmbiguous(bytes) else { return visible }
    for range in MarkdownCodeSpans(bytes).ranges {
      for index in range { visible[index] = false }
    }
    return visible
  }

  private static func isAmbiguous(_ bytes: [UInt8]) -> Bool {
    for index in bytes.indices.dropLast() {
      let next = bytes[index + 1]
      switch bytes[index] {
      case UInt8(ascii: "<"): if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") { return true }
      case UInt8(ascii: "]"):
        guard next == UInt8(ascii: "("), let end = MarkdownDestination.endOfTarget(bytes, at: index + 1) else {
          continue
        }
        if bytes[index..<end].contains(UInt8(ascii: "`")) { return true }
      default: break
      }
    }
    return false
  }
}
