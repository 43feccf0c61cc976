import StructuredOutput
import Testing

@Suite("Wording, patterns and choices")
struct WordingTests {
  private func messages(_ validator: StructureValidator, _ text: String) -> [String] {
    validator.violations(in: text).map(\.message)
  }

  @Test("Finds phrases as whole words, whatever the case, the spaces and the composition")
  func contains() {
    #expect(messages(.contains("30 days", "Receipt"), "Within 30\n days with the RECEIPT.") == [])
    #expect(
      messages(.contains("cat"), "concatenate a caterpillar") == ["expected \"cat\", which the text does not hold"])
    #expect(messages(.contains("cat"), "concat cat") == [])
    #expect(messages(.contains("caf\u{E9}"), "Cafe\u{301}!") == [])
    #expect(messages(.contains("days", caseSensitive: true), "Days").count == 1)
    #expect(messages(.contains("C++", "$5"), "in C++ for $5.") == [])
    #expect(messages(.contains("京都"), "今日京都へ") == [])
    #expect(messages(.contains(""), "x").count == 1)
    #expect(messages(.contains(["aab"]), "aaab") == ["expected \"aab\", which the text does not hold"])
    #expect(messages(.contains(["aab"]), "aaab aab") == [])
  }

  @Test("Quotes a forbidden phrase with its surroundings")
  func forbids() {
    let text = "Of course. We can fully Guarantee that it arrives before the end of the week."
    #expect(
      messages(.forbids("guarantee", "never"), text) == [
        "holds the forbidden \"guarantee\": \"of course. we can fully guarantee that it arrives before the en…\""
      ])
    #expect(messages(.forbids("guarantee"), "We guaranteed it.") == [])
    #expect(messages(.forbids(" "), "x") == ["a forbidden phrase is empty"])
  }

  @Test("Matches a regular expression, and says when it cannot be used")
  func patterns() {
    #expect(messages(.matches(regex: "^R-\\d{4}$"), "R-1234") == [])
    #expect(
      messages(.matches(regex: "^R-\\d{4}$"), "R-12") == [
        "expected a text that matches ^R-\\d{4}$, got the string \"R-12\""
      ])
    #expect(messages(.matches(regex: "(a"), "a").first?.contains("a group is not closed") == true)
  }

  @Test("Takes one of several answers")
  func choices() {
    #expect(messages(.oneOf(["yes", "no"]), " yes\n") == [])
    #expect(messages(.oneOf(["yes", "no"]), "Yes") == ["expected one of \"yes\", \"no\", got the string \"Yes\""])
    #expect(messages(.oneOf(["yes", "no"], caseSensitive: false), "Yes") == [])
  }

  @Test("Tells an empty text", arguments: ["", " \n\t", "\u{200B}\u{FEFF}"])
  func empty(text: String) {
    #expect(messages(.notEmpty, text).count == 1)
    #expect(messages(.notEmpty, text + "x") == [])
  }

  @Test("Goes through a large text that is made to be slow")
  func large() {
    let text =
      String(repeating: "*_`[a", count: 60_000) + String(repeating: "{{ ", count: 20_000) + "\n"
      + String(repeating: ". ", count: 50_000)
    #expect(messages(.contains(String(repeating: "[a*_`", count: 500) + "z"), text).count == 1)
    #expect(messages(.noRefusal, text) == [])
    #expect(messages(.noPlaceholders, text) == [])
    #expect(messages(.noMarkdown, text).count <= 3)
    #expect(messages(.sentences(...1), text).count <= 1)
    #expect(messages(.matches(regex: "^(a+)+$"), text).count == 1)
  }
}
