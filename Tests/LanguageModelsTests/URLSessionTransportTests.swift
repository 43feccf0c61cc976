import Foundation
import LanguageModels
import LoopbackHTTP
import StructuredOutput
import Synchronization
import Testing

@Suite("The live transport", .timeLimit(.minutes(1)))
struct URLSessionTransportTests {
  private func request(
    to address: URL, path: String = "/v1/x", timeout: Duration = .seconds(300), headers: HTTPHeaders = []
  ) -> HTTPRequest {
    HTTPRequest(
      provider: "test", path: path, query: [.init("q", "a b&c+")], headers: headers, body: .json(["b": 1, "a": 2]),
      timeout: timeout
    ) { HTTPRequest.Destination(baseAddress: address, credentials: [.init("Authorization", "Bearer k")]) }
  }

  private func fault(
    of response: LoopbackResponse, timeout: Duration = .seconds(300)
  ) async throws -> ModelFault {
    try await LoopbackServer.withServer(handler: { _ in response }) { server in
      try #require(
        await #expect(throws: ModelFault.self) {
          try await URLSessionTransport.shared.send(request(to: server.address, timeout: timeout))
        })
    }
  }

  @Test("Sends the request as it is and gives back a JSON answer")
  func whole() async throws {
    try await LoopbackServer.withServer(handler: { request in
      let seen = [
        request.method, request.path, request.query ?? "", request.bodyText, request.header("content-type") ?? "",
        request.header("authorization") ?? "", request.header("x-a") ?? "", request.header("cookie") ?? "none",
      ]
      return .json(
        JSONValue.array(seen.map { .string($0) }).compactText, headers: [("X-B", "2"), ("Set-Cookie", "a=b")])
    }) { server in
      for _ in 1...2 {
        let answer = try await URLSessionTransport.shared.send(
          request(to: server.address.appending(path: "base/"), headers: [.init("X-A", "1")]))
        #expect(answer.status == 200)
        #expect(answer.headers["x-b"] == "2")
        #expect(answer.origin == .live)
        #expect(answer.duration > .zero)
        #expect(
          answer.body
            == .json([
              "POST", "/base/v1/x", "q=a%20b%26c%2B", #"{"b":1,"a":2}"#, "application/json", "Bearer k", "1", "none",
            ]))
      }
    }
  }

  @Test("What is not JSON, or only says so, stays bytes")
  func bytes() async throws {
    for response in [LoopbackResponse.text("hello"), .json("hello")] {
      try await LoopbackServer.withServer(handler: { _ in response }) { server in
        let answer = try await URLSessionTransport.shared.send(request(to: server.address))
        #expect(answer.body == .bytes(Array("hello".utf8)))
      }
    }
  }

  @Test("An error status is an answer", arguments: [400, 401, 404, 429, 500, 503])
  func status(status: Int) async throws {
    try await LoopbackServer.withServer(handler: { _ in .json("{}", status: status, headers: [("Retry-After", "3")]) })
    {
      server in
      let answer = try await URLSessionTransport.shared.send(request(to: server.address))
      #expect(answer.status == status)
      #expect(answer.headers["retry-after"] == "3")
    }
  }

  @Test(
    "A 401 that asks for a password is the answer too",
    arguments: ["Basic realm=\"x\"", "Digest realm=\"x\", nonce=\"y\"", "Bearer"])
  func challenge(scheme: String) async throws {
    try await LoopbackServer.withServer { _ in
      .text("no", status: 401, headers: [("WWW-Authenticate", scheme)])
    } _: { server in
      let answer = try await URLSessionTransport.shared.send(request(to: server.address, timeout: .seconds(300)))
      #expect(answer.status == 401)
      #expect(answer.body == .bytes(Array("no".utf8)))
    }
  }

  @Test("The answer to HEAD announces a body that is not missed")
  func head() async throws {
    try await LoopbackServer.withServer { _ in
      .text("twelve bytes")
    } _: { server in
      var request = request(to: server.address)
      request.method = "HEAD"
      request.body = .none
      let answer = try await URLSessionTransport.shared.send(request)
      #expect(answer.status == 200)
      #expect(answer.headers["content-length"] == "12")
      #expect(answer.body == .none)
    }
  }

  @Test("A redirection is the answer and is not followed", arguments: [301, 302, 303, 307, 308])
  func redirection(status: Int) async throws {
    let paths = KeptTexts()
    try await LoopbackServer.withServer(handler: { request in
      paths.append(request.path)
      return request.path == "/v1/x"
        ? .text("moved", status: status, headers: [("Location", "/elsewhere")]) : .text("followed")
    }) { server in
      let answer = try await URLSessionTransport.shared.send(request(to: server.address))
      #expect(answer.status == status)
      #expect(answer.headers["location"] == "/elsewhere")
    }
    #expect(paths.all == ["/v1/x"])
  }

  @Test("A streamed answer is there piece by piece, before its end")
  func stream() async throws {
    let (signals, signal) = AsyncStream<Void>.makeStream()
    try await LoopbackServer.withServer(handler: { _ in
      .stream { writer in
        try await writer.write("data: 1\n\n")
        // The second piece is written only when the client has seen the first.
        for await _ in signals { break }
        try await writer.write("data: 2\n\n")
      }
    }) { server in
      let answer = try await URLSessionTransport.shared.stream(request(to: server.address))
      #expect(answer.status == 200)
      #expect(answer.headers["content-type"] == "text/event-stream")
      var text = ""
      for try await chunk in answer.chunks {
        text += String(decoding: chunk, as: UTF8.self)
        if text == "data: 1\n\n" { signal.yield() }
      }
      #expect(text == "data: 1\n\ndata: 2\n\n")
    }
  }

  @Test("A body that breaks off is a fault, never a short answer", arguments: [true, false])
  func halfSent(resets: Bool) async throws {
    let fault = try await fault(
      of: .halfSent(
        Array(#"{"a":1}"#.utf8), announcedLength: 100, headers: [("Content-Type", "application/json")],
        ending: resets ? .reset : .close))
    #expect(fault.kind == .connection)
    #expect(fault.message.contains("127.0.0.1"))
  }

  @Test("A stream that breaks off throws after the pieces that came")
  func brokenStream() async throws {
    try await LoopbackServer.withServer(handler: { _ in
      .stream { writer in
        try await writer.write("data: 1\n\n")
        writer.abort()
      }
    }) { server in
      let fault = await #expect(throws: ModelFault.self) {
        let answer = try await URLSessionTransport.shared.stream(request(to: server.address))
        _ = try await answer.chunks.collected()
      }
      #expect(fault?.kind == .connection)
    }
  }

  @Test("A server that closes without an answer is a fault")
  func noAnswer() async throws {
    #expect(try await fault(of: .closingWithoutAnswer).kind == .connection)
  }

  @Test("A server that drops the second request is a fault at once, and the third is answered")
  func droppedAfterAnAnswer() async throws {
    let count = Mutex(0)
    try await LoopbackServer.withServer(handler: { _ in
      let number = count.withLock { count in
        count += 1
        return count
      }
      return number == 2 ? .closingWithoutAnswer : .json("{}")
    }) { server in
      let transport = URLSessionTransport()
      _ = try await transport.send(request(to: server.address))
      let fault = await #expect(throws: ModelFault.self) { try await transport.send(request(to: server.address)) }
      #expect(fault?.kind == .connection)
      #expect(try await transport.send(request(to: server.address)).status == 200)
    }
  }

  @Test("A refused connection names host and port and asks whether the server runs")
  func refused() async throws {
    // Port 1 is nobody's. That of a server which has stopped may be a parallel test's by now.
    let address = try #require(URL(string: "http://127.0.0.1:1"))
    let fault = try #require(
      await #expect(throws: ModelFault.self) { try await URLSessionTransport.shared.send(request(to: address)) })
    #expect(fault.kind == .connection)
    #expect(fault.message.contains("127.0.0.1:1"))
    #expect(fault.message.contains("Is the server running"))
  }

  @Test("The time limit holds before the head of the answer")
  func deadlineBeforeHead() async throws {
    try await LoopbackServer.withServer(handler: { _ in
      try? await Task.sleep(for: .seconds(60))
      return .text("late")
    }) { server in
      let fault = await #expect(throws: ModelFault.self) {
        try await URLSessionTransport.shared.send(request(to: server.address, timeout: .milliseconds(200)))
      }
      #expect(fault?.kind == .deadlineExceeded)
      #expect(fault?.message.contains("200 ms") == true)
      #expect(fault?.message.contains("127.0.0.1:\(server.port)") == true)
    }
  }

  @Test("The time limit holds for the whole answer, however busily it drips")
  func deadlineWhileStreaming() async throws {
    try await LoopbackServer.withServer(handler: { _ in
      .stream { writer in
        for _ in 0..<10_000 {
          try await writer.write(": waiting\n\n")
          try await Task.sleep(for: .milliseconds(20))
        }
      }
    }) { server in
      let fault = await #expect(throws: ModelFault.self) {
        try await URLSessionTransport.shared.send(request(to: server.address, timeout: .milliseconds(300)))
      }
      #expect(fault?.kind == .deadlineExceeded)
    }
  }

  @Test("Cancelling the task drops the connection")
  func cancellation() async throws {
    let (arrivals, arrival) = AsyncStream<Void>.makeStream()
    let (departures, departure) = AsyncStream<Void>.makeStream()
    try await LoopbackServer.withServer(handler: { _ in
      arrival.yield()
      try? await Task.sleep(for: .seconds(60))
      departure.yield()
      return .text("late")
    }) { server in
      let request = request(to: server.address)
      let task = Task { try await URLSessionTransport.shared.send(request) }
      for await _ in arrivals { break }
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
      for await _ in departures { break }
    }
  }

  @Test("A consumer that stops reading drops the connection")
  func consumerStops() async throws {
    let (departures, departure) = AsyncStream<Void>.makeStream()
    try await LoopbackServer.withServer(handler: { _ in
      .stream { writer in
        defer { departure.yield() }
        while true {
          try await writer.write("data: 1\n\n")
          try await Task.sleep(for: .milliseconds(5))
        }
      }
    }) { server in
      do {
        let answer = try await URLSessionTransport.shared.stream(request(to: server.address))
        for try await _ in answer.chunks { break }
      }
      for await _ in departures { break }
    }
  }

  @Test("A task that is cancelled already sends nothing")
  func cancelledBefore() async throws {
    let paths = KeptTexts()
    try await LoopbackServer.withServer(handler: { request in
      paths.append(request.path)
      return .text("")
    }) { server in
      let request = request(to: server.address)
      let task = Task {
        while !Task.isCancelled { await Task.yield() }
        return try await URLSessionTransport.shared.send(request)
      }
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
    }
    #expect(paths.all.isEmpty)
  }

  @Test("A base address that is none, and a header with a line break, are refused before anything is sent")
  func unusable() async throws {
    for (address, headers) in [
      ("ftp://127.0.0.1/", []), ("/relative", []), ("http://127.0.0.1:9/", [HTTPHeaders.Field("X", "a\r\nY: b")]),
    ] {
      let url = try #require(URL(string: address))
      let fault = await #expect(throws: ModelFault.self) {
        try await URLSessionTransport.shared.send(request(to: url, headers: HTTPHeaders(headers)))
      }
      #expect(fault?.kind == .unusableRequest)
    }
  }

  @Test("Twenty requests at once all get their own answers")
  func parallel() async throws {
    try await LoopbackServer.withServer(handler: { .text($0.path) }) { server in
      try await withThrowingTaskGroup(of: (String, HTTPRequest.Body).self) { group in
        for number in 0..<20 {
          let request = request(to: server.address, path: "/\(number)")
          group.addTask { (request.path, try await URLSessionTransport.shared.send(request).body) }
        }
        for try await (path, body) in group { #expect(body == .bytes(Array(path.utf8))) }
      }
    }
  }
}
