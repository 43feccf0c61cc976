import Foundation
import SpecRecords
import StructuredOutput
import Testing

@testable import LLMSpecTool

@Suite("Verbs about fixtures")
struct FixturesVerbTests {
  private static let path = RecordedFixture.path

  /// A package with one test and its fixture of two exchanges.
  ///
  /// - Parameter asked: What the test asked in its last run; nil for a test that never ran.
  private func package(asking asked: [String]? = nil) async throws -> TemporaryPackage {
    let package = try TemporaryPackage()
    let fixture = try RecordedFixture(in: package)
    if let asked, let use = try await fixture.use(asking: asked) {
      try package.record("20261128T100000Z-1", [.fixtureUse(use)])
    }
    return package
  }

  /// Changes the fixture as a person with an editor does.
  private func edit(_ package: TemporaryPackage, _ old: String, _ new: String) throws {
    try package.write(try package.text(of: Self.path).replacing(old, with: new), to: Self.path)
  }

  @Test("A clean package: nothing found, nothing wrong, nothing to remove")
  func clean() async throws {
    let package = try await package(asking: ["How long?", "And boots?"])
    let before = try package.text(of: Self.path)
    for verb in [["status", "--strict"], ["verify", "--strict"], ["prune"]] {
      let tool = LLMSpecTool(workplace: package.workplace(), console: package.console)
      #expect(await tool.run(["fixtures"] + verb) == 0, "\(verb): \(package.output)")
    }
    #expect(package.output.contains("1 fixture, 2 exchanges, nothing wrong\n"))
    #expect(package.output.hasSuffix("Nothing to remove.\n"))
    #expect(try package.text(of: Self.path) == before)
  }

  @Test("What is unused is found, red only under --strict, shown by a dry run, and removed")
  func unused() async throws {
    let package = try await package(asking: ["How long?"])
    let before = try package.text(of: Self.path)
    #expect(await package.tool("fixtures", "status") == 0)
    #expect(package.output.contains("  - 1 exchange of 2 (2) answers no call of its test (run 20261128T100000Z-1)."))
    #expect(await package.tool("fixtures", "status", "--strict") == 1)
    #expect(await package.tool("fixtures", "prune", "--dry-run") == 0)
    #expect(package.output.hasSuffix("Would remove 1 exchange.\n"))
    #expect(try package.text(of: Self.path) == before)
    #expect(await package.tool("fixtures", "prune") == 0)
    #expect(package.output.hasSuffix("Removed 1 exchange.\n"))
    #expect(try !package.text(of: Self.path).contains("And boots?"))
    #expect(await package.tool("fixtures", "verify", "--strict") == 0)
  }

  @Test("Calls that are not recorded are red, and nothing is removed beside them")
  func missing() async throws {
    let package = try await package(asking: ["How long?", "Anything else?"])
    let before = try package.text(of: Self.path)
    #expect(await package.tool("fixtures", "status") == 1)
    #expect(package.output.contains("  ! 1 call of its test has no recorded answer"))
    #expect(await package.tool("fixtures", "prune") == 0)
    #expect(try package.text(of: Self.path) == before)
  }

  @Test("A package that never ran is told what would tell")
  func neverRan() async throws {
    let package = try await package()
    #expect(await package.tool("fixtures", "status") == 0)
    #expect(package.output.contains("LLMSPEC_MODE=replay swift test --filter Specs.Refunds/window"))
  }

  @Test("An age is a number with its unit")
  func age() async throws {
    let package = try await package(asking: ["How long?", "And boots?"])
    #expect(await package.tool("fixtures", "status", "--max-age", "1h", "--strict") == 1)
    #expect(package.output.contains("  - 2 exchanges of 2 are older than 1 hour, the oldest of 2026-05-28."))
    #expect(await package.tool("fixtures", "status", "--max-age", "90") == 2)
    #expect(
      package.errors.contains("--max-age is \"90\", which is no age. Write a number and its unit: 90d, 12w or 36h."))
  }

  @Test("Machines get one JSON object")
  func json() async throws {
    let package = try await package(asking: [])
    #expect(await package.tool("fixtures", "status", "--json") == 0)
    let json = try JSONValue(parsing: package.output)
    #expect(json["fixtures"]?[0]?["findings"]?[0]?["exchanges"] == "1-2")
  }

  @Test("Each problem is one line, and remarks are red only under --strict")
  func verify() async throws {
    let package = try await package()
    let before = try package.text(of: Self.path)
    try edit(package, "  ", "   ")
    #expect(await package.tool("fixtures", "verify") == 0)
    #expect(package.output.hasSuffix("1 fixture, 2 exchanges, nothing wrong, 1 remark\n"))
    #expect(await package.tool("fixtures", "verify", "--strict") == 1)
    try package.write(before, to: Self.path)
    try edit(package, "And boots?", "And socks?")
    #expect(await package.tool("fixtures", "verify") == 1)
    #expect(
      package.output.contains(
        "\n\(Self.path), exchange 2: it was edited by hand: its request was changed. Bring it back"))
  }

  @Test("A folder that --directory names and that is not there is a mistake, and not free of problems")
  func mistypedDirectory() async throws {
    let package = try TemporaryPackage()
    for verb in ["status", "verify", "prune"] {
      #expect(await package.tool("fixtures", verb, "--directory", "Fixturs") == 2)
    }
    #expect(package.errors.contains("Fixturs"))
  }

  @Test("A folder of fixtures elsewhere is named by --directory or by LLMSPEC_FIXTURES")
  func directory() async throws {
    let package = try await package()
    for verb in ["status", "verify", "prune"] {
      #expect(await package.tool("fixtures", verb, environment: ["LLMSPEC_FIXTURES": "Elsewhere"]) == 0)
    }
    #expect(package.output.contains("Elsewhere does not exist: nothing is recorded."))
    try FileManager.default.createDirectory(
      at: package.folder.appending(path: "Elsewhere"), withIntermediateDirectories: true)
    for verb in ["status", "verify", "prune"] {
      #expect(await package.tool("fixtures", verb, "--directory", "Elsewhere") == 0)
    }
    #expect(!package.output.contains("1 fixture,"))
  }
}
