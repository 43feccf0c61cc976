import Foundation
import LLMSpec
import SupportAssistant
import Testing

/// What last release's assistant answered.
private let lastReleaseAnswer = "We are sorry to hear that. Please wait a little longer."

/// The small model as a judge. It prefers whatever it is shown first: an unfit judge is seen as one, and decides nothing.
@Suite("Judged by the small model", .fixtures, .judge(.openAICompatible(smallModel)), .tags(.llm))
struct UnfitJudgeSpecs {
  let assistant = SupportAssistant()
  let question = "My parcel never came. What now?"

  @Test("Is no worse than last release's answer (known: the judge prefers what it is shown first)")
  func notWorse() async throws {
    let answer = try await assistant.answer(question)
    await withKnownIssue("Position bias: the verdict is inconclusive") {
      try await expectJudgedNotWorse(
        answer, than: lastReleaseAnswer, for: "empathy and a concrete next step", question: question)
    }
  }

  @Test("Grades a good answer at least 3 of 5")
  func graded() async throws {
    let answer = try await assistant.answer("When is support open?")
    try await expectGraded(
      answer, by: "5: states the opening hours correctly. 1: states none or wrong ones.", atLeast: 3,
      question: "When is support open?",
      reference: "Support is open from Monday to Friday, 9 am to 5 pm.")
  }
}

/// A judge that always votes in the same way, in memory, for the rest of the table.
private func judge(_ winner: @escaping @Sendable (_ firstText: String) -> String) -> Judge {
  .model(
    ScriptedChatModel { request in
      let winner = winner(request.messages.map(\.text).joined(separator: "\n"))
      let answer: JSONValue = ["reason": "scripted", "winner": .string(winner)]
      return ChatResponse(message: .assistant(answer.compactText), model: "scripted-judge")
    })
}

/// Prefers the answer that names a day, wherever it stands.
private let fitJudge = judge { prompt in
  guard let first = prompt.range(of: "Thursday"), let other = prompt.range(of: "a little longer") else { return "tie" }
  return first.lowerBound < other.lowerBound ? "A" : "B"
}

@Suite("Judged by a judge without bias", .fixtures, .judge(fitJudge), .tags(.llm))
struct FitJudgeSpecs {
  let assistant = SupportAssistant()

  @Test("Is better than last release's answer")
  func better() async throws {
    let answer = try await assistant.orderStatus("Where is my order T-1042?")
    let judgement = try await expectJudgedBetter(answer, than: lastReleaseAnswer, for: "a concrete next step")
    #expect(judgement?.vote.agreement == .new)
  }

  @Test("Is no worse than itself")
  func notWorseThanItself() async throws {
    let answer = try await assistant.orderStatus("Where is my order T-1042?")
    try await expectJudgedNotWorse(answer, than: answer, for: "a concrete next step")
  }
}
