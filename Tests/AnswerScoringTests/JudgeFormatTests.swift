import AnswerScoring
import LanguageModels
import SpecRecords
import Testing

@Suite("Format of a judge's answer")
struct JudgeFormatTests {
  private func compare(_ answer: String) async throws -> PairwiseJudgement {
    try await PairwiseJudge(model: ScriptedModel.saying { $0.isRepair ? "still no JSON" : answer })
      .compare(new: "n", old: "o", criterion: "clarity", claim: .notWorse)
  }

  @Test(
    "Finds the one object of an answer",
    arguments: [
      #"{"reason":"equal","winner":"tie"}"#,
      #"  {"winner":"tie","reason":"equal","confidence":0.4}  "#,
      "```json\n{\"reason\": \"equal\", \"winner\": \"tie\"}\n```",
      #"Sure {A or B}: {"reason": "equal", "winner": "tie"} I hope this helps."#,
      #"An open { brace. {"reason": "equal", "winner": "tie"}"#,
      #"<think>{"reason": "draft", "winner": "A"}</think>{"reason": "equal", "winner": "tie"}"#,
      #"{"reason":"equal","winner":"tie"} As I said: {"winner":"tie","reason":"equal"}"#,
    ])
  func tolerated(answer: String) async throws {
    let judgement = try await compare(answer)
    #expect(judgement.vote.agreement == .tie)
    #expect(judgement.reasons == ["equal", "equal"])
    #expect(judgement.rawAnswers == [answer, answer])
  }

  @Test("Keeps a reason that holds braces and quotation marks")
  func bracesInStrings() async throws {
    let judgement = try await compare(#"So: {"reason": "uses \"}\" and {", "winner": "tie"} Done."#)
    #expect(judgement.reasons.first == #"uses "}" and {"#)
  }

  @Test(
    "Takes no other answer",
    arguments: [
      "", "   ", "A", #""A""#, "null", #"[{"reason":"r","winner":"A"}]"#, #"{"reason":"r","winner":"C"}"#,
      #"{"reason":"r","winner":"a"}"#, #"{"reason":"r","winner":null}"#, #"{"winner":"A"}"#, #"{"reason":"r"}"#,
      #"{"reason":7,"winner":"A"}"#, #"{"reason":"r","winner":"A","winner":"B"}"#,
      #"{"reason":"r","winner":"A"} or {"reason":"r","winner":"B"}"#, #"{"reason":"r","winner":"A""#,
      #""{\"reason\":\"r\",\"winner\":\"A\"}""#,
    ])
  func refused(answer: String) async throws {
    let fault = await #expect(throws: JudgeFault.self) { try await compare(answer) }
    #expect(fault?.kind == .outOfFormat)
    #expect(fault?.rawAnswer == "still no JSON")
  }

  @Test("Reads an answer of nothing but braces without hanging")
  func manyBraces() async throws {
    let fault = await #expect(throws: JudgeFault.self) { try await compare(String(repeating: "{", count: 20_000)) }
    #expect(fault?.kind == .outOfFormat)
  }

  @Test("Asks once more, with the answer and what was wrong with it")
  func repaired() async throws {
    let model = ScriptedModel.saying {
      $0.isRepair ? #"{"reason": "r", "winner": "tie"}"# : #"{"reason": "r", "winner": "neither"}"#
    }
    let judgement = try await PairwiseJudge(model: model)
      .compare(new: "n", old: "o", criterion: "clarity", claim: .notWorse)
    #expect(judgement.verdict == .passed)
    #expect(model.requests.count == 4)
    for request in model.requests where request.isRepair {
      #expect(request.messages.map(\.role) == [.system, .user, .assistant, .user])
      #expect(request.messages[2].text == #"{"reason": "r", "winner": "neither"}"#)
      #expect(request.messages[3].text.contains(#""winner" must be one of "A", "B", "tie""#))
      #expect(request.messages[3].text.contains("neither"))
      #expect(request.purpose == .judge)
      #expect(request.promptVersion == JudgePrompt.pairwise.promptVersion)
      #expect(request.temperature == 0)
      #expect(request.responseFormat != nil)
      #expect(model.requests.contains { $0.messages == Array(request.messages.prefix(2)) })
    }
  }

  @Test("Asks once more about an empty answer without sending an empty message")
  func repairOfEmpty() async throws {
    let model = ScriptedModel.saying { $0.isRepair ? #"{"reason": "r", "winner": "tie"}"# : "" }
    _ = try await PairwiseJudge(model: model).compare(new: "n", old: "o", criterion: "clarity", claim: .notWorse)
    #expect(model.requests.count == 4)
    #expect(model.requests.allSatisfy { $0.messages.allSatisfy { !$0.text.isEmpty } })
  }

  @Test("Gives up after one repair, with the raw answer bounded and its control characters shown")
  func outOfFormatTwice() async throws {
    let raw = "no\u{7}\n" + String(repeating: "x", count: 5_000)
    let model = ScriptedModel.saying { _ in raw }
    let fault = try await #require(throws: JudgeFault.self) {
      try await GradingJudge(model: model).grade("a", rubric: "clarity", threshold: 3)
    }
    #expect(fault.kind == .outOfFormat)
    #expect(fault.judge == "scripted")
    #expect(fault.rawAnswer == raw)
    #expect(model.requests.count == 2)
    #expect(fault.description.contains(#"“no\u{7}\nxxx"#))
    #expect(!fault.description.contains("\u{7}"))
    #expect(fault.description.count < 1_200)
    #expect(fault.description.contains("5004 characters in all"))
  }

  @Test("A refusal is a fault and not a judgement, and is not argued with")
  func refusals() async throws {
    let fine = #"{"reason": "r", "winner": "tie"}"#
    let responses = [
      ChatResponse(message: .assistant("I can't."), finishReason: .refusal, model: "m"),
      ChatResponse(message: .assistant(fine), finishReason: .contentFilter, model: "m"),
      ChatResponse(message: .assistant(""), model: "m", refusal: "I can't."),
    ]
    for response in responses {
      let model = ScriptedModel { _ in response }
      let fault = try await #require(throws: JudgeFault.self) {
        try await PairwiseJudge(model: model).compare(new: "n", old: "o", criterion: "clarity", claim: .notWorse)
      }
      #expect(fault.kind == .refused)
      #expect(fault.rawAnswer == (response.refusal ?? response.text))
      #expect(model.requests.count == 2)
    }
  }

  @Test("An answer that broke off is cut off, unless it was already complete")
  func cutOff() async throws {
    func grade(_ text: String) async throws -> Grade {
      let model = ScriptedModel { _ in ChatResponse(message: .assistant(text), finishReason: .length, model: "m") }
      return try await GradingJudge(model: model).grade("a", rubric: "clarity", threshold: 3)
    }
    for text in ["", #"{"reason": "it is"#, #"First, {"reason": "draft", "score": 4} but on refl"#] {
      let fault = await #expect(throws: JudgeFault.self) { try await grade(text) }
      #expect(fault?.kind == .cutOff)
    }
    #expect(try await grade(#"{"reason": "r", "score": 4}"#).score == 4)
  }
}
