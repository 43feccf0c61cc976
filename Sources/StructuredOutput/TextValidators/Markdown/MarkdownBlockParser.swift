/// Takes a Markdown text apart into blocks, line by line, as CommonMark's appendix "A parsing strategy" does, with
/// GitHub's tables.
///
/// Containers nest 32 deep at most; deeper marks are text. So a line is looked at a bounded number of times.
struct MarkdownBlockParser {
  static let depthLimit = 32

  private struct Container {
    let block: Int
    /// The columns that an item's content stands in; nil for a quote.
    let indent: Int?
  }

  private struct OpenLeaf {
    var fence: (sign: UInt8, length: Int, indent: Int)?
    var htmlEnd: MarkdownHTMLBlock.End?
  }

  private let bytes: [UInt8]
  private(set) var blocks: [MarkdownBlock] = []
  private(set) var contentLines: [Range<Int>] = []
  private(set) var definitions: [MarkdownDefinition] = []
  /// Whether marks were met that nest too deep.
  private(set) var isTooDeep = false

  private var containers: [Container] = []
  /// For the text and each container, the list that stands open in it.
  private var openLists: [Int?] = [nil]
  /// Whether the last block is a leaf that takes further lines, and what it ends with.
  private var leaf: OpenLeaf?
  private var line = 0

  init(_ places: TextPlaces) {
    bytes = places.bytes
    for index in places.lineStarts.indices {
      line = index + 1
      read(places.content(ofLine: index))
    }
    close(to: 0)
  }

  private var lastKind: MarkdownBlock.Kind? { leaf == nil ? nil : blocks.last?.kind }

  private mutating func read(_ range: Range<Int>) {
    var cursor = MarkdownLineCursor(bytes, line: range)
    let matched = matchContainers(&cursor)
    if matched == containers.count, continuesLeaf(&cursor) { return }
    var depth = matched
    var hasNewContainer = false
    while !cursor.isBlank {
      let isInParagraph = lastKind == .paragraph && !hasNewContainer
      if cursor.indent >= 4 {
        if isInParagraph { break }
        close(to: depth)
        cursor.skip(columns: 4)
        open(.indentedCode)
        addLine(cursor.remaining)
        return
      }
      let canNest = depth < Self.depthLimit
      if cursor.rest.first == UInt8(ascii: ">") {
        if !canNest { isTooDeep = true }
        guard canNest else { break }
        close(to: depth)
        skipQuoteMark(&cursor)
        push(Container(block: open(.quote), indent: nil))
        depth += 1
        hasNewContainer = true
        continue
      }
      if startsLeaf(cursor, depth: depth, isInParagraph: isInParagraph, isMatched: depth == containers.count) { return }
      guard let mark = MarkdownLineForm.listMark(cursor.rest) else { break }
      if !canNest { isTooDeep = true }
      let isEmpty = cursor.rest.dropFirst(mark.width).allSatisfy(\.isSpaceOrTab)
      // A paragraph is ended only by an item that has text, and by a numbered one only if its number is 1.
      let interrupts = isInParagraph && depth == containers.count
      guard canNest, !interrupts || !isEmpty && mark.number ?? 1 == 1 else { break }
      close(to: depth)
      push(openItem(mark, isEmpty: isEmpty, &cursor))
      depth += 1
      hasNewContainer = true
    }
    addText(cursor, depth: depth, hasNewContainer: hasNewContainer)
  }

  /// How many of the open containers a line continues; goes past their marks.
  private func matchContainers(_ cursor: inout MarkdownLineCursor) -> Int {
    for (depth, container) in containers.enumerated() {
      if let indent = container.indent {
        let hasContent = blocks.count > container.block + 1
        if cursor.isBlank ? !hasContent : cursor.indent < indent { return depth }
        cursor.skip(columns: indent)
      } else {
        guard cursor.indent < 4, cursor.rest.first == UInt8(ascii: ">") else { return depth }
        skipQuoteMark(&cursor)
      }
    }
    return containers.count
  }

