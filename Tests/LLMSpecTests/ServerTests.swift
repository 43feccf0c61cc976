import Foundation
import LLMSpec
import SpecRecords
import Testing

@Suite("Providers that misbehave", .enabled(if: ScenarioProcess.obstacle == nil, ScenarioProcess.obstacle))
struct ServerTests {
  private static let rows = [
    ScenarioRow("ServerScenarios/status401()", .inconclusive, says: "status 401: wrong key"),
    ScenarioRow("ServerScenarios/status429()", .inconclusive, says: "status 429: slow down", "wait 7 s"),
    ScenarioRow("ServerScenarios/status500()", .inconclusive, says: "status 500: out of memory"),
    ScenarioRow("ServerScenarios/html()", .inconclusive, says: "not a model's answer", "Welcome to the proxy"),
    ScenarioRow("ServerScenarios/closing()", .inconclusive, says: "got no whole answer"),
    ScenarioRow("ServerScenarios/halfSent()", .inconclusive, says: "127.0.0.1"),
    ScenarioRow("ServerScenarios/brokenStream()", .inconclusive, says: "POST /chat/completions"),
    ScenarioRow("ServerScenarios/refused()", .inconclusive, says: "got no whole answer", "Is the server running"),
    ScenarioRow("ServerScenarios/wrapped()", .inconclusive, says: "The assistant is not available."),
    ScenarioRow("ServerScenarios/judgesServer()", .inconclusive, says: "status 500: out of memory"),
  ]

  @Test(
    "Their faults are inconclusive, at the test's line, and nothing of them is kept", arguments: ["live", "record"])
  func faults(mode: String) async throws {
    let outcome = try await ScenarioServer.run { _, address in
      try await ScenarioProcess.run(
        .swiftTesting, "LLMSpecTests.ServerScenarios/",
        environment: ["LLMSPEC_MODE": mode, "SCENARIO_SERVER": address])
    }
    let marks = try MarkedLines("ServerScenarios.swift")
    for row in Self.rows { try row.check(outcome, marks: marks) }
    #expect(outcome.files.filter { $0.hasSuffix(".json") } == [])
  }
}

@Suite("Recording and replaying", .enabled(if: ScenarioProcess.obstacle == nil, ScenarioProcess.obstacle))
struct RecordedTests {
  /// What each test was answered, in no order.
  private func answers(_ outcome: ScenarioProcess.Outcome) -> [String: [String]] {
    var answers: [String: [String]] = [:]
    for case .call(let call) in outcome.records {
      answers["\(call.subject.spec) \(call.subject.trial)", default: []].append(
        call.output?["content"]?.stringValue ?? "")
    }
    return answers.mapValues { $0.sorted() }
  }

  private let filter = "LLMSpecTests.RecordedScenarios/"

  @Test("What is recorded in one process is replayed in the next, to each test its own")
  func replay() async throws {
    try await withTemporaryFolder { root in
      let (recorded, requests) = try await ScenarioServer.run { server, address in
        let outcome = try await ScenarioProcess.run(
          .swiftTesting, filter, root: root, environment: ["LLMSPEC_MODE": "record", "SCENARIO_SERVER": address])
        return (outcome, server.requests)
      }
      #expect(recorded.exitStatus == 0, "\(recorded.output)")
      #expect(recorded.tally.recordedCalls + recorded.tally.failedCalls >= requests)

      let replayed = try await ScenarioProcess.run(.swiftTesting, filter, root: root)
      let again = try await ScenarioProcess.run(.swiftTesting, filter, root: root)
      #expect(replayed.tally.replayedCalls == again.tally.replayedCalls)
      let marks = try MarkedLines("ServerScenarios.swift")
      for name in ["one()", "other()", "trials()", "detached()", "retried()"] {
        try ScenarioRow("RecordedScenarios/\(name)", .passed).check(replayed, marks: marks)
        for trial in 1...2 {
          let key = "LLMSpecTests/RecordedScenarios/\(name) \(trial)"
          #expect(answers(replayed)[key] == answers(recorded)[key])
          #expect(answers(again)[key] == answers(recorded)[key])
        }
      }
      try ScenarioRow("RecordedScenarios/cases(_:)", .passed, passedCases: 4).check(replayed, marks: marks)
      try ScenarioRow(
        "RecordedScenarios/neverRecordedTrial()", .inconclusive, trials: (2, 0, 1), says: "2 of 3 trials passed",
        "not recorded: "
      ).check(replayed, marks: marks)
      let own = Set(answers(replayed)["LLMSpecTests/RecordedScenarios/one() 1"] ?? [])
      #expect(own.isDisjoint(with: answers(replayed)["LLMSpecTests/RecordedScenarios/other() 1"] ?? []))
    }
  }

