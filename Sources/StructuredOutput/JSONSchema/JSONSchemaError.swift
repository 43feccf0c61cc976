/// Why a JSON Schema cannot be compiled.
public struct JSONSchemaError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Where in the schema, as a JSON pointer with a leading `#`: `#/properties/price/type`.
  public let schemaLocation: String
  /// What is wrong, and what to write instead where that is known.
  public let reason: String

  /// Makes an error about a place in a schema.
  public init(schemaLocation: String, reason: String) {
    self.schemaLocation = schemaLocation
    self.reason = reason
  }

  /// The place, and what is wrong there.
  public var description: String { "schema \(schemaLocation): \(reason)" }
}
