import Foundation
import LanguageModels

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Makes `URLSession.shared`, as an app uses it unchanged, record and replay for one scope at a time.
///
/// The shared session is one for the whole process, and what it loads cannot be told apart for certain by the task that
/// asked. So scopes take turns: ``withScope(isForeign:isolation:_:)`` waits until no other one is open.
public enum SharedURLSession {
  private static let turns = FairLock()
  @TaskLocal private static var hasTurn = false

  /// Puts this package in front of the loading system's own protocols. To be called as early as possible: outside of
  /// Apple's platforms the shared session keeps for ever the protocols that are registered when it is first used.
  /// Calling it again is harmless.
  public static func register() { _ = registration }

  private static let registration: Void = {
    // A session that was made earlier, other than the shared one, has registered the loading system's own, which would
    // stand in front.
    #if canImport(FoundationNetworking)
      let others = URLSessionConfiguration.default.protocolClasses ?? []
      for other in others { URLProtocol.unregisterClass(other) }
    #endif
    for protocolClass in SharedSessionSlots.protocolClasses {
      _ = URLProtocol.registerClass(protocolClass)
    }
    #if canImport(FoundationNetworking)
      for other in others { _ = URLProtocol.registerClass(other) }
    #endif
  }()

  /// Why the shared session cannot be caught in this process; nil where it can. It is itself a use of the session.
  public static func obstacle() -> FixtureFault? {
    register()
    #if canImport(FoundationNetworking)
      return isCaught
        ? nil
        : FixtureFault(
          .sharedSession,
          """
          URLSession.shared cannot be recorded or replayed here: something used it before the first test that shares \
          it, and on this platform it is too late then.
          Use URLSession(configuration: .replaying) in the app, or do not touch URLSession.shared before: in the \
          initialisers of globals, for example.
          """)
    #else
      return nil
    #endif
  }

  #if canImport(FoundationNetworking)
    private static let isCaught: Bool = {
      let ours = Set(SharedSessionSlots.protocolClasses.map { ObjectIdentifier($0) })
      let classes = URLSession.shared.configuration.protocolClasses ?? []
      guard let first = classes.firstIndex(where: { ours.contains(ObjectIdentifier($0)) }),
        let address = URL(string: "http://127.0.0.1/")
      else { return false }
      return !classes[..<first].contains { ($0 as? URLProtocol.Type)?.canInit(with: URLRequest(url: address)) == true }
    }()
  #endif

  /// Runs a body whose requests over `URLSession.shared` belong to the scope of the running task.
  ///
  /// It waits its turn, in the order in which tasks ask. What it waits for can be cancelled.
  ///
  /// - Parameters:
  ///   - isForeign: Whether the code that makes a request just now belongs to something else that runs beside, such as a
  ///     test without a scope: then the request goes its own way. Called on the task that makes the request, for each
  ///     request.
  ///   - isolation: The actor that the body runs on; the caller's.
  ///   - body: What uses the session.
  /// - Throws: ``FixtureFault`` where the shared session cannot be caught, see ``obstacle()``; `ModelFault` outside of
  ///   any scope; `CancellationError`; else what the body throws.
  public static func withScope<R>(
    isForeign: @escaping @Sendable () -> Bool = { false }, isolation: isolated (any Actor)? = #isolation,
    _ body: () async throws -> R
  ) async throws -> R {
    guard let context = ModelCallContext.current else {
      _ = try ModelCallContext.transport()
      return try await body()
    }
    if hasTurn { return try await body() }
    if let obstacle = obstacle() { throw obstacle }
    return try await turns.withLock {
      SharedSessionSlots.open(transport: context.transport, isForeign: isForeign)
      defer { SharedSessionSlots.close() }
      return try await $hasTurn.withValue(true) { try await body() }
    }
  }
}
