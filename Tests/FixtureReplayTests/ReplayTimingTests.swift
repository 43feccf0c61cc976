import FixtureReplay
import LanguageModels
import StructuredOutput
import Testing

@Suite("The time that replayed answers take")
struct ReplayTimingTests {
  private static let request = ChatRequest(messages: [.user("When?")])

  /// A fixture whose stream came in three pieces with pauses.
  private func recordedStream(pause: Int) async throws -> Rehearsal {
    let stage = try Rehearsal()
    let live = ScriptedStream(
      chunks: [chatChunk("Within "), chatChunk("30 "), chatChunk("days.", isLast: true) + "data: [DONE]\n\n"])
    _ = try await stage.run(.record, live: live) {
      for try await _ in try await OpenAICompatibleModel("gpt-test").stream(Self.request) {}
    }
    var file = try #require(try stage.contents)
    guard case .events(var events, let end) = file.exchanges[0].answer.content else { throw CancellationError() }
    for index in events.indices { events[index].milliseconds = pause * (index + 1) }
    file.exchanges[0].answer.content = .events(events, end: end)
    file.exchanges[0].answer.milliseconds = pause * 4
    try file.write(stage.file)
    return stage
  }

  /// When each piece of the answer came, after the call.
  private func arrivals(_ stage: Rehearsal, _ timing: ReplayTiming) async throws -> [Duration] {
    let store = try stage.store(.replay, options: FixtureOptions(timing: timing))
    let run = try await Rehearsal.body(on: FixtureTransport(store: store)) {
      let start = ContinuousClock.now
      var arrivals: [Duration] = []
      for try await event in try await OpenAICompatibleModel("gpt-test").stream(Self.request) {
        if case .text = event { arrivals.append(start.duration(to: .now)) }
      }
      return arrivals
    }
    return try run.value
  }

  @Test("Is none unless it is asked for")
  func immediate() async throws {
    let arrivals = try await arrivals(try await recordedStream(pause: 600_000), .immediate)
    #expect(arrivals.count == 3)
    #expect(arrivals[2] < .seconds(300))
  }

  @Test("Is that of the recording where that is asked for, or a multiple of it")
  func scaled() async throws {
    let recorded = try await arrivals(try await recordedStream(pause: 30), .recorded)
    for (index, arrival) in recorded.enumerated() { #expect(arrival >= .milliseconds(30 * (index + 1))) }
    let faster = try await arrivals(try await recordedStream(pause: 30_000), .scaled(0.001))
    #expect(faster[2] >= .milliseconds(90) && faster[2] < .seconds(300))
    #expect(ReplayTiming.scaled(-1) == .scaled(0) && ReplayTiming.scaled(.nan) == .scaled(0))
  }

  @Test("A stream that the app leaves while it waits ends at once")
  func cancelled() async throws {
    let stage = try await recordedStream(pause: 600_000)
    let store = try stage.store(.replay, options: FixtureOptions(timing: .recorded))
    let start = ContinuousClock.now
    let run = try await Rehearsal.body(on: FixtureTransport(store: store)) {
      let waiting = Task {
        for try await _ in try await OpenAICompatibleModel("gpt-test").stream(Self.request) {}
      }
      try await Task.sleep(for: .milliseconds(20))
      waiting.cancel()
      try await waiting.value
    }
    #expect(throws: (any Error).self) { try run.value }
    #expect(start.duration(to: .now) < .seconds(300))
  }

  @Test("A refusal that asks to wait replays without the wait, and with it where time is replayed")
  func retryAfter() async throws {
    let stage = try Rehearsal()
    let live = ScriptedTransport { _, number in
      number > 1
        ? .chat("Within 30 days.")
        : HTTPResponse(
          status: 429, headers: [.init("retry-after", "20")], body: .json(["error": ["message": "slow down"]]))
    }
    let persistent: @Sendable () async throws -> [Duration?] = {
      var waits: [Duration?] = []
      do {
        _ = try await ask("When?")
      } catch let fault as ModelFault {
        waits.append(fault.retryAfter)
        _ = try await ask("When?")
      }
      return waits
    }
    #expect(try await stage.run(.record, live: live, persistent).value == [.seconds(20)])
    #expect(stage.text?.contains(#"["retry-after", "20"]"#) == true)
    #expect(try await stage.run(.replay, persistent).value == [.zero])
    let store = try stage.store(.replay, options: FixtureOptions(timing: .scaled(0)))
    #expect(try await Rehearsal.body(on: FixtureTransport(store: store), persistent).value == [.seconds(20)])
  }
}
