// # DurableFiles
//
// Files that survive a killed process and a full disk: a whole-file replace (`DurableFile`), an append-only
// journal (`AppendOnlyJournal`), a lock between processes (`FileLock`) and the content hash that names what
// was written (`ContentHash`, made by `SHA256`). Whatever goes wrong is a `FileFault`, which names the path,
// the operation, the reason in words and the next step.

import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Android)
  import Android
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads and replaces whole files, so that a reader meets the old file or the new one and never a half.
public enum DurableFile {
  /// Replaces a file's contents in one step, or leaves the old file exactly as it was.
  ///
  /// The bytes go to a temporary file in the same folder, are flushed to the disk (`fsync`) and renamed into
  /// place. Missing folders are created. The permissions of an existing file are kept, and an existing file
  /// that may not be written is refused. A symbolic link stays a link: the file that it leads to is replaced.
  /// A device or a pipe (`/dev/stdout`) is written to directly.
  ///
  /// - Throws: `FileFault`. The old file is then untouched and no temporary file is left behind.
  public static func replace(_ url: URL, with bytes: [UInt8]) throws(FileFault) {
    let given = try FilePath(url, for: "replace")
    guard let existing = try given.status(for: "replace") else {
      let target = try given.followingLinks()
      try target.parent.createFolders()
      return try replaceRegularFile(target, with: bytes, existing: nil)
    }
    switch existing.kind {
    case .regular:
      try replaceRegularFile(given.resolved(), with: bytes, existing: existing)
    case .folder:
      throw FileFault(path: given.text, operation: "replace", errorNumber: EISDIR)
    case .special:
      try OpenFile(special: given, operation: "write to").append(bytes, operation: "write to")
    }
  }

  /// Reads a whole file; nil when there is no file of that name.
  ///
  /// - Parameter maximumBytes: The most bytes that are read. A longer file is a fault, never a cut copy.
  public static func read(_ url: URL, maximumBytes: Int = 256 * 1024 * 1024) throws(FileFault) -> [UInt8]? {
    let path = try FilePath(url, for: "read")
    guard let file = try OpenFile(existing: path, flags: O_RDONLY, operation: "read") else { return nil }
    return try file.contents(maximumBytes: max(0, maximumBytes))
  }

  /// Removes a file. A file that is not there is no fault.
  public static func remove(_ url: URL) throws(FileFault) {
    try FilePath(url, for: "remove").unlinkFile(for: "remove")
  }

  /// Removes what processes left beside a file that were killed while they replaced it.
  ///
  /// A replacement that is under way, in this process or another, is left alone.
  ///
  /// - Throws: `FileFault` where the folder cannot be listed or a file in it not be removed.
  public static func removeLeftovers(of url: URL) throws(FileFault) {
    try TemporaryFile.removeLeftovers(beside: FilePath(url, for: "look for temporary files beside").followingLinks())
  }

  private static func replaceRegularFile(
    _ target: FilePath, with bytes: [UInt8], existing: FileStatus?
  ) throws(FileFault) {
    if existing != nil { try target.requireWritable(for: "replace") }
    let temporary = try TemporaryFile(beside: target)
    do {
      try temporary.file.append(bytes, operation: "write the new contents of")
      if let existing { try temporary.file.adopt(existing) }
      try temporary.file.flush(operation: "flush the new contents of")
      try temporary.rename(to: target)
    } catch {
      temporary.discard()
      throw error
    }
    target.parent.flushFolder()
  }
}
