import Foundation
import StructuredOutput
import Testing

@testable import LanguageModels

@Suite("Chat requests in OpenAI's form")
struct RequestWritingTests {
  private func body(
    _ request: ChatRequest, streaming: Bool = false,
    limit: OpenAICompatibleModel.MaximumTokensField = .maxCompletionTokens
  ) throws -> String {
    try OpenAICompatibleRequestWriter(model: "m", maximumTokensField: limit)
      .body(for: request, streaming: streaming).compactText
  }

  @Test("A plain question has a model and one message with a plain text")
  func question() throws {
    #expect(
      try body(ChatRequest(messages: [.user("2+2?")]))
        == #"{"model":"m","messages":[{"role":"user","content":"2+2?"}]}"#)
  }

  @Test("All fields stand in their documented order")
  func order() throws {
    let request = ChatRequest(
      messages: [.system("Be brief."), .user("Weather?")],
      tools: [ToolDefinition(name: "weather", description: "Now", parameters: ["type": "object"])],
      toolChoice: .named("weather"), responseFormat: .jsonSchema(name: "answer", schema: ["type": "object"]),
      temperature: 0, topP: 0.5, maximumOutputTokens: 20, stopSequences: ["END"], seed: 7,
      additionalFields: ["user": "u", "top_k": 3], draw: 4, purpose: .judge, promptVersion: "p/1")
    #expect(
      try body(request, streaming: true)
        == #"{"model":"m","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Weather?"}],"#
        + #""tools":[{"type":"function","function":{"name":"weather","description":"Now","#
        + #""parameters":{"type":"object"}}}],"tool_choice":{"type":"function","function":{"name":"weather"}},"#
        + #""response_format":{"type":"json_schema","json_schema":{"name":"answer","strict":true,"#
        + #""schema":{"type":"object"}}},"temperature":0,"top_p":0.5,"max_completion_tokens":20,"stop":["END"],"#
        + #""seed":7,"stream":true,"stream_options":{"include_usage":true},"user":"u","top_k":3}"#)
  }

  @Test("The token limit takes the name that the server wants")
  func limit() throws {
    let request = ChatRequest(messages: [], maximumOutputTokens: 9)
    #expect(try body(request, limit: .maxTokens) == #"{"model":"m","messages":[],"max_tokens":9}"#)
  }

  @Test("An additional field replaces one of the same name in its place")
  func replaces() throws {
    let request = ChatRequest(messages: [], temperature: 1, seed: 2, additionalFields: ["temperature": 0.25])
    #expect(try body(request) == #"{"model":"m","messages":[],"temperature":0.25,"seed":2}"#)
  }

  @Test("A turn of tool calls has no content, and empty arguments become an empty object")
  func toolTurn() throws {
    let request = ChatRequest(messages: [
      .assistant("", toolCalls: [ToolCall(id: "c1", name: "now", argumentsText: "")]), .toolResult("noon", for: "c1"),
    ])
    #expect(
      try body(request)
        == #"{"model":"m","messages":[{"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","#
        + #""function":{"name":"now","arguments":"{}"}}]},"#
        + #"{"role":"tool","content":"noon","tool_call_id":"c1"}]}"#)
  }

  @Test("Text and pictures become parts")
  func parts() throws {
    let url = try #require(URL(string: "https://example.com/a.png"))
    let request = ChatRequest(messages: [
      .user([.text("See"), .image(.url(url)), .image(.data(Data([1, 2, 3]), mediaType: "image/png"))])
    ])
    #expect(
      try body(request)
        == #"{"model":"m","messages":[{"role":"user","content":[{"type":"text","text":"See"},"#
        + #"{"type":"image_url","image_url":{"url":"https://example.com/a.png"}},"#
        + #"{"type":"image_url","image_url":{"url":"data:image/png;base64,AQID"}}]}]}"#)
  }

  @Test("A number that JSON cannot hold is refused before anything is sent", arguments: [Double.nan, .infinity])
  func notANumber(value: Double) throws {
    let fault = #expect(throws: ModelFault.self) { try body(ChatRequest(messages: [], temperature: value)) }
    #expect(fault?.kind == .unusableRequest)
  }

  @Test("A call hands the transport path, body, limits and what is never sent")
  func requestToTransport() async throws {
    let transport = CannedTransport(#"{"choices":[{"message":{"content":"4"},"finish_reason":"stop"}]}"#)
    try await reportedCalls(over: transport) {
      _ = try await OpenAICompatibleModel("m", timeout: .seconds(9)).respond(
        to: ChatRequest(messages: [.user("2+2?")], draw: 3, purpose: .judge, promptVersion: "p/2"))
    }
    let request = try #require(transport.requests.first)
    #expect(request.provider == "openai-compatible")
    #expect(request.method == "POST")
    #expect(request.path == "/chat/completions")
    #expect(request.timeout == .seconds(9))
    #expect(request.draw == 3)
    #expect(request.purpose == .judge)
    #expect(request.promptVersion == "p/2")
    #expect(request.body == .json(["model": "m", "messages": [["role": "user", "content": "2+2?"]]]))
  }
}
