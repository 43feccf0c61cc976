import StructuredOutput
import Testing

@Suite("Repairing JSON that ends too early")
struct JSONTruncationTests {
  @Test(
    "Closes what is open and says so",
    arguments: [
      ("[", "[]"), ("{", "{}"), ("[1, 2,", "[1,2]"), (#"{"a": [1, {"b": 2"#, #"{"a":[1,{"b":2}]}"#),
      (#"{"a": "b c"#, #"{"a":"b c"}"#),
      (#"{"a": 1, "b"#, #"{"a":1}"#), (#"{"a": 1, "b""#, #"{"a":1}"#), (#"{"a": 1, "b":"#, #"{"a":1,"b":null}"#),
      (#"{"a": 1, b"#, #"{"a":1}"#),
      (#"{"a": tru"#, #"{"a":true}"#), (#"{"a": [nul"#, #"{"a":[null]}"#), (#"{"a": -12."#, #"{"a":-12.0}"#),
      ("[1, -", "[1]"),
      (#"["x\"#, #"["x"]"#), (#"["x\u00"#, #"["x"]"#), (#"["x\uD83D"#, #"["x"]"#), (#"["x\n"#, #"["x\n"]"#),
      (#"{"a": "see [1]"#, #"{"a":"see [1]"}"#),
      (#""abc"#, #""abc""#), ("callback({\"a\": 1", #"{"a":1}"#), ("[{\"a\": {\"b\": [[1", #"[{"a":{"b":[[1]]}}]"#),
      (#"{"a": "it's"#, #"{"a":"it's"}"#),
    ])
  func closes(text: String, expected: String) throws {
    let result = try JSONRepair().repair(text)
    #expect(try result.value == JSONValue(parsing: expected), "\(result)")
    #expect(result.isTruncated)
  }

  @Test("Truncation is told from other changes, and what closes it is named")
  func kinds() throws {
    let result = try JSONRepair().repair("{'a': [1, {\"b\": \"c")
    #expect(result.changes.map(\.kind) == [.quotes, .truncation, .truncation])
    #expect(result.changes[1].replacement == "\"")
    #expect(result.changes[2].replacement == "}]}")
    #expect(result.changes[2].byteOffset == 18)
    #expect(try !JSONRepair().repair("{'a': 1}").isTruncated)
    #expect(try !JSONRepair().repair("{\"a\": [1}").isTruncated)
  }

  @Test("A block that ends before its JSON does")
  func fence() throws {
    let result = try JSONRepair().repair("```json\n{\"a\": [1, 2\n```\nSorry, that was too long.")
    #expect(result.value == ["a": [1, 2]])
    #expect(result.changes.map(\.kind) == [.fence, .truncation])
    #expect(try JSONRepair().repair("Here: {\"a\": {\"b\": 1}, \"c\": [2").value == ["a": ["b": 1], "c": [2]])
  }

  @Test("Every beginning of a document gives a beginning of its value")
  func prefixes() throws {
    let text =
      #"{"title": "Réponse \u00e9 \"x\"", "steps": [{"n": -12.5e1, "ok": true, "no": null}, [], {}], "end": false}"#
    for count in 1..<text.count {
      let prefix = String(text.prefix(count))
      let result = try JSONRepair().repair(prefix)
      #expect(result.changes.allSatisfy { [.truncation, .number].contains($0.kind) }, "\(prefix): \(result.changes)")
      #expect(result.isTruncated)
      #expect(result.value.objectValue != nil)
    }
  }
}
