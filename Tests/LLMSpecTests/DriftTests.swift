import Foundation
import LLMSpec
import SpecRecords
import Testing

@Suite("Drift", .enabled(if: ScenarioProcess.obstacle == nil, ScenarioProcess.obstacle))
struct DriftTests {
  /// Both libraries' scenarios, recorded and then compared with the provider that has changed.
  private struct Both {
    let recorded: ScenarioProcess.Outcome
    let drift: ScenarioProcess.Outcome
    let liveRequests: Int
    /// The fixtures before and after.
    let fixtures: (before: [String: Data], after: [String: Data])

    static func run(_ library: ScenarioProcess.Library, _ filter: String) async throws -> Both {
      try await withTemporaryFolder { root in
        try await ScenarioServer.run { server, address in
          let environment = ["SCENARIO_SERVER": address]
          let recorded = try await ScenarioProcess.run(
            library, filter, root: root, environment: environment.merging(["LLMSPEC_MODE": "record"]) { $1 })
          let (asked, before) = (server.requests, try contents(of: root))
          server.change()
          let drift = try await ScenarioProcess.run(
            library, filter, root: root, environment: environment.merging(["LLMSPEC_MODE": "drift"]) { $1 })
          return Both(
            recorded: recorded, drift: drift, liveRequests: server.requests - asked,
            fixtures: (before, try contents(of: root)))
        }
      }
    }

    private static func contents(of root: URL) throws -> [String: Data] {
      var contents: [String: Data] = [:]
      for path in FileManager.default.subpaths(atPath: root.appending(path: "Fixtures").path) ?? []
      where path.hasSuffix(".json") {
        contents[path] = try Data(contentsOf: root.appending(path: "Fixtures/\(path)"))
      }
      return contents
    }
  }

  private static let swiftTesting = Task {
    try await Both.run(.swiftTesting, #"LLMSpecTests\.Drift(Order)?Scenarios/"#)
  }
  private static let xcTest = Task { try await Both.run(.xcTest, "XCTestDriftScenarios") }

  private func drifts(_ outcome: ScenarioProcess.Outcome, of test: String) -> [DriftRecord] {
    outcome.records(of: test).compactMap { if case .drift(let record) = $0 { record } else { nil } }
  }

  private func issues(_ outcome: ScenarioProcess.Outcome, of test: String) -> [PrintedIssue] {
    outcome.issues.filter { $0.test == test && !$0.isKnown }
  }

  @Test("Every body runs once on its fixture and once live, and the fixtures stay as they are")
  func bothSides() async throws {
    let both = try await Self.swiftTesting.value
    #expect(both.fixtures.before.isEmpty == false)
    #expect(both.fixtures.after == both.fixtures.before)
    for test in ["same()", "worse()", "structure()"] {
      let sides = both.drift.records(of: test).compactMap { record -> RecordSide? in
        if case .body(let body) = record { body.subject.side } else { nil }
      }
      #expect(sides == [.replayed, .live], "\(both.drift.output)")
    }
    // One for each answer of the live side, and none for the other: two tests of it were cancelled or replay always.
    #expect(both.drift.tally.liveCalls == both.liveRequests)
    #expect(both.drift.tally.replayedCalls == 0)
    #expect(both.drift.tally.missedCalls == 0)
  }

  @Test("The live side counts, and is red as in live")
  func verdicts() async throws {
    let outcome = try await Self.swiftTesting.value.drift
    #expect(outcome.exitStatus == 1)
    try ScenarioRow("DriftScenarios/worse()", .failed, says: "expectStructure: ").check(
      outcome, marks: MarkedLines("DriftScenarios.swift"))
    for test in [
      "same()", "recovered()", "structure()", "meaning()", "reworded()", "contradicted()", "trials()", "trialsInside()",
      "trialsFirst()",
      "neverRecorded()",
    ] {
      let suite = test == "trialsFirst()" ? "DriftOrderScenarios" : "DriftScenarios"
      let tally = outcome.tally(of: "LLMSpecTests/\(suite)/\(test)")
      #expect(tally.cases == TrialCount(passed: 1), "\(test)\n\(outcome.output)")
      let red = issues(outcome, of: test).filter { !$0.text.contains("drift: ") }
      #expect(red.isEmpty, "\(red)")
    }
    #expect(outcome.tally(of: "LLMSpecTests/DriftScenarios/redOnTheFixture(_:)").cases == TrialCount(passed: 5))
    #expect(issues(outcome, of: "redOnTheFixture(_:)").filter { !$0.text.contains("drift: ") }.isEmpty)
    #expect(outcome.tally.skipped == ["LLMSpecTests/DriftScenarios/cancelled()"])
    #expect(drifts(outcome, of: "cancelled()").isEmpty)
    #expect(drifts(outcome, of: "replayedAlways()").isEmpty)
  }

  @Test("What is different is recorded for each case: verdict, structure, meaning")
  func records() async throws {
    let outcome = try await Self.swiftTesting.value.drift
    func only(_ test: String) throws -> DriftRecord {
      let records = drifts(outcome, of: test)
      #expect(records.count == 1)
      return try #require(records.first, "\(outcome.output)")
    }
    #expect(try !only("same()").isChanged)
    let worse = try only("worse()")
    #expect(worse.replayed.verdict == .passed && worse.live.verdict == .failed)
    #expect(worse.changes.contains(DriftChange(.numbers, at: "answer 1", was: "30", now: "14")))
    #expect(try only("recovered()").isRecovered)
    #expect(try only("side()").isRecovered)
    let structure = try only("structure()")
    #expect(!structure.isVerdictChanged)
    #expect(
      structure.changes.contains(DriftChange(.jsonShape, at: "answer 1, /total", was: "number", now: "string")))
    let meaning = try only("meaning()")
    #expect(!meaning.isVerdictChanged)
    #expect(meaning.changes.map(\.aspect) == [.wording])
    #expect(try #require(meaning.similarity) < 0.6)
    #expect(try !only("reworded()").isChanged)
    let contradicted = try only("contradicted()")
    #expect(contradicted.changes.map(\.aspect) == [.wording])
    #expect(try #require(contradicted.similarity) < 0.1)
    #expect(try only("neverRecorded()").obstacle == "not recorded")
    #expect(drifts(outcome, of: "redOnTheFixture(_:)").count { $0.isRecovered } == 5)
    #expect(try !only("known()").isVerdictChanged)
  }

