import FixtureReplay
import Foundation
import SpecRecords
import Testing

@Suite("Awkward names of tests")
struct AwkwardNameTests {
  private static let names = [
    "a/b()", "../../etc/passwd()", "..", "...", ". . .", "👩‍👩‍👧()", "🇩🇪()", String(repeating: "x", count: 300) + "()",
    String(repeating: "漢", count: 300) + "()", String(repeating: "e\u{301}", count: 300) + "()",
    "a" + String(repeating: "\u{345}", count: 300) + "()", "a\u{0}b()", "a\u{7}b()", "a\tb()", "a\nb()",
    "\u{202E}desrever()", "\u{200F}מה()", "con()", "NUL", "aux()", "COM1()", "lpt9(of:)", "com\u{B9}()", "con(of:)",
    "prn.txt()", "dot.()", "space ()", " lead()", "trail.", "a:b()", "a*b?()", "a\\b()", "a|b()", "\"quoted\"()", "~()",
    "-rf()", "%2e%2e()", "$HOME()", "ÅNGSTRÖM()", "ﬁ()",
  ]

  private func url(_ name: String, suite: String? = nil) -> URL {
    FixturePath.file(
      of: SpecIdentity(target: "T", path: [suite, name].compactMap { $0 }), root: PackageRoot(url: URL(filePath: "/p")),
      environment: [:])
  }

  @Test("Make names of files that every system can hold", arguments: names)
  func portable(name: String) throws {
    for url in [url(name), url("plain()", suite: name).deletingLastPathComponent()] {
      let file = url.lastPathComponent
      #expect(url.deletingLastPathComponent().path == "/p/Fixtures/T")
      #expect(file.utf8.count <= 120)
      // Names that Windows keeps for devices, with whatever ending.
      let stem = String(file.prefix { $0 != "." }).lowercased()
      #expect(!["con", "prn", "aux", "nul", "com1", "lpt9", "com\u{B9}"].contains(stem), "\(file)")
      for wrong in ["/", "\\", ":", "*", "?", "\"", "<", ">", "|", " ", "%", "$", "~", "\u{202E}", "\u{200F}"] {
        #expect(!file.contains(wrong), "\(file)")
      }
      #expect(file.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
      #expect(!file.hasPrefix(".") && !file.hasPrefix("-") && !file.hasSuffix(".") && !file.hasSuffix(" "), "\(file)")
      #expect(Array(file.precomposedStringWithCanonicalMapping.utf8) == Array(file.utf8))
    }
  }

  @Test("Share no file with each other, even where a disk tells neither case nor composition")
  func distinct() {
    let names = Self.names + ["A/B()", "a-b()", "a b()", "con", "_con()", "test()", "é()", "e\u{301}()", "한()", "한()"]
    let files = names.map { url($0).path.precomposedStringWithCanonicalMapping.lowercased() }
    #expect(Set(files).count == Set(names.map { Array($0.utf8) }).count)
  }

  @Test("Letters of two forms, é as one scalar and as two, are two tests with two files", arguments: ["é", "한", "Å"])
  func composition(letter: String) async throws {
    let folder = try TemporaryFolder()
    for name in [letter.precomposedStringWithCanonicalMapping, letter.decomposedStringWithCanonicalMapping] {
      let stage = try Rehearsal(name + "()", in: folder)
      let run = try await stage.run(.record, live: ScriptedTransport { _, _ in .chat("\(name.utf8.count)") }) {
        try await ask("When?")
      }
      #expect(try run.value == "\(name.utf8.count)")
    }
    #expect(folder.paths.filter { $0.hasSuffix(".json") }.count == 2)
  }

  @Test("Record and replay, suite and test both", arguments: names)
  func recorded(name: String) async throws {
    let stage = try Rehearsal(name, suite: name)
    let recorded = try await stage.run(.record, live: ScriptedTransport.echo()) { try await ask("When?") }
    #expect(recorded.commitFault == nil)
    let replayed = try await stage.run(.replay) { try await ask("When?") }
    #expect(try replayed.value == "When? #1")
  }

  @Test(
    "Two names that a disk may take for one are refused, and the error names both",
    arguments: [("window()", "Window()"), ("straße()", "STRASSE()"), ("ΟΔΟΣ()", "οδος()"), ("ſo()", "so()")])
  func folded(first: String, second: String) async throws {
    let folder = try TemporaryFolder()
    let one = try Rehearsal(first, in: folder)
    let other = try Rehearsal(second, in: folder)
    _ = try one.store(.replay)
    let fault = #expect(throws: FixtureFault.self) { try other.store(.replay) }
    #expect(fault?.kind == .ambiguousTest)
    #expect(fault?.message.contains("\(one.test)") == true)
    #expect(fault?.message.contains("\(other.test)") == true)
  }

  @Test("Where the disk gave the other test's file, in another process or on another machine, the error names both")
  func otherProcess() async throws {
    let folder = try TemporaryFolder()
    // On a disk that does not tell them apart this file answers to both names.
    let other = try Rehearsal("Window()", in: folder)
    try folder.write(
      FixtureFile(test: "SupportSpecs/RefundSpecs/window()").text, to: "Fixtures/SupportSpecs/RefundSpecs/Window.json")
    for mode in [FixtureMode.replay, .record, .rerecord] {
      let run = try await other.run(mode) { try? await ask("When?") }
      #expect(run.faults.map(\.kind) == [.ambiguousTest])
      #expect(
        run.faults.first?.message == """
          The fixture Fixtures/SupportSpecs/RefundSpecs/Window.json belongs to the test \
          SupportSpecs/RefundSpecs/window(), whose name this disk does not tell from that of \
          SupportSpecs/RefundSpecs/Window(). Give one of them another name, or a directory of its own: \
          .fixtures(directory: "…").
          """)
    }
  }

  @Test("Suites nest as deep as a path can be long, and beyond that the fault says so before anything is sent")
  func deep() async throws {
    let folder = try TemporaryFolder()
    let root = PackageRoot(url: folder.url)
    let test = SpecIdentity(target: "T", path: Array(repeating: String(repeating: "s", count: 99), count: 60) + ["t()"])
    let store = try FixtureStore(
      test: test, sourceFile: "/a.swift", file: FixturePath.file(of: test, root: root, environment: [:]), root: root,
      mode: .record, live: ForbiddenTransport())
    let run = try await Rehearsal.body(on: FixtureTransport(store: store)) { try? await ask("When?") }
    #expect(run.faults.count == 1)
    #expect(run.faults.first?.message.contains("Choose a shorter name.") == true)
  }
}
