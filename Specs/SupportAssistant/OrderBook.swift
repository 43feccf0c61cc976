import LanguageModels
import StructuredOutput

/// The shop's orders, and the tool by which a model looks one up.
public struct OrderBook: Sendable {
  /// The tool as it is described to a model.
  public static let tool = ToolDefinition(
    name: "look_up_order", description: "Looks up an order by its number.",
    parameters: [
      "type": "object",
      "properties": ["order_number": ["type": "string", "pattern": "^T-[0-9]{4}$"]],
      "required": ["order_number"],
      "additionalProperties": false,
    ])

  /// A few orders.
  public static let example = OrderBook(statuses: [
    "T-1042": "was shipped with DHL and arrives on Thursday",
    "T-2077": "is being packed and leaves our warehouse tomorrow",
  ])

  private let statuses: [String: String]

  /// Makes a book of orders and what is known of each.
  public init(statuses: [String: String]) { self.statuses = statuses }

  /// Runs a call of the tool. What a model writes is not to be trusted: whatever is wrong becomes an answer in words.
  public func call(_ call: ToolCall) -> String {
    guard call.name == Self.tool.name, let number = (try? call.arguments())?["order_number"]?.stringValue else {
      return "The look-up needs an order number."
    }
    guard let status = statuses[number] else { return "There is no order \(number.prefix(20))." }
    return "Order \(number) \(status)."
  }
}
