/// Why a piece of a streamed answer could not be written.
public struct LoopbackWriteError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What happened and what it means for the handler.
  public let description: String

  private init(_ description: String) {
    self.description = description
  }

  /// The client closed the connection, or took no bytes for longer than the idle time.
  public static let clientDisconnected = LoopbackWriteError(
    "The client closed the connection before the answer was complete; nothing more can be sent to it.")

  /// The server was stopped while the answer was being written.
  public static let serverStopped = LoopbackWriteError(
    "The loopback server was stopped before the answer was complete; keep it running until the stream ends.")

  /// The stream had already ended: its closure returned, or it was aborted.
  public static let responseEnded = LoopbackWriteError(
    "The answer has already ended; write only inside the closure given to LoopbackResponse.stream, and not after "
      + "abort().")
}
