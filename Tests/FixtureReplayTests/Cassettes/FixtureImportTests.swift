import Foundation
import LanguageModels
import SpecRecords
import StructuredOutput
import Testing

@testable import FixtureReplay

@Suite("Writing imported fixtures")
struct FixtureImportTests {
  private func cassette(_ prompts: [String], answer: Int = 0) throws -> CassetteImport {
    let interactions = prompts.enumerated().map { index, prompt -> JSONValue in
      [
        "request": [
          "method": "POST", "uri": "https://h/v1/chat/completions",
          "body": ["string": .string("{\"p\":\"\(prompt)\"}")],
        ],
        "response": [
          "status": ["code": 200], "headers": ["content-type": "application/json"],
          "body": ["string": .string("{\"n\":\(index + answer)}")],
        ],
      ]
    }
    return try CassetteImport(bytes: JSONValue.object(["interactions": .array(interactions)]).compactBytes)
  }

  private func answers(_ file: FixtureFile) -> [JSONValue] {
    file.exchanges.map { if case .body(.json(let json)) = $0.answer.content { json["n"] ?? .null } else { .null } }
  }

  @Test("Equal requests are counted, and importing twice changes nothing")
  func ordinals() throws {
    let folder = try TemporaryFolder()
    let root = PackageRoot(url: folder.url)
    let test = try #require(FixtureImport.test(named: "T/S/window"))
    for _ in 1...2 {
      var fixtures = FixtureImport(test: test, root: root, directory: "Fixtures")
      try fixtures.add(try cassette(["a", "b", "a"]), from: folder.url.appending(path: "x.yaml"))
      let written = try fixtures.write()
      #expect(written.map(\.path) == ["Fixtures/T/S/window.json"])
      #expect(written.map(\.exchanges) == [3])
      #expect(written.map(\.test) == ["T/S/window()"])
    }
    let file = try #require(try FixtureFile.read(folder.url.appending(path: "Fixtures/T/S/window.json")))
    #expect(file.exchanges.map(\.key.ordinal) == [1, 1, 2])
    #expect(answers(file) == [0, 1, 2])
  }

  @Test("What is there stays, unless it is replaced", arguments: [false, true])
  func merging(replaces: Bool) throws {
    let folder = try TemporaryFolder()
    let root = PackageRoot(url: folder.url)
    let test = FixtureImport.test(named: "T/S/window()")
    var first = FixtureImport(test: test, root: root, directory: "Fixtures")
    try first.add(try cassette(["a", "b"]), from: folder.url)
    _ = try first.write()
    var second = FixtureImport(test: test, root: root, directory: "Fixtures", replaces: replaces)
    try second.add(try cassette(["b"], answer: 7), from: folder.url)
    _ = try second.write()
    let file = try #require(try FixtureFile.read(folder.url.appending(path: "Fixtures/T/S/window.json")))
    #expect(answers(file) == (replaces ? [7] : [0, 7]))
  }

  @Test("Without a test, the file and its folder give the name; two of one name are refused")
  func names() throws {
    let folder = try TemporaryFolder()
    var fixtures = FixtureImport(test: nil, root: PackageRoot(url: folder.url), directory: "F")
    try fixtures.add(try cassette(["a"]), from: folder.url.appending(path: "cassettes/test chat.yaml"))
    try fixtures.add(try cassette(["a"]), from: folder.url.appending(path: "Sign-In_17/recording.har"))
    let written = try fixtures.write()
    #expect(written.map(\.test) == ["Imported/cassettes/test chat", "Imported/Sign-In_17/recording"])
    #expect(written.last?.path == "F/Imported/Sign-In_17/recording.json")
    #expect {
      try fixtures.add(try cassette(["a"]), from: folder.url.appending(path: "other/Sign-In_17/recording.har"))
    } throws: { "\($0)".contains("Import them one by one, each with --test.") }
  }

  @Test("Of a recording whose tests cannot be told apart on every disk, nothing is taken")
  func ambiguousTests() throws {
    let folder = try TemporaryFolder()
    var fixtures = FixtureImport(test: nil, root: PackageRoot(url: folder.url), directory: "F")
    let files = ["T/S/window()", "T/S/Window()"].map { test in
      FixtureFile(test: test, exchanges: (try? cassette(["a"]))?.imported.map(\.exchange) ?? [])
    }
    let archive = HARExport(of: files, version: "1").json
    #expect(throws: FixtureFault.self) {
      try fixtures.add(try CassetteImport(bytes: archive.compactBytes), from: folder.url)
    }
    #expect(try fixtures.write().isEmpty)
  }

  @Test("A fixture of another test is left alone")
  func otherTest() throws {
    let folder = try TemporaryFolder()
    let root = PackageRoot(url: folder.url)
    try folder.write(FixtureFile(test: "T/S/other()").text, to: "F/T/S/window.json")
    var fixtures = FixtureImport(test: FixtureImport.test(named: "T/S/window"), root: root, directory: "F")
    try fixtures.add(try cassette(["a"]), from: folder.url)
    #expect { try fixtures.write() } throws: { "\($0)".contains("belongs to the test T/S/other()") }
  }

  @Test("A credential that cannot be taken out stops everything before anything is written")
  func credential() throws {
    let folder = try TemporaryFolder()
    var fixtures = FixtureImport(test: nil, root: PackageRoot(url: folder.url), directory: "F")
    try fixtures.add(try cassette(["a"]), from: folder.url.appending(path: "a/a.yaml"))
    let har = #"""
      {"log": {"version": "1.2", "entries": [{"request": {"method": "GET", "url": "https://h/sk-proj-abcdefghijklmnop1234567890/x"},
      "response": {"status": 200, "headers": []}}]}}
      """#
    try fixtures.add(try CassetteImport(bytes: Array(har.utf8)), from: folder.url.appending(path: "b/b.har"))
    #expect { try fixtures.write() } throws: { fault in
      "\(fault)".contains("openai-key") && !"\(fault)".contains("abcdefghijklmnop")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "F").path))
  }
}
