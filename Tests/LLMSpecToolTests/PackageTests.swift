import Foundation
import SpecRecords
import Testing

@testable import LLMSpecTool

@Suite("Packages and runs")
struct PackageTests {
  private func found(_ package: TemporaryPackage, _ arguments: [String] = [], in folder: String = "") throws -> String {
    let parsed = try ParsedArguments(arguments, of: "runs", syntax: RunsVerb().syntax)
    return try PackageFolder(parsed, at: package.workplace(in: folder)).url.path
  }

  @Test("The package is the nearest at or above the current folder")
  func nearest() throws {
    let package = try TemporaryPackage()
    try package.write("", to: "Sources/Deep/File.swift")
    #expect(try found(package) == package.folder.path)
    #expect(try found(package, in: "Sources/Deep") == package.folder.path)
  }

  @Test("A named folder must hold a package")
  func named() async throws {
    let package = try TemporaryPackage()
    try package.write("", to: "Inner/Package.swift")
    #expect(try found(package, ["--package-path", "Inner"]).hasSuffix("/Inner"))
    #expect(await package.tool("runs", "--package-path", "Nowhere") == 1)
    #expect(package.errors.contains("--package-path is \"Nowhere\", which is no folder."))
  }

  @Test("Records are looked for where LLMSPEC_ROOT says")
  func otherRoot() async throws {
    let package = try TemporaryPackage()
    let elsewhere = try TemporaryPackage()
    try elsewhere.record("20261124T020205Z-77", [Recorded.body(.passed)])
    #expect(await package.tool("runs", environment: ["LLMSPEC_ROOT": elsewhere.folder.path]) == 0)
    #expect(package.output == "20261124T020205Z-77  passed, 1 spec, 0 calls, mode replay\n")
  }

  @Test("Runs are listed with verdict, specs, calls and mode")
  func runs() async throws {
    let package = try TemporaryPackage()
    #expect(await package.tool("runs") == 0)
    #expect(package.output == "No run is recorded yet. Run the specs with: llmspec run\n")
    try package.record("20261125T020205Z-101", mode: "live", [Recorded.call(), Recorded.body(.failed)])
    try package.record("20261124T020205Z-77", [])
    try package.write("no JSON\n{}\n", to: ".build/llmspec/runs/20261126T020205Z-5/1.jsonl")
    #expect(await package.tool("runs") == 0)
    let lines = package.output.split(separator: "\n").dropFirst()
    #expect(
      lines.prefix(2) == [
        "20261124T020205Z-77   nothing judged, 0 specs, 0 calls, mode replay",
        "20261125T020205Z-101  failed, 1 spec, 1 call, mode live",
      ])
    #expect(lines.last?.contains("  unreadable: ") == true)
  }

  @Test("A run is found by name, as the latest, and by its path")
  func references() throws {
    let package = try TemporaryPackage()
    for run in ["20261124T020205Z-77", "20261125T020205Z-9", "nightly"] { try package.record(run, []) }
    let parsed = try ParsedArguments([], of: "runs", syntax: RunsVerb().syntax)
    let folder = try PackageFolder(parsed, at: package.workplace())
    func run(_ text: String) throws -> String {
      try RunReference(text: text).directory(in: folder, at: package.workplace()).run
    }
    #expect(try run("latest") == "20261125T020205Z-9")
    #expect(try run("nightly") == "nightly")
    #expect(try run(".build/llmspec/runs/20261124T020205Z-77/") == "20261124T020205Z-77")
    #expect(throws: PackageError.self) { try run(".build") }
    do {
      _ = try run("nihgtly")
      Issue.record("It found a run.")
    } catch {
      #expect(
        "\(error)".hasPrefix(
          ".build/llmspec/runs holds no run \"nihgtly\", and it is no folder's path either. Did you mean \"nightly\"?"))
    }
  }

  @Test("Fixtures of a package without any have no problem")
  func fixturesStatus() async throws {
    let package = try TemporaryPackage()
    #expect(await package.tool("fixtures", "status") == 0)
    #expect(!package.output.isEmpty)
  }

  @Test("A file among the fixtures that is none is a problem")
  func fixtureProblem() async throws {
    let package = try TemporaryPackage()
    try package.write("no JSON", to: "Answers/Specs/Refunds/window.json")
    #expect(await package.tool("fixtures", "status", "--directory", "Answers") == 1)
    #expect(package.output.contains("window"))
  }
}
