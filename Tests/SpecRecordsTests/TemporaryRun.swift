import Foundation
import SpecRecords

/// The folder of a run of one test's own, removed when the test is over.
final class TemporaryRun {
  let root: URL
  let directory: RunDirectory

  init() {
    root = FileManager.default.temporaryDirectory.appending(path: "spec-records-\(UUID().uuidString)")
    directory = RunDirectory(root: root, run: "20261124T020205Z-77")
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  func write(_ text: String, to name: String) throws {
    try FileManager.default.createDirectory(at: directory.url, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: directory.url.appending(path: name))
  }

  func records() throws -> [RunRecord] {
    var records: [RunRecord] = []
    try directory.read { records.append($0) }
    return records
  }

  func readFault() -> String? {
    do {
      _ = try records()
      return nil
    } catch {
      return "\(error)"
    }
  }
}
