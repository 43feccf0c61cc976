/// A Markdown text taken apart into blocks: CommonMark 0.31 with GitHub's tables.
struct MarkdownDocument {
  let places: TextPlaces
  /// The blocks in the order in which they begin; what a container holds stands behind it.
  let blocks: [MarkdownBlock]
  let contentLines: [Range<Int>]
  let definitions: [MarkdownDefinition]
  /// Whether marks of quotes and lists nest deeper than they are read.
  let isTooDeep: Bool

  init(_ text: String) {
    places = TextPlaces(text)
    let parser = MarkdownBlockParser(places)
    blocks = parser.blocks
    contentLines = parser.contentLines
    definitions = parser.definitions
    isTooDeep = parser.isTooDeep
  }

  /// A leaf's text, the marks of its containers taken off.
  func inlineText(of block: MarkdownBlock) -> MarkdownInlineText {
    MarkdownInlineText(contentLines[block.content], of: places.bytes, firstLine: block.contentLine)
  }

  /// A leaf's text.
  func text(of block: MarkdownBlock) -> String { inlineText(of: block).text }

  /// How many lists hold a block.
  func listDepth(of block: MarkdownBlock) -> Int {
    var depth = 0
    var parent = block.parent
    while let index = parent {
      if blocks[index].kind == .item { depth += 1 }
      parent = blocks[index].parent
    }
    return depth
  }

  /// The headings, with their titles as a reader sees them.
  var headings: [(level: Int, title: String, block: MarkdownBlock)] {
    blocks.compactMap { block in
      guard case .heading(let level) = block.kind else { return nil }
      return (level, MarkdownPlainText.text(of: text(of: block)), block)
    }
  }
}
