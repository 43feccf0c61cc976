import Foundation
import LanguageModels
import StructuredOutput
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// What an app writes that calls a model through URL loading of its own.
struct AppClient: Sendable {
  var base = URL(filePath: "/")
  var session: URLSession

  init(_ base: String = "https://api.example.com/v1", configuration: URLSessionConfiguration) {
    self.base = URL(string: base) ?? self.base
    session = URLSession(configuration: configuration)
  }

  static func request(
    _ path: String, under base: URL, body: JSONValue? = nil, method: String = "POST", key: String? = nil
  ) -> URLRequest {
    var request = URLRequest(url: base.appending(path: path))
    request.httpMethod = method
    if let body {
      request.setValue("application/json", forHTTPHeaderField: "Content-Type")
      request.httpBody = Data(body.prettyText().utf8)
    }
    if let key { request.setValue("Bearer \(key)", forHTTPHeaderField: "Authorization") }
    return request
  }

  static func chat(_ question: String, streaming: Bool = false) -> JSONValue {
    var body: JSONObject = [
      "messages": [["role": "user", "content": .string(question)]], "model": "gpt-test",
    ]
    if streaming { body["stream"] = true }
    return .object(body)
  }

  /// Asks and gives the answer's text.
  func ask(_ question: String, key: String? = nil) async throws -> String {
    let request = Self.request("chat/completions", under: base, body: Self.chat(question), key: key)
    let (data, _) = try await session.data(for: request)
    return try text(of: data)
  }

  func text(of data: Data) throws -> String {
    let json = try JSONValue(parsing: [UInt8](data))
    return json["choices"]?[0]?["message"]?["content"]?.stringValue ?? json.compactText
  }
}

/// A delegate that notes what it is told, as streaming SDKs have one.
final class PieceDelegate: NSObject, URLSessionDataDelegate {
  private struct State {
    var status: Int?
    var pieces: [String] = []
    var ending: Result<Void, any Error>?
    var waiting: CheckedContinuation<Void, Never>?
  }

  private let state = Mutex(State())

  var pieces: [String] { state.withLock { $0.pieces } }
  var status: Int? { state.withLock { $0.status } }
  var error: (any Error)? {
    if case .failure(let error)? = state.withLock({ $0.ending }) { error } else { nil }
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    state.withLock { $0.status = (response as? HTTPURLResponse)?.statusCode }
    completionHandler(.allow)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    state.withLock { $0.pieces.append(String(decoding: data, as: UTF8.self)) }
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    let waiting = state.withLock { state in
      state.ending = error.map { .failure($0) } ?? .success(())
      return state.waiting.take()
    }
    waiting?.resume()
  }

  /// Loads a request and waits for its end.
  func load(_ request: URLRequest, configuration: URLSessionConfiguration) async {
    let session = URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
    await withCheckedContinuation { continuation in
      state.withLock { $0.waiting = continuation }
      session.dataTask(with: request).resume()
    }
    session.finishTasksAndInvalidate()
  }
}
