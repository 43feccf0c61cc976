import Foundation
import LanguageModels
import StructuredOutput

/// The support assistant of a shoe shop: it answers from a policy, looks orders up and sorts messages.
///
/// It knows nothing of tests. In production it is made just as in its specs.
public struct SupportAssistant: Sendable {
  /// How the model is brought to call the order look-up.
  public enum ToolStyle: Sendable {
    /// The model is offered the tool and calls it.
    case native
    /// For models without tools: the model is asked for the tool's arguments as JSON, and the app makes the call.
    case constrainedArguments
  }

  private let model: any ChatModel
  private let prompts: PromptFolder
  private let orders: OrderBook
  private let toolStyle: ToolStyle
  private let temperature: Double

  /// Makes an assistant.
  public init(
    model: any ChatModel, prompts: PromptFolder = .ofThisExample, orders: OrderBook = .example,
    toolStyle: ToolStyle = .constrainedArguments, temperature: Double = 0
  ) {
    self.model = model
    self.prompts = prompts
    self.orders = orders
    self.toolStyle = toolStyle
    self.temperature = temperature
  }

  /// Answers a question from the shop's policy.
  public func answer(_ question: String) async throws -> String {
    try await model.respond(to: request("answer", question)).text
  }

  /// Answers a question from the shop's policy, piece by piece.
  public func streamAnswer(_ question: String) async throws -> AsyncThrowingStream<ChatStreamEvent, any Error> {
    try await model.stream(request("answer", question))
  }

  /// Tells a customer how their order is doing, or that no order has the number.
  public func orderStatus(_ message: String) async throws -> String {
    switch toolStyle {
    case .native:
      return try await answerWithTools(message)
    case .constrainedArguments:
      var request = try request("order-number", message)
      request.responseFormat = .jsonSchema(name: OrderBook.tool.name, schema: OrderBook.tool.parameters)
      let arguments = try await model.respond(to: request).text
      let note = orders.call(ToolCall(id: "1", name: OrderBook.tool.name, argumentsText: arguments))
      return try await model.respond(to: self.request("order-status", "Note: \(note)")).text
    }
  }

  /// Sorts a customer's message: a JSON document with its topic, urgency and a summary.
  public func ticket(for message: String) async throws -> String {
    var request = try request("ticket", message)
    request.responseFormat = .jsonSchema(name: "ticket", schema: Ticket.schema)
    return try await model.respond(to: request).text
  }

  private func answerWithTools(_ message: String) async throws -> String {
    var request = try request("answer", message)
    request.tools = [OrderBook.tool]
    // A model that calls without end must not keep the customer waiting.
    for _ in 0..<4 {
      let response = try await model.respond(to: request)
      if response.toolCalls.isEmpty { return response.text }
      request.messages.append(response.message)
      for call in response.toolCalls { request.messages.append(.toolResult(orders.call(call), for: call.id)) }
    }
    return "I could not look that up. A colleague will write to you today."
  }

  private func request(_ prompt: String, _ message: String) throws -> ChatRequest {
    let policy = try prompts.text("policy")
    let instructions = try prompts.text(prompt).replacingOccurrences(of: "{{policy}}", with: policy)
    return ChatRequest(
      messages: [.system(instructions), .user(message)], temperature: temperature, maximumOutputTokens: 80,
      promptVersion: "\(prompt)/1")
  }
}
