import DurableFiles
import FixtureReplay
import Foundation
import LanguageModels
import Testing

@Suite("Interrupted recordings")
struct InterruptedRecordingTests {
  /// Records answers to some questions and dies before the file is written, as a killed process does.
  private func interrupt(_ stage: Rehearsal, after questions: [String], answer: String = "paid") async throws {
    let store = try stage.store(.record, live: ScriptedTransport { prompt, _ in .chat("\(answer): \(prompt)") })
    let context = ModelCallContext(transport: FixtureTransport(store: store))
    try await ModelCallContext.$current.withValue(context) {
      for question in questions { _ = try await ask(question) }
    }
  }

  private func journals(_ stage: Rehearsal) -> [URL] {
    let folder = stage.folder.url.appending(path: ".build/llmspec/journal")
    return (FileManager.default.subpaths(atPath: folder.path) ?? []).filter { $0.hasSuffix(".jsonl") }.sorted()
      .map { folder.appending(path: $0) }
  }

  @Test("The next recording takes over what a killed one had paid for, and asks only the rest")
  func takenOver() async throws {
    let stage = try Rehearsal()
    try await interrupt(stage, after: ["One?", "Two?"])
    #expect(stage.text == nil)
    #expect(journals(stage).count == 1)
    let live = ScriptedTransport { prompt, _ in .chat("new: \(prompt)") }
    let run = try await stage.run(.record, live: live) {
      [try await ask("One?"), try await ask("Two?"), try await ask("Three?")]
    }
    #expect(try run.value == ["paid: One?", "paid: Two?", "new: Three?"])
    #expect(live.prompts == ["Three?"])
    #expect(journals(stage).isEmpty)
    let replayed = try await stage.run(.replay) { [try await ask("Three?"), try await ask("One?")] }
    #expect(try replayed.value == ["new: Three?", "paid: One?"])
  }

  @Test("A last line that was cut off is left out, and the lines before it count")
  func tornLine() async throws {
    let stage = try Rehearsal()
    try await interrupt(stage, after: ["One?", "Two?"])
    let journal = try #require(journals(stage).first)
    let bytes = try Data(contentsOf: journal)
    try bytes.dropLast(40).write(to: journal)
    let live = ScriptedTransport { prompt, _ in .chat("new: \(prompt)") }
    let run = try await stage.run(.record, live: live) { [try await ask("One?"), try await ask("Two?")] }
    #expect(try run.value == ["paid: One?", "new: Two?"])
  }

  @Test("A line of rubbish in a journal is left out")
  func rubbish() async throws {
    let stage = try Rehearsal()
    try await interrupt(stage, after: ["One?"])
    let journal = try #require(journals(stage).first)
    var bytes = try Data(contentsOf: journal)
    bytes.append(contentsOf: Array("{\"key\":7}\nnot json\n".utf8))
    try bytes.write(to: journal)
    let run = try await stage.run(.record) { try await ask("One?") }
    #expect(try run.value == "paid: One?")
  }

