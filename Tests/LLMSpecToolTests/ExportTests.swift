import Foundation
import SpecRecords
import Testing

@testable import LLMSpecTool

@Suite("Exports of training files")
struct ExportTests {
  private let run = "20261124T020205Z-77"

  @Test("A run's trainable specs become rows, and the others are refused by name")
  func export() async throws {
    let package = try TemporaryPackage()
    let heldOut = (1...25).map { Recorded.body(.passed, spec: "Specs/HeldOut/spec\($0)()") }
    try package.record(
      run, [Recorded.call(role: .trainable), Recorded.body(.passed, role: .trainable)] + heldOut + heldOut)
    #expect(await package.tool("export", "--to", "openai-chat", "--from", "latest") == 0)
    let path = ".build/llmspec/exports/\(run)/openai-chat.jsonl"
    #expect(package.output.hasPrefix("Wrote 1 row of run \(run) for openai-chat: \(path)\n"))
    #expect(package.output.contains("\n  Refused 50:\n    Specs/HeldOut/spec1(): held out"))
    #expect(package.output.hasSuffix("\n    and 5 more, 10 refusals in all\n"))
    let rows = try package.text(of: path).split(separator: "\n")
    #expect(rows.count == 1)
    #expect(rows.first?.contains("30 days.") == true)
  }

  @Test("The file goes where --output says, from the current folder")
  func output() async throws {
    let package = try TemporaryPackage()
    try package.record(run, [Recorded.call(role: .trainable), Recorded.body(.passed, role: .trainable)])
    #expect(await package.tool("export", "--to=openai-chat", "--from", run, "--output", "out/train.jsonl") == 0)
    #expect(package.output.contains(": out/train.jsonl\n"))
    #expect(try package.text(of: "out/train.jsonl").contains("30 days."))
  }

  @Test("Where there is nothing to write, no file is written and the status is 1")
  func nothing() async throws {
    let package = try TemporaryPackage()
    try package.record(run, [Recorded.call(), Recorded.body(.passed)])
    try package.write("old", to: "train.jsonl")
    #expect(await package.tool("export", "--to", "openai-chat", "--from", run, "--output", "train.jsonl") == 1)
    #expect(package.output.isEmpty)
    #expect(package.errors.contains("no file was written"))
    #expect(package.errors.contains(Recorded.spec))
    #expect(try package.text(of: "train.jsonl") == "old")
  }

  @Test("A target that is none is suggested another")
  func unknownTarget() async throws {
    let package = try TemporaryPackage()
    #expect(await package.tool("export", "--to", "openai-caht", "--from", "latest") == 2)
    #expect(package.errors.contains("Did you mean \"openai-chat\"?"))
  }
}
