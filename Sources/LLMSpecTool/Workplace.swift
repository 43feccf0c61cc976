import Foundation

/// What the tool was started with: the folder it stands in and its environment.
struct Workplace: Sendable {
  var folder = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
  var environment = ProcessInfo.processInfo.environment

  /// A path that the user wrote, from the folder that the tool stands in.
  func url(ofPath path: String) -> URL {
    let expanded = path == "~" || path.hasPrefix("~/") ? NSString(string: path).expandingTildeInPath : path
    return URL(filePath: expanded, relativeTo: folder).absoluteURL.standardizedFileURL
  }

  /// The value of a variable; nil where it is not set or empty.
  func variable(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
}
