import Foundation
import LanguageModels
import LoopbackHTTP
import Synchronization

/// A loopback HTTP server that replays and records fixtures for clients in other processes.
///
/// It serves what a test's `.fixtures` serves, from and into the same files. `X-LLMSpec-Trial: 2` among the headers of a
/// request asks for the answers of the second trial.
public final class FixtureServer: Sendable {
  /// How calls were answered.
  public struct Tally: Sendable, Hashable {
    /// From a fixture.
    public var replayed = 0
    /// By the upstream.
    public var recorded = 0
    /// Not at all.
    public var unanswered = 0
  }

  /// The address for clients, `http://127.0.0.1:PORT`; with an upstream it ends in the upstream's path.
  public let address: URL
  private let server: LoopbackServer
  private let calls: ServedCalls

  private init(server: LoopbackServer, address: URL, calls: ServedCalls) {
    self.server = server
    self.address = address
    self.calls = calls
  }

  /// Starts a server and returns when it accepts connections.
  ///
  /// - Parameters:
  ///   - fixtures: A fixture file, or, to replay, a folder whose files are all answered from. A file that is recorded
  ///     need not be there yet.
  ///   - mode: What happens to calls.
  ///   - upstream: The address that calls go to in the recording modes, such as `https://api.openai.com/v1`.
  ///   - port: The port; 0 for any free one.
  ///   - repeatsLast: Whether, in replay, a request that is made more often than it was recorded is given its last
  ///     answer again.
  ///   - live: Where calls go that go out; nil for URL loading.
  /// - Throws: ``FixtureFault`` for fixtures that cannot be read or written; `ModelFault` for an unusable upstream;
  ///   `LoopbackStartError` where the port cannot be had.
  public static func start(
    fixtures: URL, mode: FixtureMode = .replay, upstream: URL? = nil, port: Int = 0, repeatsLast: Bool = false,
    live: (any HTTPTransport)? = nil
  ) async throws -> FixtureServer {
    let calls = try ServedCalls(
      fixtures: fixtures, mode: mode, upstream: try upstream.map { url throws(ModelFault) in try Upstream(url) },
      repeatsLast: repeatsLast, live: live)
    let server = try await LoopbackServer.start(port: port) { await calls.answer($0) }
    let address = URL(string: server.address.absoluteString + calls.path) ?? server.address
    return FixtureServer(server: server, address: address, calls: calls)
  }

  /// How calls were answered so far.
  public var tally: Tally { calls.tally }

  /// Stops answering, and writes what was recorded into the fixture. Call it once.
  ///
  /// - Throws: ``FixtureFault`` where the fixture cannot be written; what was recorded stays in the journal then.
  public func stop() async throws {
    await server.stop()
    try calls.finish()
  }
}
