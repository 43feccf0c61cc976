import StructuredOutput

/// A customer's message as the shop's ticket system takes it.
public enum Ticket {
  /// What a ticket looks like.
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
