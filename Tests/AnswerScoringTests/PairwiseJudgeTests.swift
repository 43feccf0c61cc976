import AnswerScoring
import LanguageModels
import SpecRecords
import StructuredOutput
import Testing

@Suite("Pairwise judge")
struct PairwiseJudgeTests {
  /// A judge that prefers one thing with the new answer first and another with the old answer first.
  static func judge(newFirst: PairwisePreference, oldFirst: PairwisePreference) -> ScriptedModel {
    .saying { request in
      let isNewFirst = request.question.contains("BEGIN ANSWER A ========\nthe new one\n")
      let winner =
        switch isNewFirst ? newFirst : oldFirst {
        case .new: isNewFirst ? "A" : "B"
        case .old: isNewFirst ? "B" : "A"
        case .tie: "tie"
        }
      return #"{"reason": "because of \#(winner)", "winner": "\#(winner)"}"#
    }
  }

  static let table: [(PairwisePreference, PairwisePreference, better: Verdict, notWorse: Verdict)] = [
    (.new, .new, .passed, .passed),
    (.old, .old, .failed, .failed),
    (.tie, .tie, .failed, .passed),
    (.new, .tie, .inconclusive, .passed),
    (.tie, .new, .inconclusive, .passed),
    (.old, .tie, .failed, .inconclusive),
    (.tie, .old, .failed, .inconclusive),
    (.new, .old, .inconclusive, .inconclusive),
    (.old, .new, .inconclusive, .inconclusive),
  ]

  @Test("Comes to the verdict of the table of both orders", arguments: table)
  func verdicts(row: (PairwisePreference, PairwisePreference, better: Verdict, notWorse: Verdict)) async throws {
    for (claim, expected) in [(PairwiseClaim.better, row.better), (.notWorse, row.notWorse)] {
      let model = Self.judge(newFirst: row.0, oldFirst: row.1)
      let judgement = try await PairwiseJudge(model: model)
        .compare(new: "the new one", old: "the old one", criterion: "clarity", claim: claim)
      #expect(judgement.verdict == expected)
      #expect(judgement.vote == PairwiseVote(newFirst: row.0, oldFirst: row.1))
      #expect(judgement.claim == claim)
      #expect(judgement.judge == "scripted")
      #expect(judgement.reasons.count == 2)
      #expect(judgement.rawAnswers.count == 2)
      #expect(model.requests.count == 2)
      let isBias = row.0 != .tie && row.1 != .tie && row.0 != row.1
      #expect(judgement.reason.lowercased().contains("position bias") == isBias)
    }
  }

  @Test("Names the position that the judge favours")
  func favouredPosition() async throws {
    for (winner, position) in [("A", "first"), ("B", "second")] {
      let model = ScriptedModel.saying { _ in #"{"reason": "r", "winner": "\#(winner)"}"# }
      let judgement = try await PairwiseJudge(model: model)
        .compare(new: "n", old: "o", criterion: "clarity", claim: .notWorse)
      #expect(judgement.verdict == .inconclusive)
      #expect(judgement.reason.contains("whichever answer is shown \(position)"))
    }
  }

  @Test("Asks at temperature 0, as a judge, with the prompt's version and a schema that reasons first")
  func requests() async throws {
    let model = Self.judge(newFirst: .new, oldFirst: .new)
    _ = try await PairwiseJudge(model: model)
      .compare(new: "the new one", old: "the old one", criterion: "clarity", question: "why?", claim: .better)
    for request in model.requests {
      #expect(request.temperature == 0)
      #expect(request.purpose == .judge)
      #expect(request.promptVersion == "pairwise-judge/\(JudgePrompt.pairwise.version)")
      #expect(request.messages.map(\.role) == [.system, .user])
      #expect(request.question.hasPrefix("Criterion: clarity"))
      #expect(request.question.contains("BEGIN QUESTION ========\nwhy?\n"))
      guard case .jsonSchema(_, let schema, true) = request.responseFormat else {
        Issue.record("The answer's format is not asked for with a strict schema")
        continue
      }
      #expect(schema["properties"]?.objectValue?.keys == ["reason", "winner"])
      #expect(schema["additionalProperties"] == false)
    }
    #expect(Set(model.requests.map(\.question)).count == 2)
  }

  @Test("Does not ask about two identical texts")
  func identical() async throws {
    let model = Self.judge(newFirst: .new, oldFirst: .old)
    for (claim, verdict) in [(PairwiseClaim.better, Verdict.failed), (.notWorse, .passed)] {
      let judgement = try await PairwiseJudge(model: model)
        .compare(new: "same", old: "same", criterion: "clarity", claim: claim)
      #expect(judgement.verdict == verdict)
      #expect(judgement.vote.agreement == .tie)
      #expect(judgement.reason.contains("same text"))
      #expect(judgement.rawAnswers.isEmpty)
    }
    #expect(model.requests.isEmpty)
  }

  @Test("Refuses a question without a criterion or with an endless text before anything is sent")
  func unusableQuestions() async throws {
    let model = Self.judge(newFirst: .new, oldFirst: .new)
    let judge = PairwiseJudge(model: model)
    let long = String(repeating: "ü", count: 200_001)
    let fault = await #expect(throws: JudgeFault.self) {
      try await judge.compare(new: long, old: "o", criterion: "clarity", claim: .better)
    }
    #expect(fault?.kind == .unusableQuestion)
    #expect(fault?.message.contains("200001") == true)
    let empty = await #expect(throws: JudgeFault.self) {
      try await judge.compare(new: "n", old: "o", criterion: " \n", claim: .better)
    }
    #expect(empty?.kind == .unusableQuestion)
    #expect(model.requests.isEmpty)
    _ = try await judge.compare(new: String(long.dropLast()), old: "o", criterion: "clarity", claim: .better)
    #expect(model.requests.count == 2)
  }

  @Test("Throws what the model throws, after both orders were asked")
  func modelFault() async throws {
    let model = ScriptedModel { _ in throw ModelFault(.connection, "no way there") }
    let fault = await #expect(throws: ModelFault.self) {
      try await PairwiseJudge(model: model).compare(new: "n", old: "o", criterion: "clarity", claim: .better)
    }
    #expect(fault?.kind == .connection)
    #expect(model.requests.count == 2)
  }
}
