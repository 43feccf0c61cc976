import FixtureReplay
import Foundation
import LanguageModels
import StructuredOutput
import Testing

@Suite("Calls that a recording is planned for")
struct PlanTests {
  @Test("A call without a fixture is written down, and is a miss all the same")
  func missed() async throws {
    let rehearsal = try BatchRehearsal()
    let journal = rehearsal.stage.folder.url.appending(path: "journal")
    let run = try await rehearsal.stage.run(.replay, plan: PlanJournal(folder: journal)) {
      try await ask("How long?", purpose: .judge, promptVersion: "grade/2")
    }
    #expect(run.faults.map(\.kind) == [.notRecorded])
    let call = try #require(PlannedRun(folder: journal).missed.first)
    #expect(call.test == "SupportSpecs/RefundSpecs/window()")
    #expect(call.fixture == "Fixtures/SupportSpecs/RefundSpecs/window.json")
    #expect(call.request.path == "/chat/completions")
    #expect(call.key.request == call.request.hash)
    #expect(call.model == "gpt-test")
    #expect(call.purpose == "judge")
    #expect(call.promptVersion == "grade/2")
    #expect(call.sentBody == nil)
  }

  @Test("A call that is missed again and again is planned once, in an order that no test's speed decides")
  func once() async throws {
    let rehearsal = try BatchRehearsal()
    let ask: @Sendable (String) async -> Void = { question in
      for _ in 0..<3 { _ = try? await FixtureReplayTests.ask(question) }
    }
    let first = try await rehearsal.run { for question in ["b", "a", "c"] { await ask(question) } }
    let second = try await rehearsal.run { for question in ["c", "b", "a"] { await ask(question) } }
    #expect(first.missed.count == 3)
    #expect(first.missed == second.missed)
  }

  @Test("Answers that are there are used, and only the others are missed")
  func used() async throws {
    let rehearsal = try BatchRehearsal()
    _ = try await rehearsal.stage.run(.record, live: ScriptedTransport.echo()) { try await ask("known") }
    let run = try await rehearsal.run {
      _ = try await ask("known")
      _ = try await ask("unknown")
    }
    #expect(run.usedCount == 1)
    #expect(run.missed.count == 1)
  }

  @Test("A request with a credential is planned without it, and stands in no batch")
  func credential() async throws {
    let rehearsal = try BatchRehearsal()
    let key = "sk-proj-" + String(repeating: "a1B2c3", count: 6)
    let plan = try await rehearsal.plan { _ = try await ask("My key is \(key).") }
    #expect(plan.files.isEmpty)
    #expect(
      plan.rest.map(\.reason) == [
        "its request holds a credential, or its test declares personal data: a file must hold neither as it is"
      ])
    #expect(!rehearsal.stage.folder.everything.contains(key))
  }

  @Test("A credential where it cannot be taken out is not written, and said so")
  func credentialAsName() async throws {
    let stage = try Rehearsal()
    let key = "sk-proj-" + String(repeating: "a1B2c3", count: 6)
    let journal = PlanJournal(folder: stage.folder.url.appending(path: "journal"))
    let run = try await stage.run(.replay, plan: journal) {
      await BatchPlanTests.send("/chat/completions", .object(["model": "m", key: "password"]))
    }
    #expect(run.faults.map(\.kind) == [.holdsCredential])
    #expect(!stage.folder.everything.contains(key))
  }

  @Test("No plan is asked for, and nothing is written")
  func nothing() async throws {
    let stage = try Rehearsal()
    _ = try await stage.run(.replay) { try await ask("How long?") }
    #expect(stage.folder.everything.isEmpty)
  }

  @Test("A plan that cannot be written is said so, and not taken for whole")
  func unwritable() async throws {
    let stage = try Rehearsal()
    try stage.folder.write("a file", to: "journal")
    let journal = PlanJournal(folder: stage.folder.url.appending(path: "journal"))
    let run = try await stage.run(.replay, plan: journal) { try await ask("How long?") }
    #expect(run.faults.map(\.kind) == [.unwritable])
  }

  @Test("A line that a killed process left unfinished is passed over, and rubbish before others is not")
  func torn() async throws {
    let rehearsal = try BatchRehearsal()
    let folder = rehearsal.stage.folder.url.appending(path: "journal")
    _ = try await rehearsal.stage.run(.replay, plan: PlanJournal(folder: folder)) { try await ask("How long?") }
    let name = try #require(FileManager.default.contentsOfDirectory(atPath: folder.path).first)
    let line = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    try rehearsal.stage.folder.write(line + line.prefix(50), to: "torn/1.jsonl")
    #expect(try PlannedRun(folder: rehearsal.stage.folder.url.appending(path: "torn")).missed.count == 1)
    try rehearsal.stage.folder.write(line.prefix(50) + "\n" + line, to: "rubbish/1.jsonl")
    #expect(throws: FixtureFault.self) {
      try PlannedRun(folder: rehearsal.stage.folder.url.appending(path: "rubbish"))
    }
  }
}
