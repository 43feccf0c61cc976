/// A JSON value (RFC 8259) that keeps the order of keys and the digits of numbers as they were written.
///
/// Two values are equal when they mean the same: the order of keys and the way a number is written do not count. Strings
/// and keys are compared scalar by scalar, not by Unicode's canonical equivalence as Swift's `String` is, because JSON
/// tells a composed character from a decomposed one.
///
/// Comparing, writing and freeing a value go down its nesting on the stack. What a parser reads is bounded for that, see
/// ``JSONParser/Limits/deepestMaximumDepth``; values that a program nests deeper itself need a larger stack.
public enum JSONValue: Sendable {
  /// The literal `null`.
  case null
  /// The literal `true` or `false`.
  case bool(Bool)
  /// A number, exact.
  case number(JSONNumber)
  /// A string.
  case string(String)
  /// An array.
  case array([JSONValue])
  /// An object, its keys in order.
  case object(JSONObject)
}

extension JSONValue: Hashable {
  /// Whether both values mean the same, whatever the order of keys and the way numbers are written.
  public static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)): a == b
    case (.string(let a), .string(let b)): a.hasSameScalars(as: b)
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)): a == b
    default: false
    }
  }

  /// Feeds the value's meaning to the hasher.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0 as UInt8)
    case .bool(let value):
      hasher.combine(1 as UInt8)
      hasher.combine(value)
    case .number(let value):
      hasher.combine(2 as UInt8)
      hasher.combine(value)
    case .string(let value):
      hasher.combine(3 as UInt8)
      value.hashScalars(into: &hasher)
    case .array(let elements):
      hasher.combine(4 as UInt8)
      hasher.combine(elements)
    case .object(let object):
      hasher.combine(5 as UInt8)
      hasher.combine(object)
    }
  }
}

extension JSONValue: CustomStringConvertible {
  /// The value as compact JSON text.
  public var description: String { compactText }
}
