/// One place of a text that leads elsewhere.
struct FoundLink {
  enum Kind: String {
    case link = "the link"
    case image = "the image"
    case definition = "the link definition"
    case markup = "the HTML"
    case address = "the address"
  }

  let kind: Kind
  let destination: String
  /// The line, from 1.
  let line: Int
  /// Why the link is not allowed wherever it leads.
  var fault: String?
}

/// Finds every link, image, definition and bare address of a Markdown text, and what HTML in it loads.
///
/// It errs on the side of finding: what a lenient renderer may take for a link is one.
struct LinkFinder {
  private(set) var links: [FoundLink] = []
  /// Whether a reference may hold a backtick that opens no code.
  private let hasBacktickLabel: Bool
  /// How many destinations were no more than guessed at, which takes longer than to read one.
  private var guesses = 0

  init(_ document: MarkdownDocument, includesCode: Bool) {
    hasBacktickLabel = document.definitions.contains { $0.label.utf8.contains(UInt8(ascii: "`")) }
    for definition in document.definitions {
      links.append(FoundLink(kind: .definition, destination: definition.destination, line: definition.line))
    }
    for block in document.blocks where !block.content.isEmpty {
      switch block.kind {
      case .paragraph, .heading: find(in: document.inlineText(of: block), includesCode: includesCode)
      case .table:
        // Cells are divided before code spans are looked for, so none goes over a bar.
        for (number, row) in document.contentLines[block.content].enumerated() {
          for cell in MarkdownTableRow.cells(of: row, in: document.places.bytes) where !cell.isEmpty {
            let line = block.contentLine + number
            find(
              in: MarkdownInlineText([cell], of: document.places.bytes, firstLine: line), includesCode: includesCode)
          }
        }
      case .html: find(in: document.inlineText(of: block), includesCode: true)
      case .fencedCode, .indentedCode:
        if includesCode { find(in: document.inlineText(of: block), includesCode: true) }
      default: break
      }
    }
    links.sort { $0.line < $1.line }
  }

  private mutating func find(in text: MarkdownInlineText, includesCode: Bool) {
    let bytes = text.bytes
    let visible =
      includesCode || hasBacktickLabel
      ? [Bool](repeating: true, count: bytes.count) : MarkdownCodeSpans.visible(bytes)
    let destinations = findTargets(in: text, visible)
    for found in HTMLLinkAttributes.find(in: bytes, visible) {
      links.append(
        FoundLink(
          kind: .markup, destination: found.address, line: text.line(of: found.offset), fault: found.fault))
    }
    for found in BareAddresses.find(in: bytes, visible) where !destinations.contains(found.offset) {
      links.append(FoundLink(kind: .address, destination: found.address, line: text.line(of: found.offset)))
    }
  }

  /// Finds `](destination`, behind an opening bracket and wherever it stands outside of code.
  /// - Returns: where the destinations begin.
  private mutating func findTargets(in text: MarkdownInlineText, _ visible: [Bool]) -> Set<Int> {
    let bytes = text.bytes
    var starts: Set<Int> = []
    var openBrackets: [Int] = []
    var index = 0
    while index < bytes.count {
      defer { index += 1 }
      if !visible[index] { continue }
      if MarkdownDestination.isEscape(bytes, at: index) {
        index += 1
        continue
      }
      if bytes[index] == UInt8(ascii: "[") { openBrackets.append(index) }
      guard bytes[index] == UInt8(ascii: "]"), let open = openBrackets.popLast(), index + 1 < bytes.count,
        bytes[index + 1] == UInt8(ascii: "(")
      else { continue }
      var start = index + 2
      while start < bytes.count, bytes[start].isASCIISpace { start += 1 }
      let isImage = open > 0 && bytes[open - 1] == UInt8(ascii: "!")
      let read = MarkdownDestination.read(bytes, at: start)?.text
      if read == nil { guesses += 1 }
      let isBeyondGuessing = read == nil && guesses > 100
      let destination = read ?? (isBeyondGuessing ? "" : MarkdownDestination.readLoosely(bytes, at: start))
      links.append(
        FoundLink(
          kind: isImage ? .image : .link, destination: destination, line: text.line(of: index),
          fault: isBeyondGuessing ? "cannot be read, as a hundred before it" : nil))
      starts.insert(start < bytes.count && bytes[start] == UInt8(ascii: "<") ? start + 1 : start)
    }
    return starts
  }
}
