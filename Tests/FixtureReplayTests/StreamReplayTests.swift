import FixtureReplay
import Foundation
import LanguageModels
import LoopbackHTTP
import StructuredOutput
import Testing

@Suite("Streamed answers")
struct StreamReplayTests {
  private static let request = ChatRequest(messages: [.user("When?")])

  /// Reads a whole stream: its pieces, and the text at its end.
  @Sendable private static func read(
    _ model: OpenAICompatibleModel = OpenAICompatibleModel("gpt-test")
  ) async throws -> [String] {
    var pieces: [String] = []
    for try await event in try await model.stream(request) {
      switch event {
      case .text(let text): pieces.append(text)
      case .finished(let response): pieces.append("= " + response.text)
      default: break
      }
    }
    return pieces
  }

  private static let whole: @Sendable (LoopbackResponseWriter) async throws -> Void = { writer in
    try await writer.write(chatChunk("Within "))
    try await writer.write(": a comment\n\n" + chatChunk("30 "))
    try await writer.write(chatChunk("days.", isLast: true) + "data: [DONE]\n\n")
  }

  @Test("Replays the same pieces as they were recorded, with the server stopped")
  func pieces() async throws {
    let stage = try Rehearsal()
    let server = try await ModelServer.start { _ in .stream(Self.whole) }
    let model = server.model(key: "local-secret-0001")
    let recorded = try await stage.run(.record, live: URLSessionTransport.shared) { try await Self.read(model) }
    await server.stop()
    #expect(try recorded.value == ["Within ", "30 ", "days.", "= Within 30 days."])
    let replayed = try await stage.run(.replay) { try await Self.read() }
    #expect(try replayed.value == recorded.value)
    #expect(replayed.faults.isEmpty)
  }

