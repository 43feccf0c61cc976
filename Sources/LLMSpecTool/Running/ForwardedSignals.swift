import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Passes the signals that end a command on to `swift test`, which stands in a process group of its own.
///
/// A terminal sends its signals to the group in the foreground alone. Were the tool to die of one by itself, the tests
/// would go on, and with them calls that cost money. Whatever the tool was sent, SIGINT is passed on: for that signal
/// alone does `swift test` end the test processes that it has started.
enum ForwardedSignals {
  // A signal's handler can reach nothing but what is global. Both are made before the first handler is installed.
  private static let child = Atomic<Int32>(0)
  private static let received = Atomic<Int32>(0)

  /// The last signal that came; 0 where there was none.
  static var last: Int32 { received.load(ordering: .relaxed) }

  /// From now on signals are noted. One that is ignored, as under `nohup`, stays ignored.
  static func begin() {
    child.store(0, ordering: .relaxed)
    received.store(0, ordering: .relaxed)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
      let handler: @convention(c) (Int32) -> Void = { number in
        ForwardedSignals.received.store(number, ordering: .sequentiallyConsistent)
        let child = ForwardedSignals.child.load(ordering: .sequentiallyConsistent)
        if child > 0 { _ = kill(child, SIGINT) }
      }
      let before = signal(number, handler)
      if isIgnored(before) { _ = signal(number, SIG_IGN) }
    }
  }

  /// Names the child that signals go to; one that came before it was there is passed on now.
  static func forward(to process: Int32) {
    child.store(process, ordering: .sequentiallyConsistent)
    let early = received.load(ordering: .sequentiallyConsistent)
    if early > 0 { _ = kill(process, SIGINT) }
  }

  /// From now on signals end the tool again.
  static func end() {
    child.store(0, ordering: .sequentiallyConsistent)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
      let before = signal(number, SIG_DFL)
      if isIgnored(before) { _ = signal(number, SIG_IGN) }
    }
  }

  private static func isIgnored(_ handler: sighandler?) -> Bool {
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private typealias sighandler = @convention(c) (Int32) -> Void
}
