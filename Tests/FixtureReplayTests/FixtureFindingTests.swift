import FixtureReplay
import Foundation
import LanguageModels
import SpecRecords
import StructuredOutput
import Testing

@Suite("What a status finds beside files that cannot be used")
struct FixtureFindingTests {
  private func recorded(_ questions: [String] = ["One?", "Two?", "Three?"], model: String = "gpt-test") async throws
    -> Rehearsal
  {
    let stage = try Rehearsal()
    try stage.writeSource()
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) {
      for question in questions { _ = try await ask(question, model: model) }
    }
    return stage
  }

  @Test("Exchanges that the newest run did not use")
  func unused() async throws {
    let stage = try await recorded()
    try await stage.rehearse { _ = try await ask("Two?") }
    let status = stage.status()
    let finding = try #require(status.finding(.unused))
    #expect(finding.exchanges.description == "1,3")
    #expect(
      finding.message
        == "2 exchanges of 3 (1, 3) answer no call of its test (run 20261128T100100Z-1). Remove: llmspec fixtures prune"
    )
    #expect(!status.hasProblems && status.hasFindings)
    #expect(status.text.contains("\n  - 2 exchanges of 3 (1, 3) answer no call"))
    #expect(status.text.hasSuffix("1 fixture, 3 exchanges, 1 model, 2.7 kB, 2 exchanges unused\n"), "\(status.text)")
    try await stage.rehearse(run: 2) {}
    #expect(stage.status().finding(.unused)?.message.hasPrefix("its 3 exchanges answer no call of its test (") == true)
    try await stage.rehearse(run: 3) { for question in ["One?", "Two?", "Three?"] { _ = try await ask(question) } }
    #expect(!stage.status().hasFindings)
  }

  @Test("Nothing is called unused where the run does not tell, and the status says what would")
  func unknown() async throws {
    let stage = try await recorded()
    let command = "LLMSPEC_MODE=replay swift test --filter SupportSpecs.RefundSpecs/window"
    #expect(!stage.status().hasFindings)
    #expect(stage.status().text.contains(command))
    try await stage.rehearse(run: 1, cancelled: true) { _ = try await ask("Two?") }
    #expect(!stage.status().hasFindings && stage.status().text.contains(command), "cut off")
    try await stage.rehearse(.record, run: 2) { _ = try await ask("Two?") }
    #expect(!stage.status().hasFindings && stage.status().text.contains(command), "another mode")
    try await stage.rehearse(run: 3) { _ = try await ask("Two?") }
    #expect(stage.status().hasFindings && !stage.status().text.contains(command))
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) { try await ask("Four?") }
    #expect(!stage.status().hasFindings && stage.status().text.contains(command), "the file changed since")
  }

  @Test("Calls that are not recorded are a problem, with the command that records them")
  func missing() async throws {
    let stage = try await recorded()
    try await stage.rehearse { for question in ["Four?", "Five?"] { _ = try? await ask(question) } }
    let status = stage.status()
    #expect(status.hasProblems && status.kinds == ["missing"])
    #expect(
      status.text.contains(
        "\n  ! 2 calls of its test have no recorded answer (run 20261128T100100Z-1). Record them: LLMSPEC_MODE=record "
          + "swift test --filter SupportSpecs.RefundSpecs/window\n"), "\(status.text)")
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) { try await ask("Four?") }
    #expect(!stage.status().hasProblems, "the file changed since")
  }

  @Test("A test without any fixture is missing too, until its source is gone")
  func missingFile() async throws {
    let stage = try Rehearsal()
    try stage.writeSource()
    try await stage.rehearse { _ = try? await ask("One?") }
    #expect(stage.status().hasProblems && stage.status().missing.map(\.record.spec) == [stage.test.description])
    #expect(
      stage.status().text == """
        Calls of tests that have no fixture at all:
          ! SupportSpecs/RefundSpecs/window(): 1 call, in run 20261128T100100Z-1
          Record them: LLMSPEC_MODE=record swift test --filter SupportSpecs.RefundSpecs/window

        Fixtures does not exist: nothing is recorded.

        """)
    try stage.writeSource("struct Nothing {}")
    #expect(!stage.status().hasProblems)
  }

  @Test("A fixture whose test is gone")
  func gone() async throws {
    let stage = try await recorded()
    try await stage.rehearse { _ = try await ask("Two?") }
    try stage.writeSource("struct RefundSpecs { func opening() {} }")
    let status = stage.status()
    #expect(status.kinds == ["goneTest"] && !status.hasProblems && status.hasFindings)
    #expect(status.text.contains("no Swift source of the package can hold its test SupportSpecs/RefundSpecs/window()."))
  }

  @Test("A model that the test no longer asks")
  func otherModel() async throws {
    let stage = try await recorded(model: "gpt-old")
    // The model stands in each request, so that the first call misses and ends the test.
    try await stage.rehearse { _ = try await ask("One?", model: "gpt-new") }
    let finding = try #require(stage.status().finding(.otherModel))
    #expect(finding.message.hasPrefix("recorded with gpt-old, which its test no longer asks; it asks gpt-new. Record"))
    #expect(finding.exchanges.description == "1-3")
    try await stage.rehearse(run: 2, cancelled: true) { _ = try await ask("One?", model: "gpt-old") }
    #expect(stage.status().finding(.otherModel) == nil)
  }

  @Test("Of two models the one that a cut-off test did not come to is not held against it")
  func cutOffBeforeTheSecond() async throws {
    let stage = try await recorded(model: "gpt-a")
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) { try await ask("One?", model: "gpt-b") }
    try await stage.rehearse(cancelled: true) { _ = try await ask("One?", model: "gpt-a") }
    #expect(stage.status().finding(.otherModel) == nil)
    try await stage.rehearse(run: 2) { _ = try await ask("One?", model: "gpt-a") }
    #expect(stage.status().finding(.otherModel)?.exchanges.description == "4")
  }

  @Test("Exchanges older than a given age")
  func stale() async throws {
    let stage = try await recorded()
    try stage.edit("2026-05-28T20:26:40Z", "2026-02-01T00:00:00Z")
    #expect(!stage.status(maxAge: .days(117)).hasFindings)
    let status = stage.status(maxAge: .days(90))
    #expect(status.finding(.stale)?.exchanges.description == "1")
    #expect(
      status.finding(.stale)?.message == """
        1 exchange of 3 is older than 90 days, the oldest of 2026-02-01. Record again: LLMSPEC_MODE=rerecord swift test \
        --filter SupportSpecs.RefundSpecs/window
        """)
    #expect(!status.hasProblems)
  }

  @Test("Media that belong to no exchange, with a fixture and without one")
  func media() async throws {
    let stage = try await recorded()
    let (used, orphan) = (String(repeating: "ab", count: 32), String(repeating: "cd", count: 32))
    try stage.edit(
      "\"provider\": \"openai-compatible\"", "\"media\": {\"sha256\": \"\(used)\"}, \"provider\": \"openai-compatible\""
    )
    let folder = "Fixtures/SupportSpecs/RefundSpecs"
    for (name, digest) in [("window.media", used), ("window.media", orphan), ("lost.media", used)] {
      try stage.folder.write("pixels", to: "\(folder)/\(name)/\(digest).png")
    }
    let status = stage.status()
    #expect(status.entries.map(\.path) == ["\(folder)/lost.media", "\(folder)/window.json"])
    #expect(status.kinds == ["orphanedMedia", "orphanedMedia"] && !status.hasProblems)
    #expect(
      status.entries[1].findings[0].message
        == "1 media file belongs to no exchange: \(folder)/window.media/\(orphan).png. Remove: llmspec fixtures prune")
  }

  @Test("Machines get the same as JSON")
  func json() async throws {
    let stage = try await recorded()
    try await stage.rehearse { _ = try await ask("Two?") }
    let json = stage.status(maxAge: .days(0), now: Rehearsal.moment.addingTimeInterval(5)).json
    #expect(json["directory"] == "Fixtures" && json["problems"] == false)
    let entry = try #require(json["fixtures"]?[0])
    #expect(entry["path"] == "Fixtures/SupportSpecs/RefundSpecs/window.json" && entry["useIsKnown"] == true)
    #expect(entry["findings"]?[0]?["kind"] == "unused" && entry["findings"]?[0]?["exchanges"] == "1,3")
    #expect(entry["findings"]?[1]?["kind"] == "stale" && entry["findings"]?[1]?["exchanges"] == "1-3")
  }
}
