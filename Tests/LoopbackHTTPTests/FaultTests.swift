import Foundation
import LoopbackHTTP
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

@Suite("Faults played on purpose", .timeLimit(.minutes(1)))
struct FaultTests {
  static let get = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"

  @Test(
    "URLSession fails on an answer that is missing, half sent or aborted",
    arguments: [
      LoopbackResponse.closingWithoutAnswer,
      .halfSent(Array("half".utf8), announcedLength: 100),
      .halfSent(Array("half".utf8), announcedLength: 100, ending: .close),
      .stream { writer in
        try await writer.write("half")
        writer.abort()
      },
    ])
  func urlSession(response: LoopbackResponse) async throws {
    try await LoopbackServer.withServer(handler: { _ in response }) { server in
      _ = await #expect(throws: URLError.self) {
        try await URLSession.shared.data(from: server.address)
      }
    }
  }

  @Test("Closing without an answer sends no byte and ends in order")
  func closing() async throws {
    try await LoopbackServer.withServer(handler: { _ in .closingWithoutAnswer }) { server in
      let client = try await RawClient(port: server.port)
      await client.send(Self.get)
      let answer = await client.rest()
      #expect(answer.text.isEmpty)
      #expect(answer.endedInOrder)
      await client.close()
    }
  }

  @Test("A half-sent answer announces more than it sends", arguments: [true, false])
  func halfSent(resets: Bool) async throws {
    try await LoopbackServer.withServer(handler: { _ in
      .halfSent(Array("half".utf8), announcedLength: 100, ending: resets ? .reset : .close)
    }) { server in
      let client = try await RawClient(port: server.port)
      await client.send(Self.get)
      let answer = await client.rest()
      #if os(Linux)
        #expect(answer.text.contains("Content-Length: 100\r\n"))
        #expect(answer.text.hasSuffix("\r\n\r\nhalf"))
      #endif
      #expect(answer.endedInOrder == !resets)
      await client.close()
    }
  }

  @Test("An aborted stream ends without the last chunk, and writing afterwards throws")
  func aborted() async throws {
    let later = Signal<Bool>()
    try await LoopbackServer.withServer(handler: { _ in
      .stream { writer in
        try await writer.write("half")
        writer.abort()
        do {
          try await writer.write("more")
          later.announce(false)
        } catch {
          later.announce(error as? LoopbackWriteError == .responseEnded)
        }
      }
    }) { server in
      let answer = try await rawAnswer(port: server.port, to: Self.get)
      #expect(answer.hasSuffix("\r\n\r\n4\r\nhalf\r\n"))
      #expect(await later.next() == true)
    }
  }

  @Test("A stream whose closure throws is broken off the same way")
  func thrown() async throws {
    struct Fault: Error {}
    try await LoopbackServer.withServer(handler: { _ in
      .stream { writer in
        try await writer.write("half")
        throw Fault()
      }
    }) { server in
      let answer = try await rawAnswer(port: server.port, to: Self.get)
      #expect(answer.hasSuffix("\r\n\r\n4\r\nhalf\r\n"))
    }
  }

  @Test("Raw bytes are sent as they are")
  func raw() async throws {
    try await LoopbackServer.withServer(handler: { _ in .raw(Array("SSH-2.0-x\r\n".utf8)) }) { server in
      let answer = try await rawAnswer(port: server.port, to: Self.get)
      #expect(answer == "SSH-2.0-x\r\n")
    }
  }

  @Test(
    "An answer that would break the protocol becomes a 500 that says why",
    arguments: [
      (LoopbackResponse.text("x", status: 99), "the status 99"),
      (.text("x", headers: [("X-A", "1\r\nX-B: 2")]), "line break"),
      (.text("x", headers: [("X A", "1")]), "not the name of a header field"),
    ])
  func refusedAnswer(response: LoopbackResponse, part: String) async throws {
    try await LoopbackServer.withServer(handler: { _ in response }) { server in
      let answer = try await rawAnswer(port: server.port, to: Self.get)
      #expect(answer.hasPrefix("HTTP/1.1 500 Internal Server Error\r\n"))
      #expect(answer.contains(part))
    }
  }
}
