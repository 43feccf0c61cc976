import FixtureReplay
import Foundation
import LanguageModels
import Testing

@Suite("Fixtures that git merged")
struct MergedFixtureTests {
  private func recordedStage(_ questions: String...) async throws -> Rehearsal {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) {
      for question in questions { _ = try await ask(question) }
    }
    return stage
  }

  /// What every mode says that reads the file, which none of them changes.
  private func message(_ stage: Rehearsal) async throws -> String {
    let text = stage.text
    var messages: Set<String> = []
    for mode in [FixtureMode.replay, .record, .rerecord] {
      let run = try await stage.run(mode) { (try? await ask("One?")) ?? "sorry" }
      #expect(try run.value == "sorry")
      #expect(run.faults.count == 1)
      messages.formUnion(run.faults.map(\.message))
      #expect(stage.text == text)
    }
    #expect(messages.count == 1)
    return try #require(messages.first)
  }

  /// Ways in which a conflict stands in the file, or a part of it that somebody overlooked.
  private static let conflicts: [(String, line: Int)] = [
    ("<<<<<<< HEAD\n=======\n>>>>>>> main\n", 4),
    ("<<<<<<< HEAD\n||||||| 3f1c2a9\n=======\n>>>>>>> main\n", 4),
    ("  \"x\": 1,\n||||||| merged common ancestors\n", 5), ("=======\n", 4), (">>>>>>> main\n", 4),
    ("<<<<<<< HEAD\r\n=======\r\n>>>>>>> main\r\n", 4), ("<<<<<<<\n", 4), ("<<<<<<<<<<< HEAD\n", 4),
  ]

  @Test("Conflict markers of every style are named with their line", arguments: conflicts)
  func markers(conflict: String, line: Int) async throws {
    let stage = try await recordedStage("One?")
    try stage.edit(#"  "versions""#, conflict + #"  "versions""#)
    #expect(
      try await message(stage) == """
        The fixture \(stage.file.path) cannot be used: line \(line) is a conflict marker that git left: two branches \
        recorded this test. Keep one side.
        It was left as it is. Bring it back with `git checkout`, or delete it and record it again.
        """)
  }

  @Test("Markers inside of a recorded text are no conflict")
  func markersInTexts() async throws {
    let stage = try Rehearsal()
    let diff = "<<<<<<< HEAD\n=======\n>>>>>>> main"
    let run = try await stage.run(.record, live: ScriptedTransport { _, _ in .chat(diff) }) { try await ask(diff) }
    let replayed = try await stage.run(.replay) { try await ask(diff) }
    #expect(try run.value == diff)
    #expect(try replayed.value == diff)
  }

  @Test("A conflict in which a key was kept from both sides is named with its line")
  func keptKeys() async throws {
    let stage = try await recordedStage("One?")
    let text = try #require(stage.text)
    let line = text.prefix(upTo: try #require(text.range(of: "\"response\"")?.lowerBound)).count(where: { $0 == "\n" })
    try stage.edit(#"      "response": {"#, #"      "response": {"status": 500},\#n      "response": {"#)
    let message = try await message(stage)
    #expect(
      message.contains("cannot be used: it holds a key twice, as when a merge keeps both sides. Keep one of them."))
    #expect(message.contains("line \(line + 2), "), "\(message)")
    #expect(message.contains("\"response\""))
  }

  @Test("Two lists of exchanges are not taken for one: recording would throw the first away")
  func keptLists() async throws {
    let stage = try await recordedStage("One?")
    try stage.edit(#"  "exchanges": ["#, #"  "exchanges": [],\#n  "exchanges": ["#)
    #expect(try await message(stage).contains("it holds a key twice"))
  }

  @Test("An exchange that was kept from both sides is named with its lines, and nothing is answered from the file")
  func keptExchanges() async throws {
    let stage = try await recordedStage("One?", "Two?")
    let text = try #require(stage.text)
    let start = try #require(text.range(of: "    {\n      \"key\"")).lowerBound
    let end = try #require(text.range(of: "\n    },\n")).upperBound
    let exchange = String(text[start..<end])
    try stage.overwrite(text.replacing("  \"exchanges\": [\n", with: "  \"exchanges\": [\n" + exchange))
    let lines = exchange.count(where: { $0 == "\n" })
    let first = text[..<start].count(where: { $0 == "\n" }) + 2
    #expect(
      try await message(stage) == """
        The fixture Fixtures/SupportSpecs/RefundSpecs/window.json cannot be used: exchanges 1 and 2 (lines \(first) and \
        \(first + lines)) answer the same call (POST /chat/completions, trial 1), as when a merge keeps both sides. Take \
        one of them out, or delete both and record the call again: LLMSPEC_MODE=record swift test --filter \
        SupportSpecs.RefundSpecs/window
        """)
  }

  @Test("The exchanges of two branches, both kept, answer the calls of both")
  func bothSides() async throws {
    let stage = try await recordedStage("One?")
    let other = try await recordedStage("Two?")
    func exchange(_ stage: Rehearsal) throws -> String {
      let text = try #require(stage.text)
      let start = try #require(text.range(of: "    {\n      \"key\"")).lowerBound
      return String(text[start..<(try #require(text.range(of: "\n    }\n")).upperBound)])
    }
    let both = try exchange(other).dropLast() + ",\n" + exchange(stage)
    try stage.edit(try exchange(stage), both)
    let run = try await stage.run(.replay) { [try await ask("One?"), try await ask("Two?")] }
    #expect(try run.value == ["One? #1", "Two? #1"])
  }

  @Test("A file of very many lines that is no fixture is told in bounded time and words")
  func manyLines() throws {
    let stage = try Rehearsal()
    try FileManager.default.createDirectory(
      at: stage.file.deletingLastPathComponent(), withIntermediateDirectories: true)
    // 200 MB where time does not matter.
    let isBig = ProcessInfo.processInfo.environment["LLMSPEC_BENCHMARK"] != nil
    var bytes = [UInt8](repeating: 0x0A, count: isBig ? 200 << 20 : 4 << 20)
    for index in stride(from: 1, to: bytes.count, by: 2) { bytes[index] = UInt8(ascii: "x") }
    try Data(bytes).write(to: stage.file)
    let fault = #expect(throws: FixtureFault.self) { try FixtureFile.read(stage.file) }
    #expect(fault?.message.contains("it is not JSON: line 2, column 1") == true)
    #expect(fault.map { $0.message.count < 600 } == true)
  }
}
