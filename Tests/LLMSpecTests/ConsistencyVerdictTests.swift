import LLMSpec
import SpecRecords
import Testing

@Suite("Verdicts of factual consistency", .enabled(if: ScenarioProcess.obstacle == nil, ScenarioProcess.obstacle))
struct ConsistencyVerdictTests {
  private static let process = Task {
    try await ScenarioProcess.run(.swiftTesting, #"LLMSpecTests\.ConsistencyScenarios/"#)
  }

  private static let marks = Result { try MarkedLines("ConsistencyScenarios.swift") }

  @Test(
    "Name the claim, what the source says, and who checked",
    arguments: [
      ScenarioRow("ConsistencyScenarios/consistent()", .passed),
      ScenarioRow(
        "ConsistencyScenarios/contradicted()", .failed,
        says: "The source supports 0 of 1 claim", "- contradicted: “You can return your shoes within 60 days.”",
        "The claim says “60 days”, the source says “30 days” (unit).", "nearest in the source: “You can return shoes",
        "checked by: encoder paraphrase-MiniLM-L3-v2"),
      ScenarioRow("ConsistencyScenarios/requiredConsistency()", .failed, says: "requireFactuallyConsistent: "),
      ScenarioRow(
        "ConsistencyScenarios/openWithoutJudge()", .inconclusive, says: "- unsure: “You get your money back", "judge"),
      ScenarioRow("ConsistencyScenarios/judgeOnlyWithoutJudge()", .inconclusive, says: "no judge is named"),
      ScenarioRow("ConsistencyScenarios/openWithJudge()", .passed),
      ScenarioRow(
        "ConsistencyScenarios/inventedQuote()", .inconclusive,
        says: "- not verified: ", "quotes “Refunds take a week”, which is not in the source",
        "judge scripted-judge (claim-verification/1)"),
      ScenarioRow(
        "ConsistencyScenarios/judgedContradiction()", .failed, says: "- contradicted: ", "It says 5 to 7 days."),
      ScenarioRow(
        "ConsistencyScenarios/consistencyOutOfFormat()", .inconclusive, says: "out of format", "Looks fine to me."),
      ScenarioRow("ConsistencyScenarios/recalled()", .passed),
      ScenarioRow(
        "ConsistencyScenarios/notRecalled()", .failed, says: "context recall: The source supports 0 of 1 claim",
        "contexts: \"We sell shoes.\""),
      ScenarioRow(
        "ConsistencyScenarios/neitherRecallNorPrecision()", .inconclusive, says: "Neither recall nor precision"),
      ScenarioRow("ConsistencyScenarios/relevant()", .passed),
      ScenarioRow(
        "ConsistencyScenarios/irrelevant()", .failed, says: "is below the threshold 0.4", "question: \"How long"),
    ])
  func rows(_ row: ScenarioRow) async throws {
    try row.check(try await Self.process.value, marks: Self.marks.get())
  }
}
