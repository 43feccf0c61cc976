import Foundation
import StructuredOutput
import Testing

@testable import LLMSpecTool

@Suite("llmspec fixtures show, import and export")
struct FixtureExchangeVerbTests {
  private static let cassette = """
    interactions:
    - request:
        body: '{"model":"small","messages":[{"role":"user","content":"How long?"}]}'
        headers: {}
        method: POST
        uri: https://api.openai.com/v1/chat/completions
      response:
        body: {string: '{"choices":[{"message":{"content":"30 days."}}]}'}
        headers: {content-type: [application/json]}
        status: {code: 200, message: OK}
    - request: {body: null, headers: {}, method: GET, uri: https://h/x}
      response: {body: {string: ''}, headers: {}, status: {code: 401, message: No}}
    version: 1
    """

  @Test("A cassette is imported, shown, exported, and imported again")
  func roundTrip() async throws {
    let package = try TemporaryPackage()
    try package.write(Self.cassette, to: "cassettes/chat.yaml")
    #expect(await package.tool("fixtures", "import", "cassettes/chat.yaml", "--test", "Specs/Refunds/window") == 0)
    #expect(
      package.output == """
        cassettes/chat.yaml (vcrpy cassette): 1 imported, 1 skipped
          skipped 2, GET https://h/x: the answer is a refusal of the credential (status 401), which is never kept
        Wrote Fixtures/Specs/Refunds/window.json: 1 imported, 1 in all

        """)
    let fixture = try package.text(of: "Fixtures/Specs/Refunds/window.json")

    for name in ["Specs/Refunds/window", "Fixtures/Specs/Refunds/window.json"] {
      #expect(await package.tool("fixtures", "show", name) == 0)
      #expect(package.output.contains("  user\n    How long?\n  answer: status 200, 0 ms\n    30 days.\n"))
    }
    let shown = try TemporaryPackage()
    try shown.write(fixture, to: "f.json")
    #expect(await shown.tool("fixtures", "show", "f.json", "--json", "--exchange", "1") == 0)
    #expect(try JSONValue(parsing: shown.output)["exchanges"]?[0]?["model"] == "small")

    #expect(await package.tool("fixtures", "export", "--to", "har", "--output", "out/all.har") == 0)
    #expect(package.output.hasSuffix("Wrote 1 exchange of 1 fixture: out/all.har\n"))
    try FileManager.default.removeItem(at: package.folder.appending(path: "Fixtures"))
    #expect(await package.tool("fixtures", "import", "out/all.har") == 0)
    #expect(try package.text(of: "Fixtures/Specs/Refunds/window.json") == fixture)

    let printed = try TemporaryPackage()
    try printed.write(fixture, to: "f.json")
    #expect(await printed.tool("fixtures", "export", "f.json", "--to", "har") == 0)
    #expect(printed.output == (try package.text(of: "out/all.har")))
  }

  @Test("One file that cannot be read does not keep the others out")
  func unreadable() async throws {
    let package = try TemporaryPackage()
    try package.write(Self.cassette, to: "a/chat.yaml")
    try package.write("x: [", to: "a/broken.yaml")
    #expect(await package.tool("fixtures", "import", "a/broken.yaml", "a/chat.yaml", "a/none.har") == 1)
    #expect(package.errors.contains("a/broken.yaml is not imported: it is no YAML that is read here: line 1, column 5"))
    #expect(package.errors.contains("a/none.har is not imported: there is no such file."))
    #expect(package.output.contains("Wrote Fixtures/Imported/a/chat.json: 1 imported, 1 in all"))
  }

  @Test("What cannot be shown or exported says why")
  func faults() async throws {
    let package = try TemporaryPackage()
    #expect(await package.tool("fixtures", "export", "--to", "har") == 1)
    #expect(package.errors.contains("Fixtures holds no fixtures."))
    try package.write("{\"format\": 1, \"test\": \"T/S/x()\", \"exchanges\": []}", to: "Fixtures/T/S/x.json")
    try package.write("<<<<<<< ours\n", to: "Fixtures/T/S/y.json")
    #expect(await package.tool("fixtures", "show", "T/S/y") == 1)
    #expect(package.errors.contains("is a conflict marker that git left"))
    #expect(await package.tool("fixtures", "show", "T/S/z") == 1)
    #expect(package.errors.contains("neither a file of that path, nor Fixtures/T/S/z.json of that test"))
    #expect(await package.tool("fixtures", "show", "none.json") == 1)
    #expect(await package.tool("fixtures", "show", "T/S/x", "--exchange", "1") == 2)
    #expect(package.errors.contains("the fixture holds no exchanges"))
    #expect(await package.tool("fixtures", "show") == 2)
    #expect(await package.tool("fixtures", "export", "--to", "zip") == 2)
    #expect(await package.tool("fixtures", "import", "x.har", "--test", "window") == 2)
    #expect(await package.tool("fixtures", "export", "--to", "har", "--output", "o.har") == 1)
    #expect(!FileManager.default.fileExists(atPath: package.folder.appending(path: "o.har").path))
  }
}
