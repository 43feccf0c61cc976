import StructuredOutput
import Testing

@Suite("Lists of Markdown")
struct MarkdownListTests {
  private func messages(_ validator: StructureValidator, _ text: String) -> [String] {
    validator.violations(in: text).map(\.message)
  }

  @Test(
    "Counts the items of a list",
    arguments: [
      ("- a\n- b\n- c", 3), ("* a\n\n* b\n", 2), ("1. a\n2. b\n   more\n3) c", 2), ("- a\n  - x\n  - y\n- b", 2),
      ("text\n\n1) a\n2) b", 2), ("- a\nlazy\n- b", 2), ("- a\n\n  para\n\n- b", 2), ("-\n- b", 2), ("10. a\n11. b", 2),
    ])
  func items(text: String, count: Int) {
    let first = messages(.markdownList(items: -1 ... -1), text).first
    #expect(first?.contains("list has \(count), expected") == true, "\(first ?? "")")
  }

  @Test(
    "Finds none where there is none",
    arguments: [
      "", "a - b\n-5 degrees", "-no\n1.no", "text\n2. no", "    - code", "```\n- code\n```", "**bold**", "***\n---",
      "> - quoted",
    ])
  func none(text: String) {
    #expect(messages(.markdownList(), text) == ["expected a list, found none"])
  }

  @Test("Tells the kinds, the number and the depth")
  func faults() {
    #expect(messages(.markdownList(items: 2...3, ordered: true), "1. a\n1. b") == [])
    #expect(
      messages(.markdownList(ordered: true), "x\n\n- a") == [
        "expected a numbered list, found a bulleted one in line 3"
      ])
    #expect(
      messages(.markdownList(items: 3...5), "- a\n- b") == ["line 1: the bulleted list has 2, expected 3 to 5 items"])
    #expect(
      messages(.markdownList(maxDepth: 1), "- a\n  - b") == ["line 2: a list at depth 2, expected at most 1"])
  }
}
