import FixtureReplay
import Foundation

extension Option {
  /// The folder of all fixtures.
  static let fixtureDirectory = Option(name: "--directory", value: "DIR")
}

extension ParsedArguments {
  /// The folder of all fixtures: that of `--directory`, else of `LLMSPEC_FIXTURES`; nil for the usual one.
  func fixtureDirectory(_ workplace: Workplace) -> String? {
    self[.fixtureDirectory] ?? workplace.variable("LLMSPEC_FIXTURES")
  }

  /// The folder of all fixtures, for a verb that says what is wrong with them: nothing is wrong in a folder whose name
  /// was mistyped.
  ///
  /// - Throws: `UsageError` where the folder that `--directory` names is not there.
  func existingFixtureDirectory(
    _ workplace: Workplace, root: PackageRoot, verb: String
  ) throws(UsageError) -> String? {
    guard let named = self[.fixtureDirectory] else { return fixtureDirectory(workplace) }
    var isFolder: ObjCBool = false
    let path = FixturePath.directory(root: root, directory: named).path
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue { return named }
    throw UsageError("--directory is \"\(named)\", and there is no folder \(path).", verb: verb)
  }
}
