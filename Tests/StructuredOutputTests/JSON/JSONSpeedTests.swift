import Foundation
import StructuredOutput
import Testing

/// The figures of `.bench/run JSONBenchmark` as they are where tests run, which build without optimisation.
@Suite("The speed of JSON", .enabled(if: ProcessInfo.processInfo.environment["LLMSPEC_BENCHMARK"] != nil))
struct JSONSpeedTests {
  @Test("Prints how fast a large document is read")
  func reading() throws {
    let folder = try #require(ConformanceFiles.folder("json-schema/bench"), "\(ConformanceFiles.missing)")
    let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent("large.valid.json")))
    let text = String(decoding: bytes, as: UTF8.self)
    print("bytes  -> JSONDocument ", try speed(bytes.count) { _ = try JSONDocument(parsing: bytes) })
    print("String -> JSONDocument ", try speed(bytes.count) { _ = try JSONDocument(parsing: text) })
    print("bytes  -> JSONValue    ", try speed(bytes.count) { _ = try JSONValue(parsing: bytes) })
    print("String -> JSONValue    ", try speed(bytes.count) { _ = try JSONValue(parsing: text) })
    let value = try JSONValue(parsing: bytes)
    print("JSONValue -> document  ", speed(bytes.count) { _ = JSONDocument(value) })
    print("JSONValue -> compact   ", speed(bytes.count) { _ = value.compactBytes })
    print("JSONValue -> canonical ", speed(bytes.count) { _ = value.canonicalBytes })
  }

  private func speed(_ byteCount: Int, _ body: () throws -> Void) rethrows -> String {
    var best = Duration.seconds(3600)
    for _ in 0..<100 { best = min(best, try ContinuousClock().measure(body)) }
    return "\(Int((Double(byteCount) / (best / .seconds(1)) / 1e6).rounded())) MB/s"
  }
}
