/// A block of a Markdown text: a heading, a paragraph, a list, an item of it and so on.
struct MarkdownBlock {
  enum Kind: Equatable {
    case paragraph
    case heading(level: Int)
    /// - Parameters:
    ///   - info: the bytes of what stands behind the opening fence.
    ///   - isClosed: whether a closing fence follows before the text or the container ends.
    case fencedCode(info: Range<Int>, isClosed: Bool)
    case indentedCode
    case html
    case table
    case rule
    case quote
    /// - Parameter mark: the bullet, or what stands behind the number.
    case list(mark: UInt8, isOrdered: Bool)
    case item
  }

  var kind: Kind
  /// The line, from 1, on which the block begins.
  var line: Int
  /// The last line that belongs to the block.
  var lastLine: Int
  /// The place of the list, item or quote that holds the block.
  let parent: Int?
  /// The line, from 1, of the first of the block's content lines, which follow one another.
  var contentLine: Int
  /// Where the block's content lines stand in ``MarkdownDocument/contentLines``; empty for what holds blocks.
  var content: Range<Int>
}

/// A link reference definition: `[label]: destination`.
struct MarkdownDefinition {
  let label: String
  let destination: String
  let line: Int
}
