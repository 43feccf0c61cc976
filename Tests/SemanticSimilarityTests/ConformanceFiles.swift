import Foundation
import StructuredOutput
import Testing

/// Published vectors and labelled pairs that lie beside a checkout rather than in it.
enum ConformanceFiles {
  /// Why a test that needs them does not run.
  static let missing = "no folder shared/conformance lies beside this checkout"

  /// A file, found by walking up from this one; nil where there is none.
  static func file(_ name: String) -> URL? {
    var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("shared/conformance/\(name)")
      if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
      folder.deleteLastPathComponent()
    }
    return nil
  }

  /// The values of a file of JSON Lines.
  static func lines(of file: URL?) throws -> [JSONValue] {
    try JSONLinesReader(contentsOf: #require(file)).map { try $0.result.get() }
  }
}
