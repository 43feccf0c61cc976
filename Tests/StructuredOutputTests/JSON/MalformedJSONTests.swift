import StructuredOutput
import Testing

@Suite("Bytes that are not JSON")
struct MalformedJSONTests {
  /// A document with a token of every kind.
  private static let sample = Array(
    #"{"k\n\u00e9":[-0.5e+1,{"é\ud83d\ude00":"日"},true,false,null,[],{}], "z":10}"#.utf8)

  /// Reads bytes by every road and says whether they are JSON; records where a road disagrees with the reference.
  private func isJSON(_ bytes: [UInt8]) -> Bool {
    let reference = ReferenceJSONReader.read(bytes)?.value.compactBytes
    let value = Result { () throws(JSONParseError) in try JSONValue(parsing: bytes) }
    let document = Result { () throws(JSONParseError) in try JSONDocument(parsing: bytes) }
    let text = String(validating: bytes, as: UTF8.self)
    let fromText = text.map { text in Result { () throws(JSONParseError) in try JSONValue(parsing: text) } } ?? value
    switch (value, document, fromText) {
    case (.success(let value), .success(let document), .success(let fromText)):
      let all = [value, document.value, fromText].map(\.compactBytes)
      if all != Array(repeating: reference, count: 3) { Issue.record("\(bytes) is read as \(value)") }
      return true
    case (.failure(let error), .failure(let second), .failure(let third)):
      let isInside = 0...bytes.count ~= error.byteOffset && error.line >= 1 && error.column >= 1
      if reference != nil || error != second || error != third || !isInside { Issue.record("\(bytes): \(error)") }
      return false
    default:
      Issue.record("Value, document and text disagree about \(bytes)")
      return false
    }
  }

  @Test("Any byte of a document replaced by any other reads as the grammar says", arguments: 0..<4)
  func replaced(quarter: Int) {
    var accepted = 0
    for place in Self.sample.indices where place % 4 == quarter {
      var bytes = Self.sample
      for byte in UInt8.min...UInt8.max {
        bytes[place] = byte
        if isJSON(bytes) { accepted += 1 }
      }
    }
    #expect(accepted > 200)
  }

  @Test("A document cut off at any byte is refused, at the end or where the broken token begins")
  func truncated() {
    for count in Self.sample.indices { #expect(!isJSON(Array(Self.sample[..<count]))) }
    #expect(isJSON(Self.sample))
  }

  @Test("Any two bytes are read as the grammar says", arguments: 0..<4)
  func pairs(quarter: Int) {
    let interesting =
      Array("[]{}\":,\\/-+.0123eEtfnul \t\n\r\0\u{1}\u{7F}".utf8) + [0x80, 0xC2, 0xE0, 0xED, 0xF0, 0xFF]
    for (place, first) in interesting.enumerated() where place % 4 == quarter {
      for second in interesting { _ = isJSON([first, second]) }
    }
  }

  @Test(
    "Says what is wrong with the encoding, and in bytes without a value",
    arguments: [
      ([], "empty", 0), ([0x20, 0x0A, 0x09, 0x0D], "empty", 4), ([0xEF, 0xBB, 0xBF], "byte order mark", 0),
      ([0xEF, 0xBB, 0xBF, 0x7B, 0x7D], "byte order mark", 0), ([0xEF, 0xBB], "0xEF, which is not UTF-8", 0),
      ([0xFF, 0xFE, 0x7B, 0, 0x7D, 0], "UTF-16", 0), ([0xFE, 0xFF, 0, 0x7B, 0, 0x7D], "UTF-16", 0),
      ([0x7B, 0, 0x7D, 0], "UTF-16", 1), ([0, 0x7B, 0, 0x7D], "UTF-16", 0), ([0x31, 0], "U+0000 follows", 1),
      ([0], "found U+0000", 0), ([0x5B, 0, 0x5D], "found U+0000", 1),
      ([0x22, 0, 0x22], "U+0000; write it as \\u0000", 1),
      ([0x5B, 0x31, 0x5D, 0, 0, 0, 0, 0, 0, 0, 0], "U+0000 follows", 3), ([0xC3, 0xA9], "found 'é'", 0),
      ([0xCC, 0x81], "found U+0301", 0), ([0xC2, 0xA0, 0x31], "found U+00A0", 0),
    ] as [([UInt8], String, Int)])
  func encodings(bytes: [UInt8], reason: String, offset: Int) throws {
    #expect(!isJSON(bytes))
    let error = try #require(throws: JSONParseError.self) { try JSONValue(parsing: bytes) }
    #expect(error.reason.contains(reason), "\(error)")
    #expect(error.byteOffset == offset)
  }

  @Test(
    "Refuses numbers and literals that other languages write",
    arguments: [
      "NaN", "-NaN", "nan", "Infinity", "-Infinity", "inf", "0x10", "1_000", "1,000", "٣", "1e5.5", "--1", "TRUE",
      "nul",
      "undefined", "'x'", "[1 2]", "{a:1}", "{1:1}", "{\"a\"}", "[,1]", "{,}", "1 /* x */", "\"\\u00\"", "\"\\U0041\"",
    ])
  func otherLanguages(text: String) {
    #expect(!isJSON(Array(text.utf8)))
    #expect(!isJSON(Array("[\(text)]".utf8)) || text == "1,000")
  }

  @Test(
    "Refuses 100,000 levels without going through them on the stack",
    arguments: ["[", "{\"a\":", "[{\"a\":", "[[],"], [JSONParser.Limits.standard, .init(maximumDepth: .max)])
  func deep(opening: String, limits: JSONParser.Limits) async throws {
    let bytes = [UInt8](String(repeating: opening, count: 100_000).utf8)
    let (value, document) = await onSmallStack {
      (
        Result { try JSONValue(parsing: bytes, limits: limits) },
        Result { try JSONDocument(parsing: bytes, limits: limits) }
      )
    }
    let error = try #require(throws: JSONParseError.self) { try value.get() }
    #expect(error.reason.contains("nested more than \(min(limits.maximumDepth, 1024)) deep"))
    #expect(throws: error) { try document.get() }
  }

  @Test("Tells which limit to raise, where it can be raised")
  func limits() throws {
    let deep = String(repeating: "[", count: 2000)
    let low = try #require(throws: JSONParseError.self) { try JSONValue(parsing: deep) }
    #expect(low.reason == "arrays and objects are nested more than 512 deep, the limit; raise maximumDepth to read it")
    let high = try #require(throws: JSONParseError.self) {
      try JSONDocument(parsing: deep, limits: .init(maximumDepth: 5000))
    }
    #expect(high.reason == "arrays and objects are nested more than 1024 deep, the limit")
    let long = try #require(throws: JSONParseError.self) {
      try JSONDocument(parsing: "[1]", limits: .init(maximumBytes: 2))
    }
    #expect(long.reason == "the text has 3 bytes, more than the limit of 2; raise maximumBytes to read it")
    #expect(throws: JSONParseError.self) { try JSONValue(parsing: "[]", limits: .init(maximumDepth: -1)) }
    #expect(try JSONValue(parsing: "1", limits: .init(maximumDepth: 0)) == 1)
  }

  @Test("Reads a string of megabytes, plain and escaped, and finds a fault at its end")
  func longString() throws {
    let plain = String(repeating: "x", count: 4 << 20)
    #expect(try JSONValue(parsing: "\"\(plain)\"").stringValue?.utf8.count == 4 << 20)
    let escaped = "[\"\(String(repeating: #"\u00e9"#, count: 500_000))\"]"
    let value = try JSONValue(parsing: escaped)
    #expect(value[0]?.stringValue?.utf8.count == 1_000_000)
    #expect(value[0]?.stringValue?.unicodeScalars.last == "é")
    let error = try #require(throws: JSONParseError.self) { try JSONValue(parsing: escaped.dropLast(2) + "\n") }
    #expect((error.line, error.column, error.byteOffset) == (1, 3_000_003, 3_000_002))
    let unclosed = try #require(throws: JSONParseError.self) { try JSONDocument(parsing: "\"" + plain) }
    #expect(unclosed.byteOffset == 4 << 20 | 1)
  }
}
