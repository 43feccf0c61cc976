/// Why a loopback server could not start.
public struct LoopbackStartError: Error, Sendable, CustomStringConvertible {
  /// The port that was asked for; 0 stands for any free one.
  public let port: Int

  /// What the server tried when it failed, such as "bind the port".
  public let attempted: String

  /// The system's `errno` and its text; nil when the port is out of range.
  let systemError: SystemError?

  /// What happened, the port, and the next step.
  public var description: String {
    guard let systemError else {
      return "Cannot listen on 127.0.0.1:\(port): a port is 0 (any free one) to 65535."
    }
    return "Cannot listen on 127.0.0.1:\(port): could not \(attempted): \(systemError). "
      + (systemError.isAddressInUse
        ? "Another process has this port; stop it, or pass port 0 to get a free one."
        : "Check that this process may open sockets and has not run out of file descriptors.")
  }
}
