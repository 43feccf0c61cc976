import Testing

@testable import SpecReports

@Suite("The form of an answer")
struct AnswerFormTests {
  @Test(
    "An answer is text, JSON, or JSON in a fence",
    arguments: [
      ("", "empty"), (" \n ", "empty"), ("30", "text"), ("\"30\"", "text"), ("{\"a\": 1}\n", "JSON"),
      ("  [1, 2]", "JSON"), ("```json\n{\"a\": 1}\n```", "JSON in a Markdown fence"),
      ("```\n[]\n```", "JSON in a Markdown fence"),
      ("```swift\nlet a = 1\n```", "text"), ("{\"a\": ", "text"), ("Here: {\"a\": 1}", "text"), ("```", "text"),
    ])
  func format(text: String, format: String) {
    #expect(AnswerForm(text).format.rawValue == format)
  }

  @Test("Markdown is told by what it holds")
  func markdown() {
    #expect(AnswerForm("You can return shoes.").markdown == "none")
    #expect(AnswerForm("# Returns\n\n- one\n- two\n").markdown == "headings, a bulleted list")
    #expect(AnswerForm("1. one\n2. two\n\n```\ncode\n```\n").markdown == "a numbered list, code")
    #expect(AnswerForm("| a | b |\n|---|---|\n| 1 | 2 |\n").markdown == "a table")
  }

  @Test("A refusal is told from an answer")
  func refusal() {
    #expect(AnswerForm("I'm sorry, but I can't help with that.").refuses)
    #expect(!AnswerForm("We cannot refund shoes that were worn.").refuses)
  }
}
