import StructuredOutput
import Testing

@Suite("Fenced code of Markdown")
struct FencedCodeTests {
  private func messages(_ validator: StructureValidator, _ text: String) -> [String] {
    validator.violations(in: text).map(\.message)
  }

  @Test(
    "Passes closed blocks in the language",
    arguments: [
      "```swift\nlet a = 1\n```", "~~~ Swift\n```\n~~~", "1. step\n\n   ```swift\n   a\n   ```\n",
      "````swift,ignore\n```\n````",
      "> ```{.swift}\n> a\n> ```", "``` swift x\n```",
    ])
  func passes(text: String) {
    #expect(messages(.fencedCode(language: "swift", count: 1...1), text) == [])
  }

  @Test("Names what is wrong with blocks")
  func faults() {
    #expect(messages(.fencedCode(), "    indented\n\n`inline`") == ["at least 1 code block, has 0"])
    #expect(messages(.fencedCode(), "x\n```\nopen\n``\n") == ["line 2: the code block is not closed"])
    #expect(
      messages(.fencedCode(language: "swift"), "```python\n```\n```\n```") == [
        "line 1: the code block has the language \"python\", expected \"swift\"",
        "line 3: the code block has no language, expected \"swift\"",
      ])
    #expect(
      messages(.fencedCode(languages: ["sh", "bash"], count: ...1), "```sh\n```\n~~~bash\n~~~") == [
        "at most 1 code block, has 2"
      ])
  }
}
