import Foundation

/// What the running task says about its model calls: over which transport they go and who is told of them.
///
/// A spec's scope sets it for the length of a test case. A shipped app never sets it.
public struct ModelCallContext: Sendable {
  /// The context of the running task; nil outside a spec's scope.
  ///
  /// Child tasks and `Task { }` inherit it; `Task.detached` and callbacks on other threads do not.
  @TaskLocal public static var current: ModelCallContext?

  /// The transport of this scope.
  public var transport: any HTTPTransport
  /// Who is told of each finished call.
  public var observer: (any ModelCallObserver)?

  /// Makes a context.
  public init(transport: any HTTPTransport, observer: (any ModelCallObserver)? = nil) {
    self.transport = transport
    self.observer = observer
  }

  /// The transport that a call made now must use.
  ///
  /// That is the transport of the current scope; without a scope the live one, except in a test process, where a call
  /// without a scope is refused unless `LLMSPEC_MODE` is `live`.
  ///
  /// - Throws: ``ModelFault`` of kind ``ModelFault/Kind/outsideScope`` for a refused call.
  public static func transport() throws(ModelFault) -> any HTTPTransport {
    if let current { return current.transport }
    if TestProcess.isCurrent, !TestProcess.isLive {
      throw ModelFault(
        .outsideScope,
        """
        A model was called in a test process outside of any scope, so it was refused before anything was sent.
        Add .fixtures to the test or its suite (in XCTest: withFixtures { … }). If the call comes from Task.detached \
        or a callback, hand the scope over: let scope = SpecContext.current in the test, then withScope(scope) { … }.
        To let it go out, set LLMSPEC_MODE=live.
        """)
    }
    return URLSessionTransport.shared
  }

  /// Tells the current scope's observer, if there is one, of a finished call.
  public static func report(_ call: @autoclosure () -> ModelCall) {
    guard let observer = current?.observer else { return }
    observer.observe(call())
  }
}

/// Someone who is told of each finished model call of a scope.
public protocol ModelCallObserver: Sendable {
  /// Takes note of a finished call. Called on the task that made the call, concurrently for concurrent calls.
  func observe(_ call: ModelCall)
}
