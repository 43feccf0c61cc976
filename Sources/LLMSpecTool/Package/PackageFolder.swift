import FixtureReplay
import Foundation

/// The package that a verb is about.
struct PackageFolder: Sendable {
  /// The folder of `Package.swift`, where `swift test` runs.
  let url: URL
  /// The folder that fixtures and records belong to: the same, unless `LLMSPEC_ROOT` names another.
  let root: PackageRoot

  /// The folder of ``root``.
  var recordsRoot: URL { root.url }

  /// The package of `--package-path`, or the nearest one at or above the folder that the tool stands in.
  init(_ arguments: ParsedArguments, at workplace: Workplace) throws(PackageError) {
    if let path = arguments[.packagePath] {
      url = try Self.named(path, workplace)
    } else {
      url = try Self.nearest(workplace)
    }
    guard let named = workplace.variable("LLMSPEC_ROOT") else {
      root = PackageRoot(url: url)
      return
    }
    let folder = workplace.url(ofPath: named)
    guard Self.isFolder(folder) else {
      throw PackageError("LLMSPEC_ROOT is \"\(named)\", which is no folder here. Set it to the package's root.")
    }
    root = PackageRoot(url: folder)
  }

  /// A path for people: from the package's root where it lies under it.
  func relativePath(of file: URL) -> String { root.relativePath(of: file) }

  private static func named(_ path: String, _ workplace: Workplace) throws(PackageError) -> URL {
    let folder = workplace.url(ofPath: path)
    guard holdsManifest(folder) else {
      let found = isFolder(folder) ? "holds no Package.swift" : "is no folder"
      throw PackageError("--package-path is \"\(path)\", which \(found). Name the folder of a Package.swift.")
    }
    return folder
  }

  private static func nearest(_ workplace: Workplace) throws(PackageError) -> URL {
    var folder = workplace.folder.standardizedFileURL
    while true {
      if holdsManifest(folder) { return folder }
      let parent = folder.deletingLastPathComponent().standardizedFileURL
      guard parent.path != folder.path else { break }
      folder = parent
    }
    throw PackageError(
      "There is no Package.swift in \(workplace.folder.path) or any folder above it. "
        + "Go to a package, or name one with --package-path DIR.")
  }

  private static func holdsManifest(_ folder: URL) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path)
  }

  static func isFolder(_ url: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder.boolValue
  }
}

/// Why a package, a run or a program cannot be found.
struct PackageError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
