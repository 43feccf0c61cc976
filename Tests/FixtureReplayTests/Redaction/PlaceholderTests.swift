import Foundation
import LanguageModels
import StructuredOutput
import Testing

@testable import FixtureReplay

@Suite("Placeholders agree within an exchange and between recording and replaying")
struct PlaceholderTests {
  private static let redactor = FixtureRedactor(personalData: [.emailAddresses, .phoneNumbers])

  private func stage() throws -> Rehearsal {
    var stage = try Rehearsal()
    stage.personalData = [.emailAddresses, .phoneNumbers]
    return stage
  }

  @Test("Numbers follow the canonical order of keys, whatever order a request was written in")
  func canonicalOrder() {
    let one: JSONValue = ["b": "second@example.com", "a": ["first@example.com", "second@example.com"]]
    let other: JSONValue = ["a": ["first@example.com", "second@example.com"], "b": "second@example.com"]
    let redacted: JSONValue = ["a": ["[e-mail 1]", "[e-mail 2]"], "b": "[e-mail 2]"]
    #expect(Self.redactor.redact(one) == redacted)
    #expect(Self.redactor.redact(other) == redacted)
  }

  @Test("The answer goes on with the numbers of the question")
  func answerContinues() async throws {
    let stage = try stage()
    let live = ScriptedTransport { _, _ in .chat("Not jane@example.com but new@example.com or JANE@example.com") }
    let question = "Is it old@example.com or jane@example.com?"
    let recorded = try await stage.run(.record, live: live) { try await ask(question) }
    #expect(live.prompts == [question])
    #expect(try recorded.value == "Not [e-mail 2] but [e-mail 3] or [e-mail 2]")
    #expect(stage.text?.contains("Is it [e-mail 1] or [e-mail 2]?") == true)
    #expect(!stage.folder.everything.contains("@example.com"))
    let replayed = try await stage.run(.replay) { try await ask(question) }
    #expect(try replayed.value == recorded.value)
    #expect(replayed.faults.isEmpty)
    // Another person with the same question gets the same answer.
    let other = try await stage.run(.replay) { try await ask("Is it x@example.org or y@example.org?") }
    #expect(try other.value == recorded.value)
    // The same person twice is another question.
    let twice = try await stage.run(.replay) { try? await ask("Is it x@example.org or x@example.org?") }
    #expect(try twice.value == nil)
  }

