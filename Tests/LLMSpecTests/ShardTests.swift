import Foundation
import LLMSpec
import SpecRecords
import Testing

@Suite("Shards", .enabled(if: ScenarioProcess.obstacle == nil, ScenarioProcess.obstacle))
struct ShardTests {
  private static let suite = [
    "one()", "two()", "three()", "four()", "five()", "six()", "cases(_:)", "trials()", "scopedTwice()",
  ].map { "LLMSpecTests/ShardScenarios/\($0)" }

  private func ran(_ outcome: ScenarioProcess.Outcome) -> Set<String> {
    Set(outcome.records.compactMap { if case .body(let body) = $0 { body.subject.spec } else { nil } })
  }

  private func run(
    _ library: ScenarioProcess.Library, _ filter: String, shard: String
  ) async throws -> ScenarioProcess.Outcome {
    try await ScenarioProcess.run(library, filter, environment: ["LLMSPEC_SHARD": shard])
  }

  @Test("Every spec runs in its one shard, and the others are skipped by name, as not in this shard")
  func swiftTesting() async throws {
    var all: Set<String> = []
    for index in 1...3 {
      let outcome = try await run(.swiftTesting, #"LLMSpecTests\.(Shard|Scopeless)Scenarios/"#, shard: "\(index)/3")
      #expect(outcome.exitStatus == 0, "\(outcome.output)")
      let own = Self.suite.filter { SpecShard.owner(of: $0, count: 3).index == index }
      let others = Self.suite.filter { !own.contains($0) }
      #expect(ran(outcome) == Set(own))
      #expect(all.isDisjoint(with: ran(outcome)))
      all.formUnion(ran(outcome))
      #expect(Set(outcome.tally.specsInOtherShards).isSuperset(of: others))
      #expect(outcome.tally.shards == [try #require(SpecShard("\(index)/3"))])
      // A test without a scope runs on every machine, and a disabled one is not taken for another shard's.
      #expect(outcome.tally.expectationsOutsideSpecs == TrialCount(passed: 1))
      #expect(Set(outcome.tally.skipped).isDisjoint(with: Self.suite))
      for spec in others {
        let owner = SpecShard.owner(of: spec, count: 3)
        #expect(outcome.output.contains("\(spec) is in shard \(owner), and LLMSPEC_SHARD is \(index)/3"))
      }
      #expect(outcome.output.contains("  Shard \(index) of 3. "))
      #expect(outcome.output.contains(" in other shards: "))
      let closing = outcome.records.compactMap { record -> ProcessRecord? in
        if case .process(let process) = record, process.duration != nil { process } else { nil }
      }
      #expect(closing.map(\.shard) == ["\(index)/3"])
      #expect(closing.first?.specsElsewhere == outcome.tally.specsInOtherShards.count)
    }
    #expect(all == Set(Self.suite))
  }

  @Test("XCTest: the tests of other shards are skipped")
  func xcTest() async throws {
    let tests = ["One", "Two", "Three", "Four", "Five", "InTrials"].map { "LLMSpecTests/ShardScenarios/test\($0)()" }
    var all: Set<String> = []
    for index in 1...2 {
      let outcome = try await run(.xcTest, "XCTestShardScenarios", shard: "\(index)/2")
      #expect(outcome.exitStatus == 0, "\(outcome.output)")
      let own = tests.filter { SpecShard.owner(of: $0, count: 2).index == index }
      #expect(ran(outcome) == Set(own))
      all.formUnion(ran(outcome))
      #expect(outcome.tally.specsInOtherShards == tests.filter { !own.contains($0) }.sorted())
      #expect(outcome.tally.skipped == [])
      #expect(outcome.output.contains("Test skipped"))
    }
    #expect(all == Set(tests))
  }

  @Test("What is no shard runs nothing and is red, with what to write", arguments: ["9/8", "0/2", "x"])
  func wrongValue(shard: String) async throws {
    let outcome = try await run(.swiftTesting, #"LLMSpecTests\.ShardScenarios/"#, shard: shard)
    #expect(outcome.exitStatus == 1)
    #expect(outcome.tally.cases == TrialCount(inconclusive: Self.suite.count))
    #expect(outcome.tally.expectations.total == 0)
    let issue = try #require(outcome.issues.first)
    #expect(issue.headline.hasPrefix("inconclusive: LLMSPEC_SHARD is \"\(shard)\", which is no shard"), "\(issue)")
  }

  @Test("XCTest: what is no shard runs nothing and is red")
  func wrongValueInXCTest() async throws {
    let outcome = try await run(.xcTest, "XCTestShardScenarios/testOne", shard: "3")
    #expect(outcome.exitStatus == 1)
    #expect(outcome.tally.cases == TrialCount(inconclusive: 1))
    #expect(outcome.tally.expectations.total == 0)
    #expect(outcome.output.contains("inconclusive: LLMSPEC_SHARD is \"3\""))
  }

  @Test("Recording everything again in one shard leaves the fixtures of the others as they are")
  func rerecord() async throws {
    try await withTemporaryFolder { root in
      let folder = root.appending(path: "Fixtures/LLMSpecTests/ShardScenarios")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      var files: [String: Bool] = [:]
      for name in ["one", "two", "three", "four", "five", "six"] {
        let spec = "LLMSpecTests/ShardScenarios/\(name)()"
        let isOwn = SpecShard.owner(of: spec, count: 2).index == 1
        files[name] = isOwn
        let text = isOwn ? #"{"format": 1, "test": "\#(spec)", "exchanges": []}"# : "not to be read"
        try Data(text.utf8).write(to: folder.appending(path: "\(name).json"))
      }
      try #require(Set(files.values).count == 2)
      _ = try await ScenarioProcess.run(
        .swiftTesting, #"LLMSpecTests\.ShardScenarios/"#, root: root,
        environment: ["LLMSPEC_SHARD": "1/2", "LLMSPEC_MODE": "rerecord"])
      for (name, isOwn) in files where !isOwn {
        let text = try String(contentsOf: folder.appending(path: "\(name).json"), encoding: .utf8)
        #expect(text == "not to be read")
      }
    }
  }
}
