import Foundation
import LLMSpec
import SpecRecords
import Testing

@Suite("Clients of the app's own", .enabled(if: ScenarioProcess.obstacle == nil, ScenarioProcess.obstacle))
struct ClientTests {
  private func answers(_ outcome: ScenarioProcess.Outcome) -> [String] {
    outcome.output.split(separator: "\n").filter { $0.hasPrefix("answered ") }.map(String.init).sorted()
  }

  @Test("URLSession.shared is recorded and replayed, each test and trial by itself, and others' use of it is let be")
  func shared() async throws {
    try await withTemporaryFolder { root in
      let filter = "LLMSpecTests.(SharedSession|OwnServer)Scenarios/"
      let recorded = try await ScenarioServer.run { _, address in
        try await ScenarioProcess.run(
          .swiftTesting, filter, root: root, environment: ["LLMSPEC_MODE": "record", "SCENARIO_SERVER": address])
      }
      #expect(recorded.exitStatus == 0, "\(recorded.output)")
      let replayed = try await ScenarioProcess.run(.swiftTesting, filter, root: root)
      #expect(replayed.exitStatus == 0, "\(replayed.output)")
      #expect(answers(recorded).count == 5)
      #expect(answers(replayed) == answers(recorded))
      #expect(replayed.files.filter { $0.hasSuffix(".json") }.count == 5)
    }
  }

  @Test("All ways in and this package's provider share one fixture")
  func threeWays() async throws {
    try await withTemporaryFolder { root in
      let filter = "LLMSpecTests.ThreeWaysScenarios/"
      let (recorded, requests) = try await ScenarioServer.run { server, address in
        let outcome = try await ScenarioProcess.run(
          .swiftTesting, filter, root: root, environment: ["LLMSPEC_MODE": "record", "SCENARIO_SERVER": address])
        return (outcome, server.requests)
      }
      #expect(recorded.exitStatus == 0, "\(recorded.output)")
      #expect(requests == 4)
      let replayed = try await ScenarioProcess.run(.swiftTesting, filter, root: root)
      #expect(replayed.exitStatus == 0, "\(replayed.output)")
      #expect(answers(replayed) == answers(recorded))
      #expect(answers(replayed).count == 1)
    }
  }

  #if canImport(FoundationNetworking)
    @Test("Where URLSession.shared was used too early, each test says so, and none of its calls goes out")
    func tooLate() async throws {
      let (outcome, requests) = try await ScenarioServer.run { server, address in
        let outcome = try await ScenarioProcess.run(
          .swiftTesting, #"LLMSpecTests\.SharedSessionScenarios/(one|cases)"#,
          environment: ["SCENARIO_SHARED_FIRST": "1", "LLMSPEC_MODE": "record", "SCENARIO_SERVER": address])
        return (outcome, server.requests)
      }
      #expect(requests == 0)
      #expect(outcome.exitStatus == 1)
      #expect(outcome.tally.verdict == .inconclusive)
      #expect(outcome.issues.count == 5, "\(outcome.output)")
      for issue in outcome.issues {
        #expect(issue.headline.hasPrefix("inconclusive: URLSession.shared cannot be recorded or replayed here"))
      }
    }
  #endif

  private static let rows = [
    ScenarioRow(
      "ClientMissScenarios/replayingMiss()", .inconclusive, heading: .notRecorded, says: "POST /chat/completions"),
    ScenarioRow(
      "ClientMissScenarios/replayingMissCaught()", .inconclusive, heading: .notRecorded, says: "scenario-model"),
    ScenarioRow(
      "ClientMissScenarios/sharedMiss()", .inconclusive, heading: .notRecorded, says: "POST /chat/completions"),
    ScenarioRow(
      "ClientMissScenarios/addressMiss()", .inconclusive, heading: .notRecorded, says: "POST /chat/completions"),
  ]

  @Test("A miss is reported at the test's line whichever way it came, and without a scope nothing goes out")
  func misses() async throws {
    let outcome = try await ScenarioProcess.run(.swiftTesting, "LLMSpecTests.ClientMissScenarios/")
    let marks = try MarkedLines("ClientScenarios.swift")
    for row in Self.rows { try row.check(outcome, marks: marks) }
    #expect(outcome.output.contains("A model was called in a test process outside of any scope"))
  }
}
