//  A small HTTP/1.1 server on the loopback interface.
//
//  It replays recorded answers to clients that cannot be reached in the process (another process, another language,
//  an HTTP library of its own), shows local pages, and plays servers that misbehave. It is no server for the
//  internet: it listens on 127.0.0.1 alone and knows neither TLS nor HTTP/2.
//
//  How it is built: one thread a server waits in poll(2) on non-blocking sockets (`EventLoop`) and owns all
//  connections. Handlers run as ordinary tasks, so no system call ever blocks a thread of Swift's cooperative pool.
//  The two sides meet in one place, the `Inbox`.

import Foundation

/// An HTTP/1.1 server on 127.0.0.1 that answers each request with what a handler returns.
///
/// ```swift
/// let server = try await LoopbackServer.start { request in
///   .json(#"{"path": "\#(request.path)"}"#)
/// }
/// let (data, _) = try await URLSession.shared.data(from: server.address.appending(path: "v1/models"))
/// await server.stop()
/// ```
///
/// Connections are kept alive (RFC 9112 §9.3) and requests on one connection are answered in their order; requests on
/// different connections run side by side. Handlers run in tasks that inherit the task-local values of the task that
/// called `start`, so what a handler expects in a test is counted to that test.
///
/// A server that nobody holds any longer stops by itself.
public final class LoopbackServer: Sendable {
  /// The TCP port that the server listens on, 1 to 65,535.
  public let port: Int

  /// The base address of the server, `http://127.0.0.1:PORT`, without a trailing slash.
  public let address: URL

  private let inbox: Inbox

  private init(port: Int, address: URL, inbox: Inbox) {
    self.port = port
    self.address = address
    self.inbox = inbox
  }

  deinit {
    inbox.requestStop(waiter: nil)
  }

  /// Starts a server on 127.0.0.1 and returns when it accepts connections.
  ///
  /// - Parameters:
  ///   - port: the port to listen on; 0 lets the system choose a free one.
  ///   - limits: how large a request may be, and how long a silent client is waited for.
  ///   - requiresLoopbackHost: whether a request must name this machine in its `Host` field (`127.0.0.1`, `localhost`
  ///     or `[::1]`, with any port or none); another name is answered 403. A page on the internet can point its own
  ///     name at 127.0.0.1 and so make a browser talk to local servers (DNS rebinding); this check stops it.
  ///   - handler: called once for each complete request. It is cancelled when the client goes away or the server stops.
  /// - Throws: `LoopbackStartError` when the port cannot be had.
  public static func start(
    port: Int = 0,
    limits: LoopbackServer.Limits = .standard,
    requiresLoopbackHost: Bool = true,
    handler: @escaping @Sendable (LoopbackRequest) async -> LoopbackResponse
  ) async throws -> LoopbackServer {
    let listener = try Socket.listening(port: port)
    guard let address = URL(string: "http://127.0.0.1:\(listener.port)"), let wake = WakePipe() else {
      let error = LoopbackStartError(port: port, attempted: "make a pipe", systemError: .last)
      listener.socket.close()
      throw error
    }
    let inbox = Inbox(wake: wake)
    let (exchanges, arrivals) = AsyncStream<Exchange>.makeStream()
    Task {
      for await exchange in exchanges { exchange.begin(handler) }
    }
    let rules = RequestRules(limits: limits, requiresLoopbackHost: requiresLoopbackHost)
    let thread = Thread {
      EventLoop(listener: listener.socket, inbox: inbox, arrivals: arrivals, rules: rules).run()
    }
    thread.name = "LoopbackHTTP \(listener.port)"
    thread.start()
    return LoopbackServer(port: listener.port, address: address, inbox: inbox)
  }

  /// Stops listening, closes every connection and cancels the handlers that still run.
  ///
  /// Returns when all sockets are closed. It does not wait for a handler that ignores its cancellation. Calling it
  /// again, or from several tasks, is harmless.
  public func stop() async {
    await withCheckedContinuation { inbox.requestStop(waiter: $0) }
  }

  /// Runs `body` with a server that is stopped at the end, also when `body` throws.
  ///
  /// ```swift
  /// try await LoopbackServer.withServer(handler: { _ in .text("hello") }) { server in
  ///   …
  /// }
  /// ```
  ///
  /// - Throws: `LoopbackStartError` when the port cannot be had; else what `body` throws.
  public static func withServer<R>(
    port: Int = 0,
    limits: LoopbackServer.Limits = .standard,
    requiresLoopbackHost: Bool = true,
    isolation: isolated (any Actor)? = #isolation,
    handler: @escaping @Sendable (LoopbackRequest) async -> LoopbackResponse,
    _ body: (LoopbackServer) async throws -> R
  ) async throws -> R {
    let server = try await start(
      port: port, limits: limits, requiresLoopbackHost: requiresLoopbackHost, handler: handler)
    do {
      let result = try await body(server)
      await server.stop()
      return result
    } catch {
      await server.stop()
      throw error
    }
  }
}
