import Foundation
import LanguageModels
import LoopbackHTTP
import StructuredOutput
import Testing

@Suite("Calls and what is reported of them", .timeLimit(.minutes(1)))
struct ModelCallTests {
  private static let four =
    #"{"id":"i","model":"snapshot","choices":[{"message":{"content":"4"},"finish_reason":"stop"}],"#
    + #""usage":{"prompt_tokens":10,"completion_tokens":1}}"#

  @Test("A call outside of any scope is refused in a test process, with the way out")
  func outsideScope() async {
    let fault = await #expect(throws: ModelFault.self) {
      try await OpenAICompatibleModel("m").respond(to: "2+2?")
    }
    #expect(fault?.kind == .outsideScope)
    #expect(fault?.message.contains(".fixtures") == true)
    let streamed = await #expect(throws: ModelFault.self) {
      _ = try await OpenAICompatibleModel("m").stream(ChatRequest(messages: [.user("2+2?")]))
    }
    #expect(streamed?.kind == .outsideScope)
  }

  @Test("Models are made and replayed without key and address")
  func noKeyToMake() async throws {
    let models: [any ChatModel] = [
      .openAI("gpt-4.1-mini"), .openAICompatible("x"), .openAICompatible("x", keyVariable: "NO"),
    ]
    try await reportedCalls(over: CannedTransport(Self.four)) {
      for model in models {
        let answer = try await model.respond(to: "2+2?")
        #expect(answer.text == "4")
      }
    }
    let embedding: any EmbeddingModel = .openAI("text-embedding-3-small")
    #expect(embedding.identifier == "text-embedding-3-small")
  }

  @Test("An answered call is reported once, with the answer's own time and origin")
  func answered() async throws {
    let request = ChatRequest(messages: [.user("2+2?")], purpose: .judge)
    let calls = try await reportedCalls(over: CannedTransport(Self.four)) {
      _ = try await OpenAICompatibleModel("m").respond(to: request)
    }
    let call = try #require(calls.first)
    #expect(calls.count == 1)
    #expect(call.provider == "openai-compatible")
    #expect(call.model == "m")
    #expect(call.input == .chat(request))
    #expect(call.response?.text == "4")
    #expect(call.usage == Usage(input: 10, output: 1))
    #expect(call.duration == .milliseconds(5))
    #expect(call.origin == .replayed)
    #expect(call.fault == nil)
    #expect(call.chatModel?.identifier == "m")
  }

  @Test("A streamed call is reported once, to the scope it was made in, wherever it is drained")
  func streamed() async throws {
    let observer = KeptCalls()
    let transport = CannedTransport.events([
      #"{"choices":[{"delta":{"content":"4"},"finish_reason":"stop"}],"usage":{"prompt_tokens":1}}"#, "[DONE]",
    ])
    let stream = try await ModelCallContext.$current.withValue(
      ModelCallContext(transport: transport, observer: observer)
    ) { try await OpenAICompatibleModel("m").stream(ChatRequest(messages: [.user("2+2?")])) }
    let events = try await Task.detached { try await stream.collected() }.value
    #expect(events.count == 2)
    #expect(observer.calls.map(\.usage) == [Usage(input: 1)])
    #expect(observer.calls.map(\.duration) == [.milliseconds(7)])
  }

  @Test("A failed call is reported once with its fault", arguments: [true, false])
  func failed(streaming: Bool) async throws {
    let transport = CannedTransport("<html>Bad gateway</html>", status: 502, contentType: "text/html")
    let calls = try await reportedCalls(over: transport) {
      await #expect(throws: ModelFault.self) {
        if streaming {
          _ = try await OpenAICompatibleModel("m").stream(ChatRequest(messages: [.user("q")]))
        } else {
          _ = try await OpenAICompatibleModel("m").respond(to: "q")
        }
      }
    }
    #expect(calls.count == 1)
    #expect(calls.first?.fault?.contains("502") == true)
    #expect(calls.first?.response == nil)
    #expect(calls.first?.origin == .replayed)
  }

  @Test("A request that cannot be written is reported as failed, and nothing is sent")
  func unusable() async throws {
    let transport = CannedTransport(Self.four)
    let calls = try await reportedCalls(over: transport) {
      await #expect(throws: ModelFault.self) {
        try await OpenAICompatibleModel("m").respond(to: ChatRequest(messages: [], temperature: .nan))
      }
    }
    #expect(calls.map(\.origin) == [.unanswered])
    #expect(transport.requests.isEmpty)
  }

  @Test("HTML in place of JSON is quoted", arguments: [true, false])
  func html(streaming: Bool) async throws {
    let transport = CannedTransport("<html>Welcome</html>", contentType: "text/html")
    let fault = try await reportedCalls(over: transport) {
      let fault = await #expect(throws: ModelFault.self) {
        if streaming {
          _ = try await OpenAICompatibleModel("m").stream(ChatRequest(messages: [.user("q")]))
        } else {
          _ = try await OpenAICompatibleModel("m").respond(to: "q")
        }
      }
      #expect(fault?.kind == .malformedAnswer)
    }.first?.fault
    #expect(fault?.contains("<html>Welcome</html>") == true)
  }

  @Test("Over a real connection: whole, streamed, limited and forbidden")
  func live() async throws {
    try await LoopbackServer.withServer(handler: { request in
      guard request.path == "/v1/chat/completions" else { return .json(#"{"error":"no"}"#, status: 404) }
      if request.bodyText.contains("limit") {
        return .json(#"{"error":{"message":"slow down"}}"#, status: 429, headers: [("Retry-After", "2")])
      }
      if request.bodyText.contains("forbid") {
        return .json(#"{"error":{"message":"Incorrect API key provided: sk-abc123456789"}}"#, status: 401)
      }
      guard request.bodyText.contains(#""stream":true"#) else { return .json(Self.four) }
      return .stream { writer in
        for piece in [#"{"choices":[{"delta":{"content":"Grü"}}]}"#, #"{"choices":[{"delta":{"content":"ße"}}]}"#] {
          try await writer.write("data: \(piece)\n\n")
        }
        try await writer.write("data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n")
      }
    }) { server in
      let model: any ChatModel = .openAICompatible("m", baseAddress: server.address.appending(path: "v1"))
      let calls = try await reportedCalls(over: URLSessionTransport.shared) {
        #expect(try await model.respond(to: "2+2?").text == "4")
        let events = try await model.stream(ChatRequest(messages: [.user("hello")])).collected()
        #expect(events.dropLast() == [.text("Grü"), .text("ße")])
        let limited = await #expect(throws: ModelFault.self) { try await model.respond(to: "limit") }
        #expect(limited?.status == 429)
        #expect(limited?.retryAfter == .seconds(2))
        let forbidden = await #expect(throws: ModelFault.self) { try await model.respond(to: "forbid") }
        #expect(forbidden?.message.contains("sk-abc") == false)
        #expect(forbidden?.message.contains("No key was sent") == true)
      }
      #expect(calls.map { $0.fault == nil } == [true, true, false, false])
      #expect(calls.allSatisfy { $0.origin == .live && $0.duration > .zero })
    }
  }

  @Test("A broken connection in the middle of a stream reaches the reader and the report")
  func brokenConnection() async throws {
    try await LoopbackServer.withServer(handler: { _ in
      .stream { writer in
        try await writer.write("data: {\"choices\":[{\"delta\":{\"content\":\"half\"}}]}\n\n")
        writer.abort()
      }
    }) { server in
      let model = OpenAICompatibleModel("m", baseAddress: server.address)
      let calls = try await reportedCalls(over: URLSessionTransport.shared) {
        await #expect(throws: ModelFault.self) {
          _ = try await model.stream(ChatRequest(messages: [.user("q")])).collected()
        }
      }
      #expect(calls.count == 1)
      #expect(calls.first?.fault != nil)
    }
  }

  @Test("A cancelled call passes its cancellation on and is not reported")
  func cancelled() async throws {
    let (arrivals, arrival) = AsyncStream<Void>.makeStream()
    try await LoopbackServer.withServer(handler: { _ in
      arrival.yield()
      try? await Task.sleep(for: .seconds(60))
      return .text("late")
    }) { server in
      let model = OpenAICompatibleModel("m", baseAddress: server.address)
      let calls = try await reportedCalls(over: URLSessionTransport.shared) {
        let task = Task { try await model.respond(to: "q") }
        for await _ in arrivals { break }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
      }
      #expect(calls.isEmpty)
    }
  }
}
