import StructuredOutput

/// A customer's message as the shop's ticket system takes it.
public struct Ticket: Codable, Sendable {
  /// What a message is about.
  public enum Topic: String, Codable, CaseIterable, Sendable {
    case delivery, returns, payment, other
  }

  /// What the message is about.
  public var topic: Topic
  /// Whether it cannot wait.
  public var urgent: Bool
  /// The message in a sentence.
  public var summary: String

  /// What the model is told that a ticket looks like.
  public static let schema: JSONValue = [
    "type": "object",
    "properties": [
      "topic": ["type": "string", "enum": ["delivery", "returns", "payment", "other"]],
      "urgent": ["type": "boolean"],
      "summary": ["type": "string", "maxLength": 120],
    ],
    "required": ["topic", "urgent", "summary"],
    "additionalProperties": false,
  ]
}
