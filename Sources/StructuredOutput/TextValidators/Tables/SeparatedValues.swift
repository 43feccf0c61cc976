extension StructureValidator {
  /// The text is a table of comma-separated values (RFC 4180) with a header:
  /// `.csv(header: ["name", "price"], columns: ["price": .number], rows: 1...10)`.
  ///
  /// Every row has as many fields as the header, and no two columns have one name. Names count with their capitals,
  /// white space around them aside. Lines may end in a line feed alone.
  /// - Parameters:
  ///   - header: the names of all columns in their order; nil for any.
  ///   - columns: what the fields of a column hold. The column has to be there, wherever it stands.
  ///   - rows: how many rows there are, the header aside.
  ///   - separator: what stands between fields; an ASCII character, `;` where a comma is a decimal point.
  public static func csv(
    header: [String]? = nil, columns: KeyValuePairs<String, FieldType> = [:],
    rows: some RangeExpression<Int> & Sendable = 0..., separator: Character = ","
  ) -> StructureValidator {
    guard let byte = separator.asciiValue, !"\"\r\n".utf8.contains(byte) else {
      let seen = String(separator).quotedInBrief
      return .unusable(
        "csv", because: "the separator \(seen) cannot be used; it is an ASCII character and no quotation mark")
    }
    let table = SeparatedValues(header: header, columns: columns.map { ($0.key, $0.value) }, rows: rows)
    return StructureValidator(name: "csv") { table.violations(in: $0, separator: byte, hasQuotes: true) }
  }

  /// The text is a table of tab-separated values with a header: `.tsv(columns: ["price": .number])`.
  ///
  /// By IANA's `text/tab-separated-values` a field holds neither tabs nor line ends, and quotation marks mean nothing.
  /// - Parameters:
  ///   - header: the names of all columns in their order; nil for any.
  ///   - columns: what the fields of a column hold. The column has to be there, wherever it stands.
  ///   - rows: how many rows there are, the header aside.
  public static func tsv(
    header: [String]? = nil, columns: KeyValuePairs<String, FieldType> = [:],
    rows: some RangeExpression<Int> & Sendable = 0...
  ) -> StructureValidator {
    let table = SeparatedValues(header: header, columns: columns.map { ($0.key, $0.value) }, rows: rows)
    return StructureValidator(name: "tsv") { table.violations(in: $0, separator: 0x09, hasQuotes: false) }
  }
}

private struct SeparatedValues<Rows: RangeExpression<Int> & Sendable>: Sendable {
  let header: [String]?
  let columns: [(name: String, type: FieldType)]
  let rows: Rows

  func violations(in text: String, separator: UInt8, hasQuotes: Bool) -> [String] {
    let places = TextPlaces(text)
    var reader = CSVReader(places.bytes, separator: separator, hasQuotes: hasQuotes)
    var violations = ViolationList()
    var reportedFaults = 0
    func reportFaults() {
      for fault in reader.faults[reportedFaults...] {
        violations.add("\(places.place(of: fault.offset)): \(fault.reason)")
      }
      reportedFaults = reader.faults.count
    }
    guard let first = reader.next(), text.unicodeScalars.contains(where: { !$0.isWhiteSpace }) else {
      return ["expected a header row, but the text is empty"]
    }
    if places.bytes.starts(with: "```".utf8) {
      return ["line 1: expected the header row, found a code fence; the table is to stand alone"]
    }
    reportFaults()
    let names = first.map { FieldType.trimmed($0.text) }
    check(names, places, &violations)
    let typed = columns.compactMap { column in names.firstIndex(of: column.name).map { (place: $0, column: column) } }
    var count = 0
    while let row = reader.next() {
      count += 1
      reportFaults()
      let offset = row.first?.offset ?? 0
      guard row.count == names.count else {
        let name = "row \(count) (line \(places.line(of: offset)))"
        if row.count == 1, row.first?.text.isEmpty == true {
          violations.add("\(name) is blank, expected \(names.count) fields")
        } else {
          let noun = names.count == 1 ? "field" : "fields"
          violations.add("\(name) has \(row.count), expected \(names.count) \(noun) as the header has")
        }
        continue
      }
      for (place, column) in typed {
        guard let expected = column.type.fault(of: row[place].text) else { continue }
        violations.add(
          "row \(count), \(places.place(of: row[place].offset)): expected \(expected) in the column "
            + "\(column.name.quotedInBrief), got \(row[place].text.quotedInBrief)")
      }
    }
    if !rows.contains(count) { violations.add("\(CountRange(rows).inWords(counting: "row")), has \(count)") }
    return violations.all
  }

  private func check(_ names: [String], _ places: TextPlaces, _ violations: inout ViolationList) {
    let seen = names.map { JSONValue.string($0) }.inBrief
    if let header, header != names {
      violations.add("line 1: expected the columns \(header.map { JSONValue.string($0) }.inBrief), got \(seen)")
    } else {
      for column in columns where !names.contains(column.name) {
        violations.add("line 1: expected a column \(column.name.quotedInBrief), got \(seen)")
      }
    }
    var known: Set<String> = []
    for name in names where !known.insert(name).inserted {
      violations.add("line 1: the column \(name.quotedInBrief) stands there twice")
    }
  }
}
