import FixtureReplay
import Foundation
import LanguageModels
import Testing

@Suite("Trials, draws and repetitions")
struct TrialTests {
  @Test("Five trials of one question replay as the five answers they were, in any order", arguments: 1...4)
  func trials(seed: UInt64) async throws {
    let stage = try Rehearsal()
    let live = ScriptedTransport.echo()
    let recorded = try await stage.run(.record, live: live) {
      var answers: [String] = []
      for trial in 1...5 {
        answers.append(try await TrialNumber.$current.withValue(trial) { try await ask("When?") })
      }
      return answers
    }
    let answers = try recorded.value
    #expect(Set(answers).count == 5)

    var generator = SeededGenerator(state: seed)
    let order = (1...5).shuffled(using: &generator)
    let replayed = try await stage.run(.replay) {
      var answers: [Int: String] = [:]
      for trial in order {
        answers[trial] = try await TrialNumber.$current.withValue(trial) { try await ask("When?") }
      }
      return answers
    }
    #expect(try replayed.value == Dictionary(uniqueKeysWithValues: zip(1...5, answers)))
  }

  @Test("A trial run alone gets the answer that it had among the others")
  func oneTrial() async throws {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) {
      for trial in 1...3 { _ = try await TrialNumber.$current.withValue(trial) { try await ask("When?") } }
    }
    let replayed = try await stage.run(.replay) {
      try await TrialNumber.$current.withValue(3) { try await ask("When?") }
    }
    #expect(try replayed.value == "When? #3")
  }

  @Test("The same question twice in a trial gets its two answers in their order")
  func ordinals() async throws {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) {
      for trial in 1...2 {
        try await TrialNumber.$current.withValue(trial) { _ = [try await ask("When?"), try await ask("When?")] }
      }
    }
    let replayed = try await stage.run(.replay) {
      try await TrialNumber.$current.withValue(2) { [try await ask("When?"), try await ask("When?")] }
    }
    #expect(try replayed.value == ["When? #3", "When? #4"])
  }

  @Test("Several wanted answers to one question are told apart by their draw, whichever comes first")
  func draws() async throws {
    let stage = try Rehearsal()
    let live = ScriptedTransport.echo()
    let recorded = try await stage.run(.record, live: live) {
      var answers: [Int: String] = [:]
      for draw in [2, 1, 3] { answers[draw] = try await ask("When?", draw: draw) }
      return answers
    }
    let replayed = try await stage.run(.replay) {
      var answers: [Int: String] = [:]
      for draw in [3, 2, 1] { answers[draw] = try await ask("When?", draw: draw) }
      return answers
    }
    #expect(try replayed.value == recorded.value)
    #expect(try replayed.value[1] == "When? #2")
  }

  @Test("Recording more trials later keeps the answers of the first ones")
  func moreTrials() async throws {
    let stage = try Rehearsal()
    let live = ScriptedTransport.echo()
    @Sendable func trials(_ count: Int) async throws -> [String] {
      var answers: [String] = []
      for trial in 1...count {
        answers.append(try await TrialNumber.$current.withValue(trial) { try await ask("When?") })
      }
      return answers
    }
    _ = try await stage.run(.record, live: live) { try await trials(2) }
    let more = try await stage.run(.record, live: live) { try await trials(4) }
    #expect(try more.value == ["When? #1", "When? #2", "When? #3", "When? #4"])
    #expect(live.prompts.count == 4)
  }

  @Test("Cases that a spec tells apart by a name have answers of their own")
  func namedCases() async throws {
    let stage = try Rehearsal()
    let store = try stage.store(.record, live: ScriptedTransport.echo())
    for name in ["a", "b"] {
      _ = try await Rehearsal.body(on: FixtureTransport(store: store, caseName: name)) { try await ask("When?") }
    }
    try store.commit()
    let replay = try stage.store(.replay)
    var answers: [String] = []
    for name in ["b", "a"] {
      let run = try await Rehearsal.body(on: FixtureTransport(store: replay, caseName: name)) { try await ask("When?") }
      answers.append(try run.value)
    }
    #expect(answers == ["When? #2", "When? #1"])
  }
}
