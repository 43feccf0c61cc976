/// One thing about a value that a schema does not allow.
public struct JSONSchemaViolation: Sendable, Hashable, CustomStringConvertible {
  /// Where in the value, as a JSON pointer (RFC 6901): `/items/2/price`; empty for the value as a whole.
  public let instanceLocation: String
  /// Which keyword of the schema, as a JSON pointer with a leading `#`: `#/$defs/item/properties/price/type`.
  public let schemaLocation: String
  /// What was expected and what was found, for a person to act on.
  public let message: String

  /// Makes a violation.
  public init(instanceLocation: String, schemaLocation: String, message: String) {
    self.instanceLocation = instanceLocation
    self.schemaLocation = schemaLocation
    self.message = message
  }

  /// The place and the message: `"/items/2/price": expected a number, got the string "12 EUR"`.
  public var description: String {
    instanceLocation.isEmpty ? "the whole value: \(message)" : "\"\(instanceLocation)\": \(message)"
  }
}
