import StructuredOutput
import Testing

@Suite("Texts that are JSON")
struct JSONTextTests {
  private func messages(_ validator: StructureValidator, _ text: String) -> [String] {
    validator.violations(in: text).map(\.message)
  }

  @Test("Takes one value and nothing else")
  func json() {
    #expect(messages(.json, " {\"a\": [1, \"👩‍👩‍👧\"]}\n") == [])
    #expect(messages(.json, "Here: {}").first?.hasPrefix("line 1, column 1: expected JSON, ") == true)
    #expect(messages(.json, "{\n \"a\": }").first?.hasPrefix("line 2, column 7: expected JSON, ") == true)
    let fenced = messages(.json, "```json\n{}\n```").first
    #expect(fenced?.hasSuffix("; the text begins with a code fence, expected JSON alone") == true)
    #expect(StructureValidator.json.name == "json")
  }

  @Test("Checks the value against a schema")
  func schema() throws {
    let schema = try JSONSchema(
      parsing: #"{"type": "object", "required": ["a"], "properties": {"a": {"type": "number"}}}"#)
    #expect(messages(.json(schema), "{\"a\": 1}") == [])
    #expect(messages(.json(schema), "{\"a\": \"x\"}").first?.hasPrefix("\"/a\": expected a number") == true)
    #expect(messages(.json(schema), "{").count == 1)
  }

  @Test(
    "Says what is wrong with hostile text",
    arguments: ["[", "{", "\"", "\0", "{\"a\":", "\u{202E}", "1"])
  func hostile(piece: String) {
    let text = String(repeating: piece, count: 100_000)
    #expect(messages(.json, text).count == (piece == "1" ? 0 : 1))
  }
}
