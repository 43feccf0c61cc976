import Foundation

/// A folder of one test's own, removed with everything in it when the test is over.
final class TemporaryFolder: Sendable {
  let url: URL
  private let isOwn: Bool

  init() throws {
    isOwn = true
    url = FileManager.default.temporaryDirectory.appending(path: "fixture-replay-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  /// The folder of a test in another process, which removes it.
  init(existing path: String) {
    isOwn = false
    url = URL(filePath: path)
  }

  deinit { if isOwn { try? FileManager.default.removeItem(at: url) } }

  func write(_ text: String, to path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// The paths of everything in it, hidden files included, in order.
  var paths: [String] { (FileManager.default.subpaths(atPath: url.path) ?? []).sorted() }

  /// The journals of recordings that are not over.
  var journals: [URL] {
    paths.filter { $0.hasPrefix(".build/llmspec/journal/") && $0.hasSuffix(".jsonl") }.map { url.appending(path: $0) }
  }

  /// The text of every file in it, hidden ones included.
  var everything: String {
    let paths = FileManager.default.subpaths(atPath: url.path) ?? []
    return paths.sorted().compactMap { try? String(contentsOf: url.appending(path: $0), encoding: .utf8) }.joined()
  }
}
