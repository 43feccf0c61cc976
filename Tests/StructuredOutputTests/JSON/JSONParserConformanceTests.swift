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
      var value: JSONValue?
      do { value = try JSONValue(parsing: bytes) } catch {
        #expect(!error.reason.isEmpty)
        if expectation == "accept" { Issue.record("\(name) was refused: \(error)") }
      }
      if expectation == "reject" { #expect(value == nil, "\(name) was accepted") }
      if let value {
        #expect(try JSONValue(parsing: value.compactText) == value, "\(name)")
        #expect(try JSONValue(parsing: value.prettyText()) == value, "\(name)")
        let canonical = try JSONValue(parsing: value.canonicalText)
        #expect(canonical.canonicalText == value.canonicalText, "\(name)")
      }
    }
    #expect(counts == ["accept": 95, "reject": 188, "either": 35, "transform": 22])
  }
}
