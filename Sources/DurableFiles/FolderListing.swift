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

/// What lies in a folder, by one look at it: the system says with each name what it names, so that no file is touched.
public struct FolderListing: Sendable {
  /// What a name stands for.
  public enum Kind: Sendable {
    /// A file.
    case file
    /// A folder.
    case folder
    /// A symbolic link, wherever it leads.
    case link
    /// A device, a pipe or a socket.
    case other
  }

  /// A name in the folder.
  public struct Item: Sendable {
    /// The name, without the folder's path.
    public let name: String
    /// What it stands for.
    public let kind: Kind
  }

  /// Everything in the folder, hidden names too, in the order of the names' UTF-8 bytes.
  public let items: [Item]

  /// Lists a folder; nil where nothing stands at the path.
  ///
  /// - Throws: `FileFault` where the folder cannot be listed, or is none.
  public init?(_ url: URL) throws(FileFault) {
    let path = try FilePath(url, for: "list")
    guard let stream = opendir(path.text) else {
      if errno == ENOENT { return nil }
      throw FileFault(path: path.text, operation: "list", errorNumber: errno)
    }
    defer { closedir(stream) }
    var items: [Item] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw FileFault(path: path.text, operation: "list", errorNumber: errno) }
        break
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) {
          String(cString: $0)
        }
      }
      guard name != ".", name != ".." else { continue }
      items.append(Item(name: name, kind: Self.kind(entry.pointee.d_type, of: path.text + "/" + name)))
    }
    self.items = items.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func kind(_ type: UInt8, of path: String) -> Kind {
    switch Int(type) {
    case Int(DT_REG): return .file
    case Int(DT_DIR): return .folder
    case Int(DT_LNK): return .link
    case Int(DT_UNKNOWN):
      // Some file systems leave the kind out of their folders.
      var status = stat()
      guard lstat(path, &status) == 0 else { return .other }
      switch status.st_mode & S_IFMT {
      case S_IFREG: return .file
      case S_IFDIR: return .folder
      case S_IFLNK: return .link
      default: return .other
      }
    default: return .other
    }
  }
}

extension DurableFile {
  /// Removes a folder in which nothing is left; one that holds anything stays as it is. A folder that is not there is
  /// no fault.
  ///
  /// - Returns: Whether it was removed.
  @discardableResult
  public static func removeFolderIfEmpty(_ url: URL) throws(FileFault) -> Bool {
    let path = try FilePath(url, for: "remove the empty folder")
    if rmdir(path.text) == 0 { return true }
    switch errno {
    case ENOTEMPTY, EEXIST, ENOENT: return false
    default: throw FileFault(path: path.text, operation: "remove the empty folder", errorNumber: errno)
    }
  }
}
