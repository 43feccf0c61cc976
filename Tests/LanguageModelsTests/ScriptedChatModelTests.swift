import LanguageModels
import Testing

@Suite("The scripted model")
struct ScriptedChatModelTests {
  @Test("Answers by the content of the question, without a scope")
  func list() async throws {
    let model = ScriptedChatModel(answers: ["refund": "30 days", "hello": "Hi"], otherwise: "?")
    #expect(try await model.respond(to: "What about a refund?").text == "30 days")
    #expect(try await model.respond(to: "hello").text == "Hi")
    #expect(try await model.respond(to: "else").text == "?")
  }

  @Test("A question without an answer is a fault that names it")
  func noAnswer() async {
    let fault = await #expect(throws: ModelFault.self) {
      try await ScriptedChatModel(answers: ["refund": "30 days"]).respond(to: "What now?")
    }
    #expect(fault?.message.contains("What now?") == true)
  }

  @Test("Its calls are reported as local, answered or not")
  func reported() async throws {
    let model = ScriptedChatModel("s") { request in
      guard request.messages.first?.text == "ok" else { throw ModelFault(.malformedAnswer, "no") }
      return ChatResponse(message: .assistant("yes"), usage: Usage(output: 1), model: "s")
    }
    let calls = try await reportedCalls(over: CannedTransport("")) {
      _ = try await model.respond(to: "ok")
      await #expect(throws: ModelFault.self) { try await model.respond(to: "else") }
      #expect(try await model.stream(ChatRequest(messages: [.user("ok")])).collected().first == .text("yes"))
    }
    #expect(calls.map(\.origin) == [.local, .local, .local])
    #expect(calls.map(\.fault) == [nil, "no", nil])
    #expect(calls.first?.usage == Usage(output: 1))
  }
}
