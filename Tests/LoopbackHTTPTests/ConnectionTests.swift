import Foundation
import LoopbackHTTP
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

@Suite("Connections", .timeLimit(.minutes(1)))
struct ConnectionTests {
  @Test("One connection serves request after request until close is asked for")
  func keepAlive() async throws {
    try await LoopbackServer.withServer(handler: { .text($0.path) }) { server in
      let client = try await RawClient(port: server.port)
      for path in ["/a", "/b"] {
        await client.send("GET \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n")
        let answer = await client.text(until: path)
        #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(!answer.contains("Connection"))
      }
      await client.send("GET /c HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
      let (last, endedInOrder) = await client.rest()
      #expect(last.contains("Connection: close\r\n") && last.hasSuffix("/c"))
      #expect(endedInOrder)
      await client.close()
    }
  }

  @Test("Requests sent ahead of their turn are answered in their order")
  func pipelined() async throws {
    try await LoopbackServer.withServer(handler: { .text("<\($0.path) \($0.bodyText)>") }) { server in
      let answer = try await rawAnswer(
        port: server.port,
        to: "\r\nPOST /1 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\none"
          + "POST /2 HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
          + "1;note=x\r\nt\r\n2\r\nwo\r\n0\r\nTrailer: t\r\n\r\n"
          + "GET /3 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
      let bodies = answer.split(separator: "<").dropFirst().map { $0.prefix { $0 != ">" } }
      #expect(bodies == ["/1 one", "/2 two", "/3 "])
    }
  }

  @Test("HTTP/1.0 closes unless keep-alive is asked for")
  func oldVersion() async throws {
    try await LoopbackServer.withServer(handler: { _ in .text("hi") }) { server in
      let client = try await RawClient(port: server.port)
      await client.send("GET / HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n")
      #expect(await client.text(until: "hi").contains("Connection: keep-alive\r\n"))
      await client.send("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n")
      #expect(await client.rest().text.contains("Connection: close\r\n"))
      await client.close()
    }
  }

  @Test("A client that waits to be told to send its body is told")
  func expectContinue() async throws {
    try await LoopbackServer.withServer(handler: { .text($0.bodyText) }) { server in
      let client = try await RawClient(port: server.port)
      await client.send("PUT / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n")
      #expect(await client.text(until: "\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n")
      await client.send("body")
      #expect(await client.text(until: "body").hasPrefix("HTTP/1.1 200 OK\r\n"))
      await client.close()
    }
  }

  @Test("HEAD gets the head of the answer alone")
  func head() async throws {
    try await LoopbackServer.withServer(handler: { _ in .text("four") }) { server in
      let answer = try await rawAnswer(
        port: server.port, to: "HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
      #expect(answer.contains("Content-Length: 4\r\n"))
      #expect(answer.hasSuffix("\r\n\r\n"))
    }
  }

  @Test("A client that closes its sending side still gets its whole answer")
  func halfClosed() async throws {
    try await LoopbackServer.withServer(handler: { _ in .text("here") }) { server in
      let client = try await RawClient(port: server.port)
      await client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
      client.shutDownSending()
      #expect(await client.rest().text.hasSuffix("\r\n\r\nhere"))
      await client.close()
    }
  }

  @Test("A client that stays silent is closed")
  func idle() async throws {
    let limits = LoopbackServer.Limits(idleTime: .milliseconds(50))
    try await LoopbackServer.withServer(limits: limits, handler: { _ in .text("hi") }) { server in
      let answer = try await rawAnswer(port: server.port, to: "")
      #expect(answer == "")
    }
  }

  @Test("Clients above the limit of connections wait and are served later")
  func manyClients() async throws {
    let limits = LoopbackServer.Limits(connections: 2)
    try await LoopbackServer.withServer(limits: limits, handler: { .text($0.path) }) { server in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<10 {
          group.addTask {
            let answer = try await rawAnswer(
              port: server.port, to: "GET /\(number) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            #expect(answer.hasSuffix("/\(number)"))
          }
        }
        try await group.waitForAll()
      }
    }
  }
}
