import Foundation

/// Finds the folder that a test's fixtures and records belong to.
public struct PackageRoot: Sendable, Hashable {
  /// The root folder: that of the nearest `Package.swift` above the test, or the test's own folder where there is none.
  public let url: URL

  /// Names a root.
  public init(url: URL) { self.url = url.standardizedFileURL }

  /// Finds the root for a test that stands in a source file.
  ///
  /// `LLMSPEC_ROOT` names it where tests run elsewhere than they were built. Else it is the nearest folder above the
  /// file that holds a `Package.swift`, and for projects without one the file's own folder.
  ///
  /// - Throws: ``FixtureFault`` that lists every path that was tried.
  public init(
    sourceFile: String, environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(FixtureFault) {
    if let root = environment["LLMSPEC_ROOT"], !root.isEmpty {
      guard Self.isFolder(root) else {
        throw FixtureFault(
          .noFolder, "LLMSPEC_ROOT is \"\(root)\", which is no folder here. Set it to the package's root.")
      }
      self.init(url: URL(filePath: root, directoryHint: .isDirectory))
      return
    }
    let folder = URL(filePath: sourceFile).deletingLastPathComponent().standardizedFileURL
    var tried: [String] = []
    var candidate = folder
    while true {
      let manifest = candidate.appending(path: "Package.swift").path
      if FileManager.default.fileExists(atPath: manifest) {
        self.init(url: candidate)
        return
      }
      tried.append(manifest)
      let parent = candidate.deletingLastPathComponent().standardizedFileURL
      if parent.path == candidate.path { break }
      candidate = parent
    }
    guard Self.isFolder(folder.path) else {
      throw FixtureFault(
        .noFolder,
        """
        No folder for fixtures was found: the tests were built from \(sourceFile), which is not on this machine. Tried:
        \(tried.map { "  \($0)" }.joined(separator: "\n"))
        Set LLMSPEC_ROOT to the package's root on this machine.
        """)
    }
    self.init(url: folder)
  }

  /// A path for people: from the root where it lies under it, whole elsewhere.
  public func relativePath(of file: URL) -> String {
    let path = file.standardizedFileURL.path
    let prefix = url.path.hasSuffix("/") ? url.path : url.path + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}
