/// Which bytes of a Markdown text are words to a reader: neither code nor the marks of blocks.
struct MarkdownProse {
  let document: MarkdownDocument
  /// For each byte of the text, whether it is prose.
  let isProse: [Bool]

  var places: TextPlaces { document.places }

  init(_ text: String) { self.init(MarkdownDocument(text)) }

  init(_ document: MarkdownDocument) {
    self.document = document
    var isProse = [Bool](repeating: false, count: document.places.bytes.count)
    for block in document.blocks where Self.isProse(block) {
      let lines = document.contentLines[block.content]
      // No code span goes from one row of a table to the next.
      for part in block.kind == .table ? lines.map({ [$0][...] }) : [lines] {
        let text = MarkdownInlineText(part, of: document.places.bytes, firstLine: block.contentLine)
        let visible = MarkdownCodeSpans.visible(text.bytes)
        var offset = 0
        for line in part {
          for index in line {
            isProse[index] = visible[offset]
            offset += 1
          }
          // A line feed joins the lines.
          offset += 1
          if line.upperBound < isProse.count { isProse[line.upperBound] = true }
        }
      }
    }
    self.isProse = isProse
  }

  /// Whether a block's content is words.
  static func isProse(_ block: MarkdownBlock) -> Bool {
    guard !block.content.isEmpty else { return false }
    return switch block.kind {
    case .paragraph, .heading, .table, .html: true
    default: false
    }
  }

  /// A block's first to last byte.
  func range(of block: MarkdownBlock) -> Range<Int> {
    let lines = document.contentLines[block.content]
    guard let first = lines.first, let last = lines.last else { return 0..<0 }
    return first.lowerBound..<last.upperBound
  }
}
