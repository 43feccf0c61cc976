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

/// An advisory lock between processes, and between the threads of this one, on a lock file (`flock(2)`).
///
/// The lock file is created, with its folders, when it is missing; it stays behind, empty, because removing it
/// would let two processes hold two locks of one name. The system ends the lock of a process that dies.
public struct FileLock: Sendable {
  private let url: URL

  /// A lock on the file at `url`. Nothing is opened before the lock is asked for.
  public init(_ url: URL) { self.url = url }

  /// Runs the closure while holding the lock, and waits for it first as long as another has it.
  ///
  /// - Throws: What the closure throws, or a `FileFault` when the lock file cannot be opened, or when this
  ///   thread already is inside `withLock` of the same file and would wait for itself.
  public func withLock<R>(_ body: () throws -> R) throws -> R {
    let path = try FilePath(url, for: "lock")
    let holder = Holder(thread: ObjectIdentifier(Thread.current), path: path)
    guard Self.holders.withLock({ $0.insert(holder).inserted }) else {
      throw FileFault(
        path: path.text, operation: "lock", errorNumber: EDEADLK, reason: "this thread holds the lock already",
        nextStep: "Take the lock once, around both pieces of work.")
    }
    defer { _ = Self.holders.withLock { $0.remove(holder) } }
    let held = try acquire()
    defer { held.release() }
    return try body()
  }

  /// Takes the lock, waiting as long as another has it. Call `release()` when done.
  public func acquire() throws(FileFault) -> Held {
    let path = try FilePath(url, for: "lock")
    guard let file = try LockedFile.open(path, flags: O_RDWR | O_CREAT, waits: true, operation: "lock") else {
      throw FileFault(path: path.text, operation: "lock", errorNumber: EWOULDBLOCK)
    }
    return Held(file)
  }

  /// Takes the lock if it is free at once; nil when another holds it or the lock file cannot be opened.
  ///
  /// Keep the result and call `release()` on it: one that is not kept is released at once.
  public func tryAcquire() -> Held? {
    guard let path = try? FilePath(url, for: "lock"),
      let file = try? LockedFile.open(path, flags: O_RDWR | O_CREAT, waits: false, operation: "lock")
    else { return nil }
    return Held(file)
  }

  /// A lock that is held until `release()`, or until the last reference to it goes.
  ///
  /// Write `defer { held.release() }`: an object that is not used again may go before its scope ends.
  public final class Held: Sendable {
    private let file: Mutex<OpenFile?>

    init(_ file: OpenFile) { self.file = Mutex(file) }

    /// Gives the lock back. A second call does nothing.
    public func release() {
      file.withLock { $0 = nil }
    }
  }

  private struct Holder: Hashable {
    let thread: ObjectIdentifier
    let path: FilePath
  }

  /// Who is inside `withLock`, so that a thread that would wait for itself gets an error and not a standstill.
  private static let holders = Mutex<Set<Holder>>([])
}
