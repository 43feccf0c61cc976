import FineTuning
import Foundation
import LanguageModels
import SpecRecords
import StructuredOutput
import Testing

@Suite("Conversations to imitate")
struct ConversationMaterialTests {
  let spec = RecordedSpec()

  @Test("A conversation of a trainable spec that passed is taken, with its provenance")
  func taken() {
    let material = TrainingMaterial(reading: spec.trial(2, .passed, says: "30 days."))
    #expect(material.conversations.map(\.messages) == [spec.prompt + [.assistant("30 days.")]])
    #expect(
      material.conversations.first?.provenance
        == TrainingProvenance(spec: spec.spec, trial: 2, model: "small", verdict: .passed))
    #expect(material.reasons(for: .conversations).isEmpty)
  }

  @Test("A held-out spec is refused by name, however good it is")
  func heldOut() {
    let heldOut = RecordedSpec(spec: "Specs/Held/out()", role: .heldOut)
    let unknown = RecordedSpec(spec: "Specs/Held/other()", role: SpecRole(rawValue: "validation"))
    let records =
      heldOut.trial(1, .passed, says: "a") + heldOut.trial(2, .failed, says: "b") + unknown.trial(1, .passed, says: "c")
    let material = TrainingMaterial(reading: records)
    #expect(material.conversations.isEmpty)
    #expect(material.pairs.isEmpty)
    #expect(
      material.refused == [
        Refusal(spec: "Specs/Held/other()", reason: .heldOut),
        Refusal(spec: "Specs/Held/out()", reason: .heldOut, count: 2),
      ])
    #expect(material.refused.map(\.description).contains("Specs/Held/other(): held out, its role is not .trainable"))
  }

  @Test(
    "A body that did not pass plainly is refused with its reason",
    arguments: [
      (Verdict.failed, false, Refusal.Reason.failed), (.inconclusive, false, .inconclusive),
      (.failed, true, .knownIssue), (.passed, true, .knownIssue),
    ])
  func notPassed(verdict: Verdict, known: Bool, reason: Refusal.Reason) {
    let material = TrainingMaterial(reading: spec.trial(1, verdict, says: "30 days.", known: known))
    #expect(material.conversations.isEmpty)
    #expect(material.reasons(for: .conversations) == [reason])
  }

  @Test("A cancelled body, a body without a call and one that never ended are refused")
  func noBody() {
    let cancelled = [spec.call(.assistant("a")), spec.body(.passed, cancelled: true)]
    #expect(TrainingMaterial(reading: cancelled).reasons(for: .conversations) == [.cancelled])
    #expect(TrainingMaterial(reading: [spec.body(.passed)]).reasons(for: .preferencePairs) == [.noCall])
    #expect(TrainingMaterial(reading: [spec.call(.assistant("a"))]).reasons(for: .conversations) == [.unfinished])
  }

  @Test("Calls that a killed process left are not taken for those of the next process")
  func killedProcess() {
    let process = RunRecord.process(ProcessRecord(run: "r", mode: "replay"))
    let records = [process, spec.call(.assistant("lost")), process] + spec.trial(1, .passed, says: "kept")
    let material = TrainingMaterial(reading: records)
    #expect(material.conversations.map(\.messages.last?.text) == ["kept"])
    #expect(material.reasons(for: .conversations) == [.unfinished])
  }

  @Test("Only calls of the model under test are conversations")
  func purposes() {
    let records = [
      spec.call(.assistant("9 of 10"), purpose: "judge"), spec.call(nil, purpose: "embedding"),
      spec.call(.assistant("30 days.")), spec.body(.passed),
    ]
    let material = TrainingMaterial(reading: records)
    #expect(material.conversations.map(\.messages.last?.text) == ["30 days."])
    #expect(material.reasons(for: .conversations).isEmpty)
  }

  @Test("Of a tool loop only the whole conversation is taken")
  func toolLoop() {
    let loop = ToolLoop()
    let material = TrainingMaterial(reading: loop.records)
    #expect(material.conversations.map(\.messages) == [loop.conversation])
    #expect(material.conversations.first?.tools == loop.spec.tools)
    #expect(material.reasons(for: .conversations).isEmpty)
  }

  @Test("Two conversations of one body are both taken, in an order that parallel calls do not change")
  func severalConversations() {
    let first = spec.call(.assistant("one"), after: [.user("1")])
    let second = spec.call(.assistant("two"), after: [.user("2")])
    let forwards = TrainingMaterial(reading: [first, second, spec.body(.passed)])
    let backwards = TrainingMaterial(reading: [second, first, spec.body(.passed)])
    #expect(forwards.conversations.map(\.messages.last?.text) == ["one", "two"])
    #expect(forwards == backwards)
  }

  @Test("Specs stand in order of name, case and trial, however their records are mixed")
  func order() {
    let other = RecordedSpec(spec: "Specs/A/a()")
    let mixed = [
      spec.call(.assistant("w2"), trial: 2), other.call(.assistant("a"), case: "2"),
      spec.call(.assistant("w10"), trial: 10),
      spec.body(.passed, trial: 10), other.call(.assistant("b"), case: "1"), spec.body(.passed, trial: 2),
      other.body(.passed, case: "1"), other.body(.passed, case: "2"),
    ]
    let texts = TrainingMaterial(reading: mixed).conversations.map(\.messages.last?.text)
    #expect(texts == ["b", "a", "w2", "w10"])
  }

  @Test("An answer that teaches nothing good is refused with its reason")
  func defects() {
    func reasons(_ call: RunRecord) -> [Refusal.Reason] {
      let material = TrainingMaterial(reading: [call, spec.body(.passed)])
      #expect(material.conversations.isEmpty)
      return material.reasons(for: .conversations)
    }
    #expect(reasons(spec.call(.assistant(" \n"))) == [.emptyAnswer])
    #expect(reasons(spec.call(.assistant("30 d"), finishReason: "length")) == [.cutAnswer])
    #expect(reasons(spec.call(nil, fault: "HTTP 500")) == [.noAnswer])
    #expect(reasons(spec.call(.assistant("a"), after: [])) == [.noPrompt])
    #expect(reasons(spec.call(.user("a"))) == [.unreadable])
    let picture = ChatMessage.user([.text("What is this?"), .image(.data(.init([1, 2]), mediaType: "image/png"))])
    #expect(reasons(spec.call(.assistant("A shoe."), after: [picture])) == [.picture])
    let unknown = ToolCall(id: "1", name: "unknown", argumentsText: "{}")
    #expect(reasons(spec.call(.assistant("", toolCalls: [unknown]))) == [.unknownTool])
  }

  @Test("Tool calls must be JSON objects and be answered before the conversation goes on")
  func toolRules() {
    var spec = spec
    spec.tools = ToolLoop().spec.tools
    func reasons(_ prompt: [ChatMessage], _ answer: ChatMessage) -> [Refusal.Reason] {
      TrainingMaterial(reading: [spec.call(answer, after: prompt), spec.body(.passed)]).reasons(for: .conversations)
    }
    func calling(_ arguments: String, id: String = "1") -> ChatMessage {
      .assistant("", toolCalls: [ToolCall(id: id, name: "find_order", argumentsText: arguments)])
    }
    #expect(reasons([.user("q")], calling("{\"id\":")) == [.toolArguments])
    #expect(reasons([.user("q")], calling("[1]")) == [.toolArguments])
    #expect(reasons([.user("q")], calling("")) == [])
    #expect(reasons([.user("q"), calling("{}"), .user("well?")], .assistant("a")) == [.toolOrder])
    #expect(reasons([.user("q"), .toolResult("sent", for: "1")], .assistant("a")) == [.toolOrder])
    #expect(reasons([.user("q"), calling("{}"), .toolResult("sent", for: "1")], .assistant("a")) == [])
  }

  @Test("What a fixture answered once more, beside a live run, is no second conversation")
  func replayedSide() {
    var replayed = RecordedSpec().trial(1, .passed, says: "14 days.")
    for index in replayed.indices { replayed[index].subject?.side = .replayed }
    var live = RecordedSpec().trial(1, .passed, says: "30 days.")
    for index in live.indices { live[index].subject?.side = .live }
    #expect(TrainingMaterial(reading: replayed).conversations.isEmpty)
    #expect(TrainingMaterial(reading: replayed + live).conversations.count == 1)
  }
}
