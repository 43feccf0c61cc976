#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Android)
  import Android
#endif

/// A number of the system's errors with its text.
struct SystemError: Sendable, CustomStringConvertible {
  let code: Int32

  static var last: SystemError { SystemError(code: errno) }

  var isAddressInUse: Bool { code == EADDRINUSE }

  var description: String {
    "\(String(cString: strerror(code))) (errno \(code))"
  }
}

/// A descriptor of a non-blocking socket or pipe: the few system calls that the server makes, with their outcomes named.
///
/// It does not own the descriptor; whoever holds the connection closes it once.
struct Socket: Sendable {
  enum Received {
    case bytes(Int)
    case nothingYet, ended, failed
  }

  enum Sent {
    case bytes(Int)
    case notNow, failed
  }

  enum Accepted {
    case connection(Socket)
    case noneWaiting
    /// Out of descriptors or memory: worth another try later.
    case exhausted
  }

  let descriptor: Int32

  static func listening(port: Int) throws(LoopbackStartError) -> (socket: Socket, port: Int) {
    guard let number = UInt16(exactly: port) else {
      throw LoopbackStartError(port: port, attempted: "use the port", systemError: nil)
    }
    let opened = Socket(descriptor: socket(AF_INET, streamType, 0))
    guard opened.descriptor >= 0 else {
      throw LoopbackStartError(port: port, attempted: "open a socket", systemError: .last)
    }
    opened.configure()
    opened.turnOn(SO_REUSEADDR, level: SOL_SOCKET)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = number.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let failed: String? = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        if bind(opened.descriptor, address, length) != 0 { return "bind the port" }
        if listen(opened.descriptor, SOMAXCONN) != 0 { return "listen" }
        return getsockname(opened.descriptor, address, &length) != 0 ? "read the port's number" : nil
      }
    }
    if let failed {
      let error = SystemError.last
      opened.close()
      throw LoopbackStartError(port: port, attempted: failed, systemError: error)
    }
    return (opened, Int(UInt16(bigEndian: address.sin_port)))
  }

  func acceptConnection() -> Accepted {
    while true {
      let accepted = Socket(descriptor: accept(descriptor, nil, nil))
      if accepted.descriptor >= 0 {
        accepted.configure()
        // Pieces of a stream leave when they are written, not when a packet is full.
        accepted.turnOn(TCP_NODELAY, level: Int32(IPPROTO_TCP))
        return .connection(accepted)
      }
      switch errno {
      case EINTR, ECONNABORTED: continue
      case EAGAIN, EWOULDBLOCK: return .noneWaiting
      default: return .exhausted
      }
    }
  }

  func receive(into buffer: UnsafeMutableRawBufferPointer) -> Received {
    while true {
      let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
      if count > 0 { return .bytes(count) }
      if count == 0 { return .ended }
      if errno == EINTR { continue }
      return errno == EAGAIN || errno == EWOULDBLOCK ? .nothingYet : .failed
    }
  }

  func send(_ bytes: [UInt8], from start: Int) -> Sent {
    bytes.withUnsafeBytes { buffer in
      let rest = UnsafeRawBufferPointer(rebasing: buffer[start...])
      while true {
        let count = sendto(descriptor, rest.baseAddress, rest.count, Self.sendFlags, nil, 0)
        if count >= 0 { return .bytes(count) }
        if errno == EINTR { continue }
        return errno == EAGAIN || errno == EWOULDBLOCK ? .notNow : .failed
      }
    }
  }

  /// Tells the other side that nothing more comes; it can still be read from.
  func shutDownSending() {
    shutdown(descriptor, Int32(SHUT_WR))
  }

  /// Makes `close` reset the connection instead of closing it in order.
  func resetOnClose() {
    var option = linger(l_onoff: 1, l_linger: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
  }

  func close() {
    #if canImport(Darwin)
      _ = Darwin.close(descriptor)
    #elseif canImport(Glibc)
      _ = Glibc.close(descriptor)
    #elseif canImport(Musl)
      _ = Musl.close(descriptor)
    #elseif canImport(Android)
      _ = Android.close(descriptor)
    #endif
  }

  /// Non-blocking, not inherited by child processes, and no SIGPIPE where that is a property of the socket.
  func configure() {
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    #if canImport(Darwin)
      turnOn(SO_NOSIGPIPE, level: SOL_SOCKET)
    #endif
  }

  private func turnOn(_ option: Int32, level: Int32) {
    var on: Int32 = 1
    setsockopt(descriptor, level, option, &on, socklen_t(MemoryLayout<Int32>.size))
  }

  /// A write to a connection that is gone shall be an error and no SIGPIPE, which would end the process.
  private static var sendFlags: Int32 {
    #if canImport(Darwin)
      0
    #else
      Int32(MSG_NOSIGNAL)
    #endif
  }

  private static var streamType: Int32 {
    #if canImport(Glibc)
      Int32(SOCK_STREAM.rawValue)
    #else
      Int32(SOCK_STREAM)
    #endif
  }
}
