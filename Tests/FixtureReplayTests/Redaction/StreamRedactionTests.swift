import Foundation
import LanguageModels
import LoopbackHTTP
import StructuredOutput
import Testing

@testable import FixtureReplay

@Suite("What arrives in pieces is taken out of every piece")
struct StreamRedactionTests {
  private static let key = "sk-proj-AbCdEf0123456789AbCdEf0123456789"

  private static func chat(_ text: String) -> JSONValue {
    ["choices": [["index": 0, "delta": ["content": .string(text)]]], "id": "chatcmpl-1"]
  }

  private static func event(_ json: JSONValue) -> RecordedEvent { RecordedEvent(milliseconds: 1, data: .json(json)) }

  /// The wire forms that a piece of text comes in.
  private static let forms: [@Sendable (String) -> JSONValue] = [
    { chat($0) },
    { ["choices": [["index": 0, "delta": ["tool_calls": [["index": 0, "function": ["arguments": .string($0)]]]]]]] },
    { ["type": "content_block_delta", "index": 1, "delta": ["type": "text_delta", "text": .string($0)]] },
    {
      ["type": "content_block_delta", "index": 1, "delta": ["type": "input_json_delta", "partial_json": .string($0)]]
    },
    { ["type": "response.output_text.delta", "item_id": "m", "output_index": 0, "delta": .string($0)] },
    { ["candidates": [["content": ["parts": [["text": .string($0)]], "role": "model"]]]] },
    { ["type": "content-delta", "index": 0, "delta": ["message": ["content": ["text": .string($0)]]]] },
    { ["message": ["role": "assistant", "content": .string($0)], "created_at": "2026-01-01T00:00:00.123456Z"] },
  ]

  private static func passed(_ events: [RecordedEvent], _ redactor: FixtureRedactor) -> [RecordedEvent] {
    var redaction = StreamRedaction(ExchangeRedaction(redactor))
    var passed: [RecordedEvent] = []
    for event in events { passed += redaction.feed(event) }
    return passed + redaction.finish()
  }

  /// All pieces of all texts, joined.
  private static func joined(_ events: [RecordedEvent]) -> String {
    var text = ""
    for event in events {
      _ = StreamFragments.mapped(event.data) { _, piece in
        text += piece
        return piece
      }
    }
    return text
  }

