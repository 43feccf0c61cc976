import FixtureReplay
import Testing

/// Runs a case of Swift Testing while `URLSession.shared` is its own, when it asks for that.
///
/// A session that cannot be had is reported, and the body does not run: its calls would go out.
func withSharedURLSession(
  _ isAsked: Bool, of test: Test, _ body: @Sendable () async throws -> Void
) async throws {
  guard isAsked else { return try await body() }
  if let obstacle = SharedURLSession.obstacle() {
    SpecRun.shared.reportFault(obstacle, of: SpecIdentity(test), at: test.sourceLocation)
    return
  }
  let isForeign: @Sendable () -> Bool = { Test.current.map { $0.id != test.id } ?? false }
  try await SharedURLSession.withScope(isForeign: isForeign) { try await body() }
}

/// The same for a body in XCTest, which runs one test at a time.
///
/// - Throws: ``FixtureFault`` where the session cannot be had; else what the body throws.
func withSharedURLSession<R>(
  _ isAsked: Bool, isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> R
) async throws -> R {
  isAsked ? try await SharedURLSession.withScope { try await body() } : try await body()
}
