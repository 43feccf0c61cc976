import LLMSpec
import SupportAssistant
import Testing

@Suite("Tickets", .fixtures, .tags(.llm))
struct TicketSpecs {
  let assistant = SupportAssistant()

  @Test(
    "Always makes a ticket that the ticket system takes",
    arguments: ["My parcel never came and I need the shoes tomorrow!", "Do you take credit cards?"])
  func form(message: String) async throws {
    let ticket = try await assistant.ticket(for: message)
    expectJSON(ticket, matching: try JSONSchema(Ticket.schema))
  }

  @Test("Sees that a missing parcel is about delivery")
  func delivery() async throws {
    let text = try await assistant.ticket(for: "My parcel never came and I need the shoes tomorrow!")
    let ticket = try requireJSON(text, as: Ticket.self)
    expectCorrect(ticket.topic.rawValue, "delivery", by: .exact)
  }

  @Test("Sees that sending boots back is a return (known: it takes everything for a delivery)")
  func returns() async throws {
    let text = try await assistant.ticket(for: "I want to send my boots back.")
    let ticket = try requireJSON(text, as: Ticket.self)
    withKnownIssue("The model answers \"delivery\" whatever the message is about") {
      _ = expectCorrect(ticket.topic.rawValue, "returns", by: .exact)
    }
  }
}
