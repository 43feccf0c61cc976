import Foundation

/// Published vectors that lie beside a checkout rather than in it.
enum ConformanceFiles {
  /// Why a test that needs them does not run.
  static let missing = "no folder shared/conformance lies beside this checkout"

  /// A folder of vectors, found by walking up from this file; nil where there is none.
  static func folder(_ name: String) -> URL? {
    var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("shared/conformance/\(name)")
      if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
      folder.deleteLastPathComponent()
    }
    return nil
  }
}
