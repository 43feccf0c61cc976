/// One thing about a value that a schema does not allow.
public struct JSONSchemaViolation: Sendable, Hashable, CustomStringConvertible {
  /// Where in the value, as a JSON pointer (RFC 6901): `/items/2/price`; empty for the value as a whole.
  public let instanceLocation: String
  /// Which keyword, by the way on which it was reached through references, as a JSON pointer: `/$ref/properties/a/type`.
  public let keywordLocation: String
  /// Which keyword of which schema: its address, `#` and a JSON pointer, `https://example.com/order#/properties/id/type`;
  /// without the address where the schema has no `$id`: `#/$defs/item/properties/price/type`.
  public let schemaLocation: String
  /// What was expected and what was found, for a person to act on.
  public let message: String
  /// Where none of several alternatives fits, what each of them does not allow.
  public let causes: [JSONSchemaViolation]

  /// Makes a violation.
  public init(
    instanceLocation: String, keywordLocation: String = "", schemaLocation: String, message: String,
    causes: [JSONSchemaViolation] = []
  ) {
    self.instanceLocation = instanceLocation
    self.keywordLocation = keywordLocation
    self.schemaLocation = schemaLocation
    self.message = message
    self.causes = causes
  }

  /// The place and the message: `"/items/2/price": expected a number, got the string "12 EUR"`.
  public var description: String {
    instanceLocation.isEmpty ? "the whole value: \(message)" : "\"\(instanceLocation)\": \(message)"
  }

  /// The violation and its causes as errors of the "basic" output format (JSON Schema Core 2020-12, section 12.4.2).
  ///
  /// An error has `keywordLocation`, `absoluteKeywordLocation` (where the schema has an address), `instanceLocation` and
  /// `error`.
  public var basicErrors: [JSONValue] {
    var errors: [JSONValue] = []
    var waiting = [self]
    while let violation = waiting.popLast() {
      var error: JSONObject = ["keywordLocation": .string(violation.keywordLocation)]
      if !violation.schemaLocation.hasPrefix("#") {
        error["absoluteKeywordLocation"] = .string(violation.schemaLocation)
      }
      error["instanceLocation"] = .string(violation.instanceLocation)
      error["error"] = .string(violation.message)
      errors.append(.object(error))
      waiting += violation.causes.reversed()
    }
    return errors
  }
}

extension [JSONSchemaViolation] {
  /// The violations as a unit of the "basic" output format: `{"valid": false, "errors": […]}`, or `{"valid": true}`.
  public var basicOutput: JSONValue {
    isEmpty ? ["valid": true] : ["valid": false, "errors": .array(flatMap(\.basicErrors))]
  }
}
