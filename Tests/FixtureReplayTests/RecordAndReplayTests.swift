import FixtureReplay
import Foundation
import LanguageModels
import StructuredOutput
import Testing

@Suite("Recording and replaying")
struct RecordAndReplayTests {
  @Test("Replays the recorded answer with the server stopped, and without address and key")
  func sameAnswer() async throws {
    let stage = try Rehearsal()
    let server = try await ModelServer.start()
    let model = server.model(key: "local-secret-0001")
    let recorded = try await stage.run(.record, live: URLSessionTransport.shared) { try await ask(model, "When?") }
    await server.stop()
    #expect(try recorded.value == "When? #1")
    #expect(recorded.faults.isEmpty && recorded.commitFault == nil)

    let replayed = try await stage.run(.replay) { try await ask("When?") }
    #expect(try replayed.value == "When? #1")
    #expect(replayed.faults.isEmpty)
  }

  @Test("Gives usage, model and identifier back as they were")
  func wholeAnswer() async throws {
    let stage = try Rehearsal()
    let live = ScriptedTransport.echo()
    let request = ChatRequest(messages: [.user("When?")])
    let recorded = try await stage.run(.record, live: live) {
      try await OpenAICompatibleModel("m").respond(to: request)
    }
    let replayed = try await stage.run(.replay) { try await OpenAICompatibleModel("m").respond(to: request) }
    #expect(try recorded.value == replayed.value)
    #expect(try replayed.value.usage.total == 18)
    #expect(try replayed.value.model == "gpt-test-2026-01-01")
  }

  @Test("Tells recorded, replayed and missed calls apart")
  func origins() async throws {
    final class Origins: ModelCallObserver {
      let all = Guarded<[String]>([])
      func observe(_ call: ModelCall) { all.change { $0.append(call.origin.rawValue) } }
    }
    let stage = try Rehearsal()
    let origins = Origins()
    for mode in [FixtureMode.record, .replay, .live] {
      let store = try stage.store(mode, live: ScriptedTransport.echo())
      let context = ModelCallContext(transport: FixtureTransport(store: store), observer: origins)
      try await ModelCallContext.$current.withValue(context) {
        _ = try await ask("When?")
        if mode == .replay { _ = try? await ask("Where?") }
      }
      try store.commit()
    }
    #expect(origins.all.value == ["recorded", "replayed", "missed", "live"])
  }

  @Test("Never asks the live transport while replaying, even for a call that has no answer")
  func neverLive() async throws {
    let stage = try Rehearsal()
    let run = try await stage.run(.replay) { try await ask("When?") }
    #expect(throws: FixtureFault.self) { try run.value }
    #expect(run.faults.map(\.kind) == [.notRecorded])
    #expect(stage.text == nil)
  }

  @Test("Remembers a miss that the app caught and answered over")
  func caughtMiss() async throws {
    let stage = try Rehearsal()
    let run = try await stage.run(.replay) { (try? await ask("When?")) ?? "Sorry, try again later." }
    #expect(try run.value == "Sorry, try again later.")
    #expect(run.faults.map(\.kind) == [.notRecorded])
  }

  @Test("Takes note of one miss once, however often the app tries again")
  func repeatedMiss() async throws {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) { try await ask("Where?") }
    let store = try stage.store(.replay)
    let transport = FixtureTransport(store: store)
    _ = try await Rehearsal.body(on: transport) {
      for _ in 0..<3 { _ = try? await ask("When?") }
    }
    #expect(transport.faults.count == 1)
    transport.acknowledge(try #require(transport.faults.first))
    #expect(transport.takeFaults().isEmpty)
  }

  @Test("Live mode sends every call and neither reads nor writes a fixture")
  func live() async throws {
    let stage = try Rehearsal()
    try stage.overwrite("not a fixture")
    let live = ScriptedTransport.echo()
    let run = try await stage.run(.live, live: live) { [try await ask("When?"), try await ask("When?")] }
    #expect(try run.value == ["When? #1", "When? #2"])
    #expect(stage.text == "not a fixture")
  }

  @Test("The app sees while recording what it will see in replay")
  func sameWhileRecording() async throws {
    let stage = try Rehearsal()
    let live = ScriptedTransport { _, _ in .chat("the key sk-proj-abcdefghij0123456789 leaked") }
    let recorded = try await stage.run(.record, live: live) { try await ask("When?") }
    let replayed = try await stage.run(.replay) { try await ask("When?") }
    #expect(try recorded.value == "the key [redacted:openai-key] leaked")
    #expect(try replayed.value == recorded.value)
  }

  @Test("Embeddings replay digit by digit")
  func embeddings() async throws {
    let stage = try Rehearsal()
    let live = ScriptedTransport { _, _ in
      HTTPResponse(
        status: 200, headers: [.init("Content-Type", "application/json")],
        body: .json([
          "object": "list", "model": "embed-test",
          "data": [["object": "embedding", "index": 0, "embedding": [0.1, -0.25, 1e-7]]],
          "usage": ["prompt_tokens": 1, "total_tokens": 1],
        ]))
    }
    let model = OpenAICompatibleEmbeddingModel("embed-test")
    let recorded = try await stage.run(.record, live: live) { try await model.embed(["shoes"]) }
    let replayed = try await stage.run(.replay) { try await model.embed(["shoes"]) }
    #expect(try recorded.value == replayed.value)
    #expect(try #require(stage.text).contains("[0.1, -0.25, "))
  }
}
