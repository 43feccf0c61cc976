import StructuredOutput
import Testing

@Suite("Reading JSON as it arrives")
struct PartialJSONParserTests {
  private func value(_ text: String) throws -> JSONValue? {
    var parser = PartialJSONParser()
    try parser.append(text)
    return parser.value
  }

  @Test(
    "Gives what has arrived so far",
    arguments: [
      ("[", "[]"), ("[1", "[]"), ("[1,", "[1]"), ("[tru", "[]"), ("[true", "[true]"), (#"{"a"#, "{}"),
      (#"{"a":"#, "{}"), (#"{"a": "x"#, #"{"a":"x"}"#),
      (#"{"a": "x\"#, #"{"a":"x"}"#), (#"{"a": "x\u00"#, #"{"a":"x"}"#), (#"{"a": "x\uD83D\uDE"#, #"{"a":"x"}"#),
      (#"{"a": "x\uD83D\uDE00"#, #"{"a":"x😀"}"#),
      (#"{"a": {"b": [1, {"c": "d"#, #"{"a":{"b":[1,{"c":"d"}]}}"#), (#"{"a": 1, "a": "#, #"{"a":1}"#),
      (#""ab"#, #""ab""#), ("[-1.5e3]", "[-1.5e3]"),
    ])
  func soFar(text: String, expected: String) throws {
    #expect(try value(text) == JSONValue(parsing: expected))
  }

  @Test("Gives nothing before there is anything")
  func nothing() throws {
    for text in ["", "  ", "1", "12", "tru", "-"] { #expect(try value(text) == nil) }
  }

  @Test("Names the part that is open")
  func open() throws {
    let steps: [(String, String?)] = [
      ("", nil), (" {", ""), ("\"a/b", ""), ("\"", "/a~1b"), (":", "/a~1b"), ("[", "/a~1b"), ("1", "/a~1b/0"),
      (",", "/a~1b"),
      ("{\"c\":\"", "/a~1b/1/c"),
      ("x\"", "/a~1b/1"), ("}", "/a~1b"), ("]", ""), ("}", nil),
    ]
    var parser = PartialJSONParser()
    for (piece, pointer) in steps {
      try parser.append(piece)
      #expect(parser.openPointer == pointer, "after \(piece)")
      #expect(parser.isComplete == (piece == "}" && pointer == nil))
    }
    #expect(try parser.finish() == ["a/b": [1, ["c": "x"]]])
    #expect(parser.byteCount == 22)
  }

  @Test("Bytes may be split anywhere, within characters and escapes too")
  func pieces() throws {
    let text = #"{"é😀": ["\uD83D\uDE00\n\u00e9", 1.50e-3, true, null, {"": []}], "日本": "aé日😀"}"#
    let bytes = Array(text.utf8)
    for size in 1...9 {
      var parser = PartialJSONParser()
      for start in stride(from: 0, to: bytes.count, by: size) {
        try parser.append(bytes[start..<min(start + size, bytes.count)])
        if let string = parser.value?["日本"]?.stringValue { #expect("aé日😀".hasPrefix(string)) }
      }
      #expect(parser.isComplete)
      #expect(try parser.finish() == JSONValue(parsing: text))
      #expect(try parser.finish().compactText == JSONValue(parsing: text).compactText)
    }
  }

  @Test("A number that stands alone ends with the text")
  func loneNumber() throws {
    var parser = PartialJSONParser()
    try parser.append("12")
    #expect(!parser.isComplete)
    #expect(try parser.finish() == 12)
    try parser.append("3 ")
    #expect(parser.isComplete)
    #expect(parser.value == 123)
  }

  @Test(
    "Is as strict as the parser, at once",
    arguments: [
      ("[1,]", 3), ("[01", 2), ("{'a'", 1), ("{\"a\" 1", 5), ("[1 2", 3), ("tru3", 3), ("[-x", 2), ("[1.x", 3),
      ("[1ex", 3), ("{} x", 3), ("\"\\x", 1),
      ("\"\\u12g", 1), ("\"\\uDC00", 1), ("\"\\uD800x", 1), ("\"a\nb", 2), ("\u{FEFF}", 0), ("{,", 1), ("]", 0),
      ("{\"a\":}", 5),
    ])
  func strict(text: String, offset: Int) throws {
    var parser = PartialJSONParser()
    let error = try #require(throws: JSONParseError.self) { try parser.append(text) }
    #expect(error.line >= 1 && error.column >= 1 && !error.reason.isEmpty)
    #expect(abs(error.byteOffset - offset) <= 1, "\(error)")
    #expect(throws: error) { try parser.append("]") }
    #expect(throws: error) { try parser.finish() }
  }

  @Test(
    "Says how a text ends that is not whole",
    arguments: [
      ("", "empty"), ("[1", "array"), ("{\"a\":1", "object"), ("\"a", "string"), ("tr", "word"), ("1.", "number"),
    ])
  func ends(text: String, reason: String) throws {
    var parser = PartialJSONParser()
    try parser.append(text)
    #expect(try #require(throws: JSONParseError.self) { try parser.finish() }.reason.contains(reason))
  }

  @Test(
    "Bytes that are not UTF-8 are an error",
    arguments: [
      [0xFF], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC3, 0x41],
    ])
  func encoding(bytes: [UInt8]) throws {
    var parser = PartialJSONParser()
    try parser.append([0x22, 0x61])
    let error = try #require(throws: JSONParseError.self) { for byte in bytes { try parser.append([byte]) } }
    #expect(error.reason.contains("UTF-8"))
    #expect(error.byteOffset == 2)
  }

  @Test("Limits hold over all pieces")
  func limits() throws {
    var deep = PartialJSONParser()
    let error = try #require(throws: JSONParseError.self) { for _ in 0..<600 { try deep.append("[") } }
    #expect(error.byteOffset == 512)
    var long = PartialJSONParser(limits: JSONParser.Limits(maximumBytes: 4))
    try long.append("[1,")
    #expect(throws: JSONParseError.self) { try long.append("2]") }
    var keys = PartialJSONParser(limits: JSONParser.Limits(rejectsDuplicateKeys: true))
    #expect(throws: JSONParseError.self) { try keys.append("{\"a\":1,\"a\":2}") }
  }

  @Test("Reading a long text byte by byte takes time in proportion to it")
  func linear() throws {
    let text = "[" + (0..<3_000).map { "{\"id\": \($0), \"text\": \"some words\"}" }.joined(separator: ",") + "]"
    var parser = PartialJSONParser()
    for byte in text.utf8 { try parser.append(CollectionOfOne(byte)) }
    #expect(try parser.finish() == JSONValue(parsing: text))
  }
}
