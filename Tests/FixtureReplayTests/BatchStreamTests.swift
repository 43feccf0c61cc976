import Foundation
import LanguageModels
import StructuredOutput
import Testing

@testable import FixtureReplay

@Suite("Streams made of whole answers")
struct BatchStreamTests {
  /// Plans a streaming request, answers it whole, and gives the events that replay.
  private static func events(_ path: String, _ body: JSONObject, answer: JSONValue) async throws -> [ServerSentEvent] {
    let rehearsal = try BatchRehearsal()
    var streaming = body
    streaming["model"] = "m"
    streaming["stream"] = true
    let request = HTTPRequest(provider: "any", path: path, body: .json(.object(streaming))) {
      throw ModelFault(.missingCredential, "nothing is sent")
    }
    let send: @Sendable () async throws -> [ServerSentEvent] = {
      var decoder = ServerSentEventDecoder()
      var events: [ServerSentEvent] = []
      for try await chunk in try await ModelCallContext.transport().stream(request).chunks {
        events += decoder.feed(chunk)
      }
      return events
    }
    let plan = try await rehearsal.plan { _ = try await send() }
    let report = try rehearsal.fulfil(
      rehearsal.results(try #require(plan.files.first).url.lastPathComponent) { _ in answer })
    #expect(report.saved == 1, "\(report.problems)")
    return try await rehearsal.stage.run(.replay, send).value
  }

  @Test("The app's own stream of a chat reads the whole answer: text, calls, reason and usage")
  func chat() async throws {
    let rehearsal = try BatchRehearsal()
    let pieces = Guarded<[String]>([])
    let stream: @Sendable () async throws -> ChatResponse? = {
      var whole: ChatResponse?
      for try await event in try await OpenAICompatibleModel("gpt-test").stream(
        ChatRequest(messages: [.user("When?")]))
      {
        switch event {
        case .finished(let response): whole = response
        case .text(let text): pieces.change { $0.append(text) }
        default: break
        }
      }
      return whole
    }
    _ = try await rehearsal.plan { _ = try await stream() }
    let calls: JSONValue = [
      ["id": "1", "type": "function", "function": ["name": "look", "arguments": #"{"a":1}"#]],
      ["id": "2", "type": "function", "function": ["name": "look", "arguments": #"{"a":2}"#]],
    ]
    let answer: JSONValue = [
      "id": "chatcmpl-9", "object": "chat.completion", "created": 1_795_489_933, "model": "gpt-test-1",
      "choices": [
        [
          "index": 0, "finish_reason": "tool_calls",
          "message": ["role": "assistant", "content": "Let me see.", "tool_calls": calls],
        ]
      ],
      "usage": ["prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18],
    ]
    #expect(try rehearsal.fulfil(rehearsal.results { _ in answer }).saved == 1)
    let whole = try #require(try await rehearsal.stage.run(.replay, stream).value)
    #expect(whole.text == "Let me see.")
    #expect(pieces.value == ["Let", " me", " see."])
    #expect(whole.message.toolCalls.map(\.argumentsText) == [#"{"a":1}"#, #"{"a":2}"#])
    #expect(whole.message.toolCalls.map(\.id) == ["1", "2"])
    #expect(whole.finishReason == .toolCalls)
    #expect(whole.usage.input == 11)
    #expect(whole.usage.output == 7)
    #expect(whole.model == "gpt-test-1")
  }

  @Test("A long text comes in no more than 64 pieces, and every text whole", arguments: [0, 1, 63, 64, 65, 1000])
  func pieces(words: Int) {
    let text = (0..<words).map { $0 % 7 == 0 ? "\n\n  wörter👩‍👩‍👧" : " word" }.joined() + (words % 2 == 0 ? " \r\n" : "")
    let pieces = TextPieces.of(text)
    #expect(pieces.joined() == text)
    #expect(pieces.count <= 64)
    #expect(pieces.count >= min(words, 32))
  }

  @Test("A chat that did not ask for usage gets none, and every choice has its own pieces")
  func choices() async throws {
    let answer: JSONValue = [
      "id": "c", "model": "m", "usage": ["prompt_tokens": 1],
      "choices": [
        ["index": 0, "message": ["content": "a"], "finish_reason": "stop"],
        ["index": 1, "message": ["content": "b"], "finish_reason": "length"],
      ],
    ]
    let events = try await Self.events("/chat/completions", ["messages": []], answer: answer)
    #expect(events.count == 7)
    #expect(events.last?.data == "[DONE]")
    #expect(!events.contains { $0.data.contains("usage") })
    #expect(events[4].data.contains(#""delta":{"content":"b"}"#))
    #expect(events[5].data.contains(#""finish_reason":"length","index":1"#))
  }

  @Test("A message of Anthropic's is told from message_start to message_stop, block by block")
  func messages() async throws {
    let usage: JSONValue = ["input_tokens": 20, "output_tokens": 5]
    let answer: JSONValue = [
      "id": "msg_1", "type": "message", "role": "assistant", "model": "claude",
      "content": [
        ["type": "thinking", "thinking": "Hm.", "signature": "s"], ["type": "text", "text": "4"],
        ["type": "tool_use", "id": "t", "name": "look", "input": ["a": 1]],
        ["type": "redacted_thinking", "data": "x"],
      ],
      "stop_reason": "tool_use", "stop_sequence": .null, "usage": usage,
    ]
    let events = try await Self.events("/v1/messages", ["messages": [], "max_tokens": 9], answer: answer)
    let documents = try events.map { try JSONValue(parsing: $0.data) }
    #expect(documents.map { $0["type"]?.stringValue } == events.map(\.event))
    #expect(
      events.map(\.event) == [
        "message_start",
        "content_block_start", "content_block_delta", "content_block_delta", "content_block_stop",
        "content_block_start", "content_block_delta", "content_block_stop",
        "content_block_start", "content_block_delta", "content_block_stop",
        "content_block_start", "content_block_stop",
        "message_delta", "message_stop",
      ])
    #expect(documents[0]["message"]?["content"] == [])
    #expect(documents.compactMap { $0["delta"]?["text"]?.stringValue } == ["4"])
    #expect(documents.compactMap { $0["delta"]?["partial_json"]?.stringValue } == [#"{"a":1}"#])
    #expect(documents[11]["content_block"]?["data"] == "x")
    #expect(documents[13]["delta"]?["stop_reason"] == "tool_use")
    #expect(documents[13]["usage"] == usage)
  }

  @Test("A response of OpenAI's is told from response.created to its status")
  func responses() async throws {
    let answer: JSONValue = [
      "id": "resp_1", "object": "response", "status": "incomplete", "model": "m",
      "output": [
        ["type": "reasoning", "id": "rs", "summary": [["type": "summary_text", "text": "Hm."]]],
        ["type": "message", "id": "msg", "role": "assistant", "content": [["type": "output_text", "text": "4"]]],
        ["type": "function_call", "id": "fc", "call_id": "c", "name": "look", "arguments": "{}"],
        ["type": "web_search_call", "id": "ws"],
      ],
      "usage": ["input_tokens": 1],
    ]
    let events = try await Self.events("/responses", ["input": "q"], answer: answer)
    let documents = try events.map { try JSONValue(parsing: $0.data) }
    #expect(events.first?.event == "response.created")
    #expect(events.last?.event == "response.incomplete")
    #expect(documents.last?["response"] == answer)
    #expect(documents.map { $0["sequence_number"]?.intValue } == Array(0..<documents.count))
    let deltas = documents.filter { $0["type"]?.stringValue?.hasSuffix(".delta") == true }
    #expect(deltas.map { $0["delta"]?.stringValue } == ["Hm.", "4", "{}"])
    #expect(deltas.map { $0["output_index"]?.intValue } == [0, 1, 2])
    #expect(documents.count { $0["type"] == "response.output_item.done" } == 4)
  }
}
