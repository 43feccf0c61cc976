import Foundation
import LanguageModels
import LoopbackHTTP
import Synchronization

/// The one loopback server of a process, at which each scope has a path of its own.
///
/// It starts with the first address that is asked for and lives as long as the process.
final class ReplayingServer: Sendable {
  static let shared = ReplayingServer()

  private struct Entry {
    var scope: ClientScope
    var upstream: Upstream
  }

  private struct State {
    var server: Task<LoopbackServer, any Error>?
    var entries: [String: Entry] = [:]
  }

  private let state = Mutex(State())

  func address(for upstream: URL, scope: ClientScope) async throws -> URL {
    let upstream = try Upstream(upstream)
    let server = try await server()
    // Nobody can guess another test's path.
    var generator = SystemRandomNumberGenerator()
    let token = String(generator.next(), radix: 36) + String(generator.next(), radix: 36)
    state.withLock { state in
      state.entries = state.entries.filter { !$0.value.scope.isOver }
      state.entries[token] = Entry(scope: scope, upstream: upstream)
    }
    return URL(string: "\(server.address.absoluteString)/\(token)\(upstream.path)") ?? server.address
  }

  private func server() async throws -> LoopbackServer {
    let starting = state.withLock { state in
      if let server = state.server { return server }
      // Handlers inherit what is task-local here, and must not belong to the test that came first.
      let server = Task.detached {
        try await LoopbackServer.start { await self.answer($0) }
      }
      state.server = server
      return server
    }
    do {
      return try await starting.value
    } catch {
      state.withLock { if $0.server == starting { $0.server = nil } }
      throw error
    }
  }

  private func answer(_ request: LoopbackRequest) async -> LoopbackResponse {
    let token = request.path.dropFirst().prefix { $0 != "/" }
    guard let entry = state.withLock({ $0.entries[String(token)] }) else {
      return LoopbackAnswer.fault(
        ModelFault(
          .outsideScope,
          """
          A model was called at an address that belongs to no running test, so it was refused before anything was \
          sent. Ask for the address with replayingAddress(for:) inside of the test, and wait for its calls there.
          """))
    }
    let path = String(request.path.dropFirst(token.count + 1))
    return await LoopbackAnswer.response(to: request, at: entry.upstream.origin + path) { request in
      try await entry.scope.stream(request)
    }
  }
}
