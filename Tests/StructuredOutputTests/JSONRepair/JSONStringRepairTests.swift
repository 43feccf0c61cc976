import StructuredOutput
import Testing

@Suite("Repairing strings in JSON")
struct JSONStringRepairTests {
  private func repaired(_ text: String) throws -> JSONValue { try JSONRepair().repair(text).value }

  @Test(
    "Quotation marks that should have been escaped are part of the text",
    arguments: [
      (#"{"a": "he said "hi" to me"}"#, #"he said "hi" to me"#),
      (#"{"a": "he said "hi", then left", "b": 1}"#, #"he said "hi", then left"#),
      (#"{"a": "the "best"", "b": 1}"#, #"the "best""#), (#"{"a": ""quoted" first", "b": 1}"#, #""quoted" first"#),
      (#"{"a": "<a id="x">y</a>"}"#, #"<a id="x">y</a>"#), (#"{"a": "(5'3")"}"#, #"(5'3")"#),
      (#"{"a": "it is {"k": "v"}, not a string", "b": 1}"#, #"it is {"k": "v"}, not a string"#),
      (#"{'a': 'it's fine', 'b': 1}"#, "it's fine"), (#"{"a": "„x" și y"}"#, #"„x" și y"#),
    ])
  func unescaped(text: String, expected: String) throws {
    let result = try JSONRepair().repair(text)
    #expect(result.value["a"] == .string(expected))
    #expect(result.changes.contains { $0.kind == .unescapedQuote })
  }

  @Test("In arrays and keys too")
  func arraysAndKeys() throws {
    #expect(try repaired(#"["a "b" c", "d"]"#) == [#"a "b" c"#, "d"])
    #expect(try repaired(#"{"k"e"y": 1}"#) == [#"k"e"y"#: 1])
    #expect(try repaired(#"["a" "b" 2]"#) == ["a", "b", 2])
  }

  @Test("A missing quotation mark is put where the text shows it to be")
  func missing() throws {
    #expect(try repaired(#"{"a": "New York, "b": "c"}"#) == ["a": "New York", "b": "c"])
    #expect(try repaired(#"{"a": "b}"#) == ["a": "b"])
    #expect(try repaired(#"{"a": ["b]}"#) == ["a": ["b"]])
    #expect(try repaired(#"{"a": "see [1] and {x}}"#) == ["a": "see [1] and {x}"])
    #expect(try repaired(#"{"a": "first, b: 1}"#) == ["a": "first", "b": 1])
    #expect(try repaired(#"{"a": b", c": "d"}"#) == ["a": "b", "c": "d"])
    #expect(try repaired(#"{"a: "b"}"#) == ["a": "b"])
    #expect(try repaired("[\"a,\n\"b\"]") == ["a", "b"])
    #expect(try repaired(#"{"a": ["b", "c" stray], "d": ["e"]}"#) == ["a": ["b", "c", "stray"], "d": ["e"]])
    #expect(try repaired(#"{"a": ["b", "c], "d": "e"}"#) == ["a": ["b", "c"], "d": "e"])
    #expect(try repaired(#"[{"a": "b}, {"a": "c"}]"#) == [["a": "b"], ["a": "c"]])
    for text in [#"{"a": "b}"#, #"["a", b"]"#] {
      #expect(try JSONRepair().repair(text).changes.map(\.kind) == [.missingQuote])
    }
  }

  @Test("Line breaks and control characters are kept and noted once a string")
  func controls() throws {
    let result = try JSONRepair().repair("{\"a\": \"x\ny\tz\", \"b\nc\": \"\u{1}\"}")
    #expect(result.value == ["a": "x\ny\tz", "b\nc": "\u{1}"])
    #expect(result.changes.map(\.kind) == [.controlCharacter, .controlCharacter, .controlCharacter])
    #expect(result.changes.map(\.byteOffset) == [8, 17, 23])
    #expect(throws: JSONRepairError.self) { try JSONRepair().repair("\"a\u{0}\"") }
  }

  @Test("Unknown escapes keep their backslash, those of other languages are undone")
  func escapes() throws {
    #expect(try repaired(#"{"a": "\d+\.\w", "b": "C:\Dir\me"}"#) == ["a": "\\d+\\.\\w", "b": "C:\\Dir\\me"])
    #expect(try repaired(#"["\x41\u{1F600}\U0001F600\'\`"]"#) == ["A😀😀'`"])
    #expect(try repaired(#"["\u12", "\uD83D", "\uD83D\uDE00"]"#) == ["\\u12", "\u{FFFD}", "😀"])
    #expect(try repaired("[\"a\\\nb\"]") == ["a\nb"])
  }

  @Test("Strings joined by + are one")
  func concatenation() throws {
    #expect(try repaired(#"{"a": "b" + "c" + 'd', "e": "f +"}"#) == ["a": "bcd", "e": "f +"])
    #expect(try repaired("\"a\" +\n \"b\"") == "ab")
  }

  @Test("Strings of valid parts are read as they are, whatever they hold")
  func validParts() throws {
    let strings = [
      "a, b", "x: y", "\", \"b\": \"", "}, {", "], [", "...", "'", "``` json", "// no", "a\\", ",", ":", "[", "{",
    ]
    let array = JSONValue.array(strings.map { .string($0) })
    let object = JSONValue.object(JSONObject(strings.map { ($0, .string($0)) }))
    for value in [array, object] {
      let result = try JSONRepair().repair("[" + value.compactText + ",]")
      #expect(result.value == [value])
      #expect(result.changes.map(\.kind) == [.trailingComma])
    }
  }
}