  private func skipQuoteMark(_ cursor: inout MarkdownLineCursor) {
    cursor.skip(1)
    if cursor.indent > 0 { cursor.skip(columns: 1) }
  }

  /// Gives a line to the open leaf where that takes it whatever it holds.
  private mutating func continuesLeaf(_ cursor: inout MarkdownLineCursor) -> Bool {
    guard let open = leaf, let kind = blocks.last?.kind else { return false }
    switch kind {
    case .fencedCode(let info, _):
      guard let fence = open.fence else { return false }
      let run = cursor.rest.prefix { $0 == fence.sign }.count
      if cursor.indent < 4, run >= fence.length, cursor.rest.dropFirst(run).allSatisfy(\.isSpaceOrTab) {
        blocks[blocks.count - 1].kind = .fencedCode(info: info, isClosed: true)
        blocks[blocks.count - 1].lastLine = line
        leaf = nil
      } else {
        cursor.skip(columns: min(fence.indent, cursor.indent))
        addLine(cursor.remaining)
      }
      return true
    case .html:
      if open.htmlEnd == .blankLine, cursor.isBlank {
        leaf = nil
        return true
      }
      addHTMLLine(cursor)
      return true
    case .indentedCode:
      if cursor.indent < 4, !cursor.isBlank { return false }
      cursor.skip(columns: 4)
      addLine(cursor.remaining)
      return true
    default:
      if cursor.isBlank { closeLeaf() }
      return cursor.isBlank
    }
  }

  /// Begins a leaf that its first line shows: a heading, fence, rule, table or HTML; else does nothing.
  private mutating func startsLeaf(
    _ cursor: MarkdownLineCursor, depth: Int, isInParagraph: Bool, isMatched: Bool
  ) -> Bool {
    let rest = cursor.rest
    if let heading = MarkdownLineForm.heading(rest) {
      close(to: depth)
      open(.heading(level: heading.level))
      let start = min(rest.startIndex + heading.skip, rest.endIndex)
      addLine(MarkdownLineForm.title(start..<rest.endIndex, in: bytes))
      leaf = nil
      return true
    }
    if let fence = MarkdownLineForm.fence(rest) {
      close(to: depth)
      open(.fencedCode(info: rest.startIndex + fence.length..<rest.endIndex, isClosed: false))
      leaf = OpenLeaf(fence: (fence.sign, fence.length, cursor.indent))
      return true
    }
    if let end = MarkdownHTMLBlock.end(afterStart: rest, interruptsParagraph: isInParagraph) {
      close(to: depth)
      open(.html)
      leaf = OpenLeaf(htmlEnd: end)
      addHTMLLine(cursor)
      return true
    }
    if isInParagraph, isMatched {
      if let level = MarkdownLineForm.underline(rest), takeDefinitions() {
        blocks[blocks.count - 1].kind = .heading(level: level)
        blocks[blocks.count - 1].lastLine = line
        leaf = nil
        return true
      }
      if lastKind == .paragraph, startsTable(rest) { return true }
    }
    if MarkdownLineForm.isRule(rest) {
      close(to: depth)
      open(.rule)
      leaf = nil
      return true
    }
    return false
  }

  /// Makes a table of the open paragraph's last line and this one, where this one is a delimiter row for it.
  private mutating func startsTable(_ row: ArraySlice<UInt8>) -> Bool {
    guard let count = MarkdownTableRow.delimiterCount(row), blocks.last?.content.isEmpty == false,
      let header = contentLines.last,
      MarkdownTableRow.cells(of: header, in: bytes).count == count
    else { return false }
    contentLines.removeLast()
    blocks[blocks.count - 1].content = blocks[blocks.count - 1].content.lowerBound..<contentLines.count
    blocks[blocks.count - 1].lastLine = line - 2
    if blocks[blocks.count - 1].content.isEmpty { blocks.removeLast() } else { closeLeaf() }
    open(.table)
    blocks[blocks.count - 1].line = line - 1
    addLine(header)
    blocks[blocks.count - 1].contentLine = line - 1
    addLine(row.startIndex..<row.endIndex)
    return true
  }

