import Dispatch
import Foundation
import LanguageModels
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Answers one request of URL loading over the transport of a scope.
///
/// Unchecked for the protocol object and the reflection that it holds. The object is used only under the lock, and let go
/// of when the loading is over, so that its client is told nothing afterwards; the reflection is made before the task
/// starts that alone uses it.
final class RequestLoading: @unchecked Sendable {
  private struct State {
    var task: Task<Void, Never>?
    var isOver = false
  }

  let request: URLRequest
  let task: URLSessionTask?
  let reflection: URLTaskReflection
  /// Guarded by the lock of ``state``; nil when the loading is over.
  private var urlProtocol: URLProtocol?
  private let scope: ClientScope?
  private let trial: Int?
  private let state = Mutex(State())

  init(_ urlProtocol: URLProtocol, scope: ClientScope?, trial: Int?) {
    self.urlProtocol = urlProtocol
    self.scope = scope
    self.trial = trial
    request = urlProtocol.request
    task = urlProtocol.task
    reflection = URLTaskReflection(urlProtocol.task)
  }

  func start() {
    let task = Task.detached { await self.load() }
    let isOver = state.withLock { state in
      if !state.isOver { state.task = task }
      return state.isOver
    }
    if isOver { Self.cancel(task) }
  }

  func stop() {
    let task = state.withLock { state in
      state.isOver = true
      urlProtocol = nil
      return state.task.take()
    }
    if let task { Self.cancel(task) }
  }

  /// A live request is cancelled by waiting for a queue that URL loading holds while it stops this one.
  private static func cancel(_ task: Task<Void, Never>) {
    DispatchQueue.global().async { task.cancel() }
  }

  private func load() async {
    do {
      guard let scope else { throw URLError(.unknown) }
      try refuseOtherTasks()
      try await pass(try await scope.stream(try await clientRequest(), trial: trial))
    } catch {
      let fault = URLError(loading: request.url, error)
      tell(isLast: true) { $0.urlProtocol($1, didFailWithError: fault) }
    }
  }

  private func refuseOtherTasks() throws(ModelFault) {
    let kind: String
    switch task {
    case is URLSessionDownloadTask: kind = "A download task"
    case is URLSessionWebSocketTask: kind = "A web socket task"
    default: return
    }
    throw ModelFault(
      .unusableRequest,
      "\(kind) can be neither recorded nor replayed, so nothing was sent. Use a data task, such as data(for:).")
  }

  private func pass(_ answer: HTTPStreamedResponse) async throws {
    if answer.isInPieces, reflection.wantsPieces {
      try tellHead(answer, length: nil)
      for try await chunk in answer.chunks {
        tell { $0.urlProtocol($1, didLoad: Data(chunk)) }
      }
      // A cancelled consumer's stream ends as if it were complete.
      try Task.checkCancellation()
    } else {
      let body = try await answer.wholeBody()
      try tellHead(answer, length: request.httpMethod == "HEAD" ? nil : body.count)
      if !body.isEmpty { tell { $0.urlProtocol($1, didLoad: Data(body)) } }
    }
    tell(isLast: true) { $0.urlProtocolDidFinishLoading($1) }
  }

  private func tellHead(_ answer: HTTPStreamedResponse, length: Int?) throws {
    var fields: [String: String] = [:]
    for field in answer.headersOfContent {
      fields[field.name] = fields[field.name].map { "\($0), \(field.value)" } ?? field.value
    }
    if let length { fields["Content-Length"] = "\(length)" }
    guard let url = request.url,
      let response = HTTPURLResponse(
        url: url, statusCode: answer.status, httpVersion: "HTTP/1.1", headerFields: fields)
    else { throw URLError(.badServerResponse) }
    tell { $0.urlProtocol($1, didReceive: response, cacheStoragePolicy: .notAllowed) }
  }

  /// Tells the client something, unless the loading is over.
  private func tell(isLast: Bool = false, _ message: (any URLProtocolClient, URLProtocol) -> Void) {
    state.withLock { state in
      guard let loaded = urlProtocol, let client = loaded.client else { return }
      if isLast {
        state.isOver = true
        state.task = nil
        urlProtocol = nil
      }
      message(client, loaded)
    }
  }
}
