import AnswerScoring
import Foundation
import LanguageModels
import SpecRecords
import Testing

/// Expects that a judge prefers an answer to an older one, whichever of them it is shown first.
///
/// - Parameters:
///   - answer: What the app answers now.
///   - older: The answer to compare with.
///   - criterion: What to judge by, such as `empathy and a concrete next step`.
///   - question: What was asked, where the judge should know.
/// - Returns: The judge's vote in both orders; nil where nobody could judge.
/// - Throws: `CancellationError` when the task is cancelled, and nothing else.
@discardableResult
public func expectJudgedBetter(
  _ answer: String, than older: String, for criterion: String, question: String? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) async throws -> PairwiseJudgement? {
  let (judgement, finding) = try await compare(.better, answer, older, criterion, question)
  finding.conclude("expectJudgedBetter", at: sourceLocation)
  return judgement
}

/// Expects that a judge does not prefer an older answer, whichever of them it is shown first.
///
/// Parameters and result are those of ``expectJudgedBetter(_:than:for:question:sourceLocation:)``.
@discardableResult
public func expectJudgedNotWorse(
  _ answer: String, than older: String, for criterion: String, question: String? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) async throws -> PairwiseJudgement? {
  let (judgement, finding) = try await compare(.notWorse, answer, older, criterion, question)
  finding.conclude("expectJudgedNotWorse", at: sourceLocation)
  return judgement
}

/// Expects that a judge prefers an answer to an older one, and ends the test where it does not.
@discardableResult
public func requireJudgedBetter(
  _ answer: String, than older: String, for criterion: String, question: String? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) async throws -> PairwiseJudgement? {
  let (judgement, finding) = try await compare(.better, answer, older, criterion, question)
  try finding.require("requireJudgedBetter", at: sourceLocation)
  return judgement
}

/// Expects that a judge does not prefer an older answer, and ends the test where it does.
@discardableResult
public func requireJudgedNotWorse(
  _ answer: String, than older: String, for criterion: String, question: String? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) async throws -> PairwiseJudgement? {
  let (judgement, finding) = try await compare(.notWorse, answer, older, criterion, question)
  try finding.require("requireJudgedNotWorse", at: sourceLocation)
  return judgement
}

/// Expects that a judge grades an answer at least so high.
///
/// - Parameters:
///   - answer: What the app answered.
///   - rubric: What the grades mean.
///   - scale: The lowest and the highest grade.
///   - threshold: The grade that is good enough.
///   - question: What was asked, where the judge should know.
///   - reference: A good answer, where there is one.
/// - Returns: The grade; nil where nobody could judge.
/// - Throws: `CancellationError` when the task is cancelled, and nothing else.
@discardableResult
public func expectGraded(
  _ answer: String, by rubric: String, scale: ClosedRange<Int> = 1...5, atLeast threshold: Double,
  question: String? = nil, reference: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
) async throws -> Grade? {
  let (grade, finding) = try await gradeAnswer(answer, rubric, scale, threshold, question, reference)
  finding.conclude("expectGraded", at: sourceLocation)
  return grade
}

/// Expects that a judge grades an answer at least so high, and ends the test where it does not.
@discardableResult
public func requireGraded(
  _ answer: String, by rubric: String, scale: ClosedRange<Int> = 1...5, atLeast threshold: Double,
  question: String? = nil, reference: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
) async throws -> Grade? {
  let (grade, finding) = try await gradeAnswer(answer, rubric, scale, threshold, question, reference)
  try finding.require("requireGraded", at: sourceLocation)
  return grade
}

private func compare(
  _ claim: PairwiseClaim, _ answer: String, _ older: String, _ criterion: String, _ question: String?
) async throws -> (PairwiseJudgement?, Finding) {
  do {
    guard let model = try judgingModel() else { return (nil, noJudge(output: answer, baseline: older)) }
    let judgement = try await PairwiseJudge(model: model)
      .compare(new: answer, old: older, criterion: criterion, question: question, claim: claim)
    let finding = Finding(
      judgement.verdict, judgement.reason, output: answer, baseline: older, vote: judgement.vote,
      judge: judgement.judge,
      rawAnswer: judgement.verdict == .inconclusive ? judgement.rawAnswers.joined(separator: "\n") : nil)
    return (judgement, finding)
  } catch {
    if isCancellation(error) { throw error }
    return (nil, Finding(error, output: answer, baseline: older))
  }
}

private func gradeAnswer(
  _ answer: String, _ rubric: String, _ scale: ClosedRange<Int>, _ threshold: Double, _ question: String?,
  _ reference: String?
) async throws -> (Grade?, Finding) {
  do {
    guard let model = try judgingModel() else { return (nil, noJudge(output: answer, reference: reference)) }
    let grade = try await GradingJudge(model: model)
      .grade(
        answer, rubric: rubric, scale: scale, threshold: threshold, question: question, reference: reference)
    let finding = Finding(
      grade.verdict, grade.reason, score: grade.score, threshold: grade.threshold, output: answer,
      reference: reference, judge: grade.judge)
    return (grade, finding)
  } catch {
    if isCancellation(error) { throw error }
    return (nil, Finding(error, output: answer, reference: reference))
  }
}

/// The judge that the spec or the environment names; nil where neither does.
func judgingModel() throws -> (any ChatModel)? {
  var judge = SpecSettings.current.judge
  if judge == nil, let name = ProcessInfo.processInfo.environment["LLMSPEC_JUDGE"], !name.isEmpty {
    judge = try Judge(environmentValue: name)
  }
  guard let judge else { return nil }
  return try judge.model(underTest: SpecContext.current?.calls.modelUnderTest)
}

func noJudge(
  output: String, reference: String? = nil, named referenceName: String = "reference", baseline: String? = nil
) -> Finding {
  var finding = Finding(
    .inconclusive, "no judge is named. \(howToNameAJudge)", output: output, reference: reference, baseline: baseline)
  finding.referenceName = referenceName
  finding.isHindered = true
  return finding
}

let howToNameAJudge = """
  Name one with .judge(.openAI("…")) on the test or its suite (in XCTest: withFixtures(judge: …)), or for the whole run \
  with LLMSPEC_JUDGE=openai:MODEL.
  """