  @Test("Replaying leaves the journal alone and says that the answers are safe")
  func replaying() async throws {
    let stage = try Rehearsal()
    try await interrupt(stage, after: ["One?"])
    let run = try await stage.run(.replay) { try await ask("One?") }
    #expect(
      run.faults.first?.message == """
        not recorded: SupportSpecs/RefundSpecs/window() made a call that has no recorded answer: POST \
        /chat/completions (gpt-test), trial 1, call 1 of this request.
        Fixtures/SupportSpecs/RefundSpecs/window.json does not exist: nothing is recorded for this test.
        A recording of this test was cut off. Its answers are safe: recording takes them over.
        Record it: LLMSPEC_MODE=record swift test --filter SupportSpecs.RefundSpecs/window
        """)
    #expect(journals(stage).count == 1)
  }

  @Test("A recording that is under way in another process is not taken over")
  func inUse() async throws {
    let stage = try Rehearsal()
    let first = try stage.store(.record, live: ScriptedTransport { _, _ in .chat("first") })
    let one = try await Rehearsal.body(on: FixtureTransport(store: first)) { try await ask("One?") }
    let second = try await stage.run(.record, live: ScriptedTransport { _, _ in .chat("second") }) {
      try await ask("Two?")
    }
    #expect(journals(stage).count == 1)
    try first.commit()
    #expect(try [one.value, second.value] == ["first", "second"])
    // What the second wrote meanwhile is still there.
    let replayed = try await stage.run(.replay) { [try await ask("One?"), try await ask("Two?")] }
    #expect(try replayed.value == ["first", "second"])
  }

  @Test("Of two interrupted recordings of one call the later one counts")
  func two() async throws {
    let stage = try Rehearsal()
    try await interrupt(stage, after: ["One?"], answer: "older")
    let older = try #require(journals(stage).first)
    // Its name would stand after the other's.
    let kept = older.deletingLastPathComponent().appending(path: "999999-1.jsonl")
    try FileManager.default.moveItem(at: older, to: kept)
    try FileManager.default.setAttributes([.modificationDate: Rehearsal.moment], ofItemAtPath: kept.path)
    let aside = stage.folder.url.appending(path: "aside")
    try FileManager.default.moveItem(at: kept, to: aside)
    try await interrupt(stage, after: ["One?"], answer: "newer")
    try FileManager.default.moveItem(at: aside, to: kept)
    let run = try await stage.run(.record) { try await ask("One?") }
    #expect(try run.value == "newer: One?")
  }

  @Test("Where the fixture cannot be written nothing is sent")
  func unwritable() async throws {
    let stage = try Rehearsal()
    try stage.folder.write("a file where a folder should be", to: "Fixtures")
    let run = try await stage.run(.record) { try await ask("When?") }
    #expect(run.faults.count == 1)
    let message = try #require(run.faults.first?.message)
    #expect(message.contains("\(stage.file.path): not a directory"))
    #expect(message.contains("A part of the path is a file where a folder is needed"))
  }

  @Test("Where the journal cannot be written nothing is sent")
  func noJournal() async throws {
    let stage = try Rehearsal()
    try stage.folder.write("a file where a folder should be", to: ".build")
    let run = try await stage.run(.record) { try await ask("When?") }
    #expect(run.faults.map(\.kind) == [.unwritable])
    #expect(
      run.faults.first?.message.hasPrefix("Nothing was sent, because the answer could not be kept safe. ") == true)
  }

  @Test("When the file cannot be written at the end, the answers stay in the journal and the message says so")
  func commitFails() async throws {
    let stage = try Rehearsal()
    let store = try stage.store(.record, live: ScriptedTransport { prompt, _ in .chat("paid: \(prompt)") })
    _ = try await Rehearsal.body(on: FixtureTransport(store: store)) { try await ask("One?") }
    try stage.folder.write("in the way", to: "Fixtures")
    let fault = #expect(throws: FixtureFault.self) { try store.commit() }
    #expect(
      fault?.message.hasSuffix(
        """

        The answer of this run is kept in the journal under .build/llmspec/journal; the next recording of this test \
        takes it over.
        """) == true)
    #expect(try String(contentsOf: stage.folder.url.appending(path: "Fixtures"), encoding: .utf8) == "in the way")

    try FileManager.default.removeItem(at: stage.folder.url.appending(path: "Fixtures"))
    let next = try await stage.run(.record) { try await ask("One?") }
    #expect(try next.value == "paid: One?")
  }

  @Test("A fixture that was spoilt while recording is left as it is, and the answers stay in the journal")
  func spoiltMeanwhile() async throws {
    let stage = try Rehearsal()
    let store = try stage.store(.record, live: ScriptedTransport { prompt, _ in .chat("paid: \(prompt)") })
    _ = try await Rehearsal.body(on: FixtureTransport(store: store)) { try await ask("One?") }
    try stage.overwrite("spoilt")
    let fault = #expect(throws: FixtureFault.self) { try store.commit() }
    #expect(fault?.kind == .unreadable)
    #expect(stage.text == "spoilt")
    #expect(journals(stage).count == 1)
  }

  @Test("Two processes that record one test at once lose nothing of each other")
  func twoAtOnce() async throws {
    let stage = try Rehearsal()
    await withTaskGroup(of: Void.self) { group in
      for number in 1...8 {
        group.addTask {
          _ = try? await stage.run(.record, live: ScriptedTransport.echo()) { try await ask("Question \(number)?") }
        }
      }
    }
    #expect(try stage.contents?.exchanges.count == 8)
  }
}
