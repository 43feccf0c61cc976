import LLMSpec
import SupportAssistant
import Testing

@Suite("Answers from the policy", .fixtures, .tags(.llm))
struct PolicySpecs {
  let assistant = SupportAssistant()

  @Test("States the 30-day window, briefly and in plain text")
  func returnWindow() async throws {
    let answer = try await assistant.answer("How long do I have to return shoes?")
    try await expectSemanticMatch(answer, "You can return shoes within 30 days of delivery.")
    expectStructure(
      answer, .words(...30), .sentences(1...2), .language(.english), .noMarkdown, .noPlaceholders, .noRefusal)
  }

  @Test("Says when support is open")
  func openingHours() async throws {
    let answer = try await assistant.answer("When is support open?")
    expectCorrect(answer, "from Monday to Friday, 9 am to 5 pm", by: .containing)
  }

  @Test("Holds on to the 30 days when asked for more")
  func lateReturn() async throws {
    let answer = try await assistant.answer("Can I return shoes after 60 days?")
    expectStructure(answer, .contains("30 days"), .words(...40), .noMarkdown)
    try await expectNoSemanticMatch(answer, "You can return shoes after 60 days.")
  }

  @Test(
    "Names the figure of the policy",
    arguments: [
      ("What does delivery cost?", "4.90 euros"),
      ("How long does delivery take?", "2 to 4 working days"),
    ])
  func figures(question: String, figure: String) async throws {
    let answer = try await assistant.answer(question)
    expectCorrect(answer, figure, by: .containing)
  }

  @Test("Streams the same kind of answer")
  func streamed() async throws {
    var pieces: [String] = []
    var whole: ChatResponse?
    for try await event in try await assistant.streamAnswer("How long do I have to return shoes?") {
      if case .text(let piece) = event { pieces.append(piece) }
      if case .finished(let response) = event { whole = response }
    }
    let response = try #require(whole)
    #expect(pieces.count > 3)
    #expect(pieces.joined() == response.text)
    requireSomeTokens(response.usage)
    expectStructure(response.text, .contains("30 days"))
  }

  private func requireSomeTokens(_ usage: Usage, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect((usage.output ?? 0) > 3, sourceLocation: sourceLocation)
  }
}