  @Test("A conversation that holds redacted answers keeps its numbers and gives new ones to what is new")
  func conversation() async throws {
    @Sendable func talk() async throws -> [String] {
      let model = OpenAICompatibleModel("gpt-test")
      var messages: [ChatMessage] = []
      var answers: [String] = []
      for question in [
        "I am jane@example.com.", "Write to carl@example.com too.", "And to dora@example.com, +49 30 901820.",
      ] {
        messages.append(.user(question))
        let answer = try await model.respond(to: ChatRequest(messages: messages)).text
        messages.append(.assistant(answer))
        answers.append(answer)
      }
      return answers
    }
    let stage = try stage()
    let live = ScriptedTransport { prompt, number in
      .chat(number == 1 ? "Hello jane@example.com, our address is shop@example.com." : "Yes: \(prompt)")
    }
    let recorded = try await stage.run(.record, live: live) { try await talk() }
    #expect(
      try recorded.value == [
        "Hello [e-mail 1], our address is [e-mail 2].", "Yes: Write to [e-mail 3] too.",
        "Yes: And to [e-mail 4], [phone 1].",
      ])
    let replayed = try await stage.run(.replay) { try await talk() }
    #expect(try replayed.value == recorded.value)
    #expect(replayed.faults.isEmpty)
    let last = try #require(try stage.contents?.exchanges.last?.request.body.texts)
    #expect(
      last == [
        "I am [e-mail 1].", "Hello [e-mail 1], our address is [e-mail 2].", "Write to [e-mail 3] too.",
        "Yes: Write to [e-mail 3] too.", "And to [e-mail 4], [phone 1].",
      ])
    #expect(!stage.folder.everything.contains("example.com"))
  }

  @Test("Redacting once more changes nothing, nothing is left, and different values stay different")
  func settled() throws {
    var generator = SeededGenerator(state: 11)
    let pieces = [
      "jane@example.com", "JANE@example.com", "carl@example.com", "+49 30 901820", "+4930901820", "202-555-0143", " ",
      ", ",
      "[e-mail 1]", "[e-mail 7]", "[phone 2]", "[redacted:openai-key]", "sk-proj-AbCdEf0123456789AbCdEf0123456789", "[",
      "]",
      "[e-mail ", "password=hunter22 ", "\n", "\"", "é", "https://a:b1@c.example/", "@", ".", "1",
      "Bearer abcdefgh12345678",
      "4111 1111 1111 1111", "DE89370400440532013000", "Jane", "id-77",
    ]
    let redactor = FixtureRedactor(
      secrets: ["opaque-secret-value"],
      personalData: [
        .emailAddresses, .phoneNumbers, .paymentCards, .ibans, .exactly(["Jane"], as: "name"),
        .custom(name: "id", pattern: "id-[0-9]+"),
      ])
    for _ in 0..<400 {
      let texts = (0..<3).map { _ in
        (0..<Int.random(in: 1..<8, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
          .joined()
      }
      let body: JSONValue = ["b": .string(texts[0]), "a": [.string(texts[1]), ["c": .string(texts[2])]]]
      let once = redactor.redact(body)
      #expect(redactor.redact(once) == once, "\(body)")
      #expect(redactor.remainder(in: once) == nil, "\(body)")
      #expect(redactor.remainder(in: once.compactText) == nil, "\(body)")
      for text in texts {
        let once = redactor.redact(text)
        #expect(redactor.redact(once) == once, "\(text)")
      }
    }
  }

  @Test("Wherever secrets are planted, no file holds them, and replaying says what recording said", arguments: 1...12)
  func planted(seed: Int) async throws {
    var generator = SeededGenerator(state: UInt64(seed))
    let secrets = [
      "sk-ant-api03-aB3dE5fG7hJ9kL1mN2pQ4rS6tU8v", "hunter22hunter", "jane.doe@example.com", "+49 30 90182099",
      "4012 8888 8888 1881", "DE89 3704 0044 0532 0130 00", "Jane Doe", "AKIAIOSFODNN7EXAMPLE",
    ]
    func text() -> String {
      let words = [
        "and", "\n", "the", "\"", "[e-mail 1]", "\\", "30 days", "é", "{\"a\":1}", "漢字", "password=hunter22hunter",
      ]
      return (0..<Int.random(in: 3..<10, using: &generator)).map { _ in
        (Bool.random(using: &generator) ? secrets.dropFirst(2).randomElement(using: &generator) : nil)
          ?? words.randomElement(using: &generator) ?? ""
      }.joined(separator: " ") + " " + secrets[0]
    }
    let (system, question, answer) = (text(), text(), text())
    var stage = try Rehearsal()
    stage.personalData = [.emailAddresses, .phoneNumbers, .paymentCards, .ibans, .exactly(["Jane Doe"], as: "name")]
    let live = ScriptedTransport { _, _ in .chat(answer) }
    let store = try stage.store(.record, live: live)
    let recorded = try await Rehearsal.body(on: FixtureTransport(store: store)) {
      try await ask(question, system: system)
    }
    let journal = stage.folder.everything
    try store.commit()
    #expect(live.prompts == [question])
    let replayed = try await stage.run(.replay) { try await ask(question, system: system) }
    #expect(try replayed.value == recorded.value)
    let miss = try await stage.run(.replay) { try? await ask(question + " or", system: system) }
    let messages = miss.faults.map(\.message).joined()
    #expect(!messages.isEmpty)
    for secret in secrets {
      for place in [journal, stage.folder.everything, messages, try recorded.value] {
        #expect(!place.contains(secret), "\(secret)")
      }
    }
  }

  @Test("Personal data that is a number is taken out as well")
  func numbers() {
    let redactor = FixtureRedactor(personalData: [.paymentCards, .exactly(["4711"], as: "order")])
    #expect(
      redactor.redact(["card": 4_111_111_111_111_111, "id": 4711, "other": 47110, "vector": [0.4111111111111111]])
        == ["card": "[card 1]", "id": "[order 1]", "other": 47110, "vector": [0.4111111111111111]])
  }

  @Test("Query values are redacted, before the body")
  func query() {
    let request = HTTPRequest(
      provider: "p", path: "/x",
      query: [.init("user", "jane@example.com"), .init("q", "sk-proj-AbCdEf0123456789AbCdEf")],
      body: .json(["to": "carl@example.com and jane@example.com"])
    ) { throw ModelFault(.missingCredential, "none") }
    let identity = RequestIdentity(of: request, redactor: Self.redactor)
    #expect(identity.query.map(\.value) == ["[e-mail 1]", "[redacted:openai-key]"])
    #expect(identity.body == .json(["to": "[e-mail 2] and [e-mail 1]"]))
  }

  @Test("A pattern that comes to no end, is malformed or finds itself refuses the call and names no text")
  func unsearched() async throws {
    let endless = String(repeating: "a", count: 60)
    for (pattern, text) in [(#"(a*)*\1b"#, endless), ("(", "secret text"), (#"[a-z]$|[a-z]\["#, "secret sentences")] {
      var stage = try Rehearsal()
      stage.personalData = [.custom(name: "mine", pattern: pattern)]
      for mode in [FixtureMode.record, .replay] {
        let run = try await stage.run(mode) { try await ask("Here: \(text)") }
        #expect(throws: FixtureFault.self) { try run.value }
        #expect(run.faults.map(\.kind) == [.unsearched], "\(pattern)")
        #expect(run.faults.first?.message.contains(text) == false)
      }
      #expect(stage.text == nil)
    }
  }

  @Test("An answer that cannot be searched through is not kept")
  func unsearchedAnswer() async throws {
    var stage = try Rehearsal()
    stage.personalData = [.custom(name: "mine", pattern: #"(a*)*\1b"#)]
    let live = ScriptedTransport { _, _ in .chat(String(repeating: "a", count: 60)) }
    let run = try await stage.run(.record, live: live) { try await ask("When?") }
    #expect(run.faults.map(\.kind) == [.unsearched])
    #expect(stage.text == nil)
    #expect(!stage.folder.everything.contains("aaaa"))
  }

  @Test("Personal data in the name of a field is refused by its kind and its place")
  func fieldName() async throws {
    let stage = try stage()
    let live = ScriptedTransport { _, _ in
      var answer = chatAnswer("ok").objectValue ?? [:]
      answer["jane@example.com"] = 1
      return HTTPResponse(
        status: 200, headers: [.init("Content-Type", "application/json")], body: .json(.object(answer)))
    }
    let run = try await stage.run(.record, live: live) { try await ask("When?") }
    #expect(run.faults.map(\.kind) == [.holdsCredential])
    #expect(run.faults.first?.message.contains("what looks like personal data (e-mail) in response, a name.") == true)
    #expect(!stage.folder.everything.contains("jane@example.com"))
  }

  @Test("The writer names exchange, part and place, and not the value")
  func place() throws {
    let stage = try Rehearsal()
    func exchange(_ text: String, _ answer: String) -> FixtureExchange {
      let request = RequestIdentity(
        provider: "p", method: "POST", path: "/x", query: [],
        body: .json(["messages": [["content": "a"], ["content": .string(text)]]]))
      return FixtureExchange(
        key: CallKey(request: request.hash), request: request, promptVersion: nil, recorded: "",
        answer: RecordedAnswer(status: 200, headers: [], milliseconds: 1, content: .body(.json(["t": .string(answer)])))
      )
    }
    let secret = "sk-proj-AbCdEf0123456789AbCdEf0123456789"
    for (file, place) in [
      ([exchange("a", "b"), exchange(secret, "b")], "(openai-key) in exchange 2, request, /messages/1/content."),
      ([exchange("a", secret)], "(openai-key) in exchange 1, response, /t."),
      ([exchange("a", "jane@example.com")], "(e-mail) in exchange 1, response, /t."),
    ] {
      let fault = #expect(throws: FixtureFault.self) {
        try FixtureFile(test: "T/x", exchanges: file).write(stage.file, redactor: Self.redactor)
      }
      #expect(fault?.kind == .holdsCredential)
      #expect(fault?.message.contains(place) == true, "\(fault?.message ?? "")")
      #expect(fault?.message.contains(secret) == false && fault?.message.contains("jane@") == false)
      #expect(stage.text == nil)
    }
  }
}

extension HTTPRequest.Body {
  /// What the messages say.
  fileprivate var texts: [String] {
    guard case .json(let json) = self else { return [] }
    return json["messages"]?.arrayValue?.compactMap { $0["content"]?.stringValue } ?? []
  }
}
