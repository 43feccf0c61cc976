import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The signals by which somebody asks a verb that runs for long to end.
enum StopSignals {
  /// Returns with the first SIGINT, SIGTERM or SIGHUP, or when the task is cancelled. Signals that come while the verb
  /// is ending are left alone, so that what it writes is whole; SIGKILL still ends it.
  static func wait() async {
    let (signals, continuation) = AsyncStream<Int32>.makeStream()
    let sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { continuation.yield(number) }
      source.resume()
      return source
    }
    for await _ in signals { break }
    for source in sources { source.cancel() }
  }
}
