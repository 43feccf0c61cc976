import FixtureReplay
import Foundation
import LanguageModels
import LoopbackHTTP
import StructuredOutput
import Testing

@Suite("No secret reaches a file")
struct CredentialTests {
  private static let key = "plain-secret-without-a-shape"
  private static let shaped = "sk-proj-AbCdEf0123456789AbCdEf0123456789"

  @Test("A key that is sent in a header stands in no file, journals and locks included")
  func header() async throws {
    let stage = try Rehearsal()
    let server = try await ModelServer.start()
    let model = server.model(key: Self.key)
    let store = try stage.store(.record, live: URLSessionTransport.shared)
    let run = try await Rehearsal.body(on: FixtureTransport(store: store)) { try await ask(model, "When?") }
    await server.stop()
    #expect(try run.value == "When? #1")
    #expect(server.asked.first?.request.header("Authorization") == "Bearer \(Self.key)")
    let beforeCommit = stage.folder.everything
    #expect(beforeCommit.contains("When?") && !beforeCommit.contains(Self.key))
    try store.commit()
    #expect(!stage.folder.everything.contains(Self.key))
  }

  @Test("A key that the server says back is redacted, in answers, errors and streams")
  func echoed() async throws {
    let stage = try Rehearsal()
    let server = try await ModelServer.start { asked in
      switch asked.number {
      case 1: .chat("You sent \(Self.key)")
      case 2: .fault(500, "bad request with \(Self.key) and \(Self.shaped)")
      default:
        .stream { writer in
          try await writer.write(chatChunk("key \(Self.key)", isLast: true) + "data: [DONE]\n\n")
        }
      }
    }
    let model = server.model(key: Self.key)
    let run = try await stage.run(.record, live: URLSessionTransport.shared) {
      var texts = [try await ask(model, "One?")]
      do { _ = try await ask(model, "Two?") } catch { texts.append("\(error)") }
      for try await event in try await model.stream(ChatRequest(messages: [.user("Three?")])) {
        if case .finished(let response) = event { texts.append(response.text) }
      }
      return texts
    }
    await server.stop()
    let texts = try run.value
    #expect(texts.first == "You sent [redacted:credential]")
    #expect(texts.last == "key [redacted:credential]")
    #expect(run.commitFault == nil)
    #expect(!stage.folder.everything.contains(Self.key))
    #expect(!stage.folder.everything.contains(Self.shaped))
    #expect(try stage.contents?.exchanges.count == 3)
  }

  @Test("A prompt with something of a key's shape is sent whole, kept redacted, and replays")
  func inPrompt() async throws {
    let stage = try Rehearsal()
    let live = ScriptedTransport.echo()
    let question = "Is \(Self.shaped) still valid?"
    let recorded = try await stage.run(.record, live: live) { try await ask(question) }
    #expect(live.prompts == [question])
    #expect(try recorded.value == "Is [redacted:openai-key] still valid? #1")
    #expect(!stage.folder.everything.contains(Self.shaped))
    let replayed = try await stage.run(.replay) { try await ask(question) }
    #expect(try replayed.value == recorded.value)
    // Another key of the same shape is the same question.
    let other = try await stage.run(.replay) { try await ask("Is sk-proj-ZZZZZZ9999999999ZZZZZZ still valid?") }
    #expect(try other.value == recorded.value)
  }

  @Test("The very key of the request in the prompt: nothing is sent, and the message names no value")
  func ownKeyInPrompt() async throws {
    let stage = try Rehearsal()
    let server = try await ModelServer.start()
    let model = server.model(key: Self.key)
    let run = try await stage.run(.record, live: URLSessionTransport.shared) {
      try await ask(model, "Is \(Self.key) ok?")
    }
    await server.stop()
    #expect(server.asked.isEmpty)
    #expect(run.faults.map(\.kind) == [.holdsCredential])
    let message = try #require(run.faults.first?.message)
    #expect(
      message == """
        Nothing was sent: Fixtures/SupportSpecs/RefundSpecs/window.json would hold a credential that the request was \
        sent with in the request POST /chat/completions, /messages/0/content. Keep credentials out of prompts, and other \
        such data out of names of fields.
        """)
    #expect(stage.text == nil)
  }

  @Test("A credential in the name of a field is refused by its kind, and no file holds it")
  func fieldName() async throws {
    let stage = try Rehearsal()
    let live = ScriptedTransport { _, _ in
      var answer = chatAnswer("ok").objectValue ?? [:]
      answer[Self.shaped] = 1
      return HTTPResponse(
        status: 200, headers: [.init("Content-Type", "application/json")], body: .json(.object(answer)))
    }
    let run = try await stage.run(.record, live: live) { try await ask("When?") }
    #expect(run.faults.map(\.kind) == [.holdsCredential])
    let message = try #require(run.faults.first?.message)
    #expect(message.contains("what looks like a credential (openai-key) in response, a name."))
    #expect(!message.contains(Self.shaped))
    #expect(stage.text == nil)
    #expect(!stage.folder.everything.contains(Self.shaped))
    // It stands in the way of nothing that comes after it.
    let next = try await stage.run(.record, live: ScriptedTransport.echo()) { try await ask("When?") }
    #expect(try next.value == "When? #1")
  }

  @Test("A file that still looks like it holds a credential is not written, whoever made it")
  func write() throws {
    let stage = try Rehearsal()
    let file = FixtureFile(test: "T/\(Self.shaped)")
    let fault = #expect(throws: FixtureFault.self) { try file.write(stage.file) }
    #expect(fault?.kind == .holdsCredential)
    #expect(fault?.message.contains("what looks like a credential (openai-key) in line 3, column 14.") == true)
    #expect(fault?.message.contains(Self.shaped) == false)
    #expect(stage.text == nil)
  }

  @Test("Credentials in the query and under telling names in the body are left out")
  func queryAndNames() throws {
    let request = HTTPRequest(
      provider: "p", path: "/x", query: [.init("key", "abcdefgh"), .init("alt", "sse")],
      body: .json(["api_key": "abc", "Password": "hunter2", "key": "an ordinary key", "password": ["type": "string"]])
    ) { throw ModelFault(.missingCredential, "none") }
    let identity = RequestIdentity(of: request)
    #expect(identity.query.map(\.name) == ["alt"])
    #expect(
      identity.body
        == .json([
          "api_key": "[redacted:api_key]", "Password": "[redacted:password]", "key": "an ordinary key",
          "password": ["type": "string"],
        ]))
  }

  @Test("Of an answer's headers only the named ones are kept, and rate limits only of status 429")
  func headers() {
    let headers: HTTPHeaders = [
      .init("Set-Cookie", "session=1"), .init("Content-Type", "application/json"), .init("X-Request-Id", "7"),
      .init("OpenAI-Organization", "acme"), .init("Retry-After", "3"), .init("x-ratelimit-limit-requests", "10"),
    ]
    #expect(HeaderPolicy.keptHeaders(of: headers, status: 200).fields.map(\.name) == ["content-type", "retry-after"])
    #expect(
      HeaderPolicy.keptHeaders(of: headers, status: 429).fields.map(\.name)
        == ["content-type", "retry-after", "x-ratelimit-limit-requests"])
  }
}