  @Test("Trials come to one verdict a side, whichever trait stands first")
  func trials() async throws {
    let outcome = try await Self.swiftTesting.value.drift
    for test in ["trials()", "trialsFirst()", "trialsInside()"] {
      let records = drifts(outcome, of: test)
      #expect(records.count == 1, "\(test)")
      let record = try #require(records.first)
      #expect(record.replayed.verdict == .failed, "\(test)")
      #expect(record.live.verdict == .passed)
      #expect(record.replayed.usage.calls == (test == "trialsInside()" ? 2 : 3))
      #expect(record.live.usage.calls == record.replayed.usage.calls)
    }
  }

  @Test("A spec that is red on its fixture alone is a warning with the command that records it again")
  func warning() async throws {
    let outcome = try await Self.swiftTesting.value.drift
    #expect(outcome.output.contains("drift: the spec is failed on its fixture and passes live."))
    #expect(outcome.output.contains("LLMSPEC_MODE=rerecord swift test --filter LLMSpecTests.DriftScenarios/recovered"))
  }

  @Test("The summary ends with what changed, the verdicts first")
  func summary() async throws {
    let output = try await Self.swiftTesting.value.drift.output
    let places = [
      "Drift: ", "LLMSpecTests/DriftScenarios/worse(): passed when recorded, failed live",
      "LLMSpecTests/DriftScenarios/recovered(): failed when recorded, passed live",
      "LLMSpecTests/DriftScenarios/structure(): structure (JSON)",
      "LLMSpecTests/DriftScenarios/meaning(): meaning (wording); similarity 0",
      "1 spec could not be compared:", "LLMSpecTests/DriftScenarios/neverRecorded(): not recorded", "Record: ",
    ].map { output.range(of: $0, options: .backwards)?.lowerBound }
    #expect(!places.contains(nil), "\(output)")
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted(), "\(output)")
  }

  @Test("XCTest: the body runs twice, and the side of the fixture reports nothing")
  func xcTest() async throws {
    let both = try await Self.xcTest.value
    let outcome = both.drift
    #expect(both.fixtures.after == both.fixtures.before)
    #expect(outcome.exitStatus == 1)
    let marks = try MarkedLines("XCTestDriftScenarios.swift")
    try ScenarioRow("XCTestDriftScenarios/testWorse()", .failed, says: "expectStructure: ").check(outcome, marks: marks)
    for test in ["testSame()", "testRecovered()", "testTrials()", "testFixturesInTrials()"] {
      try ScenarioRow("XCTestDriftScenarios/\(test)", .passed).check(outcome, marks: marks)
    }
    #expect(drifts(outcome, of: "testRecovered()").map(\.isRecovered) == [true])
    #expect(drifts(outcome, of: "testTrials()").map(\.isRecovered) == [true])
    #expect(drifts(outcome, of: "testFixturesInTrials()").map(\.isRecovered) == [true, true])
    #expect(outcome.tally.skipped == ["LLMSpecTests/XCTestDriftScenarios/testSkipped()"])
    #expect(outcome.output.contains("Drift: "))
  }
}
