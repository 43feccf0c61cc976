import FixtureReplay
import Foundation
import LanguageModels
import StructuredOutput
import Testing

@Suite("Fixtures that follow an edited prompt")
struct RekeyingTests {
  private static let old = "You are the support assistant of Tern Shoes. Answer briefly and in a friendly way."
  private static let new = "You are the support assistant of Tern Shoes. Please answer briefly and in a friendly way."

  /// Rekeys until nothing pairs, and gives how many exchanges followed in each round.
  private static func rekey(
    _ rehearsal: BatchRehearsal, _ body: @Sendable () async throws -> Void
  ) async throws -> (rounds: [Int], last: FixtureRekeying) {
    var rounds: [Int] = []
    while true {
      let rekeying = try FixtureRekeying(await rehearsal.run(body), root: rehearsal.stage.root)
      if rekeying.steps.isEmpty { return (rounds, rekeying) }
      rounds.append(rekeying.steps.count)
      try rekeying.write()
      try #require(rounds.count < 10)
    }
  }

  @Test("Answers, times and digests stay, and the requests are the new ones")
  func follows() async throws {
    let rehearsal = try BatchRehearsal()
    let questions = ["How long do I have to return shoes?", "What does delivery cost?", "When are you open?"]
    let ask: @Sendable (String) async throws -> [String] = { system in
      var answers: [String] = []
      for question in questions { answers.append(try await FixtureReplayTests.ask(question, system: system)) }
      return answers
    }
    let recorded = try await rehearsal.stage.run(.record, live: ScriptedTransport.echo()) { try await ask(Self.old) }
    let before = try #require(try rehearsal.stage.contents)
    // Each call of the chain stops the test, so that one follows a round.
    let (rounds, last) = try await Self.rekey(rehearsal) { _ = try await ask(Self.new) }
    #expect(rounds == [1, 1, 1])
    #expect(last.rest.isEmpty)
    let replayed = try await rehearsal.stage.run(.replay) { try await ask(Self.new) }
    #expect(try replayed.value == recorded.value)
    let after = try #require(try rehearsal.stage.contents)
    #expect(after.exchanges.map(\.answer) == before.exchanges.map(\.answer))
    #expect(after.exchanges.map(\.digest) == before.exchanges.map(\.digest))
    #expect(after.exchanges.map(\.recorded) == before.exchanges.map(\.recorded))
    #expect(after.exchanges.allSatisfy { $0.edit == nil })
    #expect(rehearsal.stage.text?.contains("Please answer") == true)
  }

  @Test("Each difference is told, and looking changes nothing")
  func differences() async throws {
    let rehearsal = try BatchRehearsal()
    _ = try await rehearsal.stage.run(.record, live: ScriptedTransport.echo()) {
      try await ask("How long?", system: Self.old)
    }
    let text = rehearsal.stage.text
    let run = try await rehearsal.run { _ = try await ask("How long?", system: Self.new) }
    let step = try #require(try FixtureRekeying(run, root: rehearsal.stage.root).steps.first)
    #expect(step.position == 1)
    #expect(step.similarity > 0.8)
    #expect(step.differences.count == 1)
    #expect(step.differences.first?.hasPrefix("messages[0].content: …") == true)
    #expect(step.differences.first?.contains("{+") == true)
    #expect(rehearsal.stage.text == text)
  }

