/// A whole answer of a server.
public struct HTTPResponse: Sendable {
  /// The status code.
  public var status: Int
  /// The headers.
  public var headers: HTTPHeaders
  /// The body.
  public var body: HTTPRequest.Body
  /// From sending to the last byte; for a replayed answer, as it was when it was recorded.
  public var duration: Duration
  /// Where the answer came from.
  public var origin: CallOrigin

  /// Makes an answer.
  public init(
    status: Int, headers: HTTPHeaders = [], body: HTTPRequest.Body = .none, duration: Duration = .zero,
    origin: CallOrigin = .live
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    self.duration = duration
    self.origin = origin
  }
}

/// An answer of a server that arrives piece by piece.
public struct HTTPStreamedResponse: Sendable {
  /// The status code.
  public var status: Int
  /// The headers.
  public var headers: HTTPHeaders
  /// The body's bytes as they arrive. It throws where the connection breaks before the body's end.
  public var chunks: AsyncThrowingStream<[UInt8], any Error>
  /// For a replayed answer: how long it took when it was recorded. Nil for one that is arriving now.
  public var recordedDuration: Duration?
  /// Where the answer comes from.
  public var origin: CallOrigin

  /// Makes an answer.
  public init(
    status: Int, headers: HTTPHeaders = [], chunks: AsyncThrowingStream<[UInt8], any Error>,
    recordedDuration: Duration? = nil, origin: CallOrigin = .live
  ) {
    self.status = status
    self.headers = headers
    self.chunks = chunks
    self.recordedDuration = recordedDuration
    self.origin = origin
  }
}
