import Dispatch
import DurableFiles
import Foundation
import Synchronization
import Testing

@Suite("File lock")
struct FileLockTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("Shuts out a second holder until it is released")
  func exclusive() throws {
    let lock = FileLock(folder.file("locks/l"))
    let other = FileLock(folder.file("locks/l"))
    let held = try #require(lock.tryAcquire())
    #expect(other.tryAcquire() == nil)
    #expect(lock.tryAcquire() == nil)
    held.release()
    held.release()
    let next = try #require(other.tryAcquire())
    next.release()
  }

  @Test("Is given back when the holder is dropped")
  func dropped() throws {
    let lock = FileLock(folder.file("l"))
    var held = lock.tryAcquire()
    #expect(held != nil)
    #expect(lock.tryAcquire() == nil)
    held = nil
    #expect(lock.tryAcquire() != nil)
  }

  @Test("Holds while the closure runs, and not after it threw")
  func closure() throws {
    struct Stop: Error {}
    let lock = FileLock(folder.file("l"))
    let answer = try lock.withLock {
      #expect(lock.tryAcquire() == nil)
      return 42
    }
    #expect(answer == 42)
    #expect(throws: Stop.self) { try lock.withLock { throw Stop() } }
    #expect(lock.tryAcquire() != nil)
  }

  @Test("Lets one thread in at a time, even if its holders remove the lock file", arguments: [false, true])
  func threads(removesFile: Bool) throws {
    let url = folder.file("l")
    let lock = FileLock(url)
    let inside = Atomic<Int>(0)
    let most = Atomic<Int>(0)
    let done = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      for _ in 0..<25 {
        try? lock.withLock {
          let now = inside.wrappingAdd(1, ordering: .sequentiallyConsistent).newValue
          most.max(now, ordering: .sequentiallyConsistent)
          usleep(200)
          inside.wrappingSubtract(1, ordering: .sequentiallyConsistent)
          done.wrappingAdd(1, ordering: .sequentiallyConsistent)
          // The last act inside: those who wait for the old file's lock must not take it for the new one's.
          if removesFile { try DurableFile.remove(url) }
        }
      }
    }
    #expect(most.load(ordering: .sequentiallyConsistent) == 1)
    #expect(done.load(ordering: .sequentiallyConsistent) == 200)
  }

  @Test("A thread that would wait for itself gets an error")
  func selfDeadlock() throws {
    let lock = FileLock(folder.file("l"))
    let fault = try #require(throws: FileFault.self) {
      try lock.withLock { try FileLock(folder.file("l")).withLock {} }
    }
    #expect(fault.errorNumber == EDEADLK)
    #expect(try lock.withLock { true })
  }

  @Test("Shuts out another process", .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/flock")))
  func anotherProcess() async throws {
    let url = folder.file("l")
    @Sendable func otherProcessGetsIt() throws -> Bool {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/flock")
      process.arguments = ["--nonblock", url.path, "true"]
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus == 0
    }
    // A thread of its own: the wait can be long, and the threads of tasks are few.
    let (inside, afterwards) = try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(
          with: Result { (try FileLock(url).withLock { try otherProcessGetsIt() }, try otherProcessGetsIt()) })
      }
    }
    #expect(!inside)
    #expect(afterwards)
  }

  @Test("A lock file that was removed guards nothing, and a new holder makes a new one")
  func removedLockFile() throws {
    let lock = FileLock(folder.file("l"))
    let first = try #require(lock.tryAcquire())
    try DurableFile.remove(folder.file("l"))
    let second = try #require(lock.tryAcquire())
    #expect(lock.tryAcquire() == nil)
    second.release()
    first.release()
  }

  @Test("A lock file that cannot be made is a fault, or nil when only tried")
  func impossible() throws {
    try folder.write("x", to: "plain")
    let lock = FileLock(folder.file("plain/l"))
    #expect(lock.tryAcquire() == nil)
    let fault = try #require(throws: FileFault.self) { try lock.withLock {} }
    #expect(fault.errorNumber == ENOTDIR)
  }
}
