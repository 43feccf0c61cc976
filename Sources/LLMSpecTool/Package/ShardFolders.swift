import Foundation
import SpecRecords

/// Finds the records of runs in folders that were named: each is a run's own, or holds such folders at any depth.
struct ShardFolders {
  /// The files of runs, in the order in which the folders were given and of their paths.
  private(set) var files: [ShardFile] = []
  /// Files that are no record of a run, and why, from folders that were searched.
  private(set) var leftOut: [String] = []

  /// The most entries of a folder that are looked at.
  private static let mostEntries = 100_000

  init(_ folders: [URL]) throws {
    for folder in folders {
      guard PackageFolder.isFolder(folder) else { throw PackageError("\(folder.path) is no folder.") }
      let own = RunDirectory(url: folder)
      if !own.files.isEmpty {
        for file in own.files { files.append(try ShardFile(file)) }
        continue
      }
      let before = files.count
      for run in try Self.runs(under: folder) {
        for file in run.files {
          do { files.append(try ShardFile(file)) } catch { leftOut.append("\(error)") }
        }
      }
      guard files.count > before else {
        throw PackageError(
          "\(folder.path) holds no records of a run (*.jsonl)." + (leftOut.first.map { " Left out: \($0)" } ?? ""))
      }
    }
  }

  private static func runs(under folder: URL) throws -> [RunDirectory] {
    // Links are not followed, so that a circle of them has an end.
    guard let entries = FileManager.default.enumerator(atPath: folder.path) else { return [] }
    var folders: Set<String> = []
    var seen = 0
    while let path = entries.nextObject() as? String {
      seen += 1
      guard seen <= mostEntries else {
        throw PackageError(
          "\(folder.path) holds more than \(mostEntries) files. Name the folders of the runs themselves.")
      }
      let components = path.split(separator: "/").map(String.init)
      // What recordings and exports leave beside the runs are lines of JSON too.
      guard path.hasSuffix(".jsonl"), components.count > 1, !components.contains("journal"),
        !components.contains("exports")
      else { continue }
      folders.insert(components.dropLast().joined(separator: "/"))
    }
    return folders.sorted().map { RunDirectory(url: folder.appending(path: $0, directoryHint: .isDirectory)) }
  }
}
