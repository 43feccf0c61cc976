/// How a line of a Markdown table is divided into cells (GitHub Flavored Markdown, section 4.10).
enum MarkdownTableRow {
  /// The cells of a row without the white space around them; a bar behind a backslash divides none.
  static func cells(of row: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
    var row = trimmed(row, in: bytes)
    if row.first.map({ bytes[$0] }) == UInt8(ascii: "|") { row = row.dropFirst() }
    var cells: [Range<Int>] = []
    var start = row.lowerBound
    for index in row where bytes[index] == UInt8(ascii: "|") {
      if index > row.lowerBound, bytes[index - 1] == UInt8(ascii: "\\") { continue }
      cells.append(trimmed(start..<index, in: bytes))
      start = index + 1
    }
    // What stands behind the last bar is a cell only if there is something.
    let last = trimmed(start..<row.upperBound, in: bytes)
    if !last.isEmpty || cells.isEmpty { cells.append(last) }
    return cells
  }

  /// How many cells a delimiter row has; nil for a line that is none.
  static func delimiterCount(_ row: ArraySlice<UInt8>) -> Int? {
    guard row.allSatisfy({ $0.isSpaceOrTab || "|:-".utf8.contains($0) }) else { return nil }
    guard row.contains(UInt8(ascii: "-")), row.contains(where: { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ":") })
    else { return nil }
    let bytes = Array(row)
    let cells = cells(of: bytes.indices, in: bytes)
    for cell in cells {
      var dashes = bytes[cell]
      if dashes.first == UInt8(ascii: ":") { dashes.removeFirst() }
      if dashes.last == UInt8(ascii: ":") { dashes.removeLast() }
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
    }
    return cells.count
  }

  private static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start].isSpaceOrTab { start += 1 }
    while end > start, bytes[end - 1].isSpaceOrTab { end -= 1 }
    return start..<end
  }
}
