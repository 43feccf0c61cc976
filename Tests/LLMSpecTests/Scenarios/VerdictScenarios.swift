import LLMSpec
import Testing

/// The rows of the table of verdicts. A line that must be reported is marked with the test's name.
@Suite(.scenario, .fixtures)
struct VerdictScenarios {
  // MARK: - Scores

  @Test(.judge(grading(4)))
  func scoreAbove() async throws { try await expectGraded(newAnswer, by: "5: good", atLeast: 3) }

  @Test(.judge(grading(3)))
  func scoreAtThreshold() async throws { try await expectGraded(newAnswer, by: "5: good", atLeast: 3) }

  @Test(.judge(grading(2)))
  func scoreBelow() async throws {
    let grade = try await expectGraded(newAnswer, by: "5: good", atLeast: 3)  // red: scoreBelow
    #expect(grade?.score == 2)
  }

  @Test func wrongAnswer() {
    expectCorrect("14 days", "30 days")  // red: wrongAnswer
  }

  // MARK: - Comparisons

  @Test(.judge(voting(newFirst: .new, oldFirst: .new)))
  func betterBothNew() async throws {
    try await expectJudgedBetter(newAnswer, than: oldAnswer, for: "help")
  }

  @Test(.judge(voting(newFirst: .old, oldFirst: .old)))
  func betterBothOld() async throws {
    try await expectJudgedBetter(newAnswer, than: oldAnswer, for: "help")  // red: betterBothOld
  }

  @Test(.judge(voting(newFirst: .tie, oldFirst: .tie)))
  func betterBothTie() async throws {
    try await expectJudgedBetter(newAnswer, than: oldAnswer, for: "help")  // red: betterBothTie
  }

  @Test(.judge(voting(newFirst: .new, oldFirst: .tie)))
  func betterNewAndTie() async throws {
    try await expectJudgedBetter(newAnswer, than: oldAnswer, for: "help")  // red: betterNewAndTie
  }

  @Test(.judge(voting(newFirst: .tie, oldFirst: .old)))
  func betterOldAndTie() async throws {
    try await expectJudgedBetter(newAnswer, than: oldAnswer, for: "help")  // red: betterOldAndTie
  }

  @Test(.judge(voting(newFirst: .new, oldFirst: .old)))
  func betterDisagreeing() async throws {
    try await expectJudgedBetter(newAnswer, than: oldAnswer, for: "help")  // red: betterDisagreeing
  }

  @Test(.judge(voting(newFirst: .new, oldFirst: .new)))
  func notWorseBothNew() async throws {
    try await expectJudgedNotWorse(newAnswer, than: oldAnswer, for: "help")
  }

  @Test(.judge(voting(newFirst: .old, oldFirst: .old)))
  func notWorseBothOld() async throws {
    try await expectJudgedNotWorse(newAnswer, than: oldAnswer, for: "help")  // red: notWorseBothOld
  }

  @Test(.judge(voting(newFirst: .tie, oldFirst: .tie)))
  func notWorseBothTie() async throws {
    try await expectJudgedNotWorse(newAnswer, than: oldAnswer, for: "help")
  }

  @Test(.judge(voting(newFirst: .tie, oldFirst: .new)))
  func notWorseNewAndTie() async throws {
    try await expectJudgedNotWorse(newAnswer, than: oldAnswer, for: "help")
  }

  @Test(.judge(voting(newFirst: .old, oldFirst: .tie)))
  func notWorseOldAndTie() async throws {
    try await expectJudgedNotWorse(newAnswer, than: oldAnswer, for: "help")  // red: notWorseOldAndTie
  }

  @Test(.judge(voting(newFirst: .old, oldFirst: .new)))
  func notWorseDisagreeing() async throws {
    try await expectJudgedNotWorse(newAnswer, than: oldAnswer, for: "help")  // red: notWorseDisagreeing
  }

  // MARK: - Judges that give no judgement

  @Test(.judge(saying("I like the first one.")))
  func judgeOutOfFormat() async throws {
    let judgement = try await expectJudgedBetter(newAnswer, than: oldAnswer, for: "help")  // red: judgeOutOfFormat
    #expect(judgement == nil)
  }

  @Test(
    .judge(
      .model(
        ScriptedChatModel("scripted-judge") { _ in
          ChatResponse(
            message: .assistant(""), finishReason: .refusal, model: "scripted-judge",
            refusal: "I cannot help with that.")
        })))
  func judgeRefuses() async throws {
    try await expectGraded(newAnswer, by: "5: good", atLeast: 3)  // red: judgeRefuses
  }

  @Test(.judge(failing(ModelFault(.status, "The judge's server was answered with status 500.", status: 500))))
  func judgeFails() async throws {
    try await expectGraded(newAnswer, by: "5: good", atLeast: 3)  // red: judgeFails
  }

  @Test(.judge(failing(CancellationError())))
  func judgeThrowsCancellation() async throws {
    try await expectGraded(newAnswer, by: "5: good", atLeast: 3)  // red: judgeThrowsCancellation
  }

  @Test func noJudge() async throws {
    try await expectGraded(newAnswer, by: "5: good", atLeast: 3)  // red: noJudge
  }

  // MARK: - Known issues

  @Test func knownFailure() {
    withKnownIssue { _ = expectCorrect("14 days", "30 days") }  // red: knownFailure
  }

  @Test func knownInconclusive() async {
    await withKnownIssue {
      try await expectGraded(newAnswer, by: "5: good", atLeast: 3)  // red: knownInconclusive
    }
  }

  @Test func knownRequirement() {
    withKnownIssue {
      try requireCorrect("14 days", "30 days")  // red: knownRequirement
    }
  }

  @Test func knownTrials() async {
    await withKnownIssue {
      try await withTrials(2) { _ in expectCorrect("14 days", "30 days") }  // red: knownTrials
    }
  }

  @Test func knownAndOpen() {
    withKnownIssue { _ = expectCorrect("14 days", "30 days") }
    expectCorrect("14 days", "31 days")  // red: knownAndOpen
  }

  // MARK: - Not run

  @Test(.enabled(if: false, "there is no key"))
  func disabled() { expectCorrect("1", "2") }

  @Test func cancelled() throws {
    try Test.cancel("there is no key")
  }

  @Test(.disabled(), .fixtures)
  func disabledBeforeFixtures() { expectCorrect("1", "2") }
}
