import FixtureReplay
import Foundation
import LanguageModels
import Testing

@Suite("Record and rerecord")
struct RecordingModeTests {
  /// A fixture with the answers to two questions.
  private func recordedStage() async throws -> Rehearsal {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport { prompt, _ in .chat("old: \(prompt)") }) {
      _ = [try await ask("One?"), try await ask("Two?")]
    }
    return stage
  }

  private func prompts(_ stage: Rehearsal) throws -> [String] {
    try stage.contents?.exchanges.map { $0.request.body.prompt } ?? []
  }

  private let new = ScriptedTransport { prompt, _ in .chat("new: \(prompt)") }

  @Test("Record asks only what is missing and keeps what is not used")
  func recordAdds() async throws {
    let stage = try await recordedStage()
    let run = try await stage.run(.record, live: new) { [try await ask("Two?"), try await ask("Three?")] }
    #expect(try run.value == ["old: Two?", "new: Three?"])
    #expect(new.prompts == ["Three?"])
    #expect(try prompts(stage) == ["One?", "Two?", "Three?"])
  }

  @Test("Record with nothing missing leaves the bytes and the date of the file alone")
  func recordNothing() async throws {
    let stage = try await recordedStage()
    let before = try FileManager.default.attributesOfItem(atPath: stage.file.path)[.modificationDate] as? Date
    let text = stage.text
    _ = try await stage.run(.record, live: new) { [try await ask("Two?"), try await ask("One?")] }
    #expect(stage.text == text)
    #expect(try FileManager.default.attributesOfItem(atPath: stage.file.path)[.modificationDate] as? Date == before)
    #expect(new.prompts.isEmpty)
  }

  @Test("Rerecord replaces answers and removes what is not used any more")
  func rerecordReplaces() async throws {
    let stage = try await recordedStage()
    let run = try await stage.run(.rerecord, live: new) { [try await ask("Two?"), try await ask("Three?")] }
    #expect(try run.value == ["new: Two?", "new: Three?"])
    #expect(try prompts(stage) == ["Two?", "Three?"])
    let replayed = try await stage.run(.replay) { try await ask("Two?") }
    #expect(try replayed.value == "new: Two?")
  }

  @Test("Rerecording a test that calls no model any more removes its file")
  func rerecordNothing() async throws {
    let stage = try await recordedStage()
    _ = try await stage.run(.rerecord) { 1 + 1 }
    #expect(stage.text == nil)
  }

  @Test("Rerecord keeps what is not used when the test threw")
  func rerecordThrew() async throws {
    struct Wrong: Error {}
    let stage = try await recordedStage()
    _ = try await stage.run(.rerecord, live: new) {
      _ = try await ask("Two?")
      throw Wrong()
    }
    #expect(try prompts(stage) == ["One?", "Two?"])
    let replayed = try await stage.run(.replay) { [try await ask("One?"), try await ask("Two?")] }
    #expect(try replayed.value == ["old: One?", "new: Two?"])
  }

  @Test("Rerecord keeps what is not used when a case was cut off")
  func rerecordCutOff() async throws {
    let stage = try await recordedStage()
    _ = try await stage.run(.rerecord, live: new, cancelled: true) { try await ask("Two?") }
    #expect(try prompts(stage) == ["One?", "Two?"])
  }

  @Test("Rerecord leaves the file byte by byte as it is when no answer is kept", arguments: [401, 403, 429, 500, 404])
  func rerecordRefused(status: Int) async throws {
    let stage = try await recordedStage()
    let text = stage.text
    let run = try await stage.run(.rerecord, live: ScriptedTransport { _, _ in .fault(status) }) {
      try await ask("One?")
    }
    #expect(throws: ModelFault.self) { try run.value }
    #expect(stage.text == text)
  }

  @Test("Rerecord leaves the file as it is when one answer was refused, even if the app went on")
  func rerecordRefusedAndCaught() async throws {
    let stage = try await recordedStage()
    let text = stage.text
    _ = try await stage.run(.rerecord, live: ScriptedTransport { _, _ in .fault(401) }) { try? await ask("One?") }
    #expect(stage.text == text)
  }

  @Test("Rerecord leaves the file as it is when the server is down")
  func rerecordServerDown() async throws {
    let stage = try await recordedStage()
    let text = stage.text
    // Port 1 is nobody's. That of a server which has stopped may be a parallel test's by now.
    let model = OpenAICompatibleModel.openAICompatible("gpt-test", baseAddress: URL(string: "http://127.0.0.1:1/v1"))
    let run = try await stage.run(.rerecord, live: URLSessionTransport.shared) { try? await ask(model, "One?") }
    #expect(try run.value == nil)
    #expect(stage.text == text)
  }

  @Test(
    "Rerecord leaves the file as it is when nothing could be asked, even if the app went on",
    arguments: [
      ".build", "Fixtures/SupportSpecs/RefundSpecs/window.json",
    ])
  func rerecordImpossible(place: String) async throws {
    let stage = try await recordedStage()
    let files = FileManager.default
    if place == ".build" {
      try files.removeItem(at: stage.folder.url.appending(path: place))
      try stage.folder.write("a file where a folder should be", to: place)
    } else {
      try stage.edit("RefundSpecs/window()", "RefundSpecs/other()")
    }
    let text = stage.text
    let run = try await stage.run(.rerecord) { try? await ask("One?") }
    #expect(try run.value == nil)
    #expect(run.faults.count == 1)
    #expect(stage.text == text)
  }

  @Test("Rerecording a test that calls no model never removes another test's file")
  func rerecordNothingOfAnother() async throws {
    let stage = try await recordedStage()
    try stage.edit("RefundSpecs/window()", "RefundSpecs/other()")
    let text = stage.text
    let run = try await stage.run(.rerecord) { 1 + 1 }
    #expect(run.commitFault?.kind == .ambiguousTest)
    #expect(stage.text == text)
  }

  @Test("Two scopes of one test rerecord one file together")
  func rerecordTwice() async throws {
    let stage = try await recordedStage()
    _ = try await stage.run(.rerecord, live: new) { try await ask("Two?") }
    _ = try await stage.run(.rerecord, live: new) { try await ask("Three?") }
    #expect(try prompts(stage) == ["Two?", "Three?"])
  }

  @Test("A test that calls no model touches no file", arguments: [FixtureMode.replay, .record, .live])
  func noCalls(mode: FixtureMode) async throws {
    let stage = try Rehearsal()
    _ = try await stage.run(mode) { 1 + 1 }
    #expect(try FileManager.default.contentsOfDirectory(atPath: stage.folder.url.path).isEmpty)
  }

  @Test("A finished recording leaves no journal behind")
  func noJournal() async throws {
    let stage = try await recordedStage()
    let paths = FileManager.default.subpaths(atPath: stage.folder.url.path) ?? []
    #expect(paths.filter { $0.hasSuffix(".jsonl") }.isEmpty)
  }

  @Test("In drift one side answers from the fixture and the other from the provider, and the fixture stays as it is")
  func drift() async throws {
    let stage = try await recordedStage()
    let text = stage.text
    let store = try stage.store(.drift, live: new)
    let replayed = try await Rehearsal.body(on: FixtureTransport(store: store, mode: .replay)) {
      _ = try? await ask("Three?")
      return try await ask("One?")
    }
    #expect(try replayed.value == "old: One?")
    #expect(replayed.faults.map(\.kind) == [.notRecorded])
    #expect(new.prompts == [])
    let live = try await Rehearsal.body(on: FixtureTransport(store: store)) { try await ask("One?") }
    #expect(try live.value == "new: One?")
    try store.commit()
    #expect(stage.text == text)
  }
}
