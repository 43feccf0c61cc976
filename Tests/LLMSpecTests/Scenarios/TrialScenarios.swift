import LLMSpec
import Testing

/// Trials that go as a pattern says: `p` passes, `f` fails and `i` cannot be judged.
func go(_ pattern: String) async throws {
  let trial = TrialNumber.current
  switch Array(pattern)[trial - 1] {
  case "p": expectCorrect("yes", "yes")
  case "f": expectCorrect("no", "yes")
  default: try await expectGraded("yes", by: "5: good", atLeast: 3)
  }
}

/// An error of an app.
struct AppError: Error, CustomStringConvertible {
  var description: String
}

/// Trials, and what may happen inside of them. What is reported is reported at the test's own line.
@Suite(.scenario, .fixtures)
struct TrialScenarios {
  @Test(.trials(5, passing: .atLeast(4)))
  func enoughPass() async throws { try await go("ppfpp") }

  @Test(.trials(5, passing: .atLeast(4)))
  func enoughPassBesideUnjudged() async throws { try await go("ppipp") }

  @Test(.trials(5, passing: .atLeast(4)))  // red: tooManyFail
  func tooManyFail() async throws { try await go("ppffp") }

  @Test(.trials(5, passing: .atLeast(4)))  // red: cannotPassAnyMore
  func cannotPassAnyMore() async throws { try await go("pffip") }

  @Test(.trials(5, passing: .atLeast(4)))  // red: mightHavePassed
  func mightHavePassed() async throws { try await go("pppif") }

  @Test(.trials(5, passing: .rate(atLeast: 0.8)))
  func rateReached() async throws { try await go("fpppp") }

  @Test(.trials(5, passing: .rate(atLeast: 0.8)))  // red: rateMissed
  func rateMissed() async throws { try await go("fpppf") }

  @Test(.trials(5, passing: .rate(atLeast: 0.8)))  // red: rateUnknown
  func rateUnknown() async throws { try await go("ippip") }

  @Test(.trials(3))  // red: allMustPass
  func allMustPass() async throws { try await go("pfp") }

  @Test(.trials(3, passing: .atLeast(4)))  // red: impossible
  func impossible() async throws { try await go("ppp") }

  @Test(.trials(0))  // red: noTrials
  func noTrials() async throws { try await go("") }

