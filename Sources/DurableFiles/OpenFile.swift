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

/// An open file, closed when the last reference goes.
///
/// The descriptor never leaves the class: a method keeps its object alive for the length of the system call.
final class OpenFile: Sendable {
  let path: FilePath
  private let descriptor: Int32
  private let isLocked = Atomic<Bool>(false)

  /// Opens or creates; a missing file without `O_CREAT` is a fault.
  init(_ path: FilePath, flags: Int32, operation: String) throws(FileFault) {
    self.path = path
    descriptor = Self.openDescriptor(path, flags)
    if descriptor < 0 { throw FileFault(path: path.text, operation: operation, errorNumber: errno) }
  }

  /// Opens what is there; nil when nothing is.
  init?(existing path: FilePath, flags: Int32, operation: String) throws(FileFault) {
    self.path = path
    descriptor = Self.openDescriptor(path, flags)
    if descriptor < 0 {
      if errno == ENOENT { return nil }
      throw FileFault(path: path.text, operation: operation, errorNumber: errno)
    }
  }

  /// Opens a device or pipe for writing, without waiting for a pipe's reader that may never come.
  init(special path: FilePath, operation: String) throws(FileFault) {
    self.path = path
    descriptor = Self.openDescriptor(path, O_WRONLY | O_NONBLOCK)
    if descriptor < 0 { throw FileFault(path: path.text, operation: operation, errorNumber: errno) }
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL, 0) & ~O_NONBLOCK)
  }

  deinit {
    guard descriptor >= 0 else { return }
    // A process that is just being started holds a copy of the descriptor for an instant, and with it the lock.
    if isLocked.load(ordering: .relaxed) { _ = flock(descriptor, LOCK_UN) }
    _ = close(descriptor)
  }

  private static func openDescriptor(_ path: FilePath, _ flags: Int32) -> Int32 {
    while true {
      let descriptor = open(path.text, flags | O_CLOEXEC, 0o666)
      if descriptor >= 0 || errno != EINTR { return descriptor }
    }
  }

  func status(operation: String) throws(FileFault) -> FileStatus {
    var buffer = stat()
    if fstat(descriptor, &buffer) != 0 {
      throw FileFault(path: path.text, operation: operation, errorNumber: errno)
    }
    return FileStatus(buffer)
  }

  /// Writes all bytes: in one system call, unless a signal or a full disk cuts it short.
  func append(_ bytes: [UInt8], operation: String) throws(FileFault) {
    let failure: Int32 = bytes.withUnsafeBytes { raw in
      var rest = raw
      while rest.count > 0 {
        let written = write(descriptor, rest.baseAddress, rest.count)
        if written > 0 {
          rest = UnsafeRawBufferPointer(rebasing: rest[written...])
        } else if written == 0 {
          // POSIX leaves a write of nothing undefined; taken for success it could loop for ever.
          return EIO
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
    if failure != 0 { throw FileFault(path: path.text, operation: operation, errorNumber: failure) }
  }

  /// Everything from the start to the end.
  func contents(maximumBytes: Int) throws(FileFault) -> [UInt8] {
    let expected = try status(operation: "read").size
    if expected > maximumBytes { throw tooLong(maximumBytes) }
    // One byte beyond the expected size lets the end be seen without growing the buffer.
    var bytes = [UInt8](repeating: 0, count: expected + 1)
    var filled = 0
    while true {
      if filled == bytes.count { bytes.append(contentsOf: repeatElement(0, count: max(65_536, filled))) }
      let start = filled
      let count = bytes.withUnsafeMutableBytes { raw in
        // Linux reads at most 0x7ffff000 bytes a call, Darwin refuses more than Int32.max.
        Self.readOnce(descriptor, UnsafeMutableRawBufferPointer(rebasing: raw[start...].prefix(1 << 30)))
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileFault(path: path.text, operation: "read", errorNumber: errno)
      }
      if count == 0 { break }
      filled += count
      if filled > maximumBytes { throw tooLong(maximumBytes) }
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  /// The bytes from an offset on, at most `count` of them.
  func bytes(at offset: Int, count: Int, operation: String) throws(FileFault) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    while true {
      let read = bytes.withUnsafeMutableBytes { raw in pread(descriptor, raw.baseAddress, raw.count, off_t(offset)) }
      if read >= 0 { return Array(bytes[..<read]) }
      if errno != EINTR { throw FileFault(path: path.text, operation: operation, errorNumber: errno) }
    }
  }

  func shorten(to size: Int, operation: String) throws(FileFault) {
    if ftruncate(descriptor, off_t(size)) != 0 {
      throw FileFault(path: path.text, operation: operation, errorNumber: errno)
    }
  }

  /// Waits until the disk has what was written.
  func flush(operation: String) throws(FileFault) {
    while fsync(descriptor) != 0 {
      // A pipe or a device has nothing to flush.
      if errno == EINVAL { return }
      if errno != EINTR { throw FileFault(path: path.text, operation: operation, errorNumber: errno) }
    }
  }

  /// Waits until the disk has the data, without the times and other attributes where the system can tell them apart.
  func flushData(operation: String) throws(FileFault) {
    #if canImport(Darwin)
      try flush(operation: operation)
    #else
      while fdatasync(descriptor) != 0 {
        if errno == EINVAL { return }
        if errno != EINTR { throw FileFault(path: path.text, operation: operation, errorNumber: errno) }
      }
    #endif
  }

  /// Takes the permissions of the file that this one replaces, and its owner where the system lets us.
  func adopt(_ existing: FileStatus) throws(FileFault) {
    // Only the superuser may give a file away, and changing the owner clears bits of the mode: owner first.
    _ = fchown(descriptor, existing.owner, existing.group)
    if fchmod(descriptor, existing.permissions) != 0 {
      throw FileFault(path: path.text, operation: "keep the permissions of", errorNumber: errno)
    }
  }

  enum LockKind { case exclusive, shared }

  /// Takes the advisory lock of `flock(2)`; false when another holds it and `waits` is false.
  ///
  /// The lock belongs to this open file, so that a second `OpenFile` of the same process is shut out too. It
  /// ends when the file is closed, by us or by the system after the process died.
  func lock(_ kind: LockKind, waits: Bool, operation: String) throws(FileFault) -> Bool {
    let wanted = (kind == .exclusive ? LOCK_EX : LOCK_SH) | (waits ? 0 : LOCK_NB)
    while flock(descriptor, wanted) != 0 {
      if errno == EWOULDBLOCK { return false }
      if errno != EINTR { throw FileFault(path: path.text, operation: operation, errorNumber: errno) }
    }
    isLocked.store(true, ordering: .relaxed)
    return true
  }

  /// Whether the path still names this file: it may have been removed or replaced since it was opened.
  func isStillNamed() throws(FileFault) -> Bool {
    guard let named = try path.status(for: "look at") else { return false }
    return named.isSameFile(as: try status(operation: "look at"))
  }

  private func tooLong(_ maximumBytes: Int) -> FileFault {
    FileFault(
      path: path.text, operation: "read", errorNumber: EFBIG,
      reason: "it holds more than the \(maximumBytes) bytes that the reader allows",
      nextStep: "Check that this is the file you mean, or split it.")
  }

  private static func readOnce(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    read(descriptor, buffer.baseAddress, buffer.count)
  }
}
