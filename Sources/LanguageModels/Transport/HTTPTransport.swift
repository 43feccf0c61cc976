/// The way of a request to a server and of the answer back.
///
/// ``URLSessionTransport`` is the live one; a recording or replaying one stands in its place for the length of a spec.
/// An answer with an error status is an answer: a transport throws only where none came.
public protocol HTTPTransport: Sendable {
  /// Sends a request and waits for the whole answer.
  ///
  /// - Throws: ``ModelFault`` where there is no answer, `CancellationError` when the task is cancelled.
  func send(_ request: HTTPRequest) async throws -> HTTPResponse

  /// Sends a request and returns as soon as the answer's head is there.
  ///
  /// - Throws: ``ModelFault`` where there is no answer, `CancellationError` when the task is cancelled.
  func stream(_ request: HTTPRequest) async throws -> HTTPStreamedResponse
}
