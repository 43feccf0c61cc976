import Foundation
import LoopbackHTTP
import Testing

@Suite("Starting and stopping", .timeLimit(.minutes(1)))
struct StoppingTests {
  static let get = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"

  @Test("Stopping in the middle of a stream ends it, cancels the handler and makes its write throw")
  func whileStreaming() async throws {
    let outcome = Signal<Bool>()
    let server = try await LoopbackServer.start { _ in
      .stream { writer in
        try await writer.write("first")
        try? await Task.sleep(for: .seconds(3_600))
        do { try await writer.write("second") } catch {
          outcome.announce(error as? LoopbackWriteError == .serverStopped)
        }
      }
    }
    let client = try await RawClient(port: server.port)
    await client.send(Self.get)
    _ = await client.text(until: "first")
    await server.stop()
    #expect(await outcome.next() == true)
    #expect(await client.rest().text == "\r\n")
    await client.close()
  }

  @Test("Stopping while a write waits for a client that does not read makes the write throw")
  func whileWriting() async throws {
    let outcome = Signal<Bool>()
    let server = try await LoopbackServer.start { _ in
      .stream { writer in
        do {
          while true { try await writer.write([UInt8](repeating: 0, count: 1 << 20)) }
        } catch {
          outcome.announce(error as? LoopbackWriteError == .serverStopped)
        }
      }
    }
    let client = try await RawClient(port: server.port)
    await client.send(Self.get)
    _ = await client.text(until: "\r\n\r\n")
    await server.stop()
    #expect(await outcome.next() == true)
    await client.close()
  }

  @Test("Stopping does not wait for a handler that ignores its cancellation")
  func stubbornHandler() async throws {
    let started = Signal<Void>()
    let release = Signal<Void>()
    let server = try await LoopbackServer.start { _ in
      started.announce()
      await Task { _ = await release.next() }.value
      return .text("late")
    }
    let client = try await RawClient(port: server.port)
    await client.send(Self.get)
    _ = await started.next()
    await server.stop()
    #expect(await client.rest().text == "")
    release.announce()
    await client.close()
  }

  @Test("After stopping it answers no more on its port, and stopping again is harmless")
  func stopped() async throws {
    let server = try await LoopbackServer.start { _ in .text("from the stopped server") }
    async let first: Void = server.stop()
    async let second: Void = server.stop()
    _ = await (first, second)
    await server.stop()
    await expectGone("from the stopped server", port: server.port)
  }

  /// Another test's server may have been given the port since, so only the answer tells who listens.
  private func expectGone(_ answer: String, port: Int) async {
    guard let client = try? await RawClient(port: port) else { return }
    await client.send("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    #expect(await !client.rest().text.contains(answer))
    await client.close()
  }

  @Test("A server that nobody holds stops by itself")
  func abandoned() async throws {
    func start() async throws -> RawClient {
      let server = try await LoopbackServer.start { _ in .text("hi") }
      return try await RawClient(port: server.port)
    }
    let client = try await start()
    #expect(await client.rest().text == "")
    await client.close()
  }

  @Test("A server is stopped when the work done with it throws")
  func scope() async throws {
    struct Fault: Error {}
    let seen = Signal<Int>()
    await #expect(throws: Fault.self) {
      try await LoopbackServer.withServer(handler: { _ in .text("from the failed scope") }) { server in
        seen.announce(server.port)
        throw Fault()
      }
    }
    await expectGone("from the failed scope", port: try #require(await seen.next()))
  }

  @Test("A port that is taken or out of range is an error that says what to do")
  func badPort() async throws {
    try await LoopbackServer.withServer(handler: { _ in .text("hi") }) { server in
      let taken = await #expect(throws: LoopbackStartError.self) {
        try await LoopbackServer.start(port: server.port) { _ in .text("hi") }
      }
      #expect(taken?.description.contains("127.0.0.1:\(server.port)") == true)
      #expect(taken?.description.contains("pass port 0") == true)
    }
    let outOfRange = await #expect(throws: LoopbackStartError.self) {
      try await LoopbackServer.start(port: 65_536) { _ in .text("hi") }
    }
    #expect(outOfRange?.description.contains("65536") == true)
  }

  @MainActor
  @Test("The work done with a server stays on the caller's actor")
  func isolation() async throws {
    var count = 0
    try await LoopbackServer.withServer(handler: { _ in .text("hi") }) { server in
      MainActor.assertIsolated()
      count += server.address.absoluteString == "http://127.0.0.1:\(server.port)" ? 1 : 0
    }
    #expect(count == 1)
  }
}
