import Foundation
import StructuredOutput

/// Prints how many times a second a document is validated against a compiled schema, yes or no, and how often the schema
/// is compiled; the best of many batches.
///
/// The argument is a folder with `NAME.schema.json`, `NAME.valid.json` and `NAME.invalid.json`; without it,
/// shared/conformance/json-schema/bench above this file.
@main
struct JSONSchemaBenchmark {
  static func main() throws {
    guard let folder = folder() else {
      print("Name a folder of schemas: no folder shared/conformance lies beside this checkout.")
      return
    }
    for name in ["small", "medium", "large"] {
      func bytes(_ kind: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appendingPathComponent("\(name).\(kind).json")))
      }
      let source = try JSONValue(parsing: bytes("schema"))
      let schema = try JSONSchema(source)
      for (kind, isValid) in [("valid", true), ("invalid", false)] {
        let document = try JSONDocument(parsing: bytes(kind))
        guard schema.isValid(document) == isValid else {
          print("\(name) \(kind): WRONG ANSWER")
          continue
        }
        print(name, kind, "validations/s:", rate { schema.isValid(document) })
      }
      print(name, "compilations/s:", try rate { try JSONSchema(source) })
    }
  }

  private static func folder() -> URL? {
    if let argument = CommandLine.arguments.dropFirst().first { return URL(fileURLWithPath: argument) }
    var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while folder.path != "/" {
      let bench = folder.appendingPathComponent("shared/conformance/json-schema/bench")
      if FileManager.default.fileExists(atPath: bench.path) { return bench }
      folder.deleteLastPathComponent()
    }
    return nil
  }

  /// The rate of the best batch within two seconds.
  private static func rate<T>(_ body: () throws -> T) rethrows -> Int {
    let clock = ContinuousClock()
    let start = clock.now
    var batch = 1
    var best = 0.0
    while clock.now - start < .seconds(2) {
      let duration = try clock.measure {
        for _ in 0..<batch { withExtendedLifetime(try body()) {} }
      }
      best = max(best, Double(batch) / (duration / .seconds(1)))
      if duration < .milliseconds(50) { batch *= 2 }
    }
    return Int(best)
  }
}
