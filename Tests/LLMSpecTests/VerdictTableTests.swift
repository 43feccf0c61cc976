import LLMSpec
import SpecRecords
import Testing

/// The table of verdicts, row by row, down to the console and the records.
@Suite("Table of verdicts", .enabled(if: ScenarioProcess.obstacle == nil, ScenarioProcess.obstacle))
struct VerdictTableTests {
  private static let process = Task {
    try await ScenarioProcess.run(
      .swiftTesting, #"LLMSpecTests\.(Verdict|Trial|Call|SuiteTrial|SharedTrait|TraitOrder|TwoFixtures)Scenarios/"#)
  }

  private static let marks = Result {
    try MarkedLines("VerdictScenarios.swift", "TrialScenarios.swift", "CallScenarios.swift")
  }

  private func check(_ row: ScenarioRow) async throws {
    let outcome = try await Self.process.value
    try row.check(outcome, marks: Self.marks.get())
  }

  @Test(
    "Scores, comparisons, judges and known issues",
    arguments: [
      ScenarioRow("VerdictScenarios/scoreAbove()", .passed),
      ScenarioRow("VerdictScenarios/scoreAtThreshold()", .passed),
      ScenarioRow("VerdictScenarios/scoreBelow()", .failed, says: "expectGraded: "),
      ScenarioRow(
        "VerdictScenarios/wrongAnswer()", .failed,
        says: "expectCorrect: ", #"answer: "14 days""#, #"reference: "30 days""#),
      ScenarioRow("VerdictScenarios/betterBothNew()", .passed),
      ScenarioRow(
        "VerdictScenarios/betterBothOld()", .failed, says: "In both orders the judge prefers the old answer."),
      ScenarioRow("VerdictScenarios/betterBothTie()", .failed, says: "In both orders the judge calls it a tie."),
      ScenarioRow(
        "VerdictScenarios/betterNewAndTie()", .inconclusive,
        says: "in the other order it calls it a tie", "the judge's raw answer"),
      ScenarioRow("VerdictScenarios/betterOldAndTie()", .failed, says: "in the other order it calls it a tie"),
      ScenarioRow(
        "VerdictScenarios/betterDisagreeing()", .inconclusive,
        says: "Position bias", "the judge's raw answer", #""winner": "A""#),
      ScenarioRow("VerdictScenarios/notWorseBothNew()", .passed),
      ScenarioRow(
        "VerdictScenarios/notWorseBothOld()", .failed, says: "In both orders the judge prefers the old answer."),
      ScenarioRow("VerdictScenarios/notWorseBothTie()", .passed),
      ScenarioRow("VerdictScenarios/notWorseNewAndTie()", .passed),
      ScenarioRow(
        "VerdictScenarios/notWorseOldAndTie()", .inconclusive, says: "in the other order it calls it a tie"),
      ScenarioRow("VerdictScenarios/notWorseDisagreeing()", .inconclusive, says: "Position bias"),
      ScenarioRow(
        "VerdictScenarios/judgeOutOfFormat()", .inconclusive,
        says: "out of format even after one request", "I like the first one."),
      ScenarioRow(
        "VerdictScenarios/judgeRefuses()", .inconclusive, says: "refused to judge", "I cannot help with that."),
      ScenarioRow(
        "VerdictScenarios/judgeFails()", .inconclusive, says: "The judge's server was answered with status 500."),
      ScenarioRow("VerdictScenarios/judgeThrowsCancellation()", .inconclusive, says: "CancellationError"),
      ScenarioRow(
        "VerdictScenarios/noJudge()", .inconclusive, says: "no judge is named", ".judge(", "LLMSPEC_JUDGE="),
      ScenarioRow("VerdictScenarios/knownFailure()", .failed, isKnown: true, says: "expectCorrect: "),
      ScenarioRow("VerdictScenarios/knownInconclusive()", .inconclusive, isKnown: true, says: "no judge is named"),
      ScenarioRow("VerdictScenarios/knownRequirement()", .failed, isKnown: true, says: "requireCorrect: "),
      ScenarioRow("VerdictScenarios/knownTrials()", .failed, isKnown: true, says: "0 of 2 trials passed"),
      ScenarioRow("VerdictScenarios/knownAndOpen()", .failed, says: "31 days"),
    ])
  func rows(_ row: ScenarioRow) async throws { try await check(row) }

  @Test(
    "Trials",
    arguments: [
      ScenarioRow("TrialScenarios/enoughPass()", .passed, trials: (4, 1, 0)),
      ScenarioRow("TrialScenarios/enoughPassBesideUnjudged()", .passed, trials: (4, 0, 1)),
      ScenarioRow(
        "TrialScenarios/tooManyFail()", .failed, trials: (3, 2, 0),
        says: "3 of 5 trials passed, at least 4 had to", "trial 3 failed:", "trial 4 failed:",
        "TrialScenarios.swift:9: failed: expectCorrect: "),
      ScenarioRow(
        "TrialScenarios/cannotPassAnyMore()", .failed, trials: (2, 2, 1), says: "(2 failed, 1 inconclusive)"),
      ScenarioRow(
        "TrialScenarios/mightHavePassed()", .inconclusive, trials: (3, 1, 1), says: "(1 failed, 1 inconclusive)"),
      ScenarioRow("TrialScenarios/rateReached()", .passed, trials: (4, 1, 0)),
      ScenarioRow("TrialScenarios/rateMissed()", .failed, trials: (3, 2, 0)),
      ScenarioRow("TrialScenarios/rateUnknown()", .inconclusive, trials: (3, 0, 2)),
      ScenarioRow("TrialScenarios/allMustPass()", .failed, trials: (2, 1, 0)),
      ScenarioRow("TrialScenarios/impossible()", .inconclusive, says: "asks for what cannot be"),
      ScenarioRow("TrialScenarios/noTrials()", .inconclusive, says: "asks for what cannot be"),
      ScenarioRow(
        "TrialScenarios/plainExpectations()", .failed, trials: (1, 2, 0), says: "(TrialNumber.current → 3) == 2"),
      ScenarioRow("TrialScenarios/plainRequirement()", .passed, trials: (2, 1, 0)),
      ScenarioRow("TrialScenarios/requirement()", .passed, trials: (2, 1, 0)),
      ScenarioRow("TrialScenarios/thrownErrors()", .passed, trials: (2, 2, 0)),
      ScenarioRow("TrialScenarios/thrownError()", .failed, trials: (2, 1, 0), says: "threw out of order"),
      ScenarioRow("TrialScenarios/cancellationOfTheApp()", .passed, trials: (2, 1, 0)),
      ScenarioRow("TrialScenarios/warning()", .passed, trials: (3, 0, 0)),
      ScenarioRow("TrialScenarios/foreignIssue()", .passed, trials: (2, 0, 0)),
      ScenarioRow("TrialScenarios/fault()", .passed, trials: (2, 0, 1)),
      ScenarioRow("TrialScenarios/faults()", .inconclusive, trials: (2, 0, 1), says: "The budget of $1.00 is spent."),
      ScenarioRow("TrialScenarios/cases(_:)", .failed, passedCases: 1, says: "1 of 2 trials passed"),
      ScenarioRow("TrialScenarios/trialsInTheBody()", .passed, trials: (2, 1, 0)),
      ScenarioRow("TrialScenarios/redTrialsInTheBody()", .failed, says: "1 of 3 trials passed", "threw out of order"),
      ScenarioRow("TrialScenarios/redBesideTrialsInTheBody()", .failed, says: "expectCorrect: "),
      ScenarioRow("TrialScenarios/faultInTheBodysTrials()", .inconclusive, says: "2 of 3 trials passed"),
      ScenarioRow("TrialScenarios/firstOfTwoTrialsInTheBody()", .failed, says: "0 of 2 trials passed"),
      ScenarioRow("TrialScenarios/Nested/Deeper/nested()", .passed, trials: (2, 1, 0)),
      ScenarioRow("SuiteTrialScenarios/ofTheSuite()", .passed, trials: (3, 0, 0)),
      ScenarioRow("SuiteTrialScenarios/ofTheTest()", .passed, trials: (1, 1, 0)),
      ScenarioRow("SharedTraitScenarios/sharedTraits()", .passed, trials: (1, 1, 0)),
      ScenarioRow("SharedTraitScenarios/sharedTraitsTurned()", .passed, trials: (1, 1, 0)),
      ScenarioRow("TraitOrderScenarios/fixturesFirst()", .passed, trials: (2, 1, 0)),
      ScenarioRow("TraitOrderScenarios/trialsFirst()", .passed, trials: (2, 1, 0)),
      ScenarioRow("TraitOrderScenarios/trialsFirstAndRed()", .inconclusive, trials: (1, 1, 1)),
      ScenarioRow("TraitOrderScenarios/trialsAlone()", .passed, trials: (2, 1, 0)),
      ScenarioRow("TraitOrderScenarios/trialsAloneAndRed()", .failed, trials: (1, 2, 0)),
      ScenarioRow("TraitOrderScenarios/trialsInAPlainBody()", .passed, trials: (1, 1, 0)),
      ScenarioRow("TwoFixturesScenarios/fixturesOfBoth()", .passed),
    ])
  func trials(_ row: ScenarioRow) async throws { try await check(row) }

  @Test(
    "Calls without an answer",
    arguments: [
      ScenarioRow(
        "CallScenarios/missRethrown()", .inconclusive, heading: .notRecorded,
        says: "LLMSPEC_MODE=record swift test --filter", "LLMSpecTests.CallScenarios/missRethrown"),
      ScenarioRow("CallScenarios/missCaught()", .inconclusive, heading: .notRecorded),
      ScenarioRow("CallScenarios/missWrapped()", .inconclusive, heading: .notRecorded),
      ScenarioRow("CallScenarios/missKnown()", .inconclusive, heading: .notRecorded),
      ScenarioRow("CallScenarios/judgeMissed()", .inconclusive, heading: .notRecorded, says: "expectGraded: "),
      ScenarioRow(
        "CallScenarios/judgeMissedByRequirement()", .inconclusive, heading: .notRecorded, says: "requireGraded: "),
      ScenarioRow("CallScenarios/judgeMissedKnown()", .inconclusive, heading: .notRecorded),
      ScenarioRow(
        "CallScenarios/missInTrials()", .inconclusive, trials: (0, 0, 2),
        says: "0 of 2 trials passed", "trial 1 inconclusive:", "not recorded: "),
      ScenarioRow(
        "CallScenarios/detached()", .inconclusive, says: "outside of any scope", "withScope(scope)"),
      ScenarioRow("CallScenarios/detachedWithScope()", .inconclusive, heading: .notRecorded),
      ScenarioRow("CallScenarios/keyMissing()", .inconclusive, says: "OPENAI_API_KEY is not set"),
      ScenarioRow("CallScenarios/keyMissingAndCaught()", .inconclusive, says: "OPENAI_API_KEY is not set"),
      ScenarioRow("CallScenarios/judgesKeyMissing()", .inconclusive, says: "OPENAI_API_KEY is not set"),
      ScenarioRow("CallScenarios/connectionRefused()", .inconclusive, says: "127.0.0.1:9 got no whole answer"),
      ScenarioRow(
        "CallScenarios/connectionRefusedAndWrapped()", .inconclusive, says: "127.0.0.1:9 got no whole answer"),
      ScenarioRow("CallScenarios/budget()", .inconclusive, says: "The budget of $1.00 is spent"),
      ScenarioRow("CallScenarios/judgesBudget()", .inconclusive, says: "The budget of $1.00 is spent"),
      ScenarioRow(
        "CallScenarios/failedBeforeCancelled()", .failed, says: "expectCorrect: "),
    ])
  func calls(_ row: ScenarioRow) async throws { try await check(row) }

  @Test("Counts an error of the app itself as its failure", arguments: ["appError", "appCancellation"])
  func errors(_ name: String) async throws {
    let outcome = try await Self.process.value
    #expect(outcome.tally(of: "LLMSpecTests/CallScenarios/\(name)()").cases == TrialCount(failed: 1))
    let issue = try #require(outcome.issues.first { $0.test == "\(name)()" })
    #expect(issue.text.hasPrefix("Caught error: "))
  }

  @Test("Names the specs that were not run, and counts them for nothing")
  func skipped() async throws {
    let outcome = try await Self.process.value
    #expect(
      outcome.tally.skipped == [
        "LLMSpecTests/TrialScenarios/cancelledInside()", "LLMSpecTests/VerdictScenarios/cancelled()",
        "LLMSpecTests/VerdictScenarios/disabled()", "LLMSpecTests/VerdictScenarios/disabledBeforeFixtures()",
      ])
    #expect(
      outcome.output.contains(
        """
          4 not run: LLMSpecTests/TrialScenarios/cancelledInside(), LLMSpecTests/VerdictScenarios/cancelled(), \
        LLMSpecTests/VerdictScenarios/disabled(), LLMSpecTests/VerdictScenarios/disabledBeforeFixtures().
        """))
    for test in outcome.tally.skipped { #expect(!outcome.tally(of: test).verdict.isRed) }
  }

  @Test("Starts no trial after a cancelled one")
  func cancelledTrials() async throws {
    let outcome = try await Self.process.value
    let trials = outcome.records.compactMap { record -> Int? in
      if case .body(let body) = record, body.subject.spec.hasSuffix("/cancelledInside()") {
        body.subject.trial
      } else {
        nil
      }
    }
    #expect(trials == [1, 2, 3])
  }

  @Test("Lets an issue of nobody stay nobody's")
  func foreignIssue() async throws {
    let outcome = try await Self.process.value
    let issues = outcome.issues.filter { $0.text.contains("of nobody") }
    #expect(issues.isEmpty == false)
    #expect(issues.allSatisfy { $0.test == "«unknown»" })
  }
}
