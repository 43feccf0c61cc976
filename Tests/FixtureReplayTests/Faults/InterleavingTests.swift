import FixtureReplay
import Foundation
import LanguageModels
import Synchronization
import Testing

@Suite("Interleavings")
struct InterleavingTests {
  /// Runs 200 trials of a test at once, in an order of their own, each with two calls that follow each other.
  @Sendable private static func trials(_ order: [Int]) async throws -> [Int: [String]] {
    try await withThrowingTaskGroup(of: (Int, [String]).self) { group in
      for trial in order {
        group.addTask {
          try await TrialNumber.$current.withValue(trial) {
            let first = try await ask("When?")
            return (trial, [first, try await ask("And then, after \(first)?"), try await ask("When?")])
          }
        }
      }
      var answers: [Int: [String]] = [:]
      for try await (trial, texts) in group { answers[trial] = texts }
      return answers
    }
  }

  @Test("200 trials at once replay to each its own, in any order")
  func trials() async throws {
    let stage = try Rehearsal()
    var generator = SeededGenerator(state: 7)
    let order = (1...200).shuffled(using: &generator)
    let recorded = try await stage.run(.record, live: ScriptedTransport.echo()) { try await Self.trials(order) }
    let answers = try recorded.value
    #expect(Set(answers.values.flatMap { $0 }).count == 600)
    #expect(try stage.contents?.exchanges.count == 600)
    #expect(try stage.contents?.exchanges.map(\.key.trial) == (1...200).flatMap { [$0, $0, $0] })
    let again = order.shuffled(using: &generator)
    let replayed = try await stage.run(.replay) { try await Self.trials(again) }
    #expect(try replayed.value == answers)
    #expect(replayed.faults.isEmpty)
  }

  @Test("1,000 calls at once within a trial are recorded once each and replay in any order")
  func calls() async throws {
    let stage = try Rehearsal()
    @Sendable func askAll(_ order: [Int]) async throws -> [Int: String] {
      try await withThrowingTaskGroup(of: (Int, String).self) { group in
        for number in order { group.addTask { (number, try await ask("Question \(number)?")) } }
        var answers: [Int: String] = [:]
        for try await (number, answer) in group { answers[number] = answer }
        return answers
      }
    }
    var generator = SeededGenerator(state: 11)
    let order = (1...1_000).shuffled(using: &generator)
    let live = ScriptedTransport.echo()
    let recorded = try await stage.run(.record, live: live) { try await askAll(order) }
    #expect(live.prompts.count == 1_000)
    let again = order.shuffled(using: &generator)
    let replayed = try await stage.run(.replay) { try await askAll(again) }
    #expect(try replayed.value == recorded.value)
  }

  /// Twelve chains of calls side by side, answered in an order that the seed alone decides.
  private func text(schedule seed: UInt64) async throws -> String {
    let stage = try Rehearsal()
    let server = OneByOneServer(seed: seed)
    let live = ScriptedTransport { prompt, _ in
      await server.arrive()
      return .chat("To \(prompt)")
    }
    let run = try await stage.run(.record, live: live) {
      _ = try await ask("Opening?")
      _ = try await ask("A second one, after it?")
      await server.begin(12)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for chain in 0..<12 {
          group.addTask {
            for link in 0..<(3 + chain % 3) { _ = try await ask("Chain \(chain), link \(link)?") }
            await server.leave()
          }
        }
        try await group.waitForAll()
      }
      _ = try await ask("Closing?")
    }
    try run.value
    return try #require(stage.text)
  }

  @Test("The order in which chains of calls are answered leaves no trace in the file")
  func chains() async throws {
    var texts: [String] = []
    for seed in UInt64(1)...5 { texts.append(try await text(schedule: seed)) }
    #expect(Set(texts).count == 1)
    let contents = try #require(texts.first)
    // What follows each other before anything runs side by side stays in its order.
    let opening = try #require(contents.range(of: "Opening?")?.lowerBound)
    let second = try #require(contents.range(of: "A second one, after it?")?.lowerBound)
    let chain = try #require(contents.range(of: "Chain 0, link 0?")?.lowerBound)
    #expect(opening < second && second < chain)
  }

  @Test("Two cases that ask the same leave the same file, whichever asks first", arguments: [false, true])
  func sharedCall(isOtherFirst: Bool) async throws {
    let stage = try Rehearsal()
    let store = try stage.store(.record, live: ScriptedTransport { prompt, _ in .chat("To \(prompt)") })
    let one: @Sendable () async throws -> Void = {
      _ = try await Rehearsal.body(on: FixtureTransport(store: store)) {
        _ = try await ask("Shared?")
        _ = try await ask("Banana?")
      }
    }
    let other: @Sendable () async throws -> Void = {
      _ = try await Rehearsal.body(on: FixtureTransport(store: store)) {
        _ = try await ask("Apple?")
        _ = try await ask("Shared?")
      }
    }
    for body in isOtherFirst ? [other, one] : [one, other] { try await body() }
    try store.commit()
    #expect(try stage.contents?.exchanges.map { $0.request.body.prompt } == ["Apple?", "Shared?", "Banana?"])
  }
}

/// Lets calls wait until all that are under way have arrived, and answers one of them, drawn by lot.
private actor OneByOneServer {
  private var generator: SeededGenerator
  private var active: Int?
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(seed: UInt64) { generator = SeededGenerator(state: seed) }

  /// From now on so many callers ask side by side.
  func begin(_ count: Int) { active = count }

  func leave() {
    active = active.map { $0 - 1 }
    if active == 0 { active = nil }
    answerOne()
  }

  func arrive() async {
    guard active != nil else { return }
    await withCheckedContinuation { continuation in
      waiting.append(continuation)
      answerOne()
    }
  }

  private func answerOne() {
    guard let active, waiting.count == active else { return }
    waiting.remove(at: Int.random(in: 0..<waiting.count, using: &generator)).resume()
  }
}
