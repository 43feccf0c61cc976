import Foundation
import SpecRecords
import StructuredOutput
import Testing

@testable import LLMSpecTool

@Suite("Merging the runs of shards")
struct RunsMergeTests {
  /// Writes the records of a machine into a folder, as a downloaded artifact holds them.
  private func shard(
    _ package: TemporaryPackage, _ index: Int, of count: Int, in folder: String, run: String = "20261124T020205Z-1",
    mode: String = "replay", _ verdict: Verdict = .passed, whole: Bool = true, process: Int = 7
  ) throws {
    let shard = "\(index)/\(count)"
    var records: [RunRecord] = [
      .process(ProcessRecord(run: run, mode: mode, shard: shard)),
      Recorded.body(verdict, spec: "Specs/Refunds/\(index)()"),
    ]
    for other in 1...count where other != index {
      records.append(.skipped(SkippedRecord(spec: "Specs/Refunds/\(other)()", shard: "\(other)/\(count)")))
    }
    if whole { records.append(.process(ProcessRecord(run: run, mode: mode, shard: shard, duration: 1))) }
    try package.write(records.map { $0.json.compactText + "\n" }.joined(), to: "\(folder)/\(process).jsonl")
  }

  private func merged(_ package: TemporaryPackage, _ run: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: package.folder.appending(path: ".build/llmspec/runs/\(run)").path
    ).sorted()
  }

  @Test("The records of all shards become one run with one summary, and once more changes nothing")
  func whole() async throws {
    let package = try TemporaryPackage()
    for index in 1...3 { try shard(package, index, of: 3, in: "artifacts/shard-\(index)/.build/llmspec/runs/ci-5") }
    #expect(await package.tool("runs", "merge", "artifacts") == 0)
    #expect(package.errors == "")
    #expect(package.output.contains("llmspec: 3 specs in 3.0 s, mode replay: 3 passed."))
    #expect(package.output.contains("  All 3 shards took part."))
    #expect(package.output.contains("  Record: .build/llmspec/runs/20261124T020205Z-1-merged"))
    let files = try merged(package, "20261124T020205Z-1-merged")
    #expect(files.count == 3)
    #expect(await package.tool("runs", "merge", "artifacts/shard-2", "artifacts/shard-1", "artifacts/shard-3") == 0)
    #expect(try merged(package, "20261124T020205Z-1-merged") == files)

    let listing = try TemporaryPackage()
    #expect(await listing.tool("runs", "--package-path", package.folder.path) == 0)
    #expect(listing.output == "20261124T020205Z-1-merged  passed, 3 specs, 0 calls, mode replay, 3 of 3 shards\n")
    #expect(await listing.tool("runs", "show", "--package-path", package.folder.path) == 0)
    #expect(listing.output.contains("llmspec: 3 specs in 3.0 s, mode replay: 3 passed."))
  }

  @Test("Missing shards are named, and the run is not whole until they come")
  func missing() async throws {
    let package = try TemporaryPackage()
    for index in [1, 4] { try shard(package, index, of: 4, in: "part\(index)") }
    #expect(await package.tool("runs", "merge", "part1", "part4", "--run", "nightly") == 3)
    #expect(package.errors.contains("Shards 2/4, 3/4 missing"))
    #expect(package.output.contains("Shards 1, 4 of 4. 2 specs in other shards: Specs/Refunds/2(), Specs/Refunds/3()."))
    for index in [2, 3] { try shard(package, index, of: 4, in: "part\(index)") }
    #expect(await package.tool("runs", "merge", "part2", "part3", "--run", "nightly") == 0)
    #expect(package.output.contains("All 4 shards took part."))
  }

  @Test("A shard that failed makes the merged run fail, though others are missing")
  func failed() async throws {
    let package = try TemporaryPackage()
    try shard(package, 1, of: 2, in: "part1", .failed)
    #expect(await package.tool("runs", "merge", "part1") == 1)
    #expect(package.output.contains("1 failed"))
  }

  @Test("A second attempt at a shard takes the place of the first, which is kept aside")
  func secondAttempt() async throws {
    let package = try TemporaryPackage()
    try shard(package, 1, of: 2, in: "part1")
    try shard(package, 2, of: 2, in: "part2", .failed)
    #expect(await package.tool("runs", "merge", "part1", "part2", "--run", "nightly") == 1)
    try shard(package, 2, of: 2, in: "again", run: "20261124T030205Z-1")
    #expect(await package.tool("runs", "merge", "again", "--run", "nightly") == 0)
    #expect(package.errors.contains("Shard 2/2 is there 2 times: "))
    #expect(package.errors.contains("Counted once, from again."))
    let files = try merged(package, "nightly")
    #expect(files.filter { $0.hasSuffix(".jsonl") }.count == 2)
    #expect(files.filter { $0.hasSuffix(".replaced") }.count == 1)
    #expect(await package.tool("runs", "merge", "part1", "part2", "again", "--run", "nightly") == 0)
    #expect(try merged(package, "nightly") == files)
  }

  @Test("Runs that do not belong together are refused, and nothing is written")
  func strangers() async throws {
    let package = try TemporaryPackage()
    try shard(package, 1, of: 2, in: "part1")
    try shard(package, 2, of: 2, in: "part2", mode: "live")
    try shard(package, 3, of: 3, in: "part3")
    try package.record("whole", [Recorded.body(.passed)])
    #expect(await package.tool("runs", "merge", "part1", "part2") == 1)
    #expect(await package.tool("runs", "merge", "part1", "part3") == 1)
    #expect(await package.tool("runs", "merge", "part1", ".build/llmspec/runs/whole") == 1)
    #expect(await package.tool("runs", "merge", "nowhere") == 1)
    #expect(await package.tool("runs", "merge", "part1", "--run", "whole") == 1)
    #expect(package.errors.contains("of mode replay"))
    #expect(package.errors.contains("is one of 2 shards"))
    #expect(package.errors.contains("LLMSPEC_SHARD was not set"))
    #expect(package.errors.contains("nowhere is no folder."))
    #expect(package.errors.contains("whole holds records of its own."))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: package.folder.path + "/.build/llmspec/runs") == ["whole"])
    #expect(package.output == "")
  }

  @Test("What cannot be read is named and makes the run incomplete, and so does a process that was cut off")
  func damaged() async throws {
    let package = try TemporaryPackage()
    try shard(package, 1, of: 2, in: "all/one", whole: false)
    try shard(package, 2, of: 2, in: "all/two")
    try package.write("no JSON\n{}\n", to: "all/three/9.jsonl")
    try package.write("{\"any\": 1}\n", to: "all/.build/llmspec/journal/9.jsonl")
    #expect(await package.tool("runs", "merge", "all") == 3)
    #expect(package.errors.contains("all/one/7.jsonl was cut off"))
    #expect(package.errors.contains("Left out: "))
    #expect(!package.errors.contains("journal"))
  }

  @Test("A name that leads elsewhere is none", arguments: ["../x", "a/b", ".hidden", "a b", "ü"])
  func names(name: String) async throws {
    let package = try TemporaryPackage()
    try shard(package, 1, of: 1, in: "part1")
    #expect(await package.tool("runs", "merge", "part1", "--run", name) == 2)
  }

  @Test("Without a folder it says what it needs")
  func noFolder() async throws {
    let package = try TemporaryPackage()
    #expect(await package.tool("runs", "merge") == 2)
    #expect(package.errors.hasPrefix("llmspec: runs merge needs a FOLDER"))
  }
}
