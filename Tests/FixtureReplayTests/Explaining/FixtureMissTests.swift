import FixtureReplay
import Foundation
import LanguageModels
import StructuredOutput
import Testing

@Suite("What a miss says")
struct FixtureMissTests {
  private static let command = "Record it: LLMSPEC_MODE=record swift test --filter SupportSpecs.RefundSpecs/window"
  private static let path = "Fixtures/SupportSpecs/RefundSpecs/window.json"
  private static let prompt = """
    You answer questions of customers of a shoe shop.
    Shoes can be returned within 30 days, unworn.
    Be kind and brief.
    """

  private func stage(_ body: @escaping @Sendable () async throws -> Void) async throws -> Rehearsal {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport.echo(), body)
    return stage
  }

  private func miss(_ stage: Rehearsal, _ body: @escaping @Sendable () async throws -> Void) async throws -> String {
    let run = try await stage.run(.replay) { try? await body() }
    #expect(run.faults.map(\.kind) == [.notRecorded])
    return try #require(run.faults.first?.message)
  }

  @Test("Without a file: which test, which call, and the command")
  func noFile() async throws {
    let message = try await miss(try Rehearsal()) { _ = try await ask("When?") }
    #expect(
      message == """
        not recorded: SupportSpecs/RefundSpecs/window() made a call that has no recorded answer: POST \
        /chat/completions (gpt-test), trial 1, call 1 of this request.
        \(Self.path) does not exist: nothing is recorded for this test.
        \(Self.command)
        """)
  }

  @Test("Another word in the prompt is shown in its place")
  func otherWord() async throws {
    let stage = try await stage {
      _ = try await ask("What about socks?", system: "You sell socks.")
      _ = try await ask("When?", system: Self.prompt)
    }
    let message = try await miss(stage) {
      _ = try await ask("When?", system: Self.prompt.replacing("30", with: "14"))
    }
    #expect(
      message == """
        not recorded: SupportSpecs/RefundSpecs/window() made a call that has no recorded answer: POST \
        /chat/completions (gpt-test), trial 1, call 1 of this request.
        Nearest recorded request: exchange 2 of 2 in \(Self.path).
        The prompt differs ([-recorded-] {+now+}):
          messages[0].content: … shop. Shoes can be returned within [-30-]{+14+} days, unworn. Be kind and brief.
        \(Self.command)
        """)
  }

  @Test("Another model and temperature are named, and nothing else")
  func otherModel() async throws {
    let stage = try await stage { _ = try await ask("When?", temperature: 0.5) }
    let message = try await miss(stage) { _ = try await ask("When?", model: "gpt-other", temperature: 0.7) }
    #expect(
      message == """
        not recorded: SupportSpecs/RefundSpecs/window() made a call that has no recorded answer: POST \
        /chat/completions (gpt-other), trial 1, call 1 of this request.
        Nearest recorded request: exchange 1 of 1 in \(Self.path).
        The prompt is the same. What changed:
          the model changed: "gpt-test" → "gpt-other"
          temperature: 0.5 → 0.7
        \(Self.command)
        """)
  }

  @Test("A setting that is new, and one that is gone, are named")
  func newAndGone() async throws {
    let stage = try await stage { _ = try await ask("When?", temperature: 0.5) }
    let gone = try await miss(stage) { _ = try await ask("When?") }
    #expect(gone.contains("\n  temperature: 0.5 is gone\n"))
    let more = try await miss(stage) {
      let request = ChatRequest(messages: [.user("When?"), .assistant("30 days.")], temperature: 0.5, seed: 7)
      _ = try await OpenAICompatibleModel("gpt-test").respond(to: request)
    }
    #expect(
      more.contains(
        """
        The prompt differs ([-recorded-] {+now+}):
          messages[1]: {"role":"assistant","content":"30 days."} is new
        What else changed:
          seed: 7 is new
        """))
  }

  @Test("A trial that was never recorded says which ones were")
  func trial() async throws {
    let stage = try await stage {
      for trial in 1...5 { _ = try await TrialNumber.$current.withValue(trial) { try await ask("When?") } }
    }
    let message = try await miss(stage) { _ = try await TrialNumber.$current.withValue(6) { try await ask("When?") } }
    #expect(
      message == """
        not recorded: SupportSpecs/RefundSpecs/window() made a call that has no recorded answer: POST \
        /chat/completions (gpt-test), trial 6, call 1 of this request.
        The same request is recorded in 5 trials, 1 to 5; in trial 6 it never was.
        \(Self.command)
        """)
  }

  @Test("The third call of a request that was recorded twice is counted")
  func thirdCall() async throws {
    let stage = try await stage { _ = [try await ask("When?"), try await ask("When?")] }
    let message = try await miss(stage) { for _ in 1...3 { _ = try await ask("When?") } }
    #expect(
      message == """
        not recorded: SupportSpecs/RefundSpecs/window() made a call that has no recorded answer: POST \
        /chat/completions (gpt-test), trial 1, call 3 of this request.
        The same request is recorded twice, and this is call 3 of it: the test makes this call more often than when it \
        was recorded.
        \(Self.command)
        """)
  }

  @Test("A draw that was never recorded says which ones were")
  func draw() async throws {
    let stage = try await stage { _ = [try await ask("When?", draw: 1), try await ask("When?", draw: 2)] }
    let message = try await miss(stage) { _ = try await ask("When?", draw: 3) }
    #expect(
      message.contains(
        "(gpt-test), trial 1, draw 3, call 1 of this request.\nThe same request is recorded with draw 1, 2; with draw 3 it never was."
      ))
  }

  @Test("A judge's prompt of another version is named before what it changed")
  func judgePrompt() async throws {
    let stage = try await stage {
      _ = try await ask("Which is better, A or B?", system: Self.prompt)
      _ = try await ask("Rate A.", purpose: .judge, promptVersion: "grading-judge/1")
    }
    let message = try await miss(stage) {
      _ = try await ask("Rate A from 1 to 5.", purpose: .judge, promptVersion: "grading-judge/2")
    }
    #expect(
      message == """
        not recorded: SupportSpecs/RefundSpecs/window() made a call that has no recorded answer: POST \
        /chat/completions (gpt-test), trial 1, call 1 of this request.
        The judge's prompt changed since this was recorded: grading-judge/1 → grading-judge/2.
        Nearest recorded request: exchange 2 of 2 in \(Self.path).
        The prompt differs ([-recorded-] {+now+}):
          messages[0].content: Rate A{+ from 1 to 5+}.
        \(Self.command)
        """)
  }

  @Test("A call to another address of the provider has nothing near")
  func otherPath() async throws {
    let stage = try await stage { _ = try await ask("When?") }
    let message = try await miss(stage) { _ = try await OpenAICompatibleEmbeddingModel("embed").embed(["shoes"]) }
    #expect(message.contains("\(Self.path) holds 1 exchange, none of them to /embeddings."))
  }

  @Test("A request that differs only beside its body says where")
  func besideBody() async throws {
    @Sendable func call(_ version: String, provider: String) async throws {
      let request = HTTPRequest(
        provider: provider, path: "/x", query: [.init("api-version", version)], body: .json(["a": 1])
      ) { throw ModelFault(.missingCredential, "none") }
      _ = try await ModelCallContext.transport().send(request)
    }
    let stage = try await stage { try await call("1", provider: "azure") }
    let message = try await miss(stage) { try await call("2", provider: "other") }
    #expect(
      message.contains(
        """
        Nearest recorded request: exchange 1 of 1 in \(Self.path).
        The prompt is the same. What changed:
          provider: azure → other
          query: api-version=1 → api-version=2
        """))
  }

  @Test("Many differences are cut short and long ones too")
  func bounded() async throws {
    let stage = try await stage { _ = try await ask(String(repeating: "word ", count: 20_000)) }
    let message = try await miss(stage) {
      let messages = (1...40).map { ChatMessage.user("Question number \($0), which is a new one?") }
      _ = try await OpenAICompatibleModel("gpt-test").respond(to: ChatRequest(messages: messages))
    }
    #expect(message.contains("more places"))
    #expect(message.utf8.count < 2_500)
  }

  @Test("No miss shows a credential that stood in the prompt")
  func credential() async throws {
    let stage = try await stage { _ = try await ask("When?") }
    let key = "sk-proj-AbCdEf0123456789AbCdEf0123456789"
    let message = try await miss(stage) { _ = try await ask("When? My key is \(key).") }
    #expect(!message.contains(key))
    #expect(message.contains("[redacted:openai-key]"))
  }
}
