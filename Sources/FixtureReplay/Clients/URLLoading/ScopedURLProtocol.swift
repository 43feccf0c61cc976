import Foundation
import LanguageModels

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Takes the requests of one scope out of URL loading.
class ScopedURLProtocol: URLProtocol {
  /// The scope whose requests this class loads.
  class var scope: ClientScope? { nil }

  // On Linux an object is made on the thread of the task that makes the request, so that a session which was made before
  // the trials counts each in its own.
  private var caller = ModelCallContext.current
  private let callersTrial = TrialNumber.current
  private var loading: RequestLoading?

  override class func canInit(with request: URLRequest) -> Bool {
    // Web sockets are taken too, to refuse them: they would go out past every fixture.
    ["http", "https", "ws", "wss"].contains(request.url?.scheme?.lowercased() ?? "")
  }

  override class func canonicalRequest(for request: URLRequest) -> URLRequest { request }

  override class func requestIsCacheEquivalent(_ a: URLRequest, to b: URLRequest) -> Bool { false }

  override func startLoading() {
    let scope = type(of: self).scope
    let isInScope = caller.map { scope?.isScope(of: $0) == true } ?? false
    caller = nil
    let loading = RequestLoading(self, scope: scope, trial: isInScope ? callersTrial : nil)
    self.loading = loading
    loading.start()
  }

  override func stopLoading() {
    loading?.stop()
    loading = nil
  }
}
