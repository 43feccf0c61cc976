import LanguageModels
import StructuredOutput
import Synchronization

/// Answers every request with the same bytes, cut into pieces where they are streamed, and keeps the requests.
final class CannedTransport: HTTPTransport {
  private let status: Int
  private let headers: HTTPHeaders
  private let text: String
  private let pieceLength: Int
  private let kept = Mutex<[HTTPRequest]>([])

  init(_ text: String, status: Int = 200, contentType: String = "application/json", pieceLength: Int = 7) {
    self.text = text
    self.status = status
    self.headers = [.init("Content-Type", contentType)]
    self.pieceLength = pieceLength
  }

  static func events(_ lines: [String], pieceLength: Int = 7) -> CannedTransport {
    CannedTransport(
      lines.map { "data: \($0)\n\n" }.joined(), contentType: "text/event-stream", pieceLength: pieceLength)
  }

  var requests: [HTTPRequest] { kept.withLock { $0 } }

  func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    kept.withLock { $0.append(request) }
    let bytes = Array(text.utf8)
    let isJSON = headers["content-type"]?.contains("json") == true
    let value = isJSON ? try? JSONValue(parsing: bytes) : nil
    return HTTPResponse(
      status: status, headers: headers, body: value.map { .json($0) } ?? .bytes(bytes), duration: .milliseconds(5),
      origin: .replayed)
  }

  func stream(_ request: HTTPRequest) async throws -> HTTPStreamedResponse {
    kept.withLock { $0.append(request) }
    let bytes = Array(text.utf8)
    let chunks = AsyncThrowingStream<[UInt8], any Error> { continuation in
      for start in stride(from: 0, to: bytes.count, by: pieceLength) {
        continuation.yield(Array(bytes[start..<min(start + pieceLength, bytes.count)]))
      }
      continuation.finish()
    }
    return HTTPStreamedResponse(
      status: status, headers: headers, chunks: chunks, recordedDuration: .milliseconds(7), origin: .replayed)
  }
}

/// Keeps the calls that it is told of.
final class KeptCalls: ModelCallObserver {
  private let kept = Mutex<[ModelCall]>([])
  var calls: [ModelCall] { kept.withLock { $0 } }
  func observe(_ call: ModelCall) { kept.withLock { $0.append(call) } }
}

/// Runs `body` in a scope whose calls go over `transport`, and gives the calls that were reported.
@discardableResult
func reportedCalls(over transport: any HTTPTransport, _ body: () async throws -> Void) async throws -> [ModelCall] {
  let observer = KeptCalls()
  try await ModelCallContext.$current.withValue(
    ModelCallContext(transport: transport, observer: observer), operation: body)
  return observer.calls
}

extension AsyncSequence {
  /// All elements, in order.
  func collected() async throws -> [Element] {
    var elements: [Element] = []
    for try await element in self { elements.append(element) }
    return elements
  }
}
