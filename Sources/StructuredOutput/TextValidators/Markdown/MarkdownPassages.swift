/// A stretch of a Markdown text that a reader takes in as one: a paragraph, a heading, an item of a list, a table's row.
package struct MarkdownPassage: Sendable {
  package enum Kind: Sendable {
    case paragraph
    /// A heading, or a line in bold that stands for one.
    case heading
    case item
    case row
  }

  package let kind: Kind
  /// What a reader sees, in UTF-8, without the marks. Two line feeds stand where a line is broken on purpose, one where
  /// it is broken in the source alone.
  package private(set) var bytes: [UInt8] = []
  /// For each byte the offset in the source that it comes from; ascending.
  package private(set) var offsets: [Int] = []

  /// The passages of a text in their order, code fences aside; of a text that is all code, its code.
  ///
  /// The time is linear. Indented code counts as prose, since an indented answer is seldom meant as code.
  package static func passages(of text: String) -> [MarkdownPassage] {
    let document = MarkdownDocument(text)
    let prose = document.blocks.flatMap { $0.isFencedCode ? [] : passages(of: $0, in: document) }
    if prose.contains(where: \.hasContent) { return prose }
    return document.blocks.flatMap { $0.isFencedCode ? passages(of: $0, in: document) : [] }
  }

  private static func passages(of block: MarkdownBlock, in document: MarkdownDocument) -> [MarkdownPassage] {
    guard !block.content.isEmpty else { return [] }
    let lines = document.contentLines[block.content]
    let bytes = document.places.bytes
    switch block.kind {
    case .table: return MarkdownTableReading(lines, of: bytes).rows
    case .fencedCode, .indentedCode: return [MarkdownPassage(verbatim: lines, of: bytes)]
    case .heading: return [MarkdownPassage(.heading, lines, of: bytes)]
    case .paragraph, .html:
      let isItem = block.parent.map { document.blocks[$0].kind == .item } ?? false
      let isHeading = lines.count == 1 && lines.allSatisfy { isBold(bytes[$0]) }
      return [MarkdownPassage(isHeading ? .heading : isItem ? .item : .paragraph, lines, of: bytes)]
    case .rule, .quote, .list, .item: return []
    }
  }

  private var hasContent: Bool { !bytes.allSatisfy(\.isASCIISpace) }

  /// Whether a line is one stretch of bold words, with a colon at most.
  private static func isBold(_ line: ArraySlice<UInt8>) -> Bool {
    var line = line
    while let last = line.last, last.isSpaceOrTab || last == UInt8(ascii: ":") { line.removeLast() }
    guard line.count > 4, line.starts(with: "**".utf8), line.suffix(2).elementsEqual("**".utf8) else { return false }
    return !line.dropFirst(2).dropLast(2).contains(UInt8(ascii: "*"))
  }

  fileprivate init(_ kind: Kind) { self.kind = kind }

  private init(verbatim lines: ArraySlice<Range<Int>>, of source: [UInt8]) {
    kind = .paragraph
    for line in lines {
      append(line, of: source)
      append("\n", at: line.upperBound)
    }
  }

  private init(_ kind: Kind, _ lines: ArraySlice<Range<Int>>, of source: [UInt8]) {
    self.kind = kind
    var raw: [UInt8] = []
    var rawOffsets: [Int] = []
    for line in lines {
      raw += source[line]
      rawOffsets += line
      let isBroken = source[line].suffix(2).elementsEqual("  ".utf8) || source[line].last == UInt8(ascii: "\\")
      if isBroken, source[line].last == UInt8(ascii: "\\") {
        raw.removeLast()
        rawOffsets.removeLast()
      }
      for _ in 0..<(isBroken ? 2 : 1) {
        raw.append(0x0A)
        rawOffsets.append(line.upperBound)
      }
    }
    for piece in MarkdownPlainText.pieces(of: raw) {
      switch piece {
      case .shown(let range):
        bytes += raw[range]
        offsets += rawOffsets[range]
      case .lineBreak(let index): append("\n\n", at: rawOffsets[index])
      }
    }
  }

  fileprivate mutating func append(_ range: Range<Int>, of source: [UInt8]) {
    bytes += source[range]
    offsets += range
  }

  fileprivate mutating func append(_ text: String, at offset: Int) {
    for byte in text.utf8 {
      bytes.append(byte)
      offsets.append(offset)
    }
  }
}

extension MarkdownBlock {
  fileprivate var isFencedCode: Bool {
    if case .fencedCode = kind { true } else { false }
  }
}

/// A table as it would be read out: each row with the names of its columns, "Country: Norway, Price: 4.90 euros".
private struct MarkdownTableReading {
  /// Rows beyond these go without the names of their columns, so that a huge table stays of its size.
  private static let mostNamedRows = 500
  private static let longestName = 60

  private(set) var rows: [MarkdownPassage] = []

  init(_ lines: ArraySlice<Range<Int>>, of source: [UInt8]) {
    let header = lines.first.map { MarkdownTableRow.cells(of: $0, in: source) } ?? []
    let names = header.map { MarkdownPlainText.text(of: String(decoding: source[$0], as: UTF8.self)) }
    for (number, line) in lines.enumerated() where number != 1 {
      var row = MarkdownPassage(.row)
      for (column, cell) in MarkdownTableRow.cells(of: line, in: source).enumerated() where !cell.isEmpty {
        if !row.bytes.isEmpty { row.append(", ", at: cell.lowerBound) }
        if number > 1, number <= Self.mostNamedRows, names.indices.contains(column), !names[column].isEmpty,
          names[column].utf8.count <= Self.longestName
        {
          row.append(names[column] + ": ", at: cell.lowerBound)
        }
        let raw = Array(source[cell])
        for piece in MarkdownPlainText.pieces(of: raw) {
          if case .shown(let range) = piece {
            row.append(range.lowerBound + cell.lowerBound..<range.upperBound + cell.lowerBound, of: source)
          } else {
            row.append(" ", at: cell.lowerBound)
          }
        }
      }
      rows.append(row)
    }
  }
}
