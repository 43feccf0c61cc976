import Foundation
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// One request on its way and its answer as it arrives.
///
/// It ends once, with the first of: the whole answer, a fault, the deadline, a cancellation.
final class URLSessionExchange: Sendable {
  /// The first that comes of an answer.
  struct Head: Sendable {
    var status: Int
    var headers: HTTPHeaders
  }

  private struct State {
    var head: CheckedContinuation<Head, any Error>?
    var task: URLSessionTask?
    var deadline: Task<Void, Never>?
    var ended: (any Error)?
    var isOver = false
    var announced: Int?
    var received = 0
  }

  private let place: HTTPRequest.Place
  private let timeout: Duration
  private let chunks: AsyncThrowingStream<[UInt8], any Error>.Continuation
  private let state = Mutex(State())

  init(
    place: HTTPRequest.Place, timeout: Duration, chunks: AsyncThrowingStream<[UInt8], any Error>.Continuation
  ) {
    self.place = place
    self.timeout = timeout
    self.chunks = chunks
    chunks.onTermination = { [weak self] termination in
      if case .cancelled = termination { self?.stop(with: CancellationError()) }
    }
  }

  /// Sends the request, unless it was stopped before.
  func begin(_ task: URLSessionTask, head: CheckedContinuation<Head, any Error>) {
    let deadline = Task.detached { [timeout, weak self] in
      guard (try? await Task.sleep(for: timeout)) != nil, let self else { return }
      stop(with: place.deadlineFault(after: timeout))
    }
    let stopped: (any Error)? = state.withLock {
      if $0.isOver { return $0.ended ?? CancellationError() }
      $0.head = head
      $0.task = task
      $0.deadline = deadline
      return nil
    }
    if let stopped {
      deadline.cancel()
      task.cancel()
      head.resume(throwing: stopped)
    } else {
      task.resume()
    }
  }

  /// Takes the head of the answer.
  func receive(_ response: URLResponse) {
    // An interim answer, such as 100, announces the real one (RFC 9110, section 15.2).
    guard let response = response as? HTTPURLResponse, response.statusCode >= 200 else { return }
    let headers = HTTPHeaders(response)
    let waiting = state.withLock {
      // A decoded body has another length than the one that was announced for the encoded one.
      let encoding = headers["content-encoding"]?.lowercased() ?? "identity"
      // The answer to HEAD announces a body that does not come, and so may 304 (RFC 9110, section 8.6).
      let hasBody = place.method != "HEAD" && response.statusCode != 304
      $0.announced = encoding == "identity" && hasBody ? headers["content-length"].flatMap { Int($0) } : nil
      return $0.head.take()
    }
    waiting?.resume(returning: Head(status: response.statusCode, headers: headers))
  }

  /// Takes the next bytes of the answer.
  func receive(_ bytes: [UInt8]) {
    let isTooLong = state.withLock {
      $0.received += bytes.count
      return $0.received > URLSessionTransport.maximumAnswerBytes
    }
    if isTooLong {
      stop(with: place.tooLongFault(limit: URLSessionTransport.maximumAnswerBytes))
    } else {
      chunks.yield(bytes)
    }
  }

  /// Takes the loading system's word that nothing more comes.
  func complete(_ error: (any Error)?) {
    let (announced, received) = state.withLock { ($0.announced, $0.received) }
    if let error {
      end(with: place.fault(for: error, after: timeout))
    } else if let announced, received < announced {
      end(with: place.halfSentFault(received: received, announced: announced))
    } else {
      end(with: nil)
    }
  }

  /// Ends the exchange with `error` if it has not ended, and drops the connection.
  func stop(with error: any Error) { end(with: error)?.cancel() }

  @discardableResult
  private func end(with error: (any Error)?) -> URLSessionTask? {
    let ending: (head: CheckedContinuation<Head, any Error>?, task: URLSessionTask?)? = state.withLock {
      guard !$0.isOver else { return nil }
      $0.isOver = true
      $0.ended = error
      $0.deadline.take()?.cancel()
      return ($0.head.take(), $0.task.take())
    }
    guard let ending else { return nil }
    ending.head?.resume(throwing: error ?? place.noAnswerFault())
    chunks.finish(throwing: error)
    return ending.task
  }
}

extension HTTPHeaders {
  /// The headers of an answer, sorted by name: the loading system keeps no order.
  init(_ response: HTTPURLResponse) {
    let pairs = response.allHeaderFields.map { (name: String(describing: $0.key), value: String(describing: $0.value)) }
    self.init(pairs.sorted { $0.name < $1.name }.map { Field($0.name, $0.value) })
  }
}
