import FixtureReplay
import Foundation
import LanguageModels
import Testing

@Suite("Calls at the same time")
struct ParallelCallTests {
  private static let questions = (1...50).map { "Question \($0)?" }

  @Sendable private static func askAll(_ questions: [String]) async throws -> [String: String] {
    try await withThrowingTaskGroup(of: (String, String).self) { group in
      for question in questions { group.addTask { (question, try await ask(question)) } }
      var answers: [String: String] = [:]
      for try await (question, answer) in group { answers[question] = answer }
      return answers
    }
  }

  @Test("Two cases that ask the same while recording are one call, whose answer both get")
  func sharedCall() async throws {
    let stage = try Rehearsal()
    let isAsked = Signal()
    let mayAnswer = Signal()
    let live = ScriptedTransport { prompt, number in
      await isAsked.happen()
      await mayAnswer.wait()
      return .chat("\(prompt) #\(number)")
    }
    let store = try stage.store(.record, live: live)
    async let first = Rehearsal.body(on: FixtureTransport(store: store)) { try await ask("When?") }
    await isAsked.wait()
    async let second = Rehearsal.body(on: FixtureTransport(store: store)) { try await ask("When?") }
    await mayAnswer.happen()
    let answers = [try await first.value, try await second.value]
    try store.commit()
    #expect(answers == ["When? #1", "When? #1"])
    #expect(live.prompts.count == 1)
    #expect(try stage.contents?.exchanges.count == 1)
  }

  @Test("When the one call of two cases fails, the other case asks for itself")
  func sharedCallFails() async throws {
    let stage = try Rehearsal()
    let isAsked = Signal()
    let mayAnswer = Signal()
    let live = ScriptedTransport { prompt, number in
      await isAsked.happen()
      await mayAnswer.wait()
      if number == 1 { throw ModelFault(.connection, "gone") }
      return .chat("\(prompt) #\(number)")
    }
    let store = try stage.store(.record, live: live)
    async let first = Rehearsal.body(on: FixtureTransport(store: store)) { try? await ask("When?") }
    await isAsked.wait()
    async let second = Rehearsal.body(on: FixtureTransport(store: store)) { try? await ask("When?") }
    await mayAnswer.happen()
    #expect(try await first.value == nil)
    #expect(try await second.value == "When? #2")
  }

  @Test("An error that one case lives through does not take the place of the answer that another got")
  func errorOfAnotherCase() async throws {
    let stage = try Rehearsal()
    let live = ScriptedTransport { prompt, number in number == 1 ? .fault(429) : .chat("\(prompt) #\(number)") }
    let store = try stage.store(.record, live: live)
    let patient = FixtureTransport(store: store)
    let patientRun = try await ModelCallContext.$current.withValue(.init(transport: patient)) {
      _ = try? await ask("When?")
      return try await ask("When?")
    }
    let plain = try await Rehearsal.body(on: FixtureTransport(store: store)) { try await ask("When?") }
    try patient.finishBody(threw: false, wasCancelled: false)
    try store.commit()
    #expect(patientRun == "When? #2")
    #expect(try plain.value == "When? #3")
    let replayed = try await stage.run(.replay) { try await ask("When?") }
    #expect(try replayed.value == "When? #3")
  }

  @Test("Fifty different questions at once replay the same in any order", arguments: 1...3)
  func fifty(seed: UInt64) async throws {
    let stage = try Rehearsal()
    let recorded = try await stage.run(.record, live: ScriptedTransport.echo()) {
      try await Self.askAll(Self.questions)
    }
    let answers = try recorded.value
    #expect(answers.count == 50)
    var generator = SeededGenerator(state: seed)
    let shuffled = Self.questions.shuffled(using: &generator)
    let atOnce = try await stage.run(.replay) { try await Self.askAll(shuffled) }
    let oneByOne = try await stage.run(.replay) {
      var answers: [String: String] = [:]
      for question in shuffled { answers[question] = try await ask(question) }
      return answers
    }
    #expect(try atOnce.value == answers)
    #expect(try oneByOne.value == answers)
  }

  @Test("The order in which answers arrive leaves no trace in the file")
  func sameBytes() async throws {
    var texts: Set<String> = []
    for seed in UInt64(1)...4 {
      let stage = try Rehearsal()
      let gate = Gate(50, seed: seed)
      let live = ScriptedTransport { prompt, _ in
        await gate.pass()
        return .chat("To \(prompt)")
      }
      var generator = SeededGenerator(state: seed)
      let shuffled = Self.questions.shuffled(using: &generator)
      let run = try await stage.run(.record, live: live) { try await Self.askAll(shuffled) }
      #expect(try run.value.count == 50)
      texts.insert(try #require(stage.text))
    }
    #expect(texts.count == 1)
  }

  @Test("Calls that follow each other stand in the file in their order")
  func sequence() async throws {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) {
      for question in ["Zebra?", "Apple?", "Mango?"] { _ = try await ask(question) }
    }
    #expect(try stage.contents?.exchanges.map { $0.request.body.prompt } == ["Zebra?", "Apple?", "Mango?"])
  }

  @Test("A case that is cancelled while it waits for another one's call asks nothing")
  func cancelledWhileWaiting() async throws {
    let stage = try Rehearsal()
    let isAsked = Signal()
    let mayAnswer = Signal()
    let live = ScriptedTransport { _, number in
      await isAsked.happen()
      await mayAnswer.wait()
      throw ModelFault(.connection, "gone \(number)")
    }
    let store = try stage.store(.record, live: live)
    async let first = Rehearsal.body(on: FixtureTransport(store: store)) { try? await ask("When?") }
    await isAsked.wait()
    let second = Task { try await Rehearsal.body(on: FixtureTransport(store: store)) { try await ask("When?") } }
    second.cancel()
    await mayAnswer.happen()
    _ = try await first
    let run = try await second.value
    #expect(throws: CancellationError.self) { try run.value }
    #expect(live.prompts.count == 1)
  }
}
