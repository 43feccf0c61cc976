import FixtureReplay
import Foundation
import LanguageModels
import SpecRecords
import Testing

@Suite("Fixtures that cannot be used")
struct UnusableFixtureTests {
  private static let answer = ScriptedTransport { _, _ in .chat("Within 30 days.\nOr 60.") }

  private func recordedStage() async throws -> Rehearsal {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: Self.answer) { try await ask("When?", system: "Be kind.\nBe brief.") }
    return stage
  }

  /// Runs the test in every mode that reads the file; gives the message, which must be the same in all of them.
  private func message(_ stage: Rehearsal, modes: [FixtureMode] = [.replay, .record, .rerecord]) async throws -> String
  {
    let text = stage.text
    var messages: Set<String> = []
    for mode in modes {
      let run = try await stage.run(mode) { (try? await ask("When?", system: "Be kind.\nBe brief.")) ?? "sorry" }
      #expect(try run.value == "sorry", "\(mode)")
      #expect(run.faults.count == 1, "\(mode)")
      #expect(run.commitFault == nil)
      messages.formUnion(run.faults.map(\.message))
      #expect(stage.text == text, "\(mode) changed the file")
    }
    #expect(messages.count == 1)
    return try #require(messages.first)
  }

  private func unreadable(_ stage: Rehearsal, _ reason: String) -> String {
    """
    The fixture \(stage.file.path) cannot be used: \(reason)
    It was left as it is. Bring it back with `git checkout`, or delete it and record it again.
    """
  }

  @Test("A file that was cut off says where it ends")
  func truncated() async throws {
    let stage = try await recordedStage()
    let text = try #require(stage.text)
    try stage.overwrite(String(text.prefix(300)))
    let message = try await message(stage)
    #expect(message.hasPrefix("The fixture \(stage.file.path) cannot be used: it is not JSON: "))
    #expect(message.contains(": line "))
    #expect(message.hasSuffix("or delete it and record it again."))
  }

  @Test("An empty file, a text and another JSON are told apart")
  func notFixtures() async throws {
    let stage = try Rehearsal()
    try stage.overwrite("")
    #expect(try await message(stage) == unreadable(stage, "it is empty."))
    try stage.overwrite("hello")
    #expect(try await message(stage).contains("cannot be used: it is not JSON: "))
    for text in ["{}", "[]", #"{"format": "1"}"#, "null"] {
      try stage.overwrite(text)
      #expect(
        try await message(stage)
          == unreadable(stage, "it has no \"format\" of 1 or more, so it is no fixture of this package."))
    }
    try stage.overwrite(#"{"format": 1, "test": "x"}"#)
    #expect(try await message(stage) == unreadable(stage, "it has no \"test\" or no list of \"exchanges\"."))
  }

  @Test("A newer format asks for a newer package", arguments: [2, 99])
  func newer(format: Int) async throws {
    let stage = try await recordedStage()
    try stage.edit(#""format": 1"#, "\"format\": \(format)")
    #expect(
      try await message(stage)
        == unreadable(
          stage, "its format is \(format), and this version of the package reads up to 1. Update the package."))
  }

  @Test("A format below one is no format", arguments: ["0", "-1", "1.5", "1e99"])
  func older(format: String) async throws {
    let stage = try await recordedStage()
    try stage.edit(#""format": 1"#, "\"format\": \(format)")
    #expect(try await message(stage).contains("it has no \"format\" of 1 or more"))
  }

  @Test("Git's conflict markers are named with their line")
  func conflict() async throws {
    let stage = try await recordedStage()
    try stage.edit(#"  "versions""#, "<<<<<<< HEAD\n  \"versions\"")
    #expect(
      try await message(stage)
        == unreadable(
          stage, "line 4 is a conflict marker that git left: two branches recorded this test. Keep one side."))
  }

  @Test(
    "A part of another type names the exchange",
    arguments: [
      (#""recorded""#, #""trial": "one", "recorded""#), (#""status": 200"#, #""status": null"#),
      (#""method": "POST""#, #""method": 5"#),
      (#""provider""#, #""supplier""#), (#""key": ""#, #""key": "zz"#),
      (#""recorded""#, #""ordinal": 1.5, "recorded""#),
      (#""recorded""#, #""draw": null, "recorded""#),
    ])
  func wrongTypes(old: String, new: String) async throws {
    let stage = try await recordedStage()
    try stage.edit(old, new)
    #expect(
      try await message(stage)
        == unreadable(
          stage,
          """
          exchange 1 of 1 lacks a part or has one of another type: it needs key, provider, request and \
          response as they were written; trial, draw and ordinal are whole numbers.
          """))
  }

  private func edited(_ what: String) -> String {
    """
    The fixture Fixtures/SupportSpecs/RefundSpecs/window.json was edited by hand: exchange 1 (POST /chat/completions, \
    trial 1) is not as it was recorded: \(what) was changed.
    Bring the file back with `git checkout`, or record again: LLMSPEC_MODE=rerecord swift test --filter \
    SupportSpecs.RefundSpecs/window. To keep an answer that a person wrote, take its "digest" line out.
    """
  }

  @Test("A request that was edited by hand is not answered")
  func editedRequest() async throws {
    let stage = try await recordedStage()
    try stage.edit("Be brief.", "Be long.")
    #expect(try await message(stage, modes: [.replay, .record]) == edited("its request"))
  }

  @Test(
    "An answer that was edited by hand is not given",
    arguments: ["Within 30 days.", #""status": 200"#, #""finish_reason": "stop""#])
  func editedAnswer(place: String) async throws {
    let stage = try await recordedStage()
    try stage.edit(
      place, place.replacing("30", with: "14").replacing("200", with: "201").replacing("stop", with: "length"))
    #expect(try await message(stage, modes: [.replay, .record]) == edited("its answer"))
  }

  @Test("Rerecording makes an edited fixture whole again")
  func rerecordEdited() async throws {
    let stage = try await recordedStage()
    let text = stage.text
    try stage.edit("30 days", "14 days")
    _ = try await stage.run(.rerecord, live: Self.answer) { try await ask("When?", system: "Be kind.\nBe brief.") }
    #expect(stage.text == text)
  }

  @Test("An answer that a person wrote counts when its digest is taken out, and stays when more is recorded")
  func writtenByHand() async throws {
    let stage = try await recordedStage()
    try stage.edit("30 days", "14 days")
    let line = try #require(stage.text?.split(separator: "\n").first { $0.contains("\"digest\"") })
    try stage.edit(line + "\n", "")
    let run = try await stage.run(.replay) { try await ask("When?", system: "Be kind.\nBe brief.") }
    #expect(try run.value == "Within 14 days.\nOr 60.")
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) { try await ask("Where?") }
    let again = try await stage.run(.replay) { try await ask("When?", system: "Be kind.\nBe brief.") }
    #expect(try again.value == "Within 14 days.\nOr 60.")
  }

  @Test("Times and dates may be edited: they decide nothing")
  func editedTimes() async throws {
    let stage = try await recordedStage()
    try stage.edit(#""milliseconds": 0"#, #""milliseconds": 1500"#)
    try stage.edit("\"recorded\": \"2026", "\"recorded\": \"2025")
    let run = try await stage.run(.replay) { try await ask("When?", system: "Be kind.\nBe brief.") }
    #expect(run.faults.isEmpty)
  }

  @Test("A file that belongs to another test says how to make it this one's")
  func otherTest() async throws {
    let stage = try await recordedStage()
    try stage.edit("RefundSpecs/window()", "RefundSpecs/oldName()")
    #expect(
      try await message(stage) == """
        The fixture Fixtures/SupportSpecs/RefundSpecs/window.json belongs to the test \
        SupportSpecs/RefundSpecs/oldName(), not to SupportSpecs/RefundSpecs/window(). If the test was renamed, change \
        the "test" line of the file to SupportSpecs/RefundSpecs/window(); else delete the file and record it: \
        LLMSPEC_MODE=record swift test --filter SupportSpecs.RefundSpecs/window
        """)
    try stage.edit("RefundSpecs/oldName()", "RefundSpecs/window()")
    let run = try await stage.run(.replay) { try await ask("When?", system: "Be kind.\nBe brief.") }
    #expect(try run.value == "Within 30 days.\nOr 60.")
  }

  @Test("A folder in the place of the file is no fixture")
  func folder() async throws {
    let stage = try Rehearsal()
    try FileManager.default.createDirectory(at: stage.file, withIntermediateDirectories: true)
    #expect(try await message(stage).contains(stage.file.path))
  }

  @Test("Bytes that are not UTF-8 are refused")
  func notUTF8() async throws {
    let stage = try await recordedStage()
    var bytes = Array(try #require(stage.text).utf8)
    bytes[40] = 0xFF
    try Data(bytes).write(to: stage.file)
    let run = try await stage.run(.replay) { (try? await ask("When?", system: "Be kind.\nBe brief.")) ?? "sorry" }
    #expect(run.faults.map(\.kind) == [.unreadable])
    #expect(try Array(Data(contentsOf: stage.file)) == bytes)
  }

  @Test("Two tests whose names differ only in case, or that stand in two files, cannot share a fixture")
  func twoTests() async throws {
    let stage = try Rehearsal()
    _ = try stage.store(.replay)
    let other = try Rehearsal("Window()", in: stage.folder)
    let fault = #expect(throws: FixtureFault.self) { try other.store(.replay) }
    #expect(fault?.kind == .ambiguousTest)
    #expect(
      fault?.message == """
        Two tests claim the fixture Fixtures/SupportSpecs/RefundSpecs/Window.json: SupportSpecs/RefundSpecs/window() \
        in /package/Tests/SupportSpecs/RefundSpecs.swift and SupportSpecs/RefundSpecs/Window() in \
        /package/Tests/SupportSpecs/RefundSpecs.swift. Give one of them another name, or a directory of its own: \
        .fixtures(directory: "…").
        """)
    let elsewhere = #expect(throws: FixtureFault.self) {
      try FixtureStore(
        test: stage.test, sourceFile: "/package/Tests/SupportSpecs/Other.swift", file: stage.file, root: stage.root,
        mode: .replay)
    }
    #expect(elsewhere?.message.contains("/package/Tests/SupportSpecs/Other.swift") == true)
  }

  @Test(
    "Tests of any name record and replay",
    arguments: [
      String(repeating: "a very long name ", count: 18) + "()",
      "answers / slashes \\ and: more()", "übersetzt 漢字 👩‍👩‍👧()",
      "`30-day window, politely`()", "..()", "window(days:_:)", "CON()", "a\u{0}b()", "",
    ])
  func names(name: String) async throws {
    let stage = try Rehearsal(name, suite: "Suite of \(name)")
    let recorded = try await stage.run(.record, live: ScriptedTransport.echo()) { try await ask("When?") }
    #expect(try recorded.value == "When? #1")
    #expect(recorded.commitFault == nil)
    #expect(stage.file.lastPathComponent.utf8.count < 120)
    #expect(stage.file.deletingLastPathComponent().deletingLastPathComponent().lastPathComponent == "SupportSpecs")
    let replayed = try await stage.run(.replay) { try await ask("When?") }
    #expect(try replayed.value == "When? #1")
  }
}
