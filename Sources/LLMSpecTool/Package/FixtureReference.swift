import FixtureReplay
import Foundation

/// A fixture as a person names it: by the path of its file, or by its test as `Target/Suite/test`.
struct FixtureReference {
  let text: String

  /// The file.
  ///
  /// - Parameter directory: The folder of all fixtures, from the package's root or absolute; nil for `Fixtures`.
  func file(
    _ arguments: ParsedArguments, directory: String?, at workplace: Workplace
  ) throws(PackageError) -> URL {
    let path = workplace.url(ofPath: text)
    if FileManager.default.fileExists(atPath: path.path), !PackageFolder.isFolder(path) { return path }
    guard let test = FixtureImport.test(named: text), !text.hasSuffix(".json") else {
      throw PackageError("There is no fixture \(text). Name a file, or a test as Target/Suite/test.")
    }
    let package = try PackageFolder(arguments, at: workplace)
    let file = FixturePath.file(of: test, root: package.root, directory: directory)
    guard FileManager.default.fileExists(atPath: file.path) else {
      throw PackageError(
        "There is no fixture \(text): neither a file of that path, nor \(package.relativePath(of: file)) of that test.")
    }
    return file
  }
}
