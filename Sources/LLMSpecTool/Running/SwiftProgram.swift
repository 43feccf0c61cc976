import Foundation

/// Finds the `swift` that runs the tests.
enum SwiftProgram {
  /// The first executable file of that name on `PATH`.
  static func find(_ workplace: Workplace) throws(PackageError) -> URL {
    let path = workplace.variable("PATH") ?? "/usr/bin:/bin"
    for folder in path.split(separator: ":") {
      let candidate = workplace.url(ofPath: String(folder)).appending(path: "swift")
      if FileManager.default.isExecutableFile(atPath: candidate.path), !PackageFolder.isFolder(candidate) {
        return candidate
      }
    }
    throw PackageError("There is no swift on PATH. Install the toolchain, or add its bin folder to PATH.")
  }
}
