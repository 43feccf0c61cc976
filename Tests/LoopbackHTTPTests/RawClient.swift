import Dispatch
import Foundation
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A client that sends whatever bytes a test wants. Its blocking calls run on a queue of their own.
struct RawClient: Sendable {
  struct ConnectionFailed: Error {}

  private let descriptor: Int32
  private let queue = DispatchQueue(label: "raw client")

  init(port: Int) async throws {
    #if canImport(Glibc)
      let stream = Int32(SOCK_STREAM.rawValue)
    #else
      let stream = SOCK_STREAM
    #endif
    descriptor = socket(AF_INET, stream, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = try #require(UInt16(exactly: port)).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let descriptor = descriptor
    let isConnected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    // A server that never answers makes a test fail instead of hang.
    var patience = timeval(tv_sec: 120, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    #if canImport(Darwin)
      var on: Int32 = 1
      setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
    #endif
    guard isConnected else {
      closeDescriptor(descriptor)
      throw ConnectionFailed()
    }
  }

  /// Sends all bytes; false when the server refuses to take them.
  @discardableResult
  func send(_ bytes: [UInt8]) async -> Bool {
    await onQueue {
      var start = 0
      while start < bytes.count {
        #if canImport(Darwin)
          let flags: Int32 = 0
        #else
          let flags = Int32(MSG_NOSIGNAL)
        #endif
        let count = bytes.withUnsafeBytes { buffer in
          sendto(descriptor, buffer.baseAddress.map { $0 + start }, bytes.count - start, flags, nil, 0)
        }
        guard count > 0 else { return false }
        start += count
      }
      return true
    }
  }

  @discardableResult
  func send(_ text: String) async -> Bool {
    await send(Array(text.utf8))
  }

  /// What arrives until the text read so far ends with `end`, or the connection ends.
  func text(until end: String) async -> String {
    await onQueue {
      var read: [UInt8] = []
      var byte: UInt8 = 0
      while !read.suffix(end.utf8.count).elementsEqual(end.utf8), recv(descriptor, &byte, 1, 0) == 1 {
        read.append(byte)
      }
      return String(decoding: read, as: UTF8.self)
    }
  }

  /// What arrives until the connection ends, and whether it ended in order (no reset, no time-out).
  func rest() async -> (text: String, endedInOrder: Bool) {
    await onQueue {
      var read: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 64 << 10)
      while true {
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { return (String(decoding: read, as: UTF8.self), count == 0) }
        read.append(contentsOf: buffer[..<count])
      }
    }
  }

  func shutDownSending() {
    shutdown(descriptor, Int32(SHUT_WR))
  }

  func close() async {
    await onQueue { closeDescriptor(descriptor) }
  }

  private func onQueue<R: Sendable>(_ work: @escaping @Sendable () -> R) async -> R {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: work()) }
    }
  }
}

/// Outside of `RawClient`, whose own `close` hides the system's.
private func closeDescriptor(_ descriptor: Int32) {
  _ = close(descriptor)
}

/// One exchange on a connection of its own: sends the text and reads to the connection's end, which must come in order.
func rawAnswer(port: Int, to request: String) async throws -> String {
  let client = try await RawClient(port: port)
  await client.send(request)
  let answer = await client.rest()
  await client.close()
  #expect(answer.endedInOrder, "The server neither closed the connection in order nor within 120 seconds.")
  return answer.text
}
