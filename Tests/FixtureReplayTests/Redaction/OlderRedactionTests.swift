import Foundation
import LanguageModels
import SpecRecords
import StructuredOutput
import Synchronization
import Testing

@testable import FixtureReplay

@Suite("Fixtures of older rules replay, and what they hold is taken out when they are recorded again")
struct OlderRedactionTests {
  /// Not known to the first rules.
  private static let token = "npm_aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xY2zA4"

  /// A fixture as the first rules wrote it.
  private func olderStage(_ questions: [String], version: Int = 1, answer: String = "yes") throws -> Rehearsal {
    let stage = try Rehearsal()
    var file = FixtureFile(test: stage.test.description, redactionVersion: version)
    var ordinals: [CallKey: Int] = [:]
    for question in questions {
      let body: JSONValue = ["messages": [["role": "user", "content": .string(question)]], "model": "gpt-test"]
      let request = RequestIdentity(
        provider: "openai-compatible", method: "POST", path: "/chat/completions", query: [], body: .json(body))
      var key = CallKey(request: request.hash)
      ordinals[key, default: 0] += 1
      key.ordinal = ordinals[key] ?? 1
      file.exchanges.append(
        FixtureExchange(
          key: key, request: request, promptVersion: nil, recorded: "2026-01-01T00:00:00Z",
          answer: RecordedAnswer(
            status: 200, headers: [.init("content-type", "application/json")], milliseconds: 1,
            content: .body(.json(chatAnswer("\(answer) \(file.exchanges.count + 1)").sortedByKey)))))
    }
    try stage.overwrite(file.text)
    return stage
  }

  @Test("A request that newer rules redact more finds its old answer")
  func found() async throws {
    let stage = try olderStage([
      "Is \(Self.token) valid?", "Is npm_\(String(repeating: "a1B2", count: 9)) valid?", "When?",
    ])
    let text = stage.text
    let run = try await stage.run(.replay) {
      [
        try await ask("Is \(Self.token) valid?"), try await ask("When?"), try await ask("Is \(Self.token) valid?"),
      ]
    }
    #expect(try run.value == ["yes 1", "yes 3", "yes 2"])
    #expect(run.faults.isEmpty)
    #expect(stage.text == text)
  }

  @Test("Recording takes it out of the file, though nothing is missing")
  func healed() async throws {
    let stage = try olderStage(["Is \(Self.token) valid?"], answer: "\(Self.token) is")
    let run = try await stage.run(.record) { try await ask("Is \(Self.token) valid?") }
    #expect(try run.value == "[redacted:npm-token] is 1")
    #expect(run.commitFault == nil)
    #expect(!stage.folder.everything.contains(Self.token))
    #expect(try stage.contents?.redactionVersion == FixtureRedactor.version)
    let replayed = try await stage.run(.replay) { try await ask("Is \(Self.token) valid?") }
    #expect(try replayed.value == "[redacted:npm-token] is 1")
  }

  @Test("A file of today is not looked through again")
  func current() async throws {
    let stage = try olderStage(["When?"], version: FixtureRedactor.version, answer: "\(Self.token) is")
    let run = try await stage.run(.replay) { try await ask("When?") }
    #expect(try run.value == "\(Self.token) is 1")
  }

  @Test("A fixture that was recorded before the spec declared personal data replays, and recording heals it")
  func declaredLater() async throws {
    var stage = try olderStage(
      ["Am I jane@example.com?"], version: FixtureRedactor.version, answer: "jane@example.com is")
    stage.personalData = [.emailAddresses]
    let replayed = try await stage.run(.replay) { try await ask("Am I jane@example.com?") }
    #expect(try replayed.value == "[e-mail 1] is 1")
    let recorded = try await stage.run(.record) { try await ask("Am I jane@example.com?") }
    #expect(try recorded.value == replayed.value)
    #expect(!stage.folder.everything.contains("jane@example.com"))
  }

  @Test("What was edited by hand is still told")
  func edited() async throws {
    let stage = try olderStage(["Is \(Self.token) valid?"])
    try stage.edit("yes 1", "no")
    let run = try await stage.run(.replay) { try await ask("When?") }
    #expect(run.faults.map(\.kind) == [.notRecorded])
    let file = try #require(try stage.contents).renewed(.none, redactor: .standard)
    #expect(!file.hasChanged)
    #expect(file.file.exchanges.first?.edit == "its answer")
  }

  @Test("A journal that was left behind is redacted by the rules of today")
  func journal() async throws {
    var stage = try Rehearsal()
    let store = try stage.store(.record, live: ScriptedTransport { _, _ in .chat("write to jane@example.com") })
    _ = try await Rehearsal.body(on: FixtureTransport(store: store)) { try await ask("Who is carl@example.com?") }
    store.abandonForTest()
    stage.personalData = [.emailAddresses]
    let next = try await stage.run(.record) { try await ask("Who is carl@example.com?") }
    #expect(try next.value == "write to [e-mail 2]")
    #expect(!stage.folder.everything.contains("@example.com"))
  }
}

extension FixtureStore {
  /// Lets go of the journal as a process does that ends.
  fileprivate func abandonForTest() { state.withLock { $0.journal?.close() } }
}
