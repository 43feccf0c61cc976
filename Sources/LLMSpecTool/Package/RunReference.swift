import Foundation
import SpecRecords

/// A run as a person names it: by its name, as `latest`, or by the path of its folder.
struct RunReference {
  let text: String

  /// The folder of the run.
  func directory(in package: PackageFolder, at workplace: Workplace) throws(PackageError) -> RunDirectory {
    let runs = RunDirectory.list(of: package.recordsRoot).filter { !$0.files.isEmpty }
    if text == "latest" {
      if let latest = Self.latest(of: runs) { return latest }
      throw PackageError("\(Self.place(package)) holds no run yet. Run the specs first: llmspec run.")
    }
    if let named = runs.first(where: { $0.run == text }) { return named }
    let folder = RunDirectory(url: workplace.url(ofPath: text))
    if !folder.files.isEmpty { return folder }
    if PackageFolder.isFolder(folder.url) {
      throw PackageError("\(package.relativePath(of: folder.url)) is a folder without records (*.jsonl) of a run.")
    }
    let newest = runs.suffix(5).reversed().map { "\n  \($0.run)" }.joined()
    throw PackageError(
      "\(Self.place(package)) holds no run \"\(text)\", and it is no folder's path either."
        + Suggestion.text(for: text, among: ["latest"] + runs.map(\.run))
        + (runs.isEmpty ? " There is no run yet: llmspec run." : " The newest are:\(newest)"))
  }

  /// The last by name of those whose name begins with a time; where none does, the last by name.
  ///
  /// A name that somebody gave says nothing of when the run was.
  static func latest(of runs: [RunDirectory]) -> RunDirectory? {
    runs.last { $0.run.prefixMatch(of: /[0-9]{8}T[0-9]{6}Z/) != nil } ?? runs.last
  }

  private static func place(_ package: PackageFolder) -> String {
    package.relativePath(of: RunDirectory.allRuns(of: package.recordsRoot))
  }
}