  @Test("Parallel calls follow at once, each answer its own question, and none is used twice")
  func parallel() async throws {
    let rehearsal = try BatchRehearsal()
    let ask: @Sendable (String) async throws -> Void = { system in
      await withTaskGroup(of: Void.self) { group in
        for name in ["Anna", "Berta", "Carla", "Dora"] {
          group.addTask {
            _ = try? await FixtureReplayTests.ask("When does the parcel of \(name) arrive?", system: system)
          }
        }
      }
    }
    _ = try await rehearsal.stage.run(.record, live: ScriptedTransport.echo()) { try await ask(Self.old) }
    let (rounds, _) = try await Self.rekey(rehearsal) { try await ask(Self.new) }
    #expect(rounds == [4])
    for exchange in try #require(try rehearsal.stage.contents).exchanges {
      guard case .body(.json(let body)) = exchange.answer.content else { continue }
      let answer = body["choices"]?[0]?["message"]?["content"]?.stringValue ?? ""
      #expect(answer.hasPrefix(exchange.request.body.prompt))
    }
  }

  @Test("An answer that the run used is not taken from its call")
  func used() async throws {
    let rehearsal = try BatchRehearsal()
    _ = try await rehearsal.stage.run(.record, live: ScriptedTransport.echo()) { try await ask("How long is it?") }
    let run = try await rehearsal.run {
      _ = try await ask("How long is it?")
      _ = try await ask("How long is it now?")
    }
    let rekeying = try FixtureRekeying(run, root: rehearsal.stage.root)
    #expect(rekeying.steps.isEmpty)
    #expect(rekeying.rest.map(\.reason) == ["no unused exchange is of its case, trial, model and kind"])
  }

  @Test("What is too unlike, of another model, draw or kind of prompt is listed and left as it is")
  func unlike() async throws {
    let rehearsal = try BatchRehearsal()
    _ = try await rehearsal.stage.run(.record, live: ScriptedTransport.echo()) {
      try await ask("How long do I have to return shoes?", promptVersion: "answer/1")
    }
    let text = rehearsal.stage.text
    let run = try await rehearsal.run {
      let question = "How long do I have to return shoes, please?"
      _ = try? await ask("Something else altogether", promptVersion: "answer/1")
      _ = try? await ask(question, model: "another", promptVersion: "answer/1")
      _ = try? await ask(question, draw: 2, promptVersion: "answer/1")
      _ = try? await ask(question, promptVersion: "grade/1")
    }
    let rekeying = try FixtureRekeying(run, root: rehearsal.stage.root)
    #expect(rekeying.steps.isEmpty)
    #expect(rekeying.rest.count == 4)
    #expect(rekeying.rest.contains { $0.reason.hasPrefix("the nearest unused exchange shares") })
    try rekeying.write()
    #expect(rehearsal.stage.text == text)
  }

  @Test("Another question behind the same system prompt is no edit of the first")
  func anotherQuestion() async throws {
    let rehearsal = try BatchRehearsal()
    let ask: @Sendable (String) async throws -> Void = { question in
      _ = try await FixtureReplayTests.ask(question, system: String(repeating: Self.old + " ", count: 5))
    }
    _ = try await rehearsal.stage.run(.record, live: ScriptedTransport.echo()) {
      try await ask("How long do I have to return shoes?")
    }
    let run = try await rehearsal.run { try await ask("What does delivery cost?") }
    let rekeying = try FixtureRekeying(run, root: rehearsal.stage.root)
    #expect(rekeying.steps.isEmpty)
    #expect(
      rekeying.rest.map(\.reason) == [
        "every unused exchange that is like it asks something else or follows another call"
      ])
  }

  @Test("Repetitions of one request follow in their order")
  func repetitions() async throws {
    let rehearsal = try BatchRehearsal()
    let ask: @Sendable (String) async throws -> [String] = { system in
      var answers: [String] = []
      for _ in 0..<3 { answers.append(try await FixtureReplayTests.ask("Tell me a joke.", system: system)) }
      return answers
    }
    let recorded = try await rehearsal.stage.run(.record, live: ScriptedTransport.echo()) { try await ask(Self.old) }
    let (rounds, last) = try await Self.rekey(rehearsal) { _ = try await ask(Self.new) }
    #expect(rounds == [1, 1, 1])
    #expect(last.rest.isEmpty)
    #expect(try await rehearsal.stage.run(.replay) { try await ask(Self.new) }.value == recorded.value)
  }

  @Test("An answer that a person edited stays known as edited")
  func edited() async throws {
    let rehearsal = try BatchRehearsal()
    _ = try await rehearsal.stage.run(.record, live: ScriptedTransport.echo()) {
      try await ask("How long?", system: Self.old)
    }
    try rehearsal.stage.edit("How long? #1", "How short? #1")
    _ = try await Self.rekey(rehearsal) { _ = try await ask("How long?", system: Self.new) }
    let run = try await rehearsal.stage.run(.replay) { try await ask("How long?", system: Self.new) }
    #expect(run.faults.map(\.kind) == [.edited])
  }

  @Test("What was recorded between looking and writing is not lost")
  func meanwhile() async throws {
    let rehearsal = try BatchRehearsal()
    _ = try await rehearsal.stage.run(.record, live: ScriptedTransport.echo()) {
      try await ask("How long?", system: Self.old)
    }
    let rekeying = try FixtureRekeying(
      await rehearsal.run { _ = try await ask("How long?", system: Self.new) }, root: rehearsal.stage.root)
    #expect(rekeying.steps.count == 1)
    let scripted = ScriptedTransport { prompt, _ in .chat("newly recorded: \(prompt)") }
    _ = try await rehearsal.stage.run(.record, live: scripted) { try await ask("How long?", system: Self.new) }
    let text = rehearsal.stage.text
    try rekeying.write()
    #expect(rehearsal.stage.text == text)
  }
}
