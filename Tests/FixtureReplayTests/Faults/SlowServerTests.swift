import FixtureReplay
import Foundation
import LanguageModels
import LoopbackHTTP
import StructuredOutput
import Testing

/// A server that sends one byte after the other. The pauses are scaled down: what they prove is an order.
@Suite("Slow servers")
struct SlowServerTests {
  private static let request = ChatRequest(messages: [.user("When?")])

  /// Sends a text byte by byte.
  private static func drip(
    _ text: String, to writer: LoopbackResponseWriter, pause: Duration = .microseconds(200)
  ) async throws {
    for byte in text.utf8 {
      try await writer.write([byte])
      try await Task.sleep(for: pause)
    }
  }

  private static let answer = chatChunk("Within ") + chatChunk("30 ") + chatChunk("days.", isLast: true)

  @Sendable private static func read(_ model: OpenAICompatibleModel) async throws -> [String] {
    var pieces: [String] = []
    for try await event in try await model.stream(request) {
      if case .text(let text) = event { pieces.append(text) }
    }
    return pieces
  }

  @Test("A stream that comes byte by byte is kept event by event and replays the same")
  func bytes() async throws {
    let stage = try Rehearsal()
    let server = try await ModelServer.start { _ in
      .stream { writer in try await Self.drip(Self.answer + "data: [DONE]\n\n", to: writer) }
    }
    let model = server.model()
    let recorded = try await stage.run(.record, live: URLSessionTransport.shared) { try await Self.read(model) }
    await server.stop()
    #expect(try recorded.value == ["Within ", "30 ", "days."])
    let replayed = try await stage.run(.replay) { try await Self.read(OpenAICompatibleModel("gpt-test")) }
    #expect(try replayed.value == recorded.value)
    guard case .events(let events, end: .complete) = try stage.contents?.exchanges.first?.answer.content else {
      Issue.record("no whole stream was kept")
      return
    }
    #expect(events.count == 4)
    #expect(events[3].milliseconds > events[0].milliseconds)
  }

  @Test("Each event is passed on when the next one is there, and not at the end")
  func passedOn() async throws {
    let stage = try Rehearsal()
    let isRead = Signal()
    let server = try await ModelServer.start { _ in
      .stream { writer in
        try await Self.drip(chatChunk("Within ") + chatChunk("30 "), to: writer, pause: .microseconds(50))
        // The rest comes only after the app has the first piece.
        await isRead.wait()
        try await writer.write(chatChunk("days.", isLast: true) + "data: [DONE]\n\n")
      }
    }
    let model = server.model()
    let run = try await stage.run(.record, live: URLSessionTransport.shared) {
      var text = ""
      for try await event in try await model.stream(Self.request) {
        guard case .text(let piece) = event else { continue }
        text += piece
        await isRead.happen()
      }
      return text
    }
    await server.stop()
    #expect(try run.value == "Within 30 days.")
  }

  @Test("A deadline in the middle breaks the stream; an app that lives through it replays so, without the wait")
  func deadline() async throws {
    let stage = try Rehearsal()
    let never = Signal()
    let server = try await ModelServer.start { _ in
      .stream { writer in
        try await writer.write(chatChunk("Within ") + chatChunk("30 "))
        await never.wait()
      }
    }
    @Sendable func app(_ model: OpenAICompatibleModel) async throws -> [String] {
      var pieces: [String] = []
      do {
        for try await event in try await model.stream(Self.request) {
          if case .text(let text) = event { pieces.append(text) }
        }
      } catch let fault as ModelFault { pieces.append("(\(fault.kind))") }
      return pieces
    }
    let model = server.model()
    var recorded = Rehearsal.Run(result: .success([String]()), faults: [])
    // On a busy machine the deadline may pass before anything comes.
    for timeout in [100, 1_000, 10_000, 100_000] {
      var impatient = model
      impatient.timeout = .milliseconds(timeout)
      let asked = impatient
      recorded = try await stage.run(.record, live: URLSessionTransport.shared) { try await app(asked) }
      if try recorded.value.count > 1 { break }
    }
    await never.happen()
    await server.stop()
    #expect(try recorded.value == ["Within ", "30 ", "(brokenStream)"])
    #expect(recorded.faults.isEmpty)
    guard case .events(let events, end: .broken(let reason)) = try stage.contents?.exchanges.first?.answer.content
    else {
      Issue.record("no broken stream was kept")
      return
    }
    #expect(events.count == 2)
    #expect(reason.contains("was not answered to the end within "))
    let replayed = try await stage.run(.replay) { try await app(OpenAICompatibleModel("gpt-test")) }
    #expect(try replayed.value == recorded.value)
  }

  @Test("An app that is cancelled in the middle ends at once, lets the server go and keeps nothing")
  func cancelled() async throws {
    let stage = try Rehearsal()
    let isReading = Signal()
    let isLetGo = Signal()
    let server = try await ModelServer.start { _ in
      .stream { writer in
        do {
          while true {
            try await writer.write(chatChunk("word "))
            try await Task.sleep(for: .milliseconds(1))
          }
        } catch {
          await isLetGo.happen()
          throw error
        }
      }
    }
    let model = server.model()
    let task = Task {
      let run = try await stage.run(.record, live: URLSessionTransport.shared) {
        for try await event in try await model.stream(Self.request) {
          if case .text = event { await isReading.happen() }
        }
        try Task.checkCancellation()
      }
      // Whatever came of it, nobody waits for it any longer.
      await isReading.happen()
      return run
    }
    await isReading.wait()
    task.cancel()
    let run = try await task.value
    #expect(throws: CancellationError.self) { try run.value }
    await isLetGo.wait()
    await server.stop()
    #expect(stage.text == nil)
    #expect(stage.folder.journals.isEmpty)
  }

  @Test("A call that is under way when a rerecording ends keeps what is recorded from being taken for unused")
  func underWay() async throws {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) {
      [try await ask("Fast?"), try await ask("Slow?")]
    }
    let isAsked = Signal()
    let mayAnswer = Signal()
    let live = ScriptedTransport { prompt, _ in
      guard prompt == "Slow?" else { return .chat("new") }
      await isAsked.happen()
      await mayAnswer.wait()
      return .chat("late")
    }
    let late = Guarded<Task<String, any Error>?>(nil)
    _ = try await stage.run(.rerecord, live: live) {
      late.change { $0 = Task { try await ask("Slow?") } }
      await isAsked.wait()
      return try await ask("Fast?")
    }
    #expect(try stage.contents?.exchanges.map { $0.request.body.prompt }.sorted() == ["Fast?", "Slow?"])
    await mayAnswer.happen()
    let fault = await #expect(throws: FixtureFault.self) { try await late.value?.value }
    #expect(
      fault?.message == """
        The answer to POST /chat/completions came when SupportSpecs/RefundSpecs/window() was over, and is not kept. Let \
        the test wait for every call that the app makes, then record again.
        """)
    let replayed = try await stage.run(.replay) { [try await ask("Fast?"), try await ask("Slow?")] }
    #expect(try replayed.value == ["new", "Slow? #2"])
  }
}
