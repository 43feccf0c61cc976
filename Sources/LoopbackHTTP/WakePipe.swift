#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Android)
  import Android
#endif

/// A pipe whose reading end becomes readable when somebody signals: it ends a poll from another thread.
struct WakePipe: Sendable {
  let readable: Socket
  private let writable: Socket

  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    readable = Socket(descriptor: ends[0])
    writable = Socket(descriptor: ends[1])
    for end in [readable, writable] {
      _ = fcntl(end.descriptor, F_SETFL, fcntl(end.descriptor, F_GETFL) | O_NONBLOCK)
      _ = fcntl(end.descriptor, F_SETFD, FD_CLOEXEC)
    }
  }

  /// A full pipe is as good as a byte more in it, so the outcome does not matter.
  func signal() {
    var byte: UInt8 = 1
    _ = write(writable.descriptor, &byte, 1)
  }

  func clear() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(readable.descriptor, &bytes, bytes.count) == bytes.count {}
  }

  func close() {
    readable.close()
    writable.close()
  }
}
