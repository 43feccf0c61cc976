/// A text that is one fenced code block and nothing else.
enum FencedAlone {
  /// Where the code stands; nil where the text is another.
  static func content(of text: String, _ places: TextPlaces) -> Range<Int>? {
    let start = places.bytes.drop(while: \.isASCIISpace)
    guard start.starts(with: "```".utf8) || start.starts(with: "~~~".utf8) else { return nil }
    let document = MarkdownDocument(text)
    guard document.blocks.count == 1, let block = document.blocks.first,
      case .fencedCode(_, isClosed: true) = block.kind
    else { return nil }
    let lines = document.contentLines[block.content]
    guard let first = lines.first, let last = lines.last else { return places.bytes.count..<places.bytes.count }
    return first.lowerBound..<last.upperBound
  }
}
