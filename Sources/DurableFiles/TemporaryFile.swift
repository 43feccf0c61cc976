import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Android)
  import Android
#elseif canImport(Darwin)
  import Darwin
#endif

/// A new, empty file beside the one that it will replace, locked as long as it is open.
struct TemporaryFile {
  let file: OpenFile

  private static let made = Atomic<UInt64>(0)

  /// Creates the file under a name that no other process or thread uses.
  init(beside target: FilePath) throws(FileFault) {
    var taken = 0
    while true {
      let path = target.sibling(named: Self.nextName(for: target.lastComponent))
      do {
        let made = try OpenFile(path, flags: O_WRONLY | O_CREAT | O_EXCL, operation: "create a temporary file for")
        // Where there are no locks, nobody takes the file for one that was left behind.
        _ = try? made.lock(.exclusive, waits: false, operation: "lock")
        if (try? made.isStillNamed()) == false { continue }
        file = made
        return
      } catch {
        // A process of the same number that was killed long ago may have left its file behind.
        taken += 1
        if error.errorNumber == EEXIST, taken < 1_000 { continue }
        throw FileFault(
          path: target.text, operation: "create a temporary file beside", errorNumber: error.errorNumber)
      }
    }
  }

  func rename(to target: FilePath) throws(FileFault) {
    if systemRename(file.path.text, target.text) != 0 {
      throw FileFault(path: target.text, operation: "rename the new contents to", errorNumber: errno)
    }
  }

  /// Removes the file after a failure, whose own fault is the one to report.
  func discard() { _ = unlink(file.path.text) }

  /// Removes the temporary files that processes left which were killed while they replaced the target.
  static func removeLeftovers(beside target: FilePath) throws(FileFault) {
    let prefix = opening(for: target.lastComponent)
    for name in try target.parent.names(for: "look for temporary files in")
    where name.hasPrefix(prefix) && name.hasSuffix(ending) {
      // A process's number and a count, as `nextName(for:)` writes them; anything else is somebody's file.
      let marks = name.dropFirst(prefix.count).dropLast(ending.count).split(separator: "-")
      guard marks.count == 2, marks.allSatisfy({ UInt64($0) != nil }) else { continue }
      let path = target.sibling(named: name)
      guard let file = try? OpenFile(existing: path, flags: O_RDONLY, operation: "look at"),
        (try? file.lock(.exclusive, waits: false, operation: "lock")) == true,
        (try? file.isStillNamed()) == true
      else { continue }
      try path.unlinkFile(for: "remove the temporary file")
    }
  }

  private static let ending = ".tmp"

  private static func opening(for name: Substring) -> String {
    // Room for the marks around it within the 255 bytes that a name may have.
    var kept = name
    while kept.utf8.count > 180 { kept.removeLast() }
    return ".\(kept)."
  }

  private static func nextName(for name: Substring) -> String {
    let number = made.wrappingAdd(1, ordering: .relaxed).newValue
    return "\(opening(for: name))\(getpid())-\(number)\(ending)"
  }
}

/// The system call, under a name that a method called `rename` does not hide.
private func systemRename(_ from: String, _ to: String) -> Int32 { rename(from, to) }
