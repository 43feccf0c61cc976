import AnswerScoring
import LanguageModels
import SpecRecords
import StructuredOutput
import Testing

@Suite("Grading judge")
struct GradingJudgeTests {
  private func model(score: String) -> ScriptedModel {
    .saying { $0.isRepair ? "no JSON" : #"{"reason": "as the rubric says", "score": \#(score)}"# }
  }

  @Test(
    "Passes from the threshold on",
    arguments: [("2", Verdict.failed), ("3", .failed), ("4", .passed), ("5", .passed), ("4.0", .passed)])
  func thresholds(score: String, verdict: Verdict) async throws {
    let grade = try await GradingJudge(model: model(score: score)).grade("a", rubric: "clarity", threshold: 3.5)
    #expect(grade.verdict == verdict)
    #expect(grade.score == Double(score))
    #expect(grade.threshold == 3.5)
    #expect(grade.scale == 1...5)
    #expect(grade.reason == "as the rubric says")
    #expect(grade.judge == "scripted")
    #expect(grade.rawAnswer.contains(score))
  }

  @Test("Takes both ends of the scale", arguments: [-2, 0, 2])
  func bounds(score: Int) async throws {
    let grade = try await GradingJudge(model: model(score: "\(score)"))
      .grade("a", rubric: "clarity", scale: -2...2, threshold: 0)
    #expect(grade.score == Double(score))
    #expect(grade.verdict == (score >= 0 ? .passed : .failed))
  }

  @Test("Takes nothing but whole numbers of the scale", arguments: ["0", "6", "-1", "\"4\"", "4.5", "null", "1e400"])
  func badScores(score: String) async throws {
    let fault = await #expect(throws: JudgeFault.self) {
      try await GradingJudge(model: model(score: score)).grade("a", rubric: "clarity", threshold: 3)
    }
    #expect(fault?.kind == .outOfFormat)
    #expect(fault?.message.contains("a whole number from 1 to 5") == true)
  }

  @Test("Refuses a threshold or a scale that could tell nothing apart")
  func unusable() async throws {
    let model = model(score: "3")
    let judge = GradingJudge(model: model)
    for threshold in [0, 5.01, -.infinity, .infinity, .nan] {
      let fault = await #expect(throws: JudgeFault.self) {
        try await judge.grade("a", rubric: "clarity", threshold: threshold)
      }
      #expect(fault?.kind == .unusableQuestion)
    }
    await #expect(throws: JudgeFault.self) { try await judge.grade("a", rubric: "clarity", scale: 3...3, threshold: 3) }
    await #expect(throws: JudgeFault.self) { try await judge.grade("a", rubric: "", threshold: 3) }
    #expect(model.requests.isEmpty)
  }

  @Test("Shows the question and the reference where there are any, the answer last")
  func texts() async throws {
    let model = model(score: "3")
    _ = try await GradingJudge(model: model)
      .grade("my answer", rubric: "clarity", threshold: 3, question: "my question", reference: "my reference")
    _ = try await GradingJudge(model: model).grade("my answer", rubric: "clarity", threshold: 3)
    let full = try #require(model.requests.first).question
    let parts = [
      "Rubric: clarity", "BEGIN QUESTION ========\nmy question\n", "BEGIN REFERENCE ANSWER ========\nmy reference\n",
      "BEGIN ANSWER ========\nmy answer\n",
    ]
    let places = parts.map { full.ranges(of: $0).map(\.lowerBound) }
    #expect(places.allSatisfy { $0.count == 1 })
    #expect(places.flatMap(\.self) == places.flatMap(\.self).sorted())
    let bare = try #require(model.requests.last).question
    #expect(!bare.contains("QUESTION") && !bare.contains("REFERENCE"))
  }

  @Test("Lists the grades of the scale in the schema, but not those of an endless one")
  func schema() async throws {
    for (scale, listed) in [(0...10, 11), (0...100, 101), (Int.min...Int.max, nil)] as [(ClosedRange<Int>, Int?)] {
      let model = model(score: "3")
      _ = try await GradingJudge(model: model).grade("a", rubric: "clarity", scale: scale, threshold: 3)
      guard case .jsonSchema(_, let schema, _)? = model.requests.first?.responseFormat else {
        Issue.record("No schema is sent")
        continue
      }
      #expect(schema["properties"]?["score"]?["enum"]?.arrayValue?.count == listed)
      #expect(schema["properties"]?["score"]?["type"] == "integer")
    }
  }
}
