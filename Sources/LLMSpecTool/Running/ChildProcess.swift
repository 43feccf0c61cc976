import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program that runs in the tool's place, with the same input and output, and in a process group of its own.
///
/// Foundation's `Process` is not used: on Linux it takes a program for running as long as a grandchild is, and a test
/// process that lost its parent would hold the tool for ever.
struct ChildProcess {
  /// How a program ended.
  enum Ending: Hashable, Sendable {
    /// It ended by itself, with a status.
    case exited(Int32)
    /// A signal ended it.
    case killed(Int32)
    /// It ended, whichever way, after the user had asked for that with a signal.
    case interrupted(Int32)
  }

  let executable: URL
  let arguments: [String]
  let environment: [String: String]

  /// Runs it to its end.
  func run() async throws(PackageError) -> Ending {
    ForwardedSignals.begin()
    defer { ForwardedSignals.end() }
    let process = try start()
    ForwardedSignals.forward(to: process)
    let status = await Self.wait(for: process)
    let signal = ForwardedSignals.last
    if signal > 0 { return .interrupted(signal) }
    // The macros of wait(2) that take a status apart do not reach Swift.
    return status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .killed(status & 0x7F)
  }

  private func start() throws(PackageError) -> pid_t {
    #if canImport(Darwin)
      var attributes: posix_spawnattr_t?
    #else
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A terminal signals the group in the foreground; two signals at once would make `swift test` leave its tests alone.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))
    posix_spawnattr_setpgroup(&attributes, 0)
    // Started in the background, the tool inherits that SIGINT is ignored. Its child must hear what is passed on.
    var defaults = sigset_t()
    sigemptyset(&defaults)
    sigaddset(&defaults, SIGINT)
    posix_spawnattr_setsigdefault(&attributes, &defaults)

    var words = ([executable.path] + arguments).map { strdup($0) } + [nil]
    var variables = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var process: pid_t = 0
    let fault = posix_spawn(&process, executable.path, nil, &attributes, &words, &variables)
    guard fault == 0 else {
      throw PackageError("\(executable.path) cannot be started: \(String(cString: strerror(fault))).")
    }
    return process
  }

  private static func wait(for process: pid_t) async -> Int32 {
    await withCheckedContinuation { continuation in
      // A thread of its own: the wait lasts as long as the tests do, and the threads of tasks are few.
      Thread.detachNewThread {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        continuation.resume(returning: status)
      }
    }
  }
}
