import Foundation
import StructuredOutput
import Testing

@Suite("JSON Schema as JSON-Schema-Test-Suite wants it")
struct JSONSchemaConformanceTests {
  private static let folder = ConformanceFiles.folder("json-schema/suite")

  private static let dialects: [(folder: String, dialect: JSONSchemaDialect)] = [
    ("draft2020-12", .draft2020_12), ("draft2019-09", .draft2019_09), ("draft7", .draft7),
  ]

  @Test(
    "Gives the suite's answer on every required test", .enabled(if: folder != nil, "\(ConformanceFiles.missing)"),
    arguments: [("draft2020-12", 1299), ("draft2019-09", 1259), ("draft7", 927)])
  func required(draft: String, count: Int) throws {
    #expect(try run(draft, "", assertsFormats: false) >= count)
  }

  @Test(
    "Gives the suite's answer on every optional test", .enabled(if: folder != nil, "\(ConformanceFiles.missing)"),
    arguments: [("draft2020-12", 162), ("draft2019-09", 158), ("draft7", 118)])
  func optional(draft: String, count: Int) throws {
    #expect(try run(draft, "optional", assertsFormats: false) >= count)
  }

  @Test(
    "Gives the suite's answer on every format", .enabled(if: folder != nil, "\(ConformanceFiles.missing)"),
    arguments: [("draft2020-12", 764), ("draft2019-09", 757), ("draft7", 676)])
  func formats(draft: String, count: Int) throws {
    #expect(try run(draft, "optional/format", assertsFormats: true) >= count)
  }

  @Test(
    "Its output is what the suite's schemas of outputs ask for",
    .enabled(if: folder != nil, "\(ConformanceFiles.missing)"))
  func output() throws {
    let folder = try #require(Self.folder).appendingPathComponent("output-tests/draft2020-12")
    var options = JSONSchemaOptions.standard
    options.registry.add(
      try read(folder.appendingPathComponent("output-schema.json")),
      at: "https://json-schema.org/draft/2020-12/output/schema")
    var checked = 0
    let content = folder.appendingPathComponent("content")
    for name in try FileManager.default.contentsOfDirectory(atPath: content.path).sorted() {
      for group in try #require(try read(content.appendingPathComponent(name)).arrayValue) {
        let schema = try JSONSchema(try #require(group["schema"]))
        for test in group["tests"]?.arrayValue ?? [] {
          // Annotations are not collected, so that only the output of what is not valid can be compared.
          let violations = schema.validate(try #require(test["data"]))
          guard !violations.isEmpty, let wanted = test["output"]?["basic"] else { continue }
          checked += 1
          let found = try JSONSchema(wanted, options: options).validate(violations.basicOutput)
          #expect(found.isEmpty, "\(name): \(test["description"]?.stringValue ?? ""): \(violations.basicOutput)")
        }
      }
    }
    #expect(checked >= 3)
  }

  @Test(
    "The meta-schemas that are built in judge schemas as the published ones do",
    .enabled(if: folder != nil, "\(ConformanceFiles.missing)"), arguments: dialects.indices)
  func metaSchemas(index: Int) throws {
    let (draft, dialect) = Self.dialects[index]
    let published = try #require(Self.folder).deletingLastPathComponent().appendingPathComponent("metaschemas/\(draft)")
    var options = JSONSchemaOptions(dialect: dialect)
    for path in try FileManager.default.subpathsOfDirectory(atPath: published.path) where path.hasSuffix(".json") {
      let schema = try read(published.appendingPathComponent(path))
      options.registry.add(schema, at: try #require(schema["$id"]?.stringValue))
    }
    let reference: JSONValue = ["$ref": .string(dialect.address)]
    let theirs = try JSONSchema(reference, options: options)
    let ours = try JSONSchema(reference, options: JSONSchemaOptions(dialect: dialect))

    let suite = try #require(Self.folder).appendingPathComponent("tests/\(draft)")
    var wrong = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: suite.path).sorted() where name.hasSuffix(".json") {
      for group in try #require(try read(suite.appendingPathComponent(name)).arrayValue) {
        let schema = try #require(group["schema"])
        for value in [schema] + Self.broken(schema) {
          let isValid = ours.isValid(value)
          if !isValid { wrong += 1 }
          #expect(isValid == theirs.isValid(value), "\(name): \(value.compactText)")
        }
      }
    }
    #expect(wrong > 500)
  }

  /// The schema with the value of one keyword after the other replaced by others.
  private static func broken(_ schema: JSONValue) -> [JSONValue] {
    guard case .object(let object) = schema else { return [] }
    return object.keys.flatMap { key in
      [-1, "a", [], ["a", "a"], [:], [[1]], true, nil, "#a b"].map { (value: JSONValue) in
        var changed = object
        changed[key] = value
        return .object(changed)
      }
    }
  }

  /// Runs the files of one folder; returns how many tests there were.
  private func run(_ draft: String, _ part: String, assertsFormats: Bool) throws -> Int {
    let suite = try #require(Self.folder)
    var options = JSONSchemaOptions(
      dialect: try #require(Self.dialects.first { $0.folder == draft }?.dialect), assertsFormats: assertsFormats)
    options.registry = try Self.remotes(suite.appendingPathComponent("remotes"))
    let folder = suite.appendingPathComponent("tests/\(draft)/\(part)")
    var checked = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() where name.hasSuffix(".json")
    {
      for group in try #require(try read(folder.appendingPathComponent(name)).arrayValue) {
        let title = "\(draft)/\(name): \(group["description"]?.stringValue ?? "")"
        let tests = try #require(group["tests"]?.arrayValue)
        checked += tests.count
        let schema: JSONSchema
        do {
          schema = try JSONSchema(try #require(group["schema"]), options: options)
        } catch {
          Issue.record("\(title): \(error)")
          continue
        }
        for test in tests {
          let violations = schema.validate(try #require(test["data"]))
          #expect(
            violations.isEmpty == test["valid"]?.boolValue,
            "\(title): \(test["description"]?.stringValue ?? ""): \(violations)")
        }
      }
    }
    return checked
  }

  private static func remotes(_ folder: URL) throws -> JSONSchemaRegistry {
    var registry = JSONSchemaRegistry()
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    for path in paths where path.hasSuffix(".json") {
      let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(path)))
      registry.add(try JSONValue(parsing: bytes), at: "http://localhost:1234/\(path)")
    }
    return registry
  }

  private func read(_ file: URL) throws -> JSONValue { try JSONValue(parsing: [UInt8](Data(contentsOf: file))) }
}
