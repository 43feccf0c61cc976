import LLMSpec
import XCTest

/// Rows of the table in XCTest. A line that must be reported is marked with the test's name.
final class XCTestScenarios: XCTestCase {
  override func setUp() async throws {
    try XCTSkipUnless(ScenarioProcess.isCurrent, "XCTestVerdictTests runs these scenarios in a process of its own")
  }

  func testScoreAbove() async throws {
    try await withFixtures(judge: grading(4)) { try await expectGraded(newAnswer, by: "5: good", atLeast: 3) }
  }

  func testScoreBelow() async throws {
    try await withFixtures(judge: grading(2)) {
      try await expectGraded(newAnswer, by: "5: good", atLeast: 3)  // red: testScoreBelow
    }
  }

  func testBetterDisagreeing() async throws {
    try await withFixtures(judge: voting(newFirst: .old, oldFirst: .new)) {
      try await expectJudgedBetter(newAnswer, than: oldAnswer, for: "help")  // red: testBetterDisagreeing
    }
  }

  func testJudgeFails() async throws {
    try await withFixtures(judge: failing(ModelFault(.status, "The judge is away.", status: 500))) {
      try await expectGraded(newAnswer, by: "5: good", atLeast: 3)  // red: testJudgeFails
    }
  }

  func testNoJudge() async throws {
    try await withFixtures {
      try await expectGraded(newAnswer, by: "5: good", atLeast: 3)  // red: testNoJudge
    }
  }

  func testMissCaught() async throws {
    try await withFixtures {  // red: testMissCaught
      let answer = try? await recordedModel.respond(to: "How long do I have to return shoes?").text
      expectCorrect(answer ?? "Sorry.", "Sorry.")
    }
  }

  func testMissRethrown() async throws {
    try await withFixtures {  // red: testMissRethrown
      _ = try await recordedModel.respond(to: "How long do I have to return shoes?")
    }
  }

  func testMissWrapped() async throws {
    try await withFixtures {  // red: testMissWrapped
      do {
        _ = try await recordedModel.respond(to: "How long do I have to return shoes?")
      } catch {
        throw AppError(description: "The assistant is not available.")
      }
    }
  }

  func testJudgeMissed() async throws {
    try await withFixtures(judge: .model(recordedModel)) {
      try await expectGraded(newAnswer, by: "5: good", atLeast: 3)  // red: testJudgeMissed
    }
  }

  func testKeyMissing() async throws {
    try await withFixtures(mode: .live) {  // red: testKeyMissing
      _ = try? await OpenAICompatibleModel.openAI("gpt-4.1-mini").respond(to: "Hello?")
    }
  }

  func testBudget() async throws {
    try await withFixtures {  // red: testBudget
      throw ModelFault(.budgetExhausted, "The budget of $1.00 is spent; nothing was sent.")
    }
  }

  func testDetached() async throws {
    try await withFixtures {  // red: testDetached
      _ = try await Task.detached { try await recordedModel.respond(to: "Hello?") }.value
    }
  }

  func testEnoughTrials() async throws {
    try await withFixtures { try await withTrials(5, passing: .atLeast(4)) { _ in try await go("ppfpp") } }
  }

  func testTooManyTrialsFail() async throws {
    try await withFixtures {
      try await withTrials(5, passing: .atLeast(4)) { _ in try await go("pfpff") }  // red: testTooManyTrialsFail
    }
  }

  func testUnknownTrials() async throws {
    try await withFixtures {
      try await withTrials(5, passing: .rate(atLeast: 0.8)) { _ in try await go("pipfp") }  // red: testUnknownTrials
    }
  }

  func testTrialsThatThrow() async throws {
    try await withFixtures {
      try await withTrials(4, passing: .atLeast(1)) { trial in
        if trial == 1 { throw AppError(description: "out of order") }
        if trial == 2 { throw ModelFault(.budgetExhausted, "The budget is spent.") }
        if trial == 3 { try requireCorrect("no", "yes") }
      }
    }
  }

  func testFixturesInTrials() async throws {
    try await withTrials(3, passing: .atLeast(2)) { _ in try await withFixtures { try await go("pfp") } }
  }

  func testRedBesideTrials() async throws {
    try await withFixtures {
      try await withTrials(2) { _ in try await go("pp") }
      expectCorrect("no", "yes")  // red: testRedBesideTrials
    }
  }

  func testAssertion() async throws {
    try await withFixtures {
      XCTFail("failed: by XCTest")  // red: testAssertion
    }
  }

  func testAssertionInTrials() async throws {
    try await withFixtures {
      try await withTrials(2, passing: .atLeast(1)) { trial in
        if trial == 1 { XCTFail("failed: at once") }  // red: testAssertionInTrials
      }
    }
  }

  func testAppError() async throws {
    try await withFixtures { throw AppError(description: "The basket is empty.") }
  }

  func testSkipped() async throws {
    try await withFixtures { throw XCTSkip("there is no key") }
  }

  func testSkippedInTrials() async throws {
    try await withFixtures { try await withTrials(3) { _ in throw XCTSkip("there is no key") } }
  }
}
