import StructuredOutput
import Testing

@Suite("Headings of Markdown")
struct MarkdownHeadingsTests {
  private func messages(_ validator: StructureValidator, _ text: String) -> [String] {
    validator.violations(in: text).map(\.message)
  }

  @Test("Finds both kinds of headings, and none in code or HTML")
  func kinds() {
    let text =
      "# One\n\nTwo\n===\n\nThree\nlines\n---\n\n```\n# no\n```\n\n    # no\n\n<!--\n# no\n-->\n\n#no\n\\# no\n- # Four\n> ## Five ##\n"
    #expect(messages(.markdownHeadings(5...5), text) == [])
    #expect(
      messages(.markdownHeadings(titles: ["one", "TWO:", "Three lines", "Four", "Five"], skippingLevels: true), text)
        == [])
  }

  @Test("Compares titles without emphasis, links and code")
  func titles() {
    let text = "## **Summary**:\n## The `run` [guide](https://example.com) #\n"
    #expect(messages(.markdownHeadings(titles: ["summary", "The run guide"]), text) == [])
    #expect(messages(.markdownHeadings(titles: ["Next"]), text) == ["no heading \"Next\""])
    #expect(
      messages(.markdownHeadings(titles: ["The run guide", "Summary"]), text) == [
        "the heading \"Summary\" in line 1 is out of order"
      ])
  }

  @Test("Checks number, levels, the top one and skipped levels")
  func levels() {
    #expect(messages(.markdownHeadings(), "text") == ["at least 1 heading, has 0"])
    #expect(messages(.markdownHeadings(...1), "# a\n# b") == ["at most 1 heading, has 2"])
    #expect(
      messages(.markdownHeadings(levels: 2...3), "# a\n## b") == [
        "line 1: the heading \"a\" is of level 1, expected 2 to 3"
      ])
    #expect(
      messages(.markdownHeadings(), "# a\n### b") == ["line 2: the heading \"b\" is of level 3 below one of level 1"])
    #expect(messages(.markdownHeadings(skippingLevels: true), "# a\n### b") == [])
    #expect(
      messages(.markdownHeadings(oneTop: true), "# a\n## b\n# c") == [
        "line 3: the heading \"c\" is of level 1, expected all below the first, \"a\""
      ])
    #expect(messages(.markdownHeadings(), "#\n") == ["line 1: a heading has no title"])
  }
}
