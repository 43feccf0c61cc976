import Foundation
import Testing

@testable import StructuredOutput

@Suite("Regular expressions as JSON-Schema-Test-Suite wants them")
struct PatternConformanceTests {
  private static let folder = ConformanceFiles.folder("json-schema/suite/tests/draft2020-12")

  @Test(
    "Gives the suite's answers for strings and for names of properties",
    .enabled(if: folder != nil, "\(ConformanceFiles.missing)"))
  func suite() throws {
    let folder = try #require(Self.folder)
    var checked = 0
    for file in ["pattern", "patternProperties", "optional/ecmascript-regex", "optional/non-bmp-regex"] {
      let data = try Data(contentsOf: folder.appendingPathComponent("\(file).json"))
      for group in try #require(JSONValue(parsing: [UInt8](data)).arrayValue) {
        let schema = try #require(group["schema"])
        let pattern = try schema["pattern"]?.stringValue.map { try TextPattern($0) }
        let names = try (schema["patternProperties"]?.objectValue?.keys ?? []).map { try TextPattern($0) }
        for test in try #require(group["tests"]?.arrayValue) {
          let isValid = test["valid"]?.boolValue
          let title = "\(file): \(test["description"]?.stringValue ?? "")"
          if let pattern, let text = test["data"]?.stringValue {
            checked += 1
            #expect(pattern.isFound(in: text) == isValid, "\(title)")
          } else if schema["additionalProperties"] == false, let object = test["data"]?.objectValue {
            checked += 1
            let areKnown = object.keys.allSatisfy { key in names.contains { $0.isFound(in: key) } }
            #expect(areKnown == isValid, "\(title)")
          }
        }
      }
    }
    #expect(checked >= 75)
  }
}