  private mutating func openItem(
    _ mark: (sign: UInt8, number: Int?, width: Int), isEmpty: Bool, _ cursor: inout MarkdownLineCursor
  ) -> Container {
    let kind = MarkdownBlock.Kind.list(mark: mark.sign, isOrdered: mark.number != nil)
    let depth = containers.count
    var list = openLists[depth]
    if list.map({ blocks[$0].kind != kind }) ?? true {
      list = open(kind)
      openLists[depth] = list
    }
    let item = open(.item, parent: list)
    let before = cursor.indent
    cursor.skip(mark.width)
    // Five columns and more begin indented code, one column behind the mark.
    let padding = isEmpty || cursor.indent > 4 ? 1 : cursor.indent
    cursor.skip(columns: padding)
    return Container(block: item, indent: before + mark.width + padding)
  }

  private mutating func addText(_ cursor: MarkdownLineCursor, depth: Int, hasNewContainer: Bool) {
    if cursor.isBlank {
      close(to: depth)
      return
    }
    let isContinued = !hasNewContainer && (lastKind == .paragraph || lastKind == .table && depth == containers.count)
    if !isContinued {
      close(to: depth)
      open(.paragraph)
    }
    addLine(cursor.rest.startIndex..<cursor.rest.endIndex)
  }

  private mutating func addHTMLLine(_ cursor: MarkdownLineCursor) {
    addLine(cursor.remaining)
    guard case .line(let ends)? = leaf?.htmlEnd else { return }
    if MarkdownHTMLBlock.line(cursor.rest, holdsOneOf: ends) { leaf = nil }
  }

  private mutating func addLine(_ range: Range<Int>) {
    let last = blocks.count - 1
    if blocks[last].content.isEmpty { blocks[last].contentLine = line }
    contentLines.append(range)
    blocks[last].content = blocks[last].content.lowerBound..<contentLines.count
    blocks[last].lastLine = line
  }

  /// Adds a block; what is no item of the list that stands open there ends that list.
  @discardableResult
  private mutating func open(_ kind: MarkdownBlock.Kind, parent: Int? = nil) -> Int {
    if kind != .item { openLists[containers.count] = nil }
    blocks.append(
      MarkdownBlock(
        kind: kind, line: line, lastLine: line, parent: parent ?? containers.last?.block, contentLine: line,
        content: contentLines.count..<contentLines.count))
    leaf = OpenLeaf()
    return blocks.count - 1
  }

  private mutating func push(_ container: Container) {
    containers.append(container)
    openLists.append(nil)
    leaf = nil
  }

  /// Ends the open leaf and the containers from a depth on.
  private mutating func close(to depth: Int) {
    closeLeaf()
    while containers.count > depth {
      containers.removeLast()
      openLists.removeLast()
    }
  }

  private mutating func closeLeaf() {
    if lastKind == .paragraph { _ = takeDefinitions() }
    leaf = nil
  }

  /// Takes the definitions off the front of the open paragraph; whether anything is left of it.
  private mutating func takeDefinitions() -> Bool {
    let last = blocks.count - 1
    var content = blocks[last].content
    guard let first = content.first, bytes[contentLines[first]].first == UInt8(ascii: "[") else { return true }
    var paragraph = MarkdownInlineText(contentLines[content], of: bytes, firstLine: blocks[last].contentLine)
    while let definition = paragraph.takeDefinition() {
      definitions.append(definition.definition)
      content = min(content.lowerBound + definition.lines, content.upperBound)..<content.upperBound
      blocks[last].contentLine += definition.lines
    }
    blocks[last].content = content
    return !content.isEmpty
  }
}