  @Test(.trials(3, passing: .atLeast(2)))  // red: plainExpectations
  func plainExpectations() { #expect(TrialNumber.current == 2) }

  @Test(.trials(3, passing: .atLeast(2)))
  func plainRequirement() throws { try #require(TrialNumber.current != 2) }

  @Test(.trials(3, passing: .atLeast(2)))
  func requirement() throws { try requireCorrect("\(TrialNumber.current == 1)", "false") }

  @Test(.trials(4, passing: .atLeast(2)))
  func thrownErrors() throws {
    if TrialNumber.current > 2 { throw AppError(description: "out of order") }
  }

  @Test(.trials(3))  // red: thrownError
  func thrownError() throws {
    if TrialNumber.current == 2 { throw AppError(description: "out of order") }
  }

  @Test(.trials(3, passing: .atLeast(2)))
  func cancellationOfTheApp() throws {
    if TrialNumber.current == 1 { throw CancellationError() }
  }

  @Test(.trials(3))
  func warning() { Issue.record("only a warning", severity: .warning) }

  @Test(.trials(3))
  func known() {
    withKnownIssue(isIntermittent: true) { if TrialNumber.current == 2 { expectCorrect("no", "yes") } }
  }

  @Test(.trials(2))
  func foreignIssue() async {
    await Task.detached { _ = Issue.record("of nobody") }.value
  }

  @Test(.trials(3, passing: .atLeast(2)))
  func fault() throws {
    if TrialNumber.current == 1 { throw ModelFault(.budgetExhausted, "The budget of $1.00 is spent.") }
  }

  @Test(.trials(3))  // red: faults
  func faults() throws {
    if TrialNumber.current == 1 { throw ModelFault(.budgetExhausted, "The budget of $1.00 is spent.") }
  }

  @Test(.trials(4))
  func cancelledInside() throws {
    if TrialNumber.current == 3 { try Test.cancel("enough") }
    #expect(TrialNumber.current < 3)
  }

  @Test(.trials(2), arguments: ["a", "b"])  // red: cases
  func cases(_ name: String) {
    expectCorrect(name == "b" && TrialNumber.current == 2 ? "no" : "yes", "yes")
  }

  @Test func trialsInTheBody() async throws {
    try await withTrials(3, passing: .atLeast(2)) { trial in expectCorrect(trial == 1 ? "no" : "yes", "yes") }
  }

  @Test func redTrialsInTheBody() async throws {
    try await withTrials(3, passing: .atLeast(2)) { trial in  // red: redTrialsInTheBody
      if trial != 2 { throw AppError(description: "out of order") }
    }
  }

  @Test func redBesideTrialsInTheBody() async throws {
    try await withTrials(2) { _ in expectCorrect("yes", "yes") }
    expectCorrect("no", "yes")  // red: redBesideTrialsInTheBody
  }

  @Test func faultInTheBodysTrials() async throws {
    try await withTrials(3) { trial in  // red: faultInTheBodysTrials
      if trial == 2 { throw ModelFault(.budgetExhausted, "The budget of $1.00 is spent.") }
    }
  }

  @Test func firstOfTwoTrialsInTheBody() async throws {
    try await withTrials(2, passing: .atLeast(1)) { _ in  // red: firstOfTwoTrialsInTheBody
      expectCorrect("no", "yes")
    }
    try await withTrials(2) { _ in expectCorrect("yes", "yes") }
  }

  @Suite struct Nested {
    @Suite struct Deeper {
      @Test(.trials(3, passing: .atLeast(2)))
      func nested() async throws { try await go("pfp") }
    }
  }
}

/// A suite's trials and a test's.
@Suite(.scenario, .fixtures, .trials(3))
struct SuiteTrialScenarios {
  @Test func ofTheSuite() async throws { try await go("ppp") }

  @Test(.trials(2, passing: .atLeast(1)))
  func ofTheTest() async throws { try await go("pf") }
}

/// One and the same traits on a suite and on its test.
private let sharedTrials = TrialsTrait.trials(2, passing: .atLeast(1))
private let sharedFixtures = FixturesTrait.fixtures

@Suite(.scenario, sharedFixtures, sharedTrials)
struct SharedTraitScenarios {
  @Test(sharedFixtures, sharedTrials) func sharedTraits() async throws { try await go("pf") }

  @Test(sharedTrials, sharedFixtures) func sharedTraitsTurned() async throws { try await go("pf") }
}

@Suite(.scenario)
struct TraitOrderScenarios {
  @Test(.fixtures, .trials(3, passing: .atLeast(2)))
  func fixturesFirst() async throws { try await go("pfp") }

  @Test(.trials(3, passing: .atLeast(2)), .fixtures)
  func trialsFirst() async throws { try await go("pfp") }

  @Test(.trials(3, passing: .atLeast(2)), .fixtures)  // red: trialsFirstAndRed
  func trialsFirstAndRed() async throws { try await go("pfi") }

  @Test(.trials(3, passing: .atLeast(2)))
  func trialsAlone() async throws { try await go("pfp") }

  @Test(.trials(3, passing: .atLeast(2)))  // red: trialsAloneAndRed
  func trialsAloneAndRed() async throws { try await go("pff") }

  @Test func trialsInAPlainBody() async throws {
    try await withTrials(2, passing: .atLeast(1)) { trial in expectCorrect(trial == 1 ? "no" : "yes", "yes") }
  }
}

@Suite(.scenario, .fixtures(directory: "Elsewhere"))
struct TwoFixturesScenarios {
  @Test(.fixtures) func fixturesOfBoth() {
    #expect(SpecContext.current?.trial == 1)
    expectCorrect("yes", "yes")
  }
}
