import LLMSpec
import SpecRecords
import Testing

/// The table of verdicts in XCTest, which shares nothing with Swift Testing: another console, other errors.
@Suite("Table of verdicts in XCTest", .enabled(if: ScenarioProcess.obstacle == nil, ScenarioProcess.obstacle))
struct XCTestVerdictTests {
  private static let process = Task { try await ScenarioProcess.run(.xcTest, "XCTestScenarios") }
  private static let marks = Result { try MarkedLines("XCTestScenarios.swift") }

  @Test(
    "Says and records what the table says",
    arguments: [
      ScenarioRow("XCTestScenarios/testScoreAbove()", .passed),
      ScenarioRow("XCTestScenarios/testScoreBelow()", .failed, says: "expectGraded: "),
      ScenarioRow("XCTestScenarios/testBetterDisagreeing()", .inconclusive, says: "Position bias"),
      ScenarioRow("XCTestScenarios/testJudgeFails()", .inconclusive, says: "The judge is away."),
      ScenarioRow("XCTestScenarios/testNoJudge()", .inconclusive, says: "withFixtures(judge:"),
      ScenarioRow("XCTestScenarios/testMissCaught()", .inconclusive, heading: .notRecorded),
      ScenarioRow("XCTestScenarios/testMissRethrown()", .inconclusive, heading: .notRecorded),
      ScenarioRow("XCTestScenarios/testMissWrapped()", .inconclusive, heading: .notRecorded),
      ScenarioRow("XCTestScenarios/testJudgeMissed()", .inconclusive, heading: .notRecorded),
      ScenarioRow("XCTestScenarios/testKeyMissing()", .inconclusive, says: "OPENAI_API_KEY is not set"),
      ScenarioRow("XCTestScenarios/testBudget()", .inconclusive, says: "The budget of $1.00 is spent"),
      ScenarioRow("XCTestScenarios/testDetached()", .inconclusive, says: "outside of any scope"),
      ScenarioRow("XCTestScenarios/testEnoughTrials()", .passed, trials: (4, 1, 0)),
      ScenarioRow(
        "XCTestScenarios/testTooManyTrialsFail()", .failed,
        says: "2 of 5 trials passed, at least 4 had to", "trial 4 failed:"),
      ScenarioRow("XCTestScenarios/testUnknownTrials()", .inconclusive, says: "(1 failed, 1 inconclusive)"),
      ScenarioRow("XCTestScenarios/testTrialsThatThrow()", .passed, trials: (1, 2, 1)),
      ScenarioRow("XCTestScenarios/testFixturesInTrials()", .passed, trials: (2, 1, 0)),
      ScenarioRow("XCTestScenarios/testRedBesideTrials()", .failed, says: "expectCorrect: "),
      ScenarioRow("XCTestScenarios/testAssertion()", .failed),
      ScenarioRow("XCTestScenarios/testAssertionInTrials()", .failed),
    ])
  func rows(_ row: ScenarioRow) async throws { try row.check(await Self.process.value, marks: Self.marks.get()) }

  @Test("Counts a thrown error as a failure")
  func appError() async throws {
    let outcome = try await Self.process.value
    #expect(outcome.tally(of: "LLMSpecTests/XCTestScenarios/testAppError()").cases == TrialCount(failed: 1))
    #expect(outcome.output.contains(#"XCTestScenarios.testAppError : threw error "The basket is empty.""#))
  }

  @Test("Counts a skipped test as not run")
  func skipped() async throws {
    let outcome = try await Self.process.value
    for test in ["testSkipped", "testSkippedInTrials"] {
      #expect(outcome.tally(of: "LLMSpecTests/XCTestScenarios/\(test)()").cases.total == 0)
      #expect(outcome.tally.skipped.contains("LLMSpecTests/XCTestScenarios/\(test)()"))
      #expect(!outcome.issues.contains { $0.test == "\(test)()" })
    }
    #expect(outcome.exitStatus == 1)
  }
}
