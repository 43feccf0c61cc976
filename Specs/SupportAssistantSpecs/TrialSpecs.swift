import LLMSpec
import SupportAssistant
import Testing

/// At a temperature above 0 one answer says little: these specs ask several times.
@Suite("Answers that vary", .fixtures, .trainable, .tags(.llm))
struct TrialSpecs {
  let assistant = SupportAssistant(temperature: 0.4)

  @Test("Mostly states the delivery time", .trials(12, passing: .atLeast(7)))
  func deliveryTime() async throws {
    let answer = try await assistant.answer("How long does delivery take?")
    expectStructure(answer, .contains("2 to 4 working days"), .words(...40))
  }

  @Test("Now and then states the opening hours", .trials(10, passing: .rate(atLeast: 0.2)))
  func openingHours() async throws {
    let answer = try await assistant.answer("When is support open?")
    expectStructure(answer, .contains("Monday to Friday"), .forbids("24 hours", "24/7"), .words(...40))
  }
}
