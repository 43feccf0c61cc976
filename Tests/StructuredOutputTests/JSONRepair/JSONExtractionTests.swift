import StructuredOutput
import Testing

@Suite("Taking JSON out of a model's answer")
struct JSONExtractionTests {
  private func repaired(_ text: String, _ choice: JSONRepair.Choice = .largest) throws -> RepairedJSON {
    try JSONRepair(choice: choice).repair(text)
  }

  @Test(
    "Takes JSON out of fences of every kind, and out of prose, without repairing it",
    arguments: [
      "```json\n{\"a\": 1}\n```", "```\n{\"a\": 1}\n```", "~~~json\n{\"a\": 1}\n~~~", "```json {\"a\": 1} ```",
      "````JSON\r\n{\"a\": 1}\r\n````\r\n", "Sure!\n\n```json\n{\"a\": 1}\n```\nAnything else?", "```json\n{\"a\": 1}",
      "{\"a\": 1}\n```", "The answer is {\"a\": 1}, I think.", "<json>{\"a\": 1}</json>", "**{\"a\": 1}**",
      "`{\"a\": 1}`",
      "json\n{\"a\": 1}", "result = {\"a\": 1};", "As [1] and [the docs](https://x.y) say: {\"a\": 1}",
      "答えは{\"a\": 1}です。",
      "- [ ] open\n- [x] done\n{\"a\": 1}", "Use {placeholder} and {{ other }}: {\"a\": 1}",
      "<think>Maybe {\"a\": [1, 2, 3, 4]}?</think>{\"a\": 1}",
      "```swift\nlet a = [1, 2, 3, 4]\n```\nThat gives {\"a\": 1}.",
    ])
  func extraction(text: String) throws {
    let result = try repaired(text)
    #expect(result.value == ["a": 1])
    #expect(result.isExtracted)
    #expect(!result.isRepaired, "\(result.changes)")
    #expect(!result.isTruncated)
    #expect(text.utf8.dropFirst(result.byteRange.lowerBound).first == UInt8(ascii: "{"))
  }

  @Test("Says where the JSON was, of what kind, and what stood around it")
  func report() throws {
    let result = try repaired("é:\n {\"a\": 1}!")
    let change = try #require(result.changes.first)
    #expect(result.changes.count == 1)
    #expect((change.kind, change.line, change.column, change.byteOffset) == (.prose, 2, 2, 5))
    #expect(change.message.contains("5 bytes before, 1 behind"))
    #expect(change.found == "{\"a\": 1}")
    #expect(try repaired("```json\n[]\n```").changes.map(\.kind) == [.fence])
  }

  @Test("Code with fences of its own within a string does not end the block")
  func fenceInString() throws {
    let raw = "Here:\n```json\n{\"code\": \"```swift\nlet a = 1\n```\", \"b\": 2}\n```\nDone."
    #expect(try repaired(raw).value == ["code": "```swift\nlet a = 1\n```", "b": 2])
    let escaped = "```json\n{\"code\": \"```swift\\nlet a = 1\\n```\"}\n```"
    #expect(try repaired(escaped).value == ["code": "```swift\nlet a = 1\n```"])
    #expect(try !repaired(escaped).isRepaired)
  }

  @Test("Of several places the fenced one, then the one without guesses, then the largest; of equal ones the last")
  func choices() throws {
    let two = "First {\"a\": 1}. No: {\"a\": 2}. Or {\"b\": [1, 2]}."
    #expect(try repaired(two).value == ["b": [1, 2]])
    #expect(try repaired(two, .first).value == ["a": 1])
    #expect(try repaired("{\"a\": 1} or {\"a\": 2}", .last).value == ["a": 2])
    #expect(try repaired("{\"a\": 1} or {\"a\": 2}").value == ["a": 2])
    #expect(try repaired("{\"a\": 1}\n\n```json\n[]\n```\n").value == [])
    #expect(try repaired("{\"a\": string}\n```\n{\"a\": \"b\"}\n```").value == ["a": "b"])
    #expect(try repaired("The schema is {\"name\": string, \"age\": number}: {\"name\": \"B\"}").value == ["name": "B"])
    #expect(try repaired("In [1, 2]: {\"a\": 'long enough',}").value == ["a": "long enough"])
    #expect(try #require(repaired(two).changes.first).message.contains("one of 3 places"))
  }

  @Test(
    "Makes nothing of prose",
    arguments: [
      "I'm sorry, but I can't help with that.", "The price is 30 euros.", "See [below] and {that}.", "As shown in [1].",
      "[text](https://x.y)", "in the interval [0, 1)", "\"Hello,\" she said.", "null and void", "- [ ] a\n- [x] b", ":",
      "…", "1 2 3", "a: 1\nb: 2", "dict(a=1)", "```json\n```", "\\\"escaped\\\"",
    ])
  func prose(text: String) throws {
    let error = try #require(throws: JSONRepairError.self) { try JSONRepair().repair(text) }
    #expect(error.reason.contains("no JSON was found"), "\(error)")
  }

  @Test("Pieces of JSON that is too broken to repair are no answer")
  func pieces() throws {
    let error = try #require(throws: JSONRepairError.self) {
      try JSONRepair().repair("Result: {\"k\": [1], [2, 3], \"z\": {\"q\": 1}}")
    }
    #expect(error.byteOffset == 19)
    #expect(error.reason.contains("key was expected"))
    for text in [
      #"{"a": "x", "b": "y"], "c": true, "d": {"e": 1}}"#, #""a": "x", "d": {"e": 1}}"#, #"{"a": }["x"], "b": 2}"#,
      #"See [1, 2}, "b": {"c": 3}}"#,
    ] {
      #expect(throws: JSONRepairError.self, "\(text)") { try JSONRepair().repair(text) }
    }
    #expect(try repaired("{\"a\": 1};{\"a\": 2};").value == ["a": 2])
  }

  @Test("Values in a row, one a line or with commas between, become one array")
  func joined() throws {
    for text in ["{\"a\":1}\n{\"a\":2}\n", "{\"a\":1}, {\"a\":2}", "```jsonl\n{\"a\":1}\n{\"a\":2}\n```"] {
      let result = try repaired(text)
      #expect(result.value == [["a": 1], ["a": 2]])
      #expect(result.changes.contains { $0.kind == .joinedValues })
    }
    #expect(try repaired("{\"a\":1}\n\nFinal:\n\n{\"a\":2}").value == ["a": 2])
  }

  @Test("Lists every place with its range, fence and strict value")
  func candidates() throws {
    let text = "One [1, 2].\n```json\n{'a': 1}\n```\nTwo: {\"b\": 1.50}"
    let found = JSONExtraction.candidates(in: text)
    #expect(found.map(\.text) == ["[1, 2]", "{'a': 1}", "{\"b\": 1.50}"])
    #expect(found.map(\.byteRange) == [4..<10, 20..<28, 38..<49])
    #expect(found.map(\.line) == [1, 3, 5])
    #expect(found.map(\.column) == [5, 1, 6])
    #expect(found.map(\.language) == [nil, "json", nil])
    #expect(found.map(\.isFenced) == [false, true, false])
    #expect(found.map(\.value) == [[1, 2], nil, ["b": 1.5]])
    #expect(JSONExtraction.candidates(in: " {\"a\": 1} ").map(\.value) == [["a": 1]])
    #expect(JSONExtraction.candidates(in: "nothing").isEmpty)
    #expect(JSONExtraction.candidates(in: "").isEmpty)
  }
}
