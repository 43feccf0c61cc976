import Foundation
import StructuredOutput
import Testing

@Suite("JSON as JSONTestSuite (nst/JSONTestSuite) wants it read")
struct JSONParserConformanceTests {
  private static let folder = ConformanceFiles.folder("json-parsing")

  @Test("Accepts and rejects what the suite says", .enabled(if: folder != nil, "\(ConformanceFiles.missing)"))
  func suite() throws {
    let folder = try #require(Self.folder)
    var counts: [String: Int] = [:]
    for (_, result) in try JSONLinesReader(contentsOf: folder.appendingPathComponent("cases.jsonl")) {
      let testCase = try result.get()
      let name = try #require(testCase["name"]?.stringValue)
      let expectation = try #require(testCase["expectation"]?.stringValue)
      let bytes = [UInt8](try #require(Data(base64Encoded: testCase["base64"]?.stringValue ?? "")))
      counts[expectation, default: 0] += 1
      let read = Result { () throws(JSONParseError) in try JSONValue(parsing: bytes) }
      let document = Result { () throws(JSONParseError) in try JSONDocument(parsing: bytes).value }
      #expect(Self.isSame(read, document), "\(name)")
      if let text = String(validating: bytes, as: UTF8.self) {
        let fromText = Result { () throws(JSONParseError) in try JSONValue(parsing: text) }
        #expect(Self.isSame(read, fromText), "\(name)")
      }
      switch (read, expectation) {
      case (.failure(let error), "accept"): Issue.record("\(name) was refused: \(error)")
      case (.success(let value), "reject"): Issue.record("\(name) was accepted as \(value)")
      default: break
      }
      if case .success(let value) = read {
        #expect(try JSONValue(parsing: value.compactText) == value, "\(name)")
        #expect(try JSONValue(parsing: value.prettyText()) == value, "\(name)")
        let canonical = try JSONValue(parsing: value.canonicalText)
        #expect(canonical.canonicalText == value.canonicalText, "\(name)")
      }
    }
    #expect(counts == ["accept": 95, "reject": 188, "either": 35, "transform": 22])
  }

  private static func isSame(
    _ left: Result<JSONValue, JSONParseError>, _ right: Result<JSONValue, JSONParseError>
  ) -> Bool {
    switch (left, right) {
    case (.success(let a), .success(let b)): a.compactBytes == b.compactBytes
    case (.failure(let a), .failure(let b)): a == b
    default: false
    }
  }

  /// What becomes of the texts that readers of JSON disagree about; nil where it is refused.
  private static let transforms: [String: String?] = [
    "number_-9223372036854775808": "[-9223372036854775808]", "number_-9223372036854775809": "[-9223372036854775809]",
    "number_1.0": "[1.0]", "number_1.000000000000000005": "[1.000000000000000005]",
    "number_1000000000000000": "[1000000000000000]", "number_10000000000000000999": "[10000000000000000999]",
    "number_1e-999": "[1E-999]", "number_1e6": "[1E6]", "number_9223372036854775807": "[9223372036854775807]",
    "number_9223372036854775808": "[9223372036854775808]",
    "object_key_nfc_nfd": "{\"\u{E9}\":\"NFC\",\"e\u{301}\":\"NFD\"}",
    "object_key_nfd_nfc": "{\"e\u{301}\":\"NFD\",\"\u{E9}\":\"NFC\"}",
    "object_same_key_different_values": #"{"a":2}"#, "object_same_key_same_value": #"{"a":1}"#,
    "object_same_key_unclear_values": #"{"a":-0}"#, "string_1_escaped_invalid_codepoint": nil,
    "string_1_invalid_codepoint": nil, "string_2_escaped_invalid_codepoints": nil, "string_2_invalid_codepoints": nil,
    "string_3_escaped_invalid_codepoints": nil, "string_3_invalid_codepoints": nil,
    "string_with_escaped_NULL": #"["A\u0000B"]"#,
  ]

  @Test("Keeps what other readers change", .enabled(if: folder != nil, "\(ConformanceFiles.missing)"))
  func transformCases() throws {
    let folder = try #require(Self.folder)
    var results: [String: String?] = [:]
    for (_, result) in try JSONLinesReader(contentsOf: folder.appendingPathComponent("cases.jsonl")) {
      let testCase = try result.get()
      guard testCase["expectation"] == "transform", let name = testCase["name"]?.stringValue else { continue }
      let bytes = [UInt8](try #require(Data(base64Encoded: testCase["base64"]?.stringValue ?? "")))
      results[String(name.dropLast(".json".count))] = .some((try? JSONValue(parsing: bytes))?.compactText)
    }
    for (name, text) in Self.transforms { #expect(results[name] == .some(text), "\(name)") }
    #expect(results.count == Self.transforms.count)
  }
}
