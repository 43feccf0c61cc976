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

/// A path as the system calls take it, and the questions one asks about it.
struct FilePath: Sendable, Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  /// The path of a file URL. What could never name a file is refused here, so that a C string never cuts it short.
  init(_ url: URL, for operation: String) throws(FileFault) {
    guard url.isFileURL else {
      throw FileFault(
        path: url.absoluteString, operation: operation, errorNumber: EINVAL, reason: "it is not a file URL",
        nextStep: "Pass a URL that was made with URL(filePath:).")
    }
    text = url.absoluteURL.path
    // Foundation cuts a path short at an encoded zero byte.
    let holdsZero = text.utf8.contains(0) || url.absoluteString.contains("%00")
    guard !text.isEmpty, !holdsZero else {
      throw FileFault(
        path: url.absoluteString, operation: operation, errorNumber: EINVAL,
        reason: holdsZero ? "the path holds a zero byte" : "the path is empty", nextStep: "Correct the path.")
    }
  }

  var parent: FilePath {
    guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return FilePath(".") }
    return slash == text.utf8.startIndex ? FilePath("/") : FilePath(String(text[..<slash]))
  }

  var lastComponent: Substring {
    guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return text[...] }
    return text[text.utf8.index(after: slash)...]
  }

  func sibling(named name: String) -> FilePath {
    let folder = parent.text
    return FilePath(folder == "/" ? "/" + name : folder + "/" + name)
  }

  /// What stands at the path, links followed; nil when nothing does.
  func status(for operation: String) throws(FileFault) -> FileStatus? {
    var buffer = stat()
    if stat(text, &buffer) == 0 { return FileStatus(buffer) }
    let number = errno
    if number == ENOENT { return nil }
    throw FileFault(path: text, operation: operation, errorNumber: number)
  }

  /// The path of an existing file with every symbolic link followed.
  func resolved() throws(FileFault) -> FilePath {
    guard let real = realpath(text, nil) else {
      throw FileFault(path: text, operation: "follow the links of", errorNumber: errno)
    }
    defer { free(real) }
    return FilePath(String(cString: real))
  }

  /// Where a link leads whose file does not exist yet; the path itself when it is no link.
  func followingLinks() throws(FileFault) -> FilePath {
    var current = self
    // The bound of Linux for the links of one path (path_resolution(7)).
    for _ in 0..<40 {
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
      let count = readlink(current.text, &buffer, buffer.count)
      guard count > 0 else { return current }
      let destination = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
      current =
        destination.utf8.first == UInt8(ascii: "/") ? FilePath(destination) : current.sibling(named: destination)
    }
    throw FileFault(path: text, operation: "follow the links of", errorNumber: ELOOP)
  }

  func requireWritable(for operation: String) throws(FileFault) {
    if access(text, W_OK) != 0 { throw FileFault(path: text, operation: operation, errorNumber: errno) }
  }

  /// Creates the folder at this path and those above it that are missing.
  func createFolders() throws(FileFault) {
    var missing: [FilePath] = []
    var folder = self
    while try folder.status(for: "create the folder") == nil {
      missing.append(folder)
      let above = folder.parent
      if above == folder { break }
      folder = above
    }
    for path in missing.reversed() {
      if mkdir(path.text, 0o777) == 0 {
        path.parent.flushFolder()
      } else if errno != EEXIST {
        throw FileFault(path: path.text, operation: "create the folder", errorNumber: errno)
      }
    }
  }

  /// The names in this folder, in no order; none where there is no such folder.
  func names(for operation: String) throws(FileFault) -> [String] {
    guard let folder = opendir(text) else {
      if errno == ENOENT { return [] }
      throw FileFault(path: text, operation: operation, errorNumber: errno)
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { name in
          name.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: name.pointee)) {
            String(cString: $0)
          }
        })
    }
    return names
  }

  func unlinkFile(for operation: String) throws(FileFault) {
    if unlink(text) != 0, errno != ENOENT {
      throw FileFault(path: text, operation: operation, errorNumber: errno)
    }
  }

  /// Makes a rename or a new name in this folder survive a power failure, where the file system can.
  ///
  /// Without a fault: the name is already in place, and some file systems refuse to flush a folder.
  func flushFolder() {
    let descriptor = open(text, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    _ = close(descriptor)
  }
}

/// What stands at a path.
struct FileStatus: Sendable {
  enum Kind: Sendable { case regular, folder, special }

  let kind: Kind
  let size: Int
  let permissions: mode_t
  let owner: uid_t
  let group: gid_t
  let device: UInt64
  let serial: UInt64

  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .regular
    case S_IFDIR: kind = .folder
    default: kind = .special
    }
    size = Int(status.st_size)
    permissions = status.st_mode & 0o7777
    owner = status.st_uid
    group = status.st_gid
    device = UInt64(truncatingIfNeeded: status.st_dev)
    serial = UInt64(truncatingIfNeeded: status.st_ino)
  }

  /// Whether both are one file, and not two that had the same name at different times.
  func isSameFile(as other: FileStatus) -> Bool { device == other.device && serial == other.serial }
}
