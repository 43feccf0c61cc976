/// Why a JSON value does not become a value of a Swift type.
public struct JSONDecodingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Where in the value, as a JSON pointer (RFC 6901): `/items/2/price`; empty for the value as a whole.
  public let instanceLocation: String
  /// What was expected and what was found, for a person to act on.
  public let message: String

  /// Makes an error about a place in a value.
  public init(instanceLocation: String, message: String) {
    self.instanceLocation = instanceLocation
    self.message = message
  }

  /// The place and the message: `"/items/2/price": expected a number, got the string "12 EUR"`.
  public var description: String {
    instanceLocation.isEmpty ? "the whole value: \(message)" : "\"\(instanceLocation)\": \(message)"
  }
}
