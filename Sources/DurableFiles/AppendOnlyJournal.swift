import Foundation
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

/// A file of lines that only grows: a line that was appended survives the death of the process.
///
/// Each append is one `write(2)` at the end of the file, so the system has the whole line before `append`
/// returns. The journal holds a lock on its file for its life: see `isInUse(_:)`. It may be used from any
/// number of threads.
public final class AppendOnlyJournal: Sendable {
  /// Bytes of an unfinished last line, left by an earlier process, that were cut off when the journal was opened.
  ///
  /// Zero for a file that ends properly. Left in place, the unfinished line would spoil the next one.
  public let removedTailBytes: Int

  private let path: FilePath
  private let synchronizes: Bool
  private let state: Mutex<State>

  private enum State {
    case open(OpenFile)
    case closed
    /// A half-written line could be neither finished nor taken back; another after it would be spoilt too.
    case broken(FileFault)
  }

  /// Opens the journal, creating the file and its folders when they are missing, and locks it.
  ///
  /// - Parameter synchronizes: Whether each append also waits for the disk, so that the line survives a power
  ///   failure and not only a killed process. Slow: milliseconds a line.
  /// - Throws: `FileFault`; `EWOULDBLOCK` when the journal is in use.
  public init(_ url: URL, synchronizes: Bool = false) throws(FileFault) {
    path = try FilePath(url, for: "open the journal")
    self.synchronizes = synchronizes
    let file = try Self.openLocked(path)
    removedTailBytes = try Self.cutTornTail(of: file)
    state = Mutex(.open(file))
  }

  /// Appends one line. The line feed is added here; the line itself must not hold one.
  ///
  /// - Throws: `FileFault`. The journal then ends with the line before: a part of this one is taken back.
  public func append(_ line: [UInt8]) throws(FileFault) {
    guard !line.contains(0x0A) else {
      throw FileFault(
        path: path.text, operation: "append to", errorNumber: EINVAL,
        reason: "the line holds a line feed, which would make two lines of it",
        nextStep: "Write the record on one line, for example as compact JSON.")
    }
    let record = [UInt8](unsafeUninitializedCapacity: line.count + 1) { buffer, count in
      _ = buffer.initialize(from: line)
      buffer.initializeElement(at: line.count, to: 0x0A)
      count = line.count + 1
    }
    try state.withLock { (state) throws(FileFault) in
      switch state {
      case .open(let file):
        try append(record, to: file, state: &state)
      case .closed:
        throw FileFault(
          path: path.text, operation: "append to", errorNumber: EBADF, reason: "the journal is closed",
          nextStep: "Append before close() and remove(), or open the journal anew.")
      case .broken(let fault):
        throw fault
      }
    }
  }

  /// Closes the file and gives its lock back. The file stays. A second call does nothing.
  public func close() {
    state.withLock { $0 = .closed }
  }

  /// Closes the journal and deletes its file.
  public func remove() throws(FileFault) {
    try state.withLock { (state) throws(FileFault) in
      // Deleted while the lock is held: afterwards the name may belong to another process.
      if case .closed = state {
        guard !Self.isInUse(path) else { throw Self.inUse(path, operation: "remove the journal") }
      }
      try path.unlinkFile(for: "remove the journal")
      state = .closed
    }
  }

  /// Whether a journal is open on the file, in this process or another; false when there is no such file.
  ///
  /// A journal that is not in use was closed, or left by a process that died.
  public static func isInUse(_ url: URL) -> Bool {
    guard let path = try? FilePath(url, for: "look at") else { return false }
    return isInUse(path)
  }

  /// Every whole line of a journal, without its line feed, and whether an unfinished line follows the last.
  ///
  /// Works on a journal that is in use. A file that does not exist has no lines.
  ///
  /// - Parameter maximumBytes: The longest file that is read; a longer one is a fault.
  public static func lines(
    of url: URL, maximumBytes: Int = 1024 * 1024 * 1024
  ) throws(FileFault) -> (lines: [[UInt8]], hasTornTail: Bool) {
    guard let bytes = try DurableFile.read(url, maximumBytes: maximumBytes) else { return ([], false) }
    var lines: [[UInt8]] = []
    var start = 0
    while let end = bytes[start...].firstIndex(of: 0x0A) {
      lines.append(Array(bytes[start..<end]))
      start = end + 1
    }
    return (lines, start < bytes.count)
  }

  private func append(_ record: [UInt8], to file: OpenFile, state: inout State) throws(FileFault) {
    let before = try file.status(operation: "append to").size
    do {
      try file.append(record, operation: "append to")
      if synchronizes { try file.flushData(operation: "flush") }
    } catch {
      do { try file.shorten(to: before, operation: "take an unfinished line back from") } catch {
        // A device cannot be shortened, nor torn.
        if error.errorNumber != EINVAL { state = .broken(error) }
      }
      throw error
    }
  }

  private static func openLocked(_ path: FilePath) throws(FileFault) -> OpenFile {
    let operation = "open the journal"
    // Whoever asks `isInUse` holds a shared lock for an instant: try again before believing in another journal.
    for attempt in 0..<20 {
      if attempt > 0 { _ = usleep(1_000) }
      let flags = O_RDWR | O_CREAT | O_APPEND
      if let file = try LockedFile.open(path, flags: flags, waits: false, operation: operation) { return file }
    }
    throw inUse(path, operation: operation)
  }

  private static func inUse(_ path: FilePath, operation: String) -> FileFault {
    FileFault(
      path: path.text, operation: operation, errorNumber: EWOULDBLOCK,
      reason: "another process, or another part of this one, has the journal open",
      nextStep: "Wait until it has finished, or give this process a journal of its own.")
  }

  private static func isInUse(_ path: FilePath) -> Bool {
    guard let file = try? OpenFile(existing: path, flags: O_RDONLY, operation: "look at"),
      let isFree = try? file.lock(.shared, waits: false, operation: "look at")
    else { return false }
    return !isFree
  }

  /// Cuts off what follows the last line feed; answers how many bytes that was.
  private static func cutTornTail(of file: OpenFile) throws(FileFault) -> Int {
    let operation = "open the journal"
    let size = try file.status(operation: operation).size
    let step = 65_536
    var end = size
    while end > 0 {
      let start = max(0, end - step)
      let chunk = try file.bytes(at: start, count: end - start, operation: operation)
      if let lineFeed = chunk.lastIndex(of: 0x0A) {
        end = start + lineFeed + 1
        break
      }
      end = start
    }
    if end < size { try file.shorten(to: end, operation: operation) }
    return size - end
  }
}
