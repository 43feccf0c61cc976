#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Android)
  import Android
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the file system refused: the path, the operation, the reason in words and the next step.
public struct FileFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file or folder that the operation was about.
  public let path: String

  /// What was attempted, as a verb that takes the path: "replace", "read", "append to".
  public let operation: String

  /// The system's error number (`errno`).
  public let errorNumber: Int32

  /// Why it failed, in words.
  public let reason: String

  /// What a person can do about it.
  public let nextStep: String

  /// A fault with the system's own words for the error number.
  ///
  /// - Parameter operation: A verb that takes the path: "replace", "read", "append to".
  public init(path: String, operation: String, errorNumber: Int32) {
    self.init(path: path, operation: operation, errorNumber: errorNumber, reason: nil, nextStep: nil)
  }

  /// A fault whose cause is better said in words of our own than in the system's.
  init(path: String, operation: String, errorNumber: Int32, reason: String?, nextStep: String?) {
    self.path = path
    self.operation = operation
    self.errorNumber = errorNumber
    self.reason = reason ?? Self.systemWords(for: errorNumber)
    self.nextStep = nextStep ?? Self.usualNextStep(for: errorNumber)
  }

  /// Whether the place may not be written: a read-only volume, or missing permission.
  public var isReadOnly: Bool { [EROFS, EACCES, EPERM].contains(errorNumber) }

  /// Whether the volume, or this user's share of it, is full.
  public var isOutOfSpace: Bool { [ENOSPC, EDQUOT].contains(errorNumber) }

  /// Whether another process, or another part of this one, holds the file.
  public var isInUse: Bool { errorNumber == EWOULDBLOCK }

  /// The whole fault as one sentence for a person, followed by the next step.
  public var description: String {
    "Could not \(operation) \(path): \(reason) (error \(errorNumber)). \(nextStep)"
  }

  private static func systemWords(for errorNumber: Int32) -> String {
    guard let words = strerror(errorNumber) else { return "unknown reason" }
    return String(cString: words).lowercased()
  }

  private static func usualNextStep(for errorNumber: Int32) -> String {
    switch errorNumber {
    case EACCES, EPERM:
      "Give this user permission to write the file and its folder, or choose another place."
    case EROFS:
      "The volume is mounted read-only: choose a place that can be written, or mount it writable."
    case ENOSPC, EDQUOT:
      "Free some space on that volume (or raise the quota) and run again; what was there before is unharmed."
    case EFBIG:
      "Raise the limit on the size of files (ulimit -f) and run again; what was there before is unharmed."
    case ENOTDIR:
      "A part of the path is a file where a folder is needed: rename that file or choose another path."
    case EISDIR:
      "There is a folder at that path where a file is needed: choose another name."
    case ENOENT:
      "Check the spelling of the path, and that its folder exists."
    case ENAMETOOLONG:
      "Choose a shorter name."
    case ELOOP:
      "The symbolic links lead in a circle: replace one of them by a real file or folder."
    case EMFILE, ENFILE:
      "Too many files are open: raise the limit (ulimit -n), or run fewer things at once."
    case EWOULDBLOCK:
      "Wait for the other holder to finish, or stop it, and run again."
    default:
      "Check the path, its permissions and the disk, and run again."
    }
  }
}
