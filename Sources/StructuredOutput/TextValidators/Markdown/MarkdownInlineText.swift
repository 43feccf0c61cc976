/// The text of a leaf block, its lines joined by line feeds, with the lines it came from.
struct MarkdownInlineText {
  let bytes: [UInt8]
  /// The number, from 1, of the text's first line.
  let firstLine: Int
  private var lineStarts: [Int] = []
  /// How much of the text was taken off as definitions.
  private var taken = 0

  init(_ lines: ArraySlice<Range<Int>>, of source: [UInt8], firstLine: Int) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(lines.reduce(0) { $0 + $1.count + 1 })
    for line in lines {
      if !lineStarts.isEmpty { bytes.append(0x0A) }
      lineStarts.append(bytes.count)
      bytes += source[line]
    }
    self.bytes = bytes
    self.firstLine = firstLine
  }

  /// The line, from 1, that an offset of the text stands in.
  func line(of offset: Int) -> Int { firstLine + lineStarts.lastIndex(atOrBefore: offset) }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Takes a link reference definition off the front, and the number of lines it took.
  mutating func takeDefinition() -> (definition: MarkdownDefinition, lines: Int)? {
    guard let label = MarkdownDestination.label(bytes, at: taken), label.end < bytes.count,
      bytes[label.end] == UInt8(ascii: ":")
    else { return nil }
    let start = skipSpace(from: label.end + 1)
    guard let destination = MarkdownDestination.read(bytes, at: start) else { return nil }
    var end = endOfLine(from: destination.end)
    let titleStart = skipSpace(from: destination.end)
    if titleStart > destination.end, let title = MarkdownDestination.endOfTitle(bytes, at: titleStart),
      let titleEnd = endOfLine(from: title)
    {
      end = titleEnd
    }
    guard let end else { return nil }
    let found = MarkdownDefinition(label: label.label, destination: destination.text, line: line(of: taken))
    let last = max(taken, end - 1)
    let lines = line(of: last) - line(of: taken) + 1
    taken = end
    return (found, lines)
  }

  /// Goes past white space with at most one line feed in it.
  private func skipSpace(from start: Int) -> Int {
    var index = start
    var hasLineFeed = false
    while index < bytes.count, bytes[index].isSpaceOrTab || bytes[index] == 0x0A && !hasLineFeed {
      if bytes[index] == 0x0A { hasLineFeed = true }
      index += 1
    }
    return index
  }

  /// The offset behind the line's end where only white space is left of the line.
  private func endOfLine(from start: Int) -> Int? {
    var index = start
    while index < bytes.count, bytes[index].isSpaceOrTab { index += 1 }
    if index == bytes.count { return index }
    return bytes[index] == 0x0A ? index + 1 : nil
  }
}
