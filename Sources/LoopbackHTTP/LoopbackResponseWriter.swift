/// Writes the pieces of a streamed answer, in the order of the calls.
public struct LoopbackResponseWriter: Sendable {
  let exchange: Exchange
  let isChunked: Bool

  /// Sends one piece and returns when the system has taken all of its bytes.
  ///
  /// A client that reads slowly thus slows the handler down. An empty piece sends nothing. Each piece is one chunk, but
  /// a client may see pieces joined or divided, as TCP keeps no boundaries.
  ///
  /// - Throws: `LoopbackWriteError` when the client is gone, the server stopped or the answer has ended;
  ///   `CancellationError` when the task is cancelled by its own code, which also closes the connection.
  public func write(_ bytes: [UInt8]) async throws {
    try exchange.checkOpen()
    try Task.checkCancellation()
    guard !bytes.isEmpty else { return }
    let piece = isChunked ? AnswerBytes.chunk(bytes) : bytes
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { written in
        exchange.deliver(Delivery(exchange: exchange, pieces: [piece], ending: nil, written: written))
      }
    } onCancel: {
      // A piece that is half sent cannot be taken back: the connection is of no more use. If the server cancelled the
      // task, its reason is there already and stands.
      exchange.end(CancellationError())
      exchange.deliver(Delivery(exchange: exchange, pieces: [], ending: .drop, written: nil))
    }
  }

  /// Sends the UTF-8 bytes of a text as one piece; see `write(_:)` for bytes.
  public func write(_ text: String) async throws {
    try await write(Array(text.utf8))
  }

  /// A fault: closes the connection without the last chunk, so that the client sees a broken stream.
  ///
  /// Pieces whose `write` has returned still reach the client. Writing afterwards throws.
  public func abort() {
    exchange.deliver(Delivery(exchange: exchange, pieces: [], ending: .close, written: nil))
    exchange.end(LoopbackWriteError.responseEnded)
  }
}