  @Test("A folder that cannot be written is found out before anything is paid for")
  func unwritable() async throws {
    try await withTemporaryFolder { root in
      let file = root.appending(path: "occupied")
      try Data("a file".utf8).write(to: file)
      let (outcome, requests) = try await ScenarioServer.run { server, address in
        let outcome = try await ScenarioProcess.run(
          .swiftTesting, #"LLMSpecTests\.RecordedScenarios/one"#, root: root,
          environment: [
            "LLMSPEC_MODE": "record", "SCENARIO_SERVER": address,
            "LLMSPEC_FIXTURES": file.appending(path: "Fixtures").path,
          ])
        return (outcome, server.requests)
      }
      #expect(requests == 0)
      #expect(outcome.exitStatus == 1)
      #expect(outcome.tally(of: "LLMSpecTests/RecordedScenarios/one()").verdict == .inconclusive)
      let issue = try #require(outcome.issues.first)
      #expect(issue.headline.hasPrefix("inconclusive: "), "\(issue)")
      #expect(issue.text.contains("\(file.path)/Fixtures"))
    }
  }

  @Test("A fixture that cannot be read is inconclusive and named")
  func corrupt() async throws {
    try await withTemporaryFolder { root in
      let folder = root.appending(path: "Fixtures/LLMSpecTests/RecordedScenarios")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(#"{"format": 1, "exchanges": ["#.utf8).write(to: folder.appending(path: "one.json"))
      let outcome = try await ScenarioProcess.run(.swiftTesting, #"LLMSpecTests\.RecordedScenarios/one"#, root: root)
      #expect(outcome.exitStatus == 1)
      #expect(outcome.tally(of: "LLMSpecTests/RecordedScenarios/one()").verdict == .inconclusive)
      let issue = try #require(outcome.issues.first)
      #expect(issue.headline.hasPrefix("inconclusive: "), "\(issue)")
      #expect(issue.text.contains("Fixtures/LLMSpecTests/RecordedScenarios/one.json"))
      #expect(outcome.issues.count == 1)
    }
  }

  @Test("A mode that is none is inconclusive, and no body runs in it")
  func unknownMode() async throws {
    let outcome = try await ScenarioProcess.run(
      .swiftTesting, #"LLMSpecTests\.ExitScenarios/passes\("#, environment: ["LLMSPEC_MODE": "reply"])
    #expect(outcome.exitStatus == 1)
    #expect(outcome.tally.cases == TrialCount(inconclusive: 1))
    #expect(outcome.tally.expectations.total == 0)
    #expect(outcome.issues.map(\.headline).first?.hasPrefix("inconclusive: LLMSPEC_MODE is \"reply\"") == true)
  }

  @Test("Two private tests of one name are told apart, in an error that names both files")
  func ambiguous() async throws {
    let outcome = try await ScenarioProcess.run(.swiftTesting, "LLMSpecTests.TwinScenarios/")
    #expect(outcome.exitStatus == 1)
    let issue = try #require(outcome.issues.first)
    #expect(outcome.issues.count == 1)
    #expect(issue.headline.hasPrefix("inconclusive: Two tests claim the fixture"), "\(issue)")
    #expect(issue.text.contains("TwinScenariosOne.swift"))
    #expect(issue.text.contains("TwinScenariosTwo.swift"))
    #expect(outcome.tally.verdict == .inconclusive)
  }
}
