import StructuredOutput
import Testing

@Suite("Plain text without Markdown")
struct MarkdownAbsenceTests {
  @Test(
    "Names the kind, the line and its number",
    arguments: [
      ("Hi\n## Title", "line 2 has a heading: \"## Title\""),
      ("Title\n=====", "line 2 has a heading: \"=====\""),
      ("- one\n- two", "line 1 has a list item: \"- one\" (and 1 more)"),
      ("a\n\n 1. one", "line 3 has a list item: \"1. one\""), ("> said", "line 1 has a block quote: \"> said\""),
      ("```swift\n# no\n```\nx", "line 1 has a code fence: \"```swift\""),
      ("a | b\n--|--\n1 | 2", "line 2 has a table: \"--|--\""), ("x\n***", "line 2 has a horizontal rule: \"***\""),
      ("so **very** good", "line 1 has emphasis: \"so **very** good\""), ("so *very* good", "emphasis"),
      ("so _very_ good", "emphasis"), ("~~old~~ new", "emphasis"), ("call `run()` now", "inline code"),
      ("see [here](https://example.com).", "a link"), ("![pic](a.png)", "a link"), ("***both***", "emphasis"),
    ])
  func found(text: String, message: String) {
    let messages = StructureValidator.noMarkdown.violations(in: text).map(\.message)
    #expect(messages.count == 1)
    #expect(messages.first?.contains(message) == true, "\(messages)")
  }

  @Test(
    "Lets pass what only looks like it",
    arguments: [
      "2 * 3 * 4 = 24", "snake_case_name and _private", "#1 in the list, #hashtag", "-5 degrees", "a - b - c",
      "[1] and (2)",
      "5 > 3\n>5", "Price* applies. *Terms apply.", "3.5 kg\n2024 was", "it's 5*3*2", "\\*not\\* this", "", "a|b",
      "~5 to ~6", "one `tick",
    ])
  func plain(text: String) {
    #expect(StructureValidator.noMarkdown.violations(in: text).map(\.message) == [])
  }
}
