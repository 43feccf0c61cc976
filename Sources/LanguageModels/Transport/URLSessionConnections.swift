import Foundation
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// A URL session and the exchanges that are under way on it.
final class URLSessionConnections: Sendable {
  private let session: URLSession
  private let exchanges: URLSessionExchanges

  init(configuration: URLSessionConfiguration) {
    let exchanges = URLSessionExchanges()
    self.exchanges = exchanges
    self.session = URLSession(configuration: configuration, delegate: exchanges, delegateQueue: nil)
    #if canImport(FoundationNetworking)
      Self.immortal.withLock { $0.append(session) }
    #endif
  }

  #if canImport(FoundationNetworking)
    // Outside of Apple's platforms a session that goes away after an https exchange can end the process
    // (https://github.com/swiftlang/swift-corelibs-foundation/pull/5491), so none ever goes away.
    private static let immortal = Mutex<[URLSession]>([])
  #else
    // A session keeps its delegate and its threads until it is told to let go.
    deinit { session.finishTasksAndInvalidate() }
  #endif

  func start(
    _ request: URLRequest, exchange: URLSessionExchange,
    head: CheckedContinuation<URLSessionExchange.Head, any Error>
  ) {
    let task = session.dataTask(with: request)
    exchanges.add(exchange, for: task)
    exchange.begin(task, head: head)
  }
}

/// Hands what happens to a session's tasks to their exchanges.
final class URLSessionExchanges: NSObject, URLSessionDataDelegate {
  private let underWay = Mutex<[Int: URLSessionExchange]>([:])

  func add(_ exchange: URLSessionExchange, for task: URLSessionTask) {
    underWay.withLock { $0[task.taskIdentifier] = exchange }
  }

  private func exchange(of task: URLSessionTask) -> URLSessionExchange? {
    underWay.withLock { $0[task.taskIdentifier] }
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    exchange(of: dataTask)?.receive(response)
    completionHandler(.allow)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    exchange(of: dataTask)?.receive([UInt8](data))
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    // The answer is the redirection itself: a new request would carry the credentials along.
    completionHandler(nil)
  }

  #if canImport(FoundationNetworking)
    func urlSession(
      _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
      completionHandler: @escaping @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
    ) {
      // On Linux (Swift 6.3) a 401 that asks for Basic or Digest never ends where no credential is given. The challenge
      // comes when the answer is whole, so the exchange is ended here.
      underWay.withLock { $0.removeValue(forKey: task.taskIdentifier) }?.complete(nil)
      completionHandler(.cancelAuthenticationChallenge, nil)
    }
  #endif

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    underWay.withLock { $0.removeValue(forKey: task.taskIdentifier) }?.complete(error)
  }
}
