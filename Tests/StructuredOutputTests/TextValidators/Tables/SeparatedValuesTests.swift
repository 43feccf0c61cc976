import StructuredOutput
import Testing

@Suite("Comma- and tab-separated values")
struct SeparatedValuesTests {
  private func messages(_ validator: StructureValidator, _ text: String) -> [String] {
    validator.violations(in: text).map(\.message)
  }

  @Test("Passes a table with the right header, types and number of rows")
  func passes() {
    let prices: StructureValidator = .csv(header: ["name", "price"], columns: ["price": .number], rows: 1...)
    #expect(messages(prices, "name,price\nTea,3.50\n") == [])
    #expect(messages(prices, "name,price\r\n\"Tea, green\",-1e3\r\n\"a \"\"b\"\"\nc\",0") == [])
    #expect(messages(.csv(), "a\n") == [])
    #expect(messages(.csv(header: ["a", "b"], rows: 0...0), "\u{FEFF}a,b") == [])
    #expect(messages(.csv(columns: ["b": .integer], separator: ";"), "a;b\n1,5;2") == [])
    #expect(messages(.csv(header: ["a", "b"]), " a , b\n1,2") == [])
  }

  @Test("Names the row, the place and the value of what is of another type")
  func types() {
    #expect(
      messages(.csv(columns: ["price": .number]), "name,price\n\"Tea\n(green)\",3.5\nCocoa,\"4,20\"") == [
        "row 2, line 4, column 7: expected a number like 3.50 in the column \"price\", got \"4,20\""
      ])
    #expect(
      messages(.csv(columns: ["state": .oneOf(["open", "closed"])]), "state\nOpen") == [
        "row 1, line 2, column 1: expected one of \"open\", \"closed\" in the column \"state\", got \"Open\""
      ])
  }

  @Test("Names rows that have too few or too many fields, and blank ones")
  func ragged() {
    #expect(
      messages(.csv(), "a,b\n1\n\n1,2,3\n1,2\n") == [
        "row 1 (line 2) has 1, expected 2 fields as the header has", "row 2 (line 3) is blank, expected 2 fields",
        "row 3 (line 4) has 3, expected 2 fields as the header has",
      ])
  }

  @Test("Names what is wrong with the header and the number of rows")
  func header() {
    #expect(
      messages(.csv(header: ["name", "price"]), "price,name\n1,2") == [
        "line 1: expected the columns \"name\", \"price\", got \"price\", \"name\""
      ])
    #expect(
      messages(.csv(columns: ["Price": .number]), "price\n1") == ["line 1: expected a column \"Price\", got \"price\""])
    #expect(messages(.csv(), "a,a\n1,2") == ["line 1: the column \"a\" stands there twice"])
    #expect(messages(.csv(rows: 2...), "a\n1") == ["at least 2 rows, has 1"])
    #expect(messages(.csv(), "") == ["expected a header row, but the text is empty"])
    #expect(messages(.csv(), "\n\n") == ["expected a header row, but the text is empty"])
    #expect(
      messages(.csv(), "```csv\na\n```") == [
        "line 1: expected the header row, found a code fence; the table is to stand alone"
      ])
  }

  @Test("Names misplaced quotation marks")
  func quotes() {
    #expect(
      messages(.csv(), "a,b\n1,2\"3\n") == [
        "line 2, column 4: a quotation mark within a field without quotation marks; put the field in them and double "
          + "this one"
      ])
    #expect(
      messages(.csv(), "a,b\n1, \"2\"\n") == [
        "line 2, column 4: a space stands before the opening quotation mark; remove it"
      ])
    #expect(
      messages(.csv(), "a,b\n\"1\"x,2\n") == [
        "line 2, column 4: text behind a closing quotation mark; a mark within a field is doubled"
      ])
    #expect(
      messages(.csv(), "a,b\n1,\"2\n3,4\n") == ["line 2, column 3: the quotation mark is not closed"])
  }

  @Test("Reads tabs without quotation marks")
  func tabs() {
    #expect(messages(.tsv(header: ["a", "b"], columns: ["b": .boolean]), "a\tb\n\"x\tTRUE\n") == [])
    #expect(
      messages(.tsv(columns: ["b": .boolean]), "a\tb\n1\tyes\n2\ttrue\t3") == [
        "row 1, line 2, column 3: expected true or false in the column \"b\", got \"yes\"",
        "row 2 (line 3) has 3, expected 2 fields as the header has",
      ])
  }

  @Test("Refuses a separator that cannot be one, also in the opposite")
  func separator() {
    #expect(messages(.csv(separator: "\""), "a").first?.hasPrefix("the separator \"\\\"\" cannot be used") == true)
    #expect(messages(.not(.csv(separator: "→")), "a").count == 1)
  }

  @Test("Spells out ten faults and counts the others")
  func many() {
    let text = "a,b\n" + String(repeating: "1\n", count: 1_000)
    #expect(messages(.csv(), text).count == 11)
    #expect(messages(.csv(), text).last == "and 990 more")
  }

  @Test(
    "Goes through what is made to be slow",
    arguments: ["\"", ",", "\"\"", "\n", "\"\n", "\r", "\u{0}", "a,\"", "\",\""])
  func hostile(part: String) {
    let text = "a,b\n" + String(repeating: part, count: 300_000 / part.utf8.count)
    #expect(messages(.csv(columns: ["b": .number]), text).count <= 11)
    #expect(messages(.tsv(columns: ["b": .number]), text).count <= 11)
  }
}

@Suite("Types of fields")
struct FieldTypeTests {
  private func passes(_ type: FieldType, _ field: String) -> Bool {
    StructureValidator.tsv(columns: ["x": type], rows: 1...1).violations(in: "x\n\(field)").isEmpty
  }

  @Test(
    "Tells numbers",
    arguments: [
      ("12", true, true), ("-12", true, true), ("+1", true, true), ("1.5", false, true), ("1e-6", false, true),
      (" 7 ", true, true), ("1,5", false, false), ("1.", false, false), (".5", false, false), ("", false, false),
      ("-", false, false), ("1e", false, false), ("0x1F", false, false), ("１２", false, false), ("NaN", false, false),
      ("1 000", false, false), ("1.2.3", false, false), ("99999999999999999999999", true, true),
    ])
  func numbers(field: String, isInteger: Bool, isNumber: Bool) {
    // A blank line is a row with an empty field.
    #expect(passes(.integer, field) == isInteger)
    #expect(passes(.number, field) == isNumber)
  }

  @Test("Tells dates, choices and what may be empty")
  func others() {
    #expect(passes(.date, "2024-02-29"))
    #expect(!passes(.date, "2023-02-29"))
    #expect(!passes(.date, "29.02.2024"))
    #expect(passes(.dateTime, "2024-02-29T10:00:00Z"))
    #expect(!passes(.dateTime, "2024-02-29"))
    #expect(passes(.boolean, "False"))
    #expect(!passes(.boolean, "no"))
    #expect(!passes(.oneOf(["a"]), "A"))
    #expect(passes(.number.orEmpty, "  "))
    #expect(!passes(.number.orEmpty, "x"))
    #expect(passes(.string, "x"))
    #expect(!passes(.nonEmpty, "  "))
    #expect(passes(FieldType("an even digit") { ["0", "2", "4", "6", "8"].contains($0) }, "4"))
  }
}
