/// A place in one line of Markdown, which counts columns so that tabs indent as spaces do (CommonMark, section 2.2).
struct MarkdownLineCursor {
  private let bytes: [UInt8]
  let end: Int
  private(set) var offset: Int
  private var column = 0
  private var nonspace: Int
  private var nonspaceColumn = 0

  init(_ bytes: [UInt8], line: Range<Int>) {
    self.bytes = bytes
    end = line.upperBound
    offset = line.lowerBound
    nonspace = line.lowerBound
    findNonspace()
  }

  /// The columns of white space before the first byte that is none.
  var indent: Int { nonspaceColumn - column }
  var isBlank: Bool { nonspace == end }
  /// What is left of the line, its white space skipped.
  var rest: ArraySlice<UInt8> { bytes[nonspace..<end] }
  /// The bytes from here on, white space included.
  var remaining: Range<Int> { offset..<end }

  private mutating func findNonspace() {
    if nonspace < offset || nonspaceColumn < column {
      nonspace = offset
      nonspaceColumn = column
    }
    while nonspace < end, bytes[nonspace].isSpaceOrTab {
      nonspaceColumn += bytes[nonspace] == 0x09 ? 4 - nonspaceColumn % 4 : 1
      nonspace += 1
    }
  }

  /// Goes past the white space and a number of bytes behind it.
  mutating func skip(_ count: Int) {
    offset = min(nonspace + count, end)
    column = nonspaceColumn + count
    findNonspace()
  }

  /// Goes past columns of white space; a tab may be passed in part.
  mutating func skip(columns count: Int) {
    var left = min(count, indent)
    while left > 0, offset < end {
      let width = bytes[offset] == 0x09 ? 4 - column % 4 : 1
      let step = min(width, left)
      column += step
      left -= step
      if step == width { offset += 1 }
    }
    findNonspace()
  }
}
