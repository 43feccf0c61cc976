import Foundation
import Testing

@testable import StructuredOutput

@Suite("Repeated keys in JSON")
struct JSONDuplicateKeyTests {
  private func places(_ text: String) throws -> [String] {
    try JSONDocument(parsing: text).duplicateKeys.map {
      "\($0.key) \($0.line):\($0.column) \($0.objectPointer)"
    }
  }

  @Test("Are found at every depth, with their place and their object's pointer")
  func everywhere() throws {
    let text = """
      {"a": 1, "a": {"x": [0, [], {"y": 1, "z": {}, "y": 2}], "x": 3},
       "b/~": [{"a": 1, "a": 2}, {"a": 1}],
         "a": [[{"": 0, "": 1, "": 2}]]}
      """
    #expect(
      try places(text) == [
        "a 1:10 ", "y 1:47 /a/x/2", "x 1:57 /a", "a 2:19 /b~1~0/0", "a 3:4 ", " 3:19 /a/0/0", " 3:26 /a/0/0",
      ])
    #expect(
      try JSONDocument(parsing: text).duplicateKeys.map(\.description).suffix(3) == [
        #"line 3, column 4: the key "a" occurs again in the outermost object"#,
        #"line 3, column 19: the key "" occurs again in the object at "/a/0/0""#,
        #"line 3, column 26: the key "" occurs again in the object at "/a/0/0""#,
      ])
  }

  @Test("Columns count what was written before, escapes and all")
  func columns() throws {
    let strings = [#""\n""#, #""\u0041""#, #""\u00e9""#, #""\u20AC\t""#, #""\ud83d\uDE00x\\""#, "\"é😀\"", #""\/\"""#]
    for before in strings {
      let text = "{\(before):0,\"k\":\(before), \"k\":\(before)}"
      let column = (try #require(text.range(of: " \"k\"", options: .backwards))).lowerBound
      let expected = text.unicodeScalars.distance(from: text.startIndex, to: column) + 2
      #expect(try places(text) == ["k 1:\(expected) "])
    }
  }

  @Test("Are told by their text, not by how it is written or composed")
  func spelling() throws {
    #expect(try places(#"{"a":1,"\u0061":2}"#) == ["a 1:8 "])
    #expect(try places("{\"\u{E9}\":1,\"e\u{301}\":2}") == [])
  }

  @Test("An object made of a value has none")
  func values() throws {
    let value = try JSONValue(parsing: #"{"a":1,"a":2}"#)
    #expect(JSONDocument(value).duplicateKeys.isEmpty)
  }

  @Test("The first one is the error where they are refused")
  func refused() throws {
    let text = "[{\"b\": 1,\n \"a\": {\"c\": 1, \"c\": 2}, \"b\": 2}]"
    let limits = JSONParser.Limits(rejectsDuplicateKeys: true)
    let error = try #require(throws: JSONParseError.self) { try JSONDocument(parsing: text, limits: limits) }
    #expect(error.description == "line 2, column 16 (byte 25): the key \"c\" occurs twice in one object")
    #expect(throws: error) { try JSONValue(parsing: text, limits: limits) }
    let long = String(repeating: "k", count: 5000)
    let brief = try #require(throws: JSONParseError.self) {
      try JSONDocument(parsing: "{\"\(long)\":1,\"\(long)\":2}", limits: limits)
    }
    #expect(brief.reason.count < 150)
  }

  @Test("A million of them take no time that a user would notice")
  func million() throws {
    let text = "{" + String(repeating: "\"a\":0,", count: 1_000_000) + "\"a\":1}"
    let document = try JSONDocument(parsing: text)
    let duplicates = document.duplicateKeys
    #expect(duplicates.count == 1_000_000)
    #expect(duplicates.last?.column == 6_000_002)
    #expect(document.value.compactText == #"{"a":1}"#)
    #expect(throws: JSONParseError.self) { try JSONValue(parsing: text, limits: .init(rejectsDuplicateKeys: true)) }
  }

  @Test("Pointers to many of them do not each begin at the root's first child")
  func manyObjects() throws {
    let text =
      "[" + String(repeating: "[],", count: 300_000) + String(repeating: "{\"a\":0,\"a\":1},", count: 3000) + "0]"
    let pointers = try JSONDocument(parsing: text).duplicateKeys.map(\.objectPointer)
    #expect(pointers.count == 3000)
    #expect(pointers.last == "/302999")
  }

  /// Keys of eight bytes that all have one hash: its steps are undone for hashes that differ in the unused half.
  private static func collidingKeys(_ count: Int) -> [String] {
    // The multiplier's inverse modulo 2^64, by Newton's iteration.
    let multiplier: UInt64 = 0xD6E8_FEB8_6659_FD93
    var inverse = multiplier
    for _ in 0..<6 { inverse = inverse &* (2 &- multiplier &* inverse) }
    let start = 8 &* 0x9E37_79B9_7F4A_7C15 as UInt64
    var keys: [String] = []
    var low: UInt64 = 0
    while keys.count < count {
      var word = (0x1234_5678 << 32 | low) &* inverse
      word ^= word >> 32
      word = word &* inverse ^ start
      low += 1
      if word & 0x8080_8080_8080_8080 != 0 { continue }
      keys.append(withUnsafeBytes(of: word.littleEndian) { String(decoding: $0, as: UTF8.self) })
    }
    return keys
  }

  @Test("Keys chosen to have one hash are told apart, by value, document and object alike")
  func collisions() throws {
    let keys = Self.collidingKeys(3000)
    let hashes = Set(keys.map { key in Array(key.utf8).withUnsafeBufferPointer { JSONNode.hash(of: $0) } })
    #expect(hashes == [0x1234_5678])
    for count in [2, 16, 17, keys.count] {
      let pairs = keys.prefix(count).enumerated().map { "\(JSONValue.string($1).compactText):\($0)" }
      let document = try JSONDocument(parsing: "{\(pairs.joined(separator: ","))}")
      #expect(document.duplicateKeys.isEmpty)
      #expect(document.value.objectValue?.keys == Array(keys.prefix(count)))
      #expect(document.value[keys[count - 1]]?.intValue == count - 1)
      let repeating = try JSONDocument(parsing: "{\(pairs.joined(separator: ",")),\(pairs[1]),\(pairs[0])}")
      #expect(repeating.duplicateKeys.map(\.key) == [keys[1], keys[0]])
      #expect(repeating.value == document.value)
    }
  }
}
