import Foundation
import Testing

/// Starts a program that alone sees some folders mounted, such as a small disk or a read-only one (`unshare(1)`).
enum MountedFolders {
  static let executable = "/usr/bin/unshare"

  /// Why nothing can be mounted here; nil where it can.
  static let obstacle: Comment? = {
    #if os(Linux)
      let comment: Comment = "mounting a folder for one process needs Linux, root and unshare(1)"
      guard getuid() == 0, FileManager.default.isExecutableFile(atPath: executable) else { return comment }
      return system("\(executable) -m mount -t tmpfs tmpfs /mnt 2>/dev/null") == 0 ? nil : comment
    #else
      return "mounting a folder for one process needs Linux, root and unshare(1)"
    #endif
  }()

  /// What `executable` is started with, to run the shell command and then the program.
  static func arguments(mounting command: String, program: String, _ arguments: [String]) -> [String] {
    ["-m", "sh", "-c", command + " && exec \"$@\"", "sh", program] + arguments
  }
}
