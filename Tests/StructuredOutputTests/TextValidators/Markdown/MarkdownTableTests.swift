import StructuredOutput
import Testing

@Suite("Tables of Markdown")
struct MarkdownTableTests {
  private func messages(_ validator: StructureValidator, _ text: String) -> [String] {
    validator.violations(in: text).map(\.message)
  }

  private let prices = "Prices:\n\n| Name | **Price** |\n|:-----|------:|\n| Tea \\| hot | 3.50 |\n| Cocoa | 4 |\n"

  @Test("Passes a table with the right columns, types and rows")
  func passes() {
    #expect(messages(.markdownTable(), prices) == [])
    #expect(messages(.markdownTable(columns: ["name", "Price:"], rows: 2...2), prices) == [])
    #expect(messages(.markdownTable(columns: ["Name": .string, "Price": .number]), prices) == [])
    #expect(messages(.markdownTable(), "a | b\n--|--\n1 | 2") == [])
    #expect(messages(.markdownTable(), "text before\n| a |\n|---|\n| 1 |\n\nafter") == [])
  }

  @Test("Names what is wrong with a table")
  func faults() {
    #expect(messages(.markdownTable(), "a, b") == ["expected a table, found none"])
    #expect(
      messages(.markdownTable(columns: ["Name", "Cost"]), prices) == [
        "line 3: the table has the columns \"Name\", \"Price\", expected \"Name\", \"Cost\""
      ])
    #expect(messages(.markdownTable(rows: 3...), prices) == ["line 3: the table has 2, expected at least 3 rows"])
    #expect(
      messages(.markdownTable(columns: ["Name": .string, "Price": .integer]), prices) == [
        "line 5, column \"Price\": expected an integer, got \"3.50\""
      ])
    #expect(
      messages(.markdownTable(), "| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |") == [
        "line 3: the row has 1 cell, expected 2 as the header has",
        "line 4: the row has 3 cells, expected 2 as the header has",
      ])
    #expect(
      messages(.markdownTable(), "| a | b |\n| 1 | 2 |") == [
        "line 2: expected a delimiter row like |---|---| under the header", "expected a table, found none",
      ])
    #expect(
      messages(.markdownTable(), "| a | b |\n|---|\n") == [
        "line 2: the delimiter row has 1 cell, expected 2 as the header has", "expected a table, found none",
      ])
  }

  @Test("Finds no table in code", arguments: ["```\n| a |\n|---|\n```", "    | a |\n    |---|"])
  func code(text: String) {
    #expect(messages(.markdownTable(), text) == ["expected a table, found none"])
  }
}
