import FixtureReplay
import Foundation
import LanguageModels
import Testing

@Suite("The status of all fixtures")
struct FixtureStatusTests {
  private func record(_ name: String, suite: String = "RefundSpecs", in folder: TemporaryFolder, calls: Int)
    async throws
  {
    let stage = try Rehearsal(name, suite: suite, in: folder)
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) {
      for call in 1...calls {
        _ = try await TrialNumber.$current.withValue(call) {
          try await ask("When?", model: call == 1 ? "gpt-b" : "gpt-a")
        }
      }
    }
  }

  @Test("Tells of each file in the order of the paths")
  func entries() async throws {
    let folder = try TemporaryFolder()
    try await record("window()", in: folder, calls: 3)
    try await record("exchange()", in: folder, calls: 1)
    try await record("start()", suite: "Basics", in: folder, calls: 2)
    try folder.write("# About these files", to: "Fixtures/README.md")
    let status = FixtureStatus(root: PackageRoot(url: folder.url), directory: "Fixtures")
    #expect(
      status.entries.map(\.path) == [
        "Fixtures/SupportSpecs/Basics/start.json", "Fixtures/SupportSpecs/RefundSpecs/exchange.json",
        "Fixtures/SupportSpecs/RefundSpecs/window.json",
      ])
    let last = try #require(status.entries.last)
    #expect(last.test == "SupportSpecs/RefundSpecs/window()")
    #expect((last.exchanges, last.trials) == (3, 3))
    #expect(last.models == ["gpt-a", "gpt-b"])
    #expect(last.oldest == "2026-05-28T20:26:40Z" && last.newest == last.oldest)
    #expect(last.bytes == (try Data(contentsOf: folder.url.appending(path: last.path))).count)
    #expect(!status.hasProblems && status.interrupted.isEmpty)
  }

  @Test("Names what is wrong with a file and changes none")
  func problems() async throws {
    let folder = try TemporaryFolder()
    for (name, old, new) in [
      ("a()", "\"format\": 1", "\"format\": 2"), ("b()", "When?", "Where?"),
      ("c()", "  \"test\"", "<<<<<<< HEAD\n  \"test\""),
      ("d()", "\"exchanges\": [", "\"exchanges\": ["), ("e()", "\"trial\": 2", "\"trial\": 1"),
    ] {
      try await record(name, in: folder, calls: 2)
      guard old != new else { continue }
      let stage = try Rehearsal(name, in: folder)
      try stage.edit(old, new)
      if name == "e()" { try stage.edit("\"model\": \"gpt-a\"", "\"model\": \"gpt-b\"") }
    }
    try folder.write("", to: "Fixtures/SupportSpecs/z.json")
    let before = folder.everything
    let status = FixtureStatus(root: PackageRoot(url: folder.url), directory: "Fixtures")
    let problems = status.entries.map(\.problem)
    #expect(problems[0] == "its format is 2, and this version of the package reads up to 1. Update the package.")
    #expect(problems[1] == "exchange 1 was edited by hand: its request was changed.")
    #expect(problems[2] == "line 3 is a conflict marker that git left: two branches recorded this test. Keep one side.")
    #expect(problems[3] == nil)
    #expect(problems[4]?.hasPrefix("exchange 2 was edited by hand") == true)
    #expect(problems[5] == "it is empty.")
    #expect(status.hasProblems)
    #expect(folder.everything == before)
  }

  @Test("Two answers to one call, as a merge leaves them, are a problem")
  func doubled() async throws {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) { try await ask("When?") }
    var contents = try #require(try stage.contents)
    contents.exchanges += contents.exchanges
    try contents.write(stage.file)
    let status = FixtureStatus(root: stage.root, directory: "Fixtures")
    #expect(status.entries.first?.problem == "exchanges 1 and 2 answer the same call; keep one of them.")
  }

  @Test("Names recordings that were cut off, also of tests that have no file yet")
  func interrupted() async throws {
    let stage = try Rehearsal()
    let store = try stage.store(.record, live: ScriptedTransport.echo())
    _ = try await Rehearsal.body(on: FixtureTransport(store: store)) { [try await ask("One?"), try await ask("Two?")] }
    #expect(FixtureStatus(root: stage.root, directory: "Fixtures").interrupted.isEmpty, "it is still recording")
    try stage.folder.write("in the way", to: "Fixtures")
    #expect(throws: FixtureFault.self) { try store.commit() }
    try FileManager.default.removeItem(at: stage.folder.url.appending(path: "Fixtures"))
    let status = FixtureStatus(root: stage.root, directory: "Fixtures")
    #expect(status.interrupted.count == 1)
    #expect(status.interrupted.first?.test == "SupportSpecs/RefundSpecs/window()")
    #expect(status.interrupted.first?.fixture == "Fixtures/SupportSpecs/RefundSpecs/window.json")
    #expect(status.interrupted.first?.answers == 2)
    #expect(!status.hasProblems)
    #expect(
      status.text == """
        Recordings that were cut off; LLMSPEC_MODE=record takes their answers over:
          Fixtures/SupportSpecs/RefundSpecs/window.json: 2 answers

        Fixtures does not exist: nothing is recorded.

        """)
  }

  @Test("Reads as a table with a line of totals")
  func text() async throws {
    let folder = try TemporaryFolder()
    try await record("window()", in: folder, calls: 3)
    try await record("start()", suite: "Basics", in: folder, calls: 1)
    try folder.write("{", to: "Fixtures/SupportSpecs/broken.json")
    let status = FixtureStatus(root: PackageRoot(url: folder.url), directory: "Fixtures")
    #expect(
      status.text == """
        fixture                                        exchanges  trials  recorded      size  models
        Fixtures/SupportSpecs/Basics/start.json                1       1  2026-05-28   998 B  gpt-b
        Fixtures/SupportSpecs/RefundSpecs/window.json          3       3  2026-05-28  2.7 kB  gpt-a, gpt-b
        Fixtures/SupportSpecs/broken.json                      ?       ?  ?              1 B  ?
          ! it is not JSON: line 1, column 2 (byte 1): the text ends before the object that opens at line 1, column 1 \
        is closed

        3 fixtures, 4 exchanges, 2 models, 3.7 kB, 1 with a problem

        """)
  }

  @Test("No folder and an empty one say so")
  func nothing() throws {
    let folder = try TemporaryFolder()
    let root = PackageRoot(url: folder.url)
    #expect(FixtureStatus(root: root, directory: "Fixtures").text == "Fixtures does not exist: nothing is recorded.\n")
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "Fixtures"), withIntermediateDirectories: true)
    #expect(FixtureStatus(root: root, directory: "Fixtures").text == "Fixtures holds no fixtures.\n")
  }

  @Test("A link in a circle and a link to nowhere do no harm")
  func links() async throws {
    let folder = try TemporaryFolder()
    try await record("window()", in: folder, calls: 1)
    let fixtures = folder.url.appending(path: "Fixtures")
    let files = FileManager.default
    try files.createSymbolicLink(at: fixtures.appending(path: "round"), withDestinationURL: fixtures)
    try files.createSymbolicLink(
      at: fixtures.appending(path: "gone.json"), withDestinationURL: folder.url.appending(path: "nowhere.json"))
    let status = FixtureStatus(root: PackageRoot(url: folder.url), directory: "Fixtures")
    #expect(status.entries.map(\.path).count == 2)
    #expect(status.entries.last?.problem == "it is a link that leads nowhere.")
  }
}
