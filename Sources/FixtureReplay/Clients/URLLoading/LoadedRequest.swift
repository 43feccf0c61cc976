import Dispatch
import Foundation
import LanguageModels

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

extension RequestLoading {
  /// The most bytes of a body that is read from a stream, 256 MiB.
  private static let maximumBodyBytes = 256 << 20

  /// The request as it would have been sent.
  func clientRequest() async throws -> HTTPRequest {
    guard let url = request.url else { throw URLError(.badURL) }
    var fields: [String: String] = [:]
    for (name, value) in reflection.additionalHeaders { fields[name.lowercased()] = value }
    for (name, value) in request.allHTTPHeaderFields ?? [:] { fields[name.lowercased()] = value }
    // The loading system's time limit is one of silence, and a model may think for longer than its default.
    let seconds = request.timeoutInterval
    return try HTTPRequest(
      method: request.httpMethod ?? "GET", url: url,
      headers: fields.sorted { $0.key < $1.key }.map { HTTPHeaders.Field($0.key, $0.value) },
      body: try await Self.bytes(of: try body()),
      timeout: .seconds(seconds > 600 && seconds < 86_400 ? Int(seconds) : 600))
  }

  private func body() throws(ModelFault) -> UploadBody {
    if let upload = reflection.uploadBody { return upload }
    if let data = request.httpBody { return .bytes([UInt8](data)) }
    if let stream = request.httpBodyStream { return .stream(stream) }
    guard task is URLSessionUploadTask else { return .bytes([]) }
    throw ModelFault(
      .unusableRequest,
      """
      The body of an upload task cannot be seen here, so nothing was sent. Set it as httpBody of the request and use \
      data(for:), or point the client at replayingAddress(for:).
      """)
  }

  /// Reads on a queue that may block: a stream waits for whoever writes its other end.
  private static func bytes(of body: UploadBody) async throws -> [UInt8] {
    if case .bytes(let bytes) = body { return bytes }
    // Nobody else uses it: the loading system leaves the body to whoever loads the request.
    nonisolated(unsafe) let body = body
    return try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(with: Result { try body.read(limit: maximumBodyBytes) })
      }
    }
  }
}

/// Where a body comes from.
enum UploadBody {
  case bytes([UInt8])
  case file(URL)
  case stream(InputStream)

  func read(limit: Int) throws -> [UInt8] {
    switch self {
    case .bytes(let bytes): return bytes
    case .file(let url): return [UInt8](try Data(contentsOf: url))
    case .stream(let stream):
      stream.open()
      defer { stream.close() }
      var bytes: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 64 << 10)
      while true {
        let count = stream.read(&buffer, maxLength: buffer.count)
        if count == 0 { return bytes }
        guard count > 0 else { throw stream.streamError ?? URLError(.requestBodyStreamExhausted) }
        bytes += buffer[..<count]
        guard bytes.count <= limit else { throw URLError(.dataLengthExceedsMaximum) }
      }
    }
  }
}
