import LLMSpec
import SpecRecords
import Testing

@Suite("Exit status", .enabled(if: ScenarioProcess.obstacle == nil, ScenarioProcess.obstacle))
struct ExitStatusTests {
  struct Expected: Sendable, CustomTestStringConvertible {
    var name: String
    var isRed: Bool
    var verdict: Verdict
    var summary: String

    var testDescription: String { name }
  }

  @Test(
    "The test program is red for what is red, and the records say what kind of red it is",
    arguments: [
      Expected(name: "passes", isRed: false, verdict: .passed, summary: ": 1 passed."),
      Expected(name: "fails", isRed: true, verdict: .failed, summary: ": 0 passed, 1 failed."),
      Expected(name: "isInconclusive", isRed: true, verdict: .inconclusive, summary: ": 0 passed, 1 inconclusive."),
      Expected(name: "isKnown", isRed: false, verdict: .passed, summary: ": 1 known issue (1 failed)."),
      Expected(
        name: "isKnownInconclusive", isRed: false, verdict: .passed, summary: ": 1 known issue (1 inconclusive)."),
      Expected(name: "isCancelled", isRed: false, verdict: .passed, summary: "no spec ran"),
      Expected(name: "passesMostly", isRed: false, verdict: .passed, summary: "1 spec (3 trials)"),
      Expected(
        name: "missesInsideKnownIssue", isRed: true, verdict: .inconclusive, summary: ": 0 passed, 1 inconclusive."),
    ])
  func status(_ expected: Expected) async throws {
    let outcome = try await ScenarioProcess.run(
      .swiftTesting, #"LLMSpecTests\.ExitScenarios/\#(expected.name)\(\)"#)
    #expect((outcome.exitStatus != 0) == expected.isRed, "\(outcome.output)")
    #expect(outcome.tally.verdict == expected.verdict)
    #expect(outcome.output.contains(expected.summary), "\(outcome.output)")
  }

  @Test("XCTest is red for what is inconclusive, and green for what passes")
  func xcTest() async throws {
    let passed = try await ScenarioProcess.run(.xcTest, "XCTestScenarios/testScoreAbove")
    #expect(passed.exitStatus == 0)
    #expect(passed.tally.verdict == .passed)
    let inconclusive = try await ScenarioProcess.run(.xcTest, "XCTestScenarios/testMissCaught")
    #expect(inconclusive.exitStatus == 1)
    #expect(inconclusive.tally.verdict.exitStatus == 3)
  }
}
