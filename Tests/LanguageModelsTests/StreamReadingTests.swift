import LanguageModels
import StructuredOutput
import Testing

@Suite("Streamed answers of OpenAI-compatible servers")
struct StreamReadingTests {
  private func events(_ lines: [String]) async throws -> [ChatStreamEvent] {
    var events: [ChatStreamEvent] = []
    try await reportedCalls(over: CannedTransport.events(lines)) {
      events = try await OpenAICompatibleModel("m").stream(ChatRequest(messages: [.user("q")])).collected()
    }
    return events
  }

  private func answer(_ lines: [String]) async throws -> ChatResponse {
    guard case .finished(let response)? = try await events(lines).last else {
      throw ModelFault(.brokenStream, "no finished event")
    }
    return response
  }

  private func delta(_ delta: String, reason: String = "null") -> String {
    #"{"id":"i","model":"snapshot","choices":[{"index":0,"delta":\#(delta),"finish_reason":\#(reason)}],"usage":null}"#
  }

  @Test("Gives the pieces as they come and then the whole answer")
  func pieces() async throws {
    let events = try await events([
      delta(#"{"role":"assistant","content":""}"#), delta(#"{"reasoning_content":"hm"}"#),
      delta(#"{"content":"Grüß"}"#),
      delta(#"{"content":" dich"}"#), delta("{}", reason: #""stop""#),
      #"{"choices":[],"usage":{"prompt_tokens":5,"completion_tokens":2}}"#, "[DONE]",
    ])
    let whole = ChatResponse(
      message: .assistant("Grüß dich"), finishReason: .stop, rawFinishReason: "stop",
      usage: Usage(input: 5, output: 2), model: "snapshot", id: "i", reasoningText: "hm")
    #expect(events == [.reasoning("hm"), .text("Grüß"), .text(" dich"), .finished(whole)])
  }

  @Test("Joins the fragments of tool calls by their index")
  func toolCalls() async throws {
    let events = try await events([
      delta(#"{"tool_calls":[{"index":0,"id":"c1","type":"function","function":{"name":"add","arguments":""}}]}"#),
      delta(#"{"tool_calls":[{"index":1,"id":"c2","function":{"name":"now","arguments":"{}"}}]}"#),
      delta(#"{"tool_calls":[{"index":0,"function":{"name":"add","arguments":"{\"a\""}}]}"#),
      delta(#"{"tool_calls":[{"index":0,"function":{"arguments":":1}"}}]}"#),
      delta("{}", reason: #""tool_calls""#), "[DONE]",
    ])
    #expect(
      events.dropLast() == [
        .toolCallArguments(index: 1, name: "now", fragment: "{}"),
        .toolCallArguments(index: 0, name: "add", fragment: #"{"a""#),
        .toolCallArguments(index: 0, name: "add", fragment: ":1}"),
      ])
    guard case .finished(let whole)? = events.last else {
      Issue.record("no finished event")
      return
    }
    #expect(
      whole.toolCalls == [
        ToolCall(id: "c1", name: "add", argumentsText: #"{"a":1}"#),
        ToolCall(id: "c2", name: "now", argumentsText: "{}"),
      ])
    #expect(whole.finishReason == .toolCalls)
  }

  @Test("Whole calls of one delta without an index stay apart")
  func wholeCalls() async throws {
    let answer = try await answer([
      delta(
        #"{"tool_calls":[{"id":"a","function":{"name":"f","arguments":"{}"}},"#
          + #"{"id":"b","function":{"name":"f","arguments":{"x":1}}}]}"#, reason: #""stop""#), "[DONE]",
    ])
    #expect(answer.toolCalls.map(\.argumentsText) == ["{}", #"{"x":1}"#])
    #expect(answer.finishReason == .toolCalls)
  }

  @Test("A finish reason without [DONE], and [DONE] without a finish reason, are both an end")
  func ends() async throws {
    #expect(try await answer([delta(#"{"content":"x"}"#, reason: #""length""#)]).finishReason == .length)
    #expect(try await answer([delta(#"{"content":"x"}"#, reason: #""""#), "[DONE]"]).text == "x")
  }

  @Test(
    "A stream that ends without its end is broken",
    arguments: [
      [#"{"choices":[{"delta":{"content":"half"},"finish_reason":null}]}"#], [],
      [#"{"choices":[{"delta":{"content":"half"},"finish_reason":""}]}"#, #"{"choices":[{"delta":{"con"#],
    ])
  func broken(lines: [String]) async throws {
    let fault = await #expect(throws: ModelFault.self) {
      var text = CannedTransport.events(lines)
      if let last = lines.last, last.hasSuffix("con") {
        // The connection closes in the middle of the last line.
        text = CannedTransport(
          lines.dropLast().map { "data: \($0)\n\n" }.joined() + "data: \(last)", contentType: "text/event-stream")
      }
      try await reportedCalls(over: text) {
        _ = try await OpenAICompatibleModel("m").stream(ChatRequest(messages: [.user("q")])).collected()
      }
    }
    #expect(fault?.kind == .brokenStream)
  }

  @Test("An error in the middle of the stream is a fault with the server's words")
  func errorInside() async throws {
    let lines = [delta(#"{"content":"half"}"#), #"{"error":{"message":"tool use failed","status_code":400}}"#]
    let fault = await #expect(throws: ModelFault.self) { try await events(lines) }
    #expect(fault?.kind == .status)
    #expect(fault?.status == 400)
    #expect(fault?.message.contains("tool use failed") == true)
  }

  @Test("Comments, empty events and further choices change nothing")
  func noise() async throws {
    let transport = CannedTransport(
      ": OPENROUTER PROCESSING\r\n\r\ndata:\r\n\r\ndata: \(delta(#"{"content":"a"}"#))\r\n\r\n"
        + "data: {\"choices\":[{\"index\":1,\"delta\":{\"content\":\"other\"}}]}\r\n\r\n"
        + "data: \(delta(#"{"content":"b"}"#, reason: #""stop""#))\r\n\r\ndata: [DONE]",
      contentType: "text/event-stream", pieceLength: 1)
    try await reportedCalls(over: transport) {
      let events = try await OpenAICompatibleModel("m").stream(ChatRequest(messages: [.user("q")])).collected()
      #expect(events.prefix(2) == [.text("a"), .text("b")])
      #expect(events.count == 3)
    }
  }

  @Test("A server that answers as a whole although asked to stream is read all the same")
  func wholeAnswer() async throws {
    let transport = CannedTransport(
      #"{"choices":[{"message":{"content":"4"},"finish_reason":"stop"}],"usage":{"prompt_tokens":1}}"#)
    let calls = try await reportedCalls(over: transport) {
      let events = try await OpenAICompatibleModel("m").stream(ChatRequest(messages: [.user("q")])).collected()
      #expect(events.first == .text("4"))
      #expect(events.count == 2)
    }
    #expect(calls.count == 1)
  }

  @Test("An error status is thrown before the stream begins")
  func errorStatus() async throws {
    let transport = CannedTransport(#"{"error":{"message":"no such model"}}"#, status: 404)
    let calls = try await reportedCalls(over: transport) {
      let fault = await #expect(throws: ModelFault.self) {
        _ = try await OpenAICompatibleModel("m").stream(ChatRequest(messages: [.user("q")]))
      }
      #expect(fault?.status == 404)
    }
    #expect(calls.map(\.fault).allSatisfy { $0?.contains("no such model") == true })
    #expect(calls.count == 1)
  }
}
