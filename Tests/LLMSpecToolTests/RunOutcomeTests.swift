import SpecRecords
import Testing

@testable import LLMSpecTool

@Suite("The exit status of a run")
struct RunOutcomeTests {
  private func status(
    _ ending: ChildProcess.Ending, _ records: [RunRecord] = [], failedOutside: [String] = []
  ) -> Int32 {
    RunOutcome(ending, tally: RunReading(records).tally, failedOutside: failedOutside).status
  }

  @Test("A run that could not be built keeps the status of swift test", arguments: [1, 65] as [Int32])
  func notBuilt(ofTests: Int32) {
    #expect(status(.exited(ofTests)) == ofTests)
  }

  @Test("A test that failed beside green specs keeps the status of swift test")
  func plainFailure() {
    #expect(status(.exited(1), [Recorded.body(.passed)]) == 1)
    #expect(status(.exited(7), [Recorded.body(.passed)]) == 7)
  }

  @Test("A green run is 0, whether there are specs or not")
  func green() {
    #expect(status(.exited(0)) == 0)
    #expect(status(.exited(0), [Recorded.body(.passed)]) == 0)
  }

  @Test("A failed spec is 1, whatever else is inconclusive")
  func failed() {
    #expect(status(.exited(1), [Recorded.body(.failed), Recorded.body(.inconclusive, spec: "S/T/u()")]) == 1)
  }

  @Test("Nothing but inconclusive specs is 3")
  func inconclusive() {
    #expect(status(.exited(1), [Recorded.body(.inconclusive), Recorded.body(.passed, spec: "S/T/u()")]) == 3)
    #expect(status(.exited(1), [Recorded.expectation(.inconclusive)]) == 3)
  }

  @Test("An inconclusive spec hides no failure elsewhere")
  func failureElsewhere() {
    let outcome = RunOutcome(
      .exited(1), tally: RunReading([Recorded.body(.inconclusive)]).tally, failedOutside: ["A/b()", "A/c()"])
    #expect(outcome.status == 1)
    #expect(outcome.remark == "Beside the inconclusive specs there are failures: A/b() and 1 more.")
  }

  @Test("A signal is 128 and its number")
  func signals() {
    #expect(status(.interrupted(2), [Recorded.body(.passed)]) == 130)
    #expect(status(.killed(9)) == 137)
  }

  @Test("Disagreement of a green swift test with its records is said")
  func disagreement() {
    let outcome = RunOutcome(.exited(0), tally: RunReading([Recorded.body(.failed)]).tally, failedOutside: [])
    #expect(outcome.status == 0)
    #expect(outcome.remark?.contains("failed") == true)
  }
}
