import StructuredOutput
import Testing

@Suite("Reading JSON")
struct JSONParserTests {
  @Test("Keeps the order of keys and the digits of numbers")
  func order() throws {
    let value = try JSONValue(parsing: #" {"z": 1.50, "a": [true, null, "x"], "m": {}} "#)
    #expect(value.compactText == #"{"z":1.50,"a":[true,null,"x"],"m":{}}"#)
    #expect(value.objectValue?.keys == ["z", "a", "m"])
  }

  @Test("Reads every escape, surrogate pairs included")
  func escapes() throws {
    let value = try JSONValue(parsing: #""\"\\\/\b\f\n\r\tÀ 😀 long enough for a word é""#)
    #expect(value.stringValue == "\"\\/\u{8}\u{c}\n\r\tÀ 😀 long enough for a word é")
  }

  @Test(
    "Says where and why a text is not JSON",
    arguments: [
      ("", 1, 1, "empty"), ("  \n ", 2, 2, "empty"), ("[1,\n 2,]", 2, 3, "comma stands after the last"),
      ("{\"a\":1\n \"b\":2}", 2, 2, "expected ',' or '}'"), ("{'a':1}", 1, 2, "double quotes"),
      ("[\"é\", tru]", 1, 7, "\"tru\""), ("[1, [2", 1, 7, "array that opens at line 1, column 5"),
      ("\"ab\ncd\"", 1, 4, "\\n"), ("01", 1, 1, "leading zero"), ("[1.]", 1, 4, "digit after '.'"),
      ("True", 1, 1, "lower case"), ("NaN", 1, 1, "not a number"), ("{} x", 1, 4, "'x' follows"),
      (#""\uD800x""#, 1, 2, "surrogate"), (#""\x""#, 1, 2, "unknown escape"), (#""\u12g4""#, 1, 2, "hexadecimal"),
      ("\u{FEFF}{}", 1, 1, "byte order mark"), ("\"abc", 1, 5, "string that opens at line 1, column 1"),
      ("{\"a\" 1}", 1, 6, "':'"), ("+1", 1, 1, "plus"), ("// x", 1, 1, "comments"),
    ])
  func faults(text: String, line: Int, column: Int, reason: String) throws {
    let error = try #require(throws: JSONParseError.self) { try JSONValue(parsing: text) }
    #expect(error.line == line)
    #expect(error.column == column)
    #expect(error.reason.contains(reason), "\(error)")
  }

  @Test("Counts the byte offset in bytes and the column in characters")
  func offsets() throws {
    let error = try #require(throws: JSONParseError.self) { try JSONValue(parsing: "[\n\"日本\" 1]") }
    #expect((error.line, error.column, error.byteOffset) == (2, 6, 11))
    #expect(error.description == "line 2, column 6 (byte 11): expected ',' or ']' after an element, found '1'")
  }

  @Test(
    "Rejects bytes that are not UTF-8",
    arguments: [
      [0xFF], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC3], [0x80],
    ])
  func encoding(bytes: [UInt8]) throws {
    let error = try #require(throws: JSONParseError.self) { try JSONValue(parsing: [0x22, 0x61] + bytes + [0x22]) }
    #expect(error.reason.contains("not UTF-8"))
    #expect(error.byteOffset == 2)
    #expect(throws: JSONParseError.self) { try JSONValue(parsing: [0x22, 0x5C, 0x6E] + bytes + [0x22]) }
  }

  @Test("Reads UTF-8 of every length")
  func lengths() throws {
    #expect(try JSONValue(parsing: Array("\"aé日😀\u{10FFFF}\"".utf8)) == "aé日😀\u{10FFFF}")
  }

  @Test("Refuses nesting beyond the limit without overflowing the stack")
  func depth() throws {
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
    let error = try #require(throws: JSONParseError.self) { try JSONValue(parsing: deep) }
    #expect(error.byteOffset == 512)
    var limits = JSONParser.Limits.standard
    limits.maximumDepth = .max
    #expect(throws: JSONParseError.self) { try JSONValue(parsing: deep, limits: limits) }
    let deepest = String(repeating: "[", count: 1024) + String(repeating: "]", count: 1024)
    let value = try JSONValue(parsing: deepest, limits: limits)
    #expect(value.compactText == deepest)
    #expect(throws: JSONParseError.self) { try JSONValue(parsing: deepest) }
  }

  @Test("The deepest nesting fits on a small stack, for reading, comparing, writing and freeing")
  func smallStack() async {
    let text = String(repeating: #"[{"k":"#, count: 512) + "1" + String(repeating: "}]", count: 512)
    let isSame = await onSmallStack {
      let limits = JSONParser.Limits(maximumDepth: 1024)
      guard let value = try? JSONValue(parsing: text, limits: limits),
        let again = try? JSONValue(parsing: value.sortedByKey.prettyText(sortedKeys: true), limits: limits)
      else { return false }
      return again == value && again.hashValue == value.hashValue && again.canonicalText == text
    }
    #expect(isSame)
  }

  @Test("Refuses more bytes than the limit")
  func size() throws {
    #expect(throws: JSONParseError.self) {
      try JSONValue(parsing: "[1,2,3]", limits: JSONParser.Limits(maximumBytes: 6))
    }
  }

  @Test("The last of equal keys wins, or none where that is asked for", arguments: [2, 40])
  func duplicates(count: Int) throws {
    let keys = (0..<count).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
    let text = "{\(keys),\"k1\":\"last\"}"
    let value = try JSONValue(parsing: text)
    #expect(value["k1"] == "last")
    #expect(value.objectValue?.keys == (0..<count).map { "k\($0)" })
    let error = try #require(throws: JSONParseError.self) {
      try JSONValue(parsing: text, limits: JSONParser.Limits(rejectsDuplicateKeys: true))
    }
    #expect(error.reason == "the key \"k1\" occurs twice in one object")
    #expect(error.byteOffset == keys.utf8.count + 2)
  }

  @Test("Keys that differ only in composition are different keys")
  func composition() throws {
    let value = try JSONValue(parsing: "{\"\u{E9}\":1,\"e\u{301}\":2}")
    #expect(value.objectValue?.count == 2)
    #expect(value["\u{E9}"] == 1)
    #expect(value["e\u{301}"] == 2)
    #expect(JSONValue.string("\u{E9}") != JSONValue.string("e\u{301}"))
  }
}