  @Test("Keeps one event a line with the time of its arrival")
  func lines() async throws {
    let stage = try Rehearsal()
    let server = try await ModelServer.start { _ in .stream(Self.whole) }
    let model = server.model()
    _ = try await stage.run(.record, live: URLSessionTransport.shared) { try await Self.read(model) }
    await server.stop()
    let text = try #require(stage.text)
    let events = text.split(separator: "\n").filter { $0.contains(#"{"at":"#) }
    #expect(events.count == 4)
    #expect(events.allSatisfy { $0.hasPrefix(#"          {"at":"#) })
    #expect(events.last?.hasSuffix(#","text":"[DONE]"}"#) == true)
    guard case .events(let kept, end: .complete) = try stage.contents?.exchanges.first?.answer.content else {
      Issue.record("no whole stream was kept")
      return
    }
    #expect(kept.map(\.milliseconds) == kept.map(\.milliseconds).sorted())
  }

  @Test("An app that stops reading at [DONE] has recorded its answer, even if the server never closes the stream")
  func stopsAtDone() async throws {
    let stage = try Rehearsal()
    let never = Signal()
    let server = try await ModelServer.start { _ in
      .stream { writer in
        try await Self.whole(writer)
        await never.wait()
      }
    }
    let base = try #require(URL(string: "http://127.0.0.1:\(server.port)/v1"))
    @Sendable func readRaw() async throws -> [String] {
      let request = HTTPRequest(
        provider: "openai-compatible", path: "/chat/completions", body: .json(["model": "m", "stream": true])
      ) { HTTPRequest.Destination(baseAddress: base) }
      let response = try await ModelCallContext.transport().stream(request)
      var decoder = ServerSentEventDecoder()
      var read: [String] = []
      for try await chunk in response.chunks {
        for event in decoder.feed(chunk) {
          read.append(event.data)
          if event.data == "[DONE]" { return read }
        }
      }
      return read
    }
    let recorded = try await stage.run(.record, live: URLSessionTransport.shared) { try await readRaw() }
    await never.happen()
    await server.stop()
    let replayed = try await stage.run(.replay) { try await readRaw() }
    #expect(try recorded.value.count == 4)
    #expect(try replayed.value == recorded.value)
  }

  @Test("An app that stops reading before the end records nothing")
  func stopsEarly() async throws {
    let stage = try Rehearsal()
    let never = Signal()
    let server = try await ModelServer.start { _ in
      .stream { writer in
        try await writer.write(chatChunk("Within ") + chatChunk("30 "))
        await never.wait()
      }
    }
    let model = server.model()
    let run = try await stage.run(.record, live: URLSessionTransport.shared) {
      for try await event in try await model.stream(Self.request) {
        if case .text(let text) = event { return text }
      }
      return "nothing"
    }
    await never.happen()
    await server.stop()
    #expect(try run.value == "Within ")
    #expect(stage.text == nil)
  }

  @Test("A stream that breaks and that the app lives through replays as a broken one")
  func brokenAndSurvived() async throws {
    let stage = try Rehearsal()
    let server = try await ModelServer.start { _ in
      .stream { writer in
        try await writer.write(chatChunk("Within ") + chatChunk("30 "))
        writer.abort()
      }
    }
    @Sendable func app(_ model: OpenAICompatibleModel) async throws -> [String] {
      var pieces: [String] = []
      do {
        for try await event in try await model.stream(Self.request) {
          if case .text(let text) = event { pieces.append(text) }
        }
      } catch is ModelFault { pieces.append("(broken)") }
      return pieces
    }
    let model = server.model()
    let recorded = try await stage.run(.record, live: URLSessionTransport.shared) { try await app(model) }
    await server.stop()
    #expect(try recorded.value == ["Within ", "30 ", "(broken)"])
    let replayed = try await stage.run(.replay) { try await app(OpenAICompatibleModel("gpt-test")) }
    #expect(try replayed.value == recorded.value)
    #expect(replayed.faults.isEmpty)
  }

  @Test("A stream that breaks and ends the test is not kept")
  func brokenAndFatal() async throws {
    let stage = try Rehearsal()
    let server = try await ModelServer.start { _ in
      .stream { writer in
        try await writer.write(chatChunk("Within "))
        writer.abort()
      }
    }
    let model = server.model()
    let run = try await stage.run(.record, live: URLSessionTransport.shared) { try await Self.read(model) }
    await server.stop()
    #expect(throws: ModelFault.self) { try run.value }
    #expect(stage.text == nil)
  }

  @Test("An error in place of a stream is kept by the same rules as any other", arguments: [401, 503])
  func errorInsteadOfStream(status: Int) async throws {
    let stage = try Rehearsal()
    let server = try await ModelServer.start { _ in .fault(status) }
    let model = server.model()
    let run = try await stage.run(.record, live: URLSessionTransport.shared) {
      do { return try await Self.read(model).count } catch let fault as ModelFault { return fault.status ?? 0 }
    }
    await server.stop()
    #expect(try run.value == status)
    #expect(try stage.contents?.exchanges.count == (status == 401 ? nil : 1))
  }

  @Test("A whole answer where a stream was asked for replays as one")
  func wholeInsteadOfStream() async throws {
    let stage = try Rehearsal()
    let server = try await ModelServer.start { _ in .chat("30 days.") }
    let model = server.model()
    let recorded = try await stage.run(.record, live: URLSessionTransport.shared) { try await Self.read(model) }
    await server.stop()
    let replayed = try await stage.run(.replay) { try await Self.read() }
    #expect(try recorded.value == ["30 days.", "= 30 days."])
    #expect(try replayed.value == recorded.value)
  }

  @Test("Names, identifiers and texts of several lines in events come back")
  func otherEvents() async throws {
    let stage = try Rehearsal()
    let server = try await ModelServer.start { _ in
      .stream { writer in
        try await writer.write(
          "event: ping\nid: 7\ndata: first\ndata: second\n\ndata: {\"b\":1,\"a\":[1.50]}\n\ndata: 5\n\n")
      }
    }
    let base = try #require(URL(string: "http://127.0.0.1:\(server.port)/v1"))
    @Sendable func events() async throws -> [ServerSentEvent] {
      let request = HTTPRequest(provider: "other", path: "/events") { HTTPRequest.Destination(baseAddress: base) }
      var decoder = ServerSentEventDecoder()
      var events: [ServerSentEvent] = []
      for try await chunk in try await ModelCallContext.transport().stream(request).chunks {
        events += decoder.feed(chunk)
      }
      return events
    }
    let recorded = try await stage.run(.record, live: URLSessionTransport.shared) { try await events() }
    await server.stop()
    let replayed = try await stage.run(.replay) { try await events() }
    let expected = [
      ServerSentEvent(event: "ping", data: "first\nsecond", id: "7"), ServerSentEvent(data: #"{"a":[1.50],"b":1}"#),
      ServerSentEvent(data: "5"),
    ]
    let seen = try recorded.value
    #expect(seen == expected)
    #expect(try replayed.value == recorded.value)
  }
}
