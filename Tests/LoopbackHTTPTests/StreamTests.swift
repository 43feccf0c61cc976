import Foundation
import LoopbackHTTP
import Synchronization
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

@Suite("Streamed answers", .timeLimit(.minutes(1)))
struct StreamTests {
  @Test("URLSession gets each piece before the next one is written")
  func piecewise() async throws {
    let arrived = Signal<String>()
    let goOn = Signal<Void>()
    try await LoopbackServer.withServer(handler: { _ in
      .stream { writer in
        for number in 1...3 {
          try await writer.write("data: \(number)\n\n")
          _ = await goOn.next()
        }
      }
    }) { server in
      let collector = PieceCollector(arrived: arrived)
      let session = URLSession(configuration: .ephemeral, delegate: collector, delegateQueue: nil)
      session.dataTask(with: server.address).resume()
      for number in 1...3 {
        #expect(await arrived.next() == "data: \(number)\n\n")
        goOn.announce()
      }
      #expect(await arrived.next() == "complete")
      session.invalidateAndCancel()
    }
  }

  @Test("Pieces are chunks, an empty piece is none, and the connection is kept")
  func chunks() async throws {
    try await LoopbackServer.withServer(handler: { _ in
      .stream(contentType: "text/plain") { writer in
        try await writer.write("one")
        try await writer.write("")
        try await writer.write(String(repeating: "x", count: 16))
      }
    }) { server in
      let client = try await RawClient(port: server.port)
      for _ in 1...2 {
        await client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        let head = await client.text(until: "\r\n\r\n")
        #expect(head == "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n")
        let body = await client.text(until: "0\r\n\r\n")
        #expect(body == "3\r\none\r\n10\r\nxxxxxxxxxxxxxxxx\r\n0\r\n\r\n")
      }
      await client.close()
    }
  }

  @Test("A client of HTTP/1.0 gets the pieces without chunks and the end of the connection")
  func oldClient() async throws {
    try await LoopbackServer.withServer(handler: { _ in
      .stream { writer in
        try await writer.write("one")
        try await writer.write("two")
      }
    }) { server in
      let answer = try await rawAnswer(port: server.port, to: "GET / HTTP/1.0\r\nHost: localhost\r\n\r\n")
      #expect(answer.hasSuffix("Connection: close\r\n\r\nonetwo"))
      #expect(!answer.contains("chunked"))
    }
  }

  @Test(
    "A client that closes its side or is gone altogether cancels the handler, and its next write throws",
    arguments: [true, false])
  func disconnect(isHalfClosed: Bool) async throws {
    let outcome = Signal<String>()
    try await LoopbackServer.withServer(handler: { _ in
      .stream { writer in
        try await writer.write("first")
        try? await Task.sleep(for: .seconds(3_600))
        do {
          try await writer.write("second")
          outcome.announce("written")
        } catch {
          outcome.announce("cancelled: \(Task.isCancelled), \(error as? LoopbackWriteError == .clientDisconnected)")
        }
      }
    }) { server in
      let client = try await RawClient(port: server.port)
      await client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
      _ = await client.text(until: "first\r\n")
      if isHalfClosed { client.shutDownSending() } else { await client.close() }
      #expect(await outcome.next() == "cancelled: true, true")
      if isHalfClosed { await client.close() }
    }
  }

  @Test("Writing on and on to a client that has gone throws and kills nothing")
  func brokenPipe() async throws {
    let outcome = Signal<Bool>()
    try await LoopbackServer.withServer(handler: { _ in
      .stream { writer in
        do {
          while true { try await writer.write([UInt8](repeating: 0, count: 100_000)) }
        } catch {
          outcome.announce(error as? LoopbackWriteError == .clientDisconnected)
          throw error
        }
      }
    }) { server in
      let client = try await RawClient(port: server.port)
      await client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
      _ = await client.text(until: "\r\n\r\n")
      await client.close()
      #expect(await outcome.next() == true)
    }
  }

  @Test("A writer kept beyond its stream throws")
  func late() async throws {
    let kept = Mutex<LoopbackResponseWriter?>(nil)
    try await LoopbackServer.withServer(handler: { _ in
      .stream { writer in
        kept.withLock { $0 = writer }
        try await writer.write("all")
      }
    }) { server in
      _ = try await URLSession.shared.data(from: server.address)
      let writer = try #require(kept.withLock { $0 })
      await #expect(throws: LoopbackWriteError.responseEnded) { try await writer.write("more") }
    }
  }

  @Test("A handler that cancels its own write closes the connection and gets a cancellation error")
  func ownCancellation() async throws {
    let outcome = Signal<Bool>()
    try await LoopbackServer.withServer(handler: { _ in
      .stream { writer in
        let writing = Task { while true { try await writer.write([UInt8](repeating: 0, count: 1 << 20)) } }
        try? await Task.sleep(for: .milliseconds(50))
        writing.cancel()
        if case .failure(let error) = await writing.result { outcome.announce(error is CancellationError) }
      }
    }) { server in
      let client = try await RawClient(port: server.port)
      await client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
      #expect(await outcome.next() == true)
      let (text, _) = await client.rest()
      #expect(!text.hasSuffix("0\r\n\r\n"))
      await client.close()
    }
  }
}

private final class PieceCollector: NSObject, URLSessionDataDelegate {
  private let arrived: Signal<String>

  init(arrived: Signal<String>) {
    self.arrived = arrived
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    arrived.announce(String(decoding: data, as: UTF8.self))
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    arrived.announce(error.map { "failed: \($0)" } ?? "complete")
  }
}
