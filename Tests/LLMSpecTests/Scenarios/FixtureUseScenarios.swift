import LLMSpec
import Testing
import XCTest

/// What tests use of their fixtures, and how old that may be.
@Suite(.scenario, .fixtures(maxAge: .days(90)))
struct FixtureUseScenarios {
  @Test func one() async throws {
    expectStructure(try await recordedModel.respond(to: "One?").text, .contains("answer"))
  }

  @Test func more() async throws {
    expectStructure(try await recordedModel.respond(to: "Two?").text, .contains("answer"))
  }

  @Test(.trials(2)) func trials() async throws {
    expectStructure(try await recordedModel.respond(to: "One?").text, .contains("answer"))
  }

  @Test(arguments: ["One?", "Two?"]) func cases(_ question: String) async throws {
    expectStructure(try await recordedModel.respond(to: question).text, .contains("answer"))
  }

  @Test func endsEarly() async throws {
    _ = try await recordedModel.respond(to: "One?")
    try Test.cancel("enough")
  }

  @Test func noCalls() {}
}

/// Several scopes in one test, each of which closes the fixture.
@Suite(.scenario)
struct ScopeUseScenarios {
  @Test func scopes() async throws {
    for question in ["One?", "Two?"] {
      try await withFixtures(maxAge: .days(90)) {
        expectStructure(try await recordedModel.respond(to: question).text, .contains("answer"))
      }
    }
  }
}

/// A test that asks less than it would if it had its judge.
@Suite(.scenario, .fixtures)
struct UnjudgedUseScenarios {
  @Test func unjudged() async throws {
    let answer = try await recordedModel.respond(to: "One?").text
    try await expectGraded(answer, by: "5: good", atLeast: 3)
  }

  @Test(.trials(2, passing: .atLeast(1))) func unjudgedTrial() async throws {
    let answer = try await recordedModel.respond(to: "One?").text
    if TrialNumber.current == 2 { try await expectGraded(answer, by: "5: good", atLeast: 3) }
  }

  /// Everything was asked and answered; it is the judge that contradicts itself.
  @Test(.judge(voting(newFirst: .new, oldFirst: .old))) func undecided() async throws {
    _ = try await recordedModel.respond(to: "One?")
    try await expectJudgedNotWorse(newAnswer, than: oldAnswer, for: "help")
  }

  @Test func fails() async throws {
    expectCorrect(try await recordedModel.respond(to: "One?").text, "something else")
  }
}

final class XCTestFixtureUseScenarios: XCTestCase {
  override func setUp() async throws {
    try XCTSkipUnless(ScenarioProcess.isCurrent, "FixtureUseTests runs these scenarios in a process of its own")
  }

  func testEndsBetweenScopes() async throws {
    try await withFixtures {
      expectStructure(try await recordedModel.respond(to: "One?").text, .contains("answer"))
    }
    if ScenarioProcess.isCurrent { throw AppError(description: "out of order") }
    try await withFixtures { _ = try await recordedModel.respond(to: "Two?") }
  }

  func testOld() async throws {
    for _ in 1...2 {
      try await withFixtures(maxAge: .days(90)) {
        expectStructure(try await recordedModel.respond(to: "One?").text, .contains("answer"))
      }
    }
  }
}
