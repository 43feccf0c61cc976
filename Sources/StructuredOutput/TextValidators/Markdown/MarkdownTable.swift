extension StructureValidator {
  /// A Markdown text has a table with these columns: `.markdownTable(columns: ["Name", "Price"], rows: 1...10)`.
  ///
  /// Every table has a delimiter row and as many cells in each row as in its header. Names of columns are compared
  /// without emphasis, capitals and a colon at their end. Alignment is not looked at.
  /// - Parameters:
  ///   - columns: the names of all columns in their order; empty for any.
  ///   - rows: how many rows the table has, its header aside.
  public static func markdownTable(
    columns: [String] = [], rows: some RangeExpression<Int> & Sendable = 1...
  ) -> StructureValidator {
    StructureValidator(name: "markdownTable") { text in
      MarkdownTableCheck(columns: columns.map { ($0, nil) }, rows: rows).violations(in: text)
    }
  }

  /// A Markdown text has a table whose cells have types:
  /// `.markdownTable(columns: ["Name": .string, "Price": .number])`.
  /// - Parameters:
  ///   - columns: the names of all columns in their order, and what their cells hold.
  ///   - rows: how many rows the table has, its header aside.
  public static func markdownTable(
    columns: KeyValuePairs<String, FieldType>, rows: some RangeExpression<Int> & Sendable = 1...
  ) -> StructureValidator {
    StructureValidator(name: "markdownTable") { text in
      MarkdownTableCheck(columns: columns.map { ($0.key, $0.value) }, rows: rows).violations(in: text)
    }
  }
}

private struct MarkdownTableCheck<Rows: RangeExpression<Int>> {
  let columns: [(name: String, type: FieldType?)]
  let rows: Rows

  func violations(in text: String) -> [String] {
    let document = MarkdownDocument(text)
    var violations = ViolationList()
    var headers: [(line: Int, names: [String])] = []
    var hasMatch = false
    for block in document.blocks {
      if block.kind == .paragraph { reportRowsWithoutTable(block, in: document, &violations) }
      guard block.kind == .table else { continue }
      let bytes = document.places.bytes
      let lines = document.contentLines[block.content].map { MarkdownTableRow.cells(of: $0, in: bytes) }
      guard let header = lines.first else { continue }
      let names = header.map { MarkdownPlainText.text(of: document.places.text($0)) }
      for (number, cells) in lines.enumerated().dropFirst(2) where cells.count != header.count {
        violations.add(
          "line \(block.contentLine + number): the row has \(Self.count(of: cells.count)), expected "
            + "\(header.count) as the header has")
      }
      headers.append((block.line, names))
      let isMatch =
        columns.isEmpty
        || names.map(MarkdownPlainText.comparable) == columns.map { MarkdownPlainText.comparable($0.name) }
      guard isMatch else { continue }
      hasMatch = true
      let count = max(0, lines.count - 2)
      if !rows.contains(count) {
        violations.add(
          "line \(block.line): the table has \(count), expected \(CountRange(rows).inWords(counting: "row"))")
      }
      for (number, cells) in lines.enumerated().dropFirst(2) {
        check(cells, line: block.contentLine + number, in: document, &violations)
      }
    }
    if hasMatch { return violations.all }
    if let first = headers.first {
      let expected = columns.map { JSONValue.string($0.name) }.inBrief
      violations.add(
        "line \(first.line): the table has the columns \(first.names.map { JSONValue.string($0) }.inBrief), expected "
          + expected)
    } else {
      violations.add("expected a table, found none")
    }
    return violations.all
  }

  private func check(
    _ cells: [Range<Int>], line: Int, in document: MarkdownDocument, _ violations: inout ViolationList
  ) {
    for (cell, column) in zip(cells, columns) {
      guard let type = column.type else { continue }
      let value = MarkdownPlainText.text(of: document.places.text(cell))
      if let expected = type.fault(of: value) {
        violations.add(
          "line \(line), column \(column.name.quotedInBrief): expected \(expected), got \(value.quotedInBrief)")
      }
    }
  }

  private static func count(of cells: Int) -> String { cells == 1 ? "1 cell" : "\(cells) cells" }

  /// Says what keeps lines between bars from being a table.
  private func reportRowsWithoutTable(
    _ block: MarkdownBlock, in document: MarkdownDocument, _ violations: inout ViolationList
  ) {
    let bytes = document.places.bytes
    let lines = document.contentLines[block.content]
    guard lines.count > 1, lines.prefix(2).allSatisfy({ bytes[$0].first == UInt8(ascii: "|") }) else { return }
    let second = lines[lines.startIndex + 1]
    let header = MarkdownTableRow.cells(of: lines[lines.startIndex], in: bytes).count
    let line = block.contentLine
    if let count = MarkdownTableRow.delimiterCount(bytes[second]) {
      violations.add(
        "line \(line + 1): the delimiter row has \(Self.count(of: count)), expected \(header) as the header has")
    } else {
      violations.add("line \(line + 1): expected a delimiter row like |---|---| under the header")
    }
  }
}
