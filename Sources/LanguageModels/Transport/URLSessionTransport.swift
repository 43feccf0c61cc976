import Foundation
import StructuredOutput

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The live way to a server: Foundation's URL loading, without cookies, caches or redirects.
///
/// An answer of status 3xx is given back as it is: following it could carry credentials to another host. A body that
/// breaks off before its announced end is a fault, never a short answer. ``HTTPRequest/timeout`` bounds the whole
/// exchange, from sending to the last byte.
public struct URLSessionTransport: HTTPTransport {
  /// The transport that calls outside of any spec go over.
  public static let shared = URLSessionTransport()

  /// The most bytes of one answer, 256 MiB; a longer one is a fault.
  public static let maximumAnswerBytes = 256 << 20

  private let connections: URLSessionConnections

  /// Makes a transport over a session of its own.
  ///
  /// Make one and keep it: on Linux its session lives as long as the process.
  /// Time limits come from each request. Cookies, caches and credential stores of a given configuration are left as
  /// they are.
  public init(configuration: URLSessionConfiguration = URLSessionTransport.standardConfiguration) {
    self.connections = URLSessionConnections(configuration: configuration)
  }

  /// An ephemeral configuration without cookies, caches and stored credentials; a new one at each call.
  public static var standardConfiguration: URLSessionConfiguration {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpCookieStorage = nil
    configuration.httpCookieAcceptPolicy = .never
    configuration.httpShouldSetCookies = false
    configuration.urlCache = nil
    configuration.urlCredentialStorage = nil
    configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
    configuration.httpMaximumConnectionsPerHost = 64
    return configuration
  }

  /// Sends a request and collects the whole answer.
  ///
  /// - Throws: ``ModelFault`` where there is no whole answer in time, what ``HTTPRequest/destination`` throws, and
  ///   `CancellationError`.
  public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    let clock = ContinuousClock()
    let start = clock.now
    let answer = try await stream(request)
    var bytes: [UInt8] = []
    for try await chunk in answer.chunks { bytes += chunk }
    // A cancelled consumer's stream ends as if it were complete.
    try Task.checkCancellation()
    let body = HTTPRequest.Body(bytes: bytes, contentType: answer.headers["content-type"])
    return HTTPResponse(
      status: answer.status, headers: answer.headers, body: body, duration: clock.now - start, origin: answer.origin)
  }

  /// Sends a request and returns at the answer's head; letting go of the chunks drops the connection.
  ///
  /// - Throws: ``ModelFault`` where no answer begins in time, what ``HTTPRequest/destination`` throws, and
  ///   `CancellationError`.
  public func stream(_ request: HTTPRequest) async throws -> HTTPStreamedResponse {
    try Task.checkCancellation()
    let urlRequest = try request.urlRequest()
    let (chunks, continuation) = AsyncThrowingStream<[UInt8], any Error>.makeStream()
    let exchange = URLSessionExchange(
      place: request.place(at: urlRequest.url), timeout: request.timeout, chunks: continuation)
    let head = try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { head in
        connections.start(urlRequest, exchange: exchange, head: head)
      }
    } onCancel: {
      exchange.stop(with: CancellationError())
    }
    return HTTPStreamedResponse(status: head.status, headers: head.headers, chunks: chunks)
  }
}

extension HTTPRequest.Body {
  /// A body that arrived: JSON where its media type says so and it is, else its bytes.
  init(bytes: [UInt8], contentType: String?) {
    if bytes.isEmpty {
      self = .none
    } else if let contentType, contentType.lowercased().contains("json"),
      let value = try? JSONValue(parsing: bytes)
    {
      self = .json(value)
    } else {
      self = .bytes(bytes)
    }
  }
}
