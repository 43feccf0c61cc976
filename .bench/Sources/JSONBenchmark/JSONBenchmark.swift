import Foundation
import StructuredOutput

/// Prints how fast JSON files are read, written and compared, in megabytes (10^6 bytes) a second; the best of many
/// passes, because whatever else runs only ever slows a pass down.
///
/// The files are the arguments; without any, the documents of shared/conformance/json-schema/bench.
@main
struct JSONBenchmark {
  static func main() throws {
    for file in try files() { try measure(file) }
  }

  private static func files() throws -> [URL] {
    let arguments = CommandLine.arguments.dropFirst().map { URL(fileURLWithPath: $0) }
    if !arguments.isEmpty { return arguments }
    var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while folder.path != "/" {
      let bench = folder.appendingPathComponent("shared/conformance/json-schema/bench")
      if FileManager.default.fileExists(atPath: bench.path) {
        return ["small", "medium", "large"].map { bench.appendingPathComponent("\($0).valid.json") }
      }
      folder.deleteLastPathComponent()
    }
    print("Name JSON files to read: no folder shared/conformance lies beside this checkout.")
    return []
  }

  private static func measure(_ file: URL) throws {
    let bytes = [UInt8](try Data(contentsOf: file))
    let text = String(decoding: bytes, as: UTF8.self)
    let value = try JSONValue(parsing: bytes)
    let document = try JSONDocument(parsing: bytes)
    print("\(file.lastPathComponent), \(bytes.count) bytes")
    print("bytes  -> JSONDocument  ", try speed(bytes.count) { try JSONDocument(parsing: bytes) })
    print("String -> JSONDocument  ", try speed(bytes.count) { try JSONDocument(parsing: text) })
    print("bytes  -> JSONValue     ", try speed(bytes.count) { try JSONValue(parsing: bytes) })
    print("String -> JSONValue     ", try speed(bytes.count) { try JSONValue(parsing: text) })
    print("document -> JSONValue   ", speed(bytes.count) { document.value })
    print("JSONValue -> document   ", speed(bytes.count) { JSONDocument(value) })
    print("JSONValue -> compact    ", speed(bytes.count) { value.compactBytes })
    print("JSONValue -> canonical  ", speed(bytes.count) { value.canonicalBytes })
    print("repeated keys           ", speed(bytes.count) { document.duplicateKeys })
    if let elements = value.arrayValue {
      let lines = Array(elements.map(\.compactText).joined(separator: "\n").utf8)
      print("JSON Lines -> JSONValue ", speed(lines.count) { JSONLinesReader(lines).map(\.result) })
    }
  }

  /// The speed of the best of the passes that fit into a second, at least five.
  private static func speed<T>(_ byteCount: Int, _ body: () throws -> T) rethrows -> String {
    let clock = ContinuousClock()
    let repetitions = max(1, 200_000 / byteCount)
    var best = Duration.seconds(3600)
    let start = clock.now
    var passes = 0
    while passes < 5 || clock.now - start < .seconds(1) {
      passes += 1
      let duration = try clock.measure {
        for _ in 0..<repetitions { withExtendedLifetime(try body()) {} }
      }
      best = min(best, duration)
    }
    let speed = Double(byteCount * repetitions) / (best / .seconds(1)) / 1e6
    return "\(Int(speed.rounded())) MB/s"
  }
}