  private static func cut(_ text: String, _ generator: inout SeededGenerator) -> [String] {
    var pieces: [String] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      let count = Int.random(in: 1...12, using: &generator)
      pieces.append(String(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    return pieces
  }

  @Test("However a text is cut, its pieces say together what the whole says redacted", arguments: forms.indices)
  func cuts(form: Int) {
    var generator = SeededGenerator(state: UInt64(form) + 1)
    let texts = [
      "Use \(Self.key) now, or sk-\("0123456789abcdef0123456789abcdef").",
      "Authorization: Bearer abcdefgh12345678 and on",
      "see\n-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7x\nabc+/=\n-----END RSA PRIVATE KEY-----\nthere",
      #"{"user":"jane","password":"hunter2222","n":1} fine"#, "the own key is opaque-secret-value-1 you see",
      "ordinary words, 30 days: no secrets - at all. 日本語の文章です。", "https://jane:s3cret@example.com/x is it",
      "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xY2zA4 done",
    ]
    let redactor = FixtureRedactor(secrets: ["opaque-secret-value-1"])
    for text in texts {
      for _ in 0..<6 {
        let pieces = Self.cut(text, &generator)
        let events = pieces.map { Self.event(Self.forms[form]($0)) }
        let passed = Self.passed(events, redactor)
        #expect(passed.count == events.count)
        #expect(Self.joined(passed) == redactor.redact(text), "\(pieces)")
        #expect(Self.passed(passed, redactor) == passed)
      }
    }
  }

  @Test("However personal data is cut, the pieces hold one placeholder for one value", arguments: forms.indices)
  func personalData(form: Int) {
    var generator = SeededGenerator(state: UInt64(form) + 100)
    let text = """
      Write to jane@example.com or carl@example.com, never to jane@example.com; call +49 30 901820. \
      Pay 4111 1111 1111 1111 from DE89 3704 0044 0532 0130 00 (Jane Doe), [e-mail 9] agrees, new@example.com not.
      """
    let redactor = FixtureRedactor(
      personalData: [.emailAddresses, .phoneNumbers, .paymentCards, .ibans, .exactly(["Jane Doe"], as: "name")])
    let expected = """
      Write to [e-mail 1] or [e-mail 2], never to [e-mail 1]; call [phone 1]. \
      Pay [card 1] from [IBAN 1] ([name 1]), [e-mail 9] agrees, [e-mail 10] not.
      """
    #expect(redactor.redact(text) == expected)
    for _ in 0..<20 {
      let events = Self.cut(text, &generator).map { Self.event(Self.forms[form]($0)) }
      let passed = Self.passed(events, redactor)
      #expect(passed.count == events.count)
      #expect(Self.joined(passed) == expected)
      #expect(Self.passed(passed, redactor) == passed)
    }
  }

  @Test("Pieces of two texts that come in turns are not mixed up")
  func interleaved() {
    func chunk(_ index: Int, _ text: String) -> RecordedEvent {
      Self.event(["choices": [["index": .number(JSONNumber(index)), "delta": ["content": .string(text)]]]])
    }
    let redactor = FixtureRedactor(personalData: [.emailAddresses])
    let passed = Self.passed(
      [
        chunk(0, "a: jane@"), chunk(1, "b: carl@exam"), chunk(0, "example.com."), chunk(1, "ple.com, jane@example.com"),
      ],
      redactor)
    #expect(
      passed == [chunk(0, "a: [e-mail 1]"), chunk(1, "b: [e-mail 2]"), chunk(0, "."), chunk(1, ", [e-mail 1]")])
  }

  @Test("Without declared personal data an event is passed on when a blank follows it")
  func holdsBackLittle() {
    var redaction = StreamRedaction(ExchangeRedaction(.standard))
    let words = ["", "The ", "key", " is", " \(Self.key.prefix(10))", "\(Self.key.dropFirst(10))", " ok"]
    let counts = words.map { redaction.feed(Self.event(Self.chat($0))).count }
    #expect(counts == [1, 1, 0, 1, 1, 0, 2])
    #expect(redaction.finish().count == 1)
  }

  @Test("A stream of many pieces without a blank takes time in proportion to its length")
  func longWord() {
    let events = (0..<4000).map { Self.event(Self.chat("piece\($0),")) }
    var passed: [RecordedEvent] = []
    let duration = ContinuousClock().measure { passed = Self.passed(events, .standard) }
    #expect(passed == events)
    #expect(duration < .seconds(2))
    let mixed = (0..<4000).flatMap { number -> [RecordedEvent] in
      [Self.event(Self.chat(" word")), Self.event(["type": .string("t\(number)"), "delta": "x"])]
    }
    let mixedDuration = ContinuousClock().measure { passed = Self.passed(mixed, .standard) }
    #expect(passed == mixed)
    #expect(mixedDuration < .seconds(2))
  }

  @Test("Plain text events are one text, and the sign at the end is none")
  func plainText() {
    let texts = ["the key sk-proj-AbCdEf01", "23456789AbCdEf ok", "[DONE]"]
    let events = texts.map { RecordedEvent(milliseconds: 0, data: .text($0)) }
    let passed = Self.passed(events, .standard)
    #expect(passed.map(\.data) == [.text("the key [redacted:openai-key]"), .text(" ok"), .text("[DONE]")])
  }

  @Test("An address that arrives in three pieces stands in no file, and record and replay show the same")
  func recordAndReplay() async throws {
    var stage = try Rehearsal()
    stage.personalData = [.emailAddresses]
    let server = try await ModelServer.start { _ in
      .stream { writer in
        for piece in ["Write to ja", "ne@exam", "ple.com", ", the key is sk-proj-AbCdEf01", "23456789AbCdEf", " ok"] {
          try await writer.write(chatChunk(piece))
        }
        try await writer.write(chatChunk(".", isLast: true) + "data: [DONE]\n\n")
      }
    }
    let model = server.model()
    @Sendable func read(_ model: OpenAICompatibleModel) async throws -> String {
      for try await event in try await model.stream(ChatRequest(messages: [.user("Who, jane@example.com?")])) {
        if case .finished(let response) = event { return response.text }
      }
      return "nothing"
    }
    let recorded = try await stage.run(.record, live: URLSessionTransport.shared) { try await read(model) }
    await server.stop()
    #expect(try recorded.value == "Write to [e-mail 1], the key is [redacted:openai-key] ok.")
    let replayed = try await stage.run(.replay) { try await read(OpenAICompatibleModel("gpt-test")) }
    #expect(try replayed.value == recorded.value)
    let kept = stage.folder.everything
    for piece in ["ne@exam", "ple.com", "AbCdEf01", "23456789AbCdEf"] { #expect(!kept.contains(piece)) }
  }

  @Test("A stream of events that is answered as a whole is searched as one")
  func wholeBody() async throws {
    var stage = try Rehearsal()
    stage.personalData = [.emailAddresses]
    let pieces = ["Write to ja", "ne@exam", "ple.com, key sk-proj-AbCdEf01", "23456789AbCdEf ok"]
    let body = pieces.map { chatChunk($0) }.joined() + "data: [DONE]\n\n"
    let live = ScriptedTransport { _, _ in
      HTTPResponse(
        status: 200, headers: [.init("Content-Type", "text/event-stream")], body: .bytes(Array(body.utf8)))
    }
    let request = HTTPRequest(provider: "p", path: "/x", body: .json(["stream": true])) {
      throw ModelFault(.missingCredential, "none")
    }
    let recorded = try await stage.run(.record, live: live) {
      try await ModelCallContext.transport().send(request).body
    }
    let kept = stage.folder.everything
    for piece in ["ne@exam", "ple.com", "AbCdEf01", "23456789AbCdEf"] { #expect(!kept.contains(piece)) }
    #expect(kept.contains("Write to [e-mail 1]") && kept.contains("key [redacted:openai-key]"))
    let replayed = try await stage.run(.replay) { try await ModelCallContext.transport().send(request).body }
    #expect(try replayed.value == recorded.value)
  }

  @Test("A writer refuses events whose pieces make a credential together")
  func writerRefuses() throws {
    let stage = try Rehearsal()
    let request = RequestIdentity(provider: "p", method: "POST", path: "/x", query: [], body: .none)
    let events = ["a", " sk-proj-AbCdEf01", "23456789AbCdEf"].map { Self.event(Self.chat($0)) }
    let exchange = FixtureExchange(
      key: CallKey(request: request.hash), request: request, promptVersion: nil, recorded: "",
      answer: RecordedAnswer(status: 200, headers: [], milliseconds: 1, content: .events(events, end: .complete)))
    let fault = #expect(throws: FixtureFault.self) {
      try FixtureFile(test: "T/x", exchanges: [exchange]).write(stage.file)
    }
    #expect(
      fault?.message.contains("exchange 1, response, event 2 and those after it") == true, "\(fault?.message ?? "")")
  }
}
