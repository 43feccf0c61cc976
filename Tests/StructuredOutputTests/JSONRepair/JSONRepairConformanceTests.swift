import Foundation
import StructuredOutput
import Testing

@Suite("Repair as json_repair, jsonrepair and BAML test it")
struct JSONRepairConformanceTests {
  private static let folder = ConformanceFiles.folder("json-repair")

  /// Cases of which most of the libraries make something else, and why this repair does not.
  private static let otherwise = [
    "truncated-040": "`tru` at the end of a text is the beginning of true",
    "truncated-044": "`n` at the end of a text is the beginning of null",
    "truncated-051": "`fals` at the end of a text is the beginning of false",
    "truncated-052": "`nul` at the end of a text is the beginning of null",
    "baml-023": "a string in triple quotes is one string, not two keys",
  ]

  @Test("Meets every case that has an expectation", .enabled(if: folder != nil, "\(ConformanceFiles.missing)"))
  func suite() throws {
    let folder = try #require(Self.folder)
    var met = 0
    for (_, result) in try JSONLinesReader(contentsOf: folder.appendingPathComponent("cases.jsonl")) {
      let testCase = try result.get()
      let name = try #require(testCase["name"]?.stringValue)
      let input = try #require(testCase["input"]?.stringValue)
      let repaired = try? JSONRepair().repair(input)
      if let repaired {
        let again = try JSONRepair().repair(repaired.value.compactText)
        #expect(again.value == repaired.value && again.changes.isEmpty, "\(name)")
        #expect(repaired.changes.isEmpty == ((try? JSONValue(parsing: input)) != nil), "\(name)")
      }
      guard let refuse = testCase["refuse"]?.boolValue, Self.otherwise[name] == nil else { continue }
      if refuse {
        #expect(repaired == nil, "\(name) was not refused")
      } else {
        #expect(repaired?.value == testCase["expected"], "\(name)")
      }
      if testCase["category"] == "valid" { #expect(repaired?.changes.isEmpty == true, "\(name)") }
      met += 1
    }
    #expect(met >= 400)
  }
}
