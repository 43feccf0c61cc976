import Foundation

/// A folder of one test's own, removed with everything in it when the test is over.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "fixture-replay-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ text: String, to path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// The text of every file in it, hidden ones included.
  var everything: String {
    let paths = FileManager.default.subpaths(atPath: url.path) ?? []
    return paths.sorted().compactMap { try? String(contentsOf: url.appending(path: $0), encoding: .utf8) }.joined()
  }
}
