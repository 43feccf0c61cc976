/// What a handler answers: a whole answer, a stream, or a fault played on purpose.
///
/// The server writes the fields that frame an answer (`Content-Length`, `Transfer-Encoding`) itself and leaves out
/// those that a handler gives. `Connection: close` among the headers closes the connection after the answer.
/// There is no `Date` field, so that the same answer is the same bytes.
public struct LoopbackResponse: Sendable {
  enum Content: Sendable {
    case whole([UInt8])
    case stream(@Sendable (LoopbackResponseWriter) async throws -> Void)
    case halfSent([UInt8], announcedLength: Int, ending: Ending)
    case raw([UInt8], ending: Ending)
  }

  let status: Int
  let headers: [(name: String, value: String)]
  let content: Content

  private init(status: Int = 200, headers: [(String, String)] = [], content: Content) {
    self.status = status
    self.headers = headers.map { (name: $0.0, value: $0.1) }
    self.content = content
  }

  /// An answer whose body is known, sent with its `Content-Length`.
  ///
  /// - Parameter status: 200 to 999; another number is answered 500 with an explanation.
  public static func whole(
    status: Int = 200, headers: [(String, String)] = [], body: [UInt8] = []
  ) -> LoopbackResponse {
    LoopbackResponse(status: status, headers: headers, content: .whole(body))
  }

  /// An answer of UTF-8 text.
  public static func text(
    _ text: String, status: Int = 200, contentType: String = "text/plain; charset=utf-8",
    headers: [(String, String)] = []
  ) -> LoopbackResponse {
    .whole(status: status, headers: [("Content-Type", contentType)] + headers, body: Array(text.utf8))
  }

  /// An answer of JSON text, sent as it is and not checked.
  public static func json(
    _ text: String, status: Int = 200, headers: [(String, String)] = []
  ) -> LoopbackResponse {
    .text(text, status: status, contentType: "application/json", headers: headers)
  }

  /// An answer in pieces, each sent when it is written (chunked transfer coding, RFC 9112 §7.1).
  ///
  /// The head of the answer is sent before `write` is called. When `write` throws, the connection is closed without the
  /// last chunk, so that the client can tell a broken stream from a complete one. A client of HTTP/1.0 gets the pieces
  /// without chunks and the end of the connection as their end.
  ///
  /// - Parameters:
  ///   - contentType: the `Content-Type`; server-sent events unless given.
  ///   - write: writes the pieces; the answer is complete when it returns.
  public static func stream(
    status: Int = 200, headers: [(String, String)] = [], contentType: String = "text/event-stream",
    _ write: @escaping @Sendable (LoopbackResponseWriter) async throws -> Void
  ) -> LoopbackResponse {
    LoopbackResponse(status: status, headers: [("Content-Type", contentType)] + headers, content: .stream(write))
  }
}

// Faults, for testing clients.
extension LoopbackResponse {
  /// How a connection ends after an answer that is a fault.
  public struct Ending: Sendable, Hashable {
    let resets: Bool

    /// The connection is closed in order (FIN): the client reads an early end.
    public static let close = Ending(resets: false)

    /// The connection is reset (RST): the client gets "connection reset by peer".
    ///
    /// Some systems drop bytes that the client has not read yet when a reset arrives.
    public static let reset = Ending(resets: true)
  }

  /// A fault: the request is read and the connection closed without a byte of an answer.
  public static let closingWithoutAnswer = LoopbackResponse(content: .raw([], ending: .close))

  /// A fault: announces a body of `announcedLength` bytes, sends fewer, and breaks the connection.
  ///
  /// - Parameters:
  ///   - sent: the bytes that are sent; of more than were announced, only the announced number.
  ///   - announcedLength: the value of `Content-Length`; below 0 counts as 0.
  ///   - ending: whether the connection is reset or closed.
  public static func halfSent(
    _ sent: [UInt8], announcedLength: Int, status: Int = 200, headers: [(String, String)] = [],
    ending: Ending = .reset
  ) -> LoopbackResponse {
    LoopbackResponse(
      status: status, headers: headers,
      content: .halfSent(sent, announcedLength: max(0, announcedLength), ending: ending))
  }

  /// A fault: sends these bytes in place of an HTTP answer, unchecked, and ends the connection.
  ///
  /// `URLSession` on Linux (Swift 6.3) ends the whole process when a connection is closed after a status line but before
  /// the empty line that ends the header; play that fault only to other clients.
  public static func raw(_ bytes: [UInt8], ending: Ending = .close) -> LoopbackResponse {
    LoopbackResponse(content: .raw(bytes, ending: ending))
  }
}
