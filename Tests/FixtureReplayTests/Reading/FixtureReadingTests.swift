import Foundation
import LanguageModels
import StructuredOutput
import Testing

@testable import FixtureReplay

@Suite("What a fixture holds, for people")
struct FixtureReadingTests {
  private func exchange(
    _ request: JSONValue, path: String = "/chat/completions", _ content: RecordedAnswer.Content, status: Int = 200
  ) -> FixtureExchange {
    let asked = HTTPRequest(provider: "p", path: path, body: .json(request)) {
      throw ModelFault(.missingCredential, "none")
    }
    let identity = RequestIdentity(of: asked)
    return FixtureExchange(
      key: CallKey(request: identity.hash), request: identity, promptVersion: "shop/3",
      recorded: "2026-05-28T20:26:40Z",
      answer: RecordedAnswer(status: status, headers: [], milliseconds: 412, content: content))
  }

  private func reading(_ exchanges: FixtureExchange...) -> FixtureReading {
    FixtureReading(FixtureFile(test: "T/S/window()", exchanges: exchanges))
  }

  @Test("A chat looks like this")
  func chat() {
    let request: JSONValue = [
      "model": "small", "temperature": 0.5, "tools": [["type": "function", "function": ["name": "look_up"]]],
      "messages": [
        ["role": "system", "content": "Be kind.\nBe brief."],
        [
          "role": "user",
          "content": [
            ["type": "text", "text": "What is this?"],
            ["type": "image_url", "image_url": ["url": "data:image/png;base64,AAECAw=="]],
            ["type": "image_url", "image_url": ["url": "https://h/cat.jpg"]],
          ],
        ],
        [
          "role": "assistant", "content": nil,
          "tool_calls": [
            ["id": "c1", "type": "function", "function": ["name": "look_up", "arguments": "{\"id\": 7}"]]
          ],
        ],
        ["role": "tool", "tool_call_id": "c1", "content": "a shoe"],
      ],
    ]
    let answer: JSONValue = [
      "model": "small-1",
      "choices": [
        ["index": 0, "message": ["role": "assistant", "content": "A shoe.\u{1B}[2J"], "finish_reason": "stop"]
      ],
      "usage": ["prompt_tokens": 12, "completion_tokens": 3, "prompt_tokens_details": ["cached_tokens": 8]],
    ]
    #expect(
      reading(exchange(request, .body(.json(answer)))).text == """
        T/S/window(): 1 exchange

        Exchange 1: trial 1, recorded 2026-05-28T20:26:40Z, prompt shop/3
          address: p POST /chat/completions
          model: small
          temperature: 0.5
          tools: look_up
          system
            Be kind.
            Be brief.
          user
            What is this?
            [image/png, 4 bytes]
            [image, https://h/cat.jpg]
          assistant
            calls look_up with {"id":7} (c1)
          tool
            result of c1: a shoe
          answer: status 200, 412 ms
          model: small-1
            A shoe.\\u{1B}[2J
          finish: stop
          tokens: input 12, output 3, cachedInput 8

        """)
  }

  @Test("A stream is put together, and one that broke off says so")
  func stream() {
    func chunk(_ at: Int, _ delta: JSONValue, finish: JSONValue = nil) -> RecordedEvent {
      RecordedEvent(
        milliseconds: at, data: .json(["choices": [["index": 0, "delta": delta, "finish_reason": finish]]]))
    }
    let events = [
      chunk(100, ["role": "assistant", "content": "With"]), chunk(150, ["content": "in 30 days"]),
      chunk(200, ["tool_calls": [["index": 0, "id": "c1", "function": ["name": "f", "arguments": "{\"a\""]]]]),
      chunk(350, ["tool_calls": [["index": 0, "function": ["arguments": ":1}"]]]], finish: "tool_calls"),
    ]
    let answer = reading(exchange([:], .events(events, end: .broken("connection lost")))).exchanges[0].answer
    #expect(answer.stream == AnswerReading.Stream(events: 4, milliseconds: 250, broken: "connection lost"))
    #expect(answer.choices.first?.text == "Within 30 days")
    #expect(answer.choices.first?.toolCalls.first?.arguments == ["a": 1])
    let text = reading(exchange([:], .events(events, end: .broken("connection lost")))).text
    #expect(text.contains("answer: status 200, 412 ms, a stream of 4 events in 250 ms\n  broke off: connection lost\n"))
  }

  @Test("Messages of Anthropic and contents of Gemini are read alike")
  func otherProviders() {
    let anthropic = exchange(
      [
        "model": "c", "max_tokens": 5, "system": [["type": "text", "text": "Be kind."]],
        "messages": [
          [
            "role": "user",
            "content": [
              ["type": "image", "source": ["type": "base64", "media_type": "image/gif", "data": "AAEC"]],
              ["type": "tool_result", "tool_use_id": "t1", "content": "9"],
            ],
          ]
        ],
      ], path: "/v1/messages",
      .body(
        .json([
          "type": "message", "model": "c-1", "content": [["type": "text", "text": "Hi"]], "stop_reason": "end_turn",
          "usage": ["input_tokens": 3, "cache_read_input_tokens": 4, "output_tokens": 2],
        ])))
    let gemini = exchange(
      [
        "systemInstruction": ["parts": [["text": "Be kind."]]],
        "contents": [
          ["role": "user", "parts": [["text": "Q"], ["inlineData": ["mimeType": "image/gif", "data": "AAEC"]]]]
        ],
        "generationConfig": ["temperature": 0],
      ], path: "/v1beta/models/gem:generateContent",
      .body(
        .json([
          "candidates": [
            ["content": ["parts": [["text": "Hi"], ["inlineData": ["mimeType": "image/png", "data": "AA=="]]]]]
          ]
        ])))
    let exchanges = reading(anthropic, gemini).exchanges
    #expect(exchanges.map(\.model) == ["c", "gem"])
    #expect(exchanges.map(\.answer.choices).map { $0.map(\.text) } == [["Hi"], ["Hi"]])
    #expect(exchanges.map(\.messages).map { $0.map(\.role) } == [["system", "user"], ["system", "user"]])
    #expect(
      exchanges[0].messages[1].parts == [.media(type: "image/gif", bytes: 3, address: nil), .toolResult(id: "t1", "9")])
    #expect(exchanges[1].messages[1].parts.last == .media(type: "image/gif", bytes: 3, address: nil))
    #expect(exchanges[0].answer.usage == ["input": 7, "output": 2, "cachedInput": 4])
    #expect(exchanges[1].answer.json["choices"]?[0]?["media"] == [["type": "image/png", "bytes": 1]])
    #expect(exchanges[1].parameters == ["generationConfig": ["temperature": 0]])
  }

  @Test("Vectors are counted, errors told, and other bodies shown as they are")
  func others() {
    let embeddings = exchange(
      ["model": "e", "input": ["a", "b"]], path: "/embeddings",
      .body(.json(["data": [["embedding": [1, 2, 3]], ["embedding": "AACAPwAAAEA="]]])))
    let error = exchange(
      ["messages": []], .body(.json(["error": ["message": "slow down", "type": "rate_limit"]])), status: 429)
    let other = exchange(["q": 1], path: "/search", .body(.bytes(Array("<a>".utf8))))
    let fixture = reading(embeddings, error, other)
    #expect(fixture.exchanges[0].inputs == ["a", "b"])
    #expect(fixture.exchanges[0].answer.vectors == AnswerReading.Vectors(count: 2, dimensions: 3))
    #expect(fixture.text.contains("    2 vectors of 3 numbers\n"))
    #expect(fixture.text.contains("answer: status 429, 412 ms\n  error: rate_limit: slow down\n"))
    #expect(fixture.exchanges[2].body == .json(["q": 1]))
    #expect(fixture.exchanges[2].answer.body == .text("<a>"))
    #expect(fixture.exchange(at: 3)?.exchanges.first?.position == 3)
    #expect(fixture.exchange(at: 4) == nil)
  }

  @Test("Recorded text cannot steer a terminal")
  func hostile() {
    let request: JSONValue = [
      "model": "m\n\u{1B}]0;x\u{7}", "messages": [["role": "us\rer", "content": "a\r\nb\rc\u{202E}d\u{9B}\t."]],
    ]
    let text = reading(exchange(request, .body(.none))).text
    #expect(text.contains("  model: m\\u{A}\\u{1B}]0;x\\u{7}\n"))
    #expect(text.contains("  us\\u{D}er\n    a\n    b\\u{D}c\\u{202E}d\\u{9B}\t.\n"))
  }

  @Test("The JSON form keeps its keys in one order")
  func json() {
    let fixture = reading(
      exchange(
        ["model": "m", "messages": [["role": "user", "content": "Q"]], "seed": 1],
        .body(.json(["choices": [["message": ["content": "A"]]]]))))
    #expect(
      fixture.json.compactText
        == #"{"test":"T/S/window()","exchanges":[{"exchange":1,"trial":1,"draw":1,"ordinal":1,"#
        + #""recorded":"2026-05-28T20:26:40Z","prompt":"shop/3","provider":"p","address":"POST /chat/completions","#
        + #""model":"m","parameters":{"seed":1},"messages":[{"role":"user","parts":[{"text":"Q"}]}],"#
        + #""answer":{"status":200,"milliseconds":412,"choices":[{"text":"A"}]}}]}"#)
  }

  @Test("Any JSON under any address is shown without a fault")
  func random() {
    var random = SeededGenerator(state: 9)
    let keys = [
      "messages", "content", "choices", "delta", "message", "tool_calls", "usage", "parts", "candidates", "data",
      "embedding", "type", "index",
    ]
    func json(_ depth: Int) -> JSONValue {
      guard depth > 0, Int.random(in: 0..<4, using: &random) > 0 else { return random.json(depth: 1) }
      if Bool.random(using: &random) { return .array((0..<2).map { _ in json(depth - 1) }) }
      return .object(JSONObject((0..<3).map { _ in (keys.randomElement(using: &random) ?? "", json(depth - 1)) }))
    }
    for path in [
      "/chat/completions", "/v1/messages", "/m:generateContent", "/embeddings", "/responses", "/api/chat", "/x",
    ] {
      for _ in 0..<30 {
        let events = (0..<2).map { _ in RecordedEvent(milliseconds: 0, data: .json(json(4))) }
        let whole = exchange(json(5), path: path, .body(.json(json(5))))
        let fixture = reading(whole, exchange(json(5), path: path, .events(events, end: .complete)))
        #expect(!fixture.text.isEmpty)
        #expect(fixture.json["exchanges"]?.arrayValue?.count == 2)
      }
    }
  }
}
