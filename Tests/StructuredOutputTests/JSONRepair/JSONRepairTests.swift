import StructuredOutput
import Testing

@Suite("What a repair says of itself")
struct JSONRepairTests {
  @Test(
    "JSON comes back unchanged, digits and order of keys included",
    arguments: [
      "{\"b\": 1.50, \"a\": [1E+2, -0, \"\\u0041\"]}", " [] ", "\"```json\\n{}\\n```\"", "12345678901234567890", "null",
    ])
  func valid(text: String) throws {
    let result = try JSONRepair().repair(text)
    #expect(try result.value.compactText == JSONValue(parsing: text).compactText)
    #expect(result.changes.isEmpty && !result.isExtracted && !result.isRepaired && !result.isTruncated)
  }

  @Test("Each change has a kind, a sentence and its place in the original text")
  func changes() throws {
    let result = try JSONRepair().repair("{\n  'é': True,\n  \"b\" 1,\n}")
    #expect(result.changes.map(\.kind.name) == ["quotes", "literal", "missingColon", "trailingComma"])
    #expect(result.changes.map(\.line) == [2, 2, 3, 3])
    #expect(result.changes.map(\.column) == [3, 8, 7, 8])
    #expect(result.changes.map(\.byteOffset) == [4, 10, 22, 23])
    #expect(result.changes.map(\.found) == ["'", "True", "", ","])
    #expect(result.changes.map(\.replacement) == ["\"", "true", ":", ""])
    #expect(result.changes[1].description == "line 2, column 8 (byte 10): literal: True is written true in JSON")
    #expect(result.isRepaired && !result.isExtracted)
  }

  @Test("Changes come in the order of the text, what took the JSON out first")
  func order() throws {
    let result = try JSONRepair().repair("Sure! ```json\n{'ok': True,}\n```")
    #expect(result.value == ["ok": true])
    #expect(result.changes.map(\.kind.name) == ["fence", "quotes", "literal", "trailingComma"])
  }

  @Test("Changes and results can be written as JSON")
  func json() throws {
    let result = try JSONRepair().repair("[1,]")
    #expect(
      result.json == [
        "value": [1],
        "changes": [
          [
            "kind": "trailingComma", "message": "a comma stands behind the last element; it is left out", "line": 1,
            "column": 3,
            "byteOffset": 2, "found": ",", "replacement": "",
          ]
        ],
      ])
  }

  @Test("Long parts of the text are shown in brief")
  func brief() throws {
    let change = try #require(JSONRepair().repair("[\(String(repeating: "é", count: 500))]").changes.first)
    #expect(change.found == String(repeating: "é", count: 60) + "…")
    #expect(change.replacement == nil)
  }

  @Test(
    "Says why nothing could be read",
    arguments: [
      ("", "empty"), (" \n", "empty"), ("// only", "comments"), ("Hello", "begins with \"Hello\""), ("{: 1}", "key"),
      ("\"a\": 1, \"b\": 2", "brace"),
    ])
  func refusals(text: String, reason: String) throws {
    let error = try #require(throws: JSONRepairError.self) { try JSONRepair().repair(text) }
    #expect(error.reason.contains(reason), "\(error)")
  }

  @Test("Of equal keys the last wins, in broken JSON as in valid")
  func equalKeys() throws {
    var limits = JSONParser.Limits.standard
    limits.rejectsDuplicateKeys = true
    #expect(try JSONRepair(limits: limits).repair("{\"a\": 1, \"a\": 2}").value == ["a": 2])
    #expect(try JSONRepair().repair("{a: 1, a: 2}").value == ["a": 2])
  }
}
