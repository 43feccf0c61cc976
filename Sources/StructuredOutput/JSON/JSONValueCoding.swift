import Foundation

extension JSONValue {
  /// Makes the JSON of an encodable value, as `JSONEncoder` writes it, with keys sorted.
  ///
  /// Keys are sorted because `JSONEncoder` keeps none of the order in which a type encodes them.
  /// - Throws: what the value's own `encode(to:)` or `JSONEncoder` throws.
  public init(encoding value: some Encodable) throws {
    if let value = value as? JSONValue {
      self = value
      return
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try self.init(parsing: [UInt8](encoder.encode(value)))
  }

}

extension JSONValue: Codable {
  /// Reads any JSON value. Objects come sorted by key, as decoders do not tell the order.
  public init(from decoder: any Decoder) throws {
    if let container = try? decoder.container(keyedBy: AnyCodingKey.self) {
      let keys = container.allKeys.map(\.stringValue).sorted { $0.precedesInCanonicalOrder($1) }
      self = .object(
        JSONObject(try keys.map { ($0, try container.decode(JSONValue.self, forKey: AnyCodingKey(stringValue: $0))) }))
      return
    }
    if var container = try? decoder.unkeyedContainer() {
      var elements: [JSONValue] = []
      while !container.isAtEnd { elements.append(try container.decode(JSONValue.self)) }
      self = .array(elements)
      return
    }
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode(Int.self) {
      self = .number(JSONNumber(value))
    } else if let value = try? container.decode(UInt64.self), let number = JSONNumber(text: "\(value)") {
      self = .number(number)
    } else if let value = try? container.decode(Double.self), let number = JSONNumber(value) {
      self = .number(number)
    } else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "This is not a JSON value.")
    }
  }

  /// Writes the value; a number with a fraction or beyond 64 bits goes as the nearest `Double`.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .object(let object):
      var container = encoder.container(keyedBy: AnyCodingKey.self)
      for (key, value) in object { try container.encode(value, forKey: AnyCodingKey(stringValue: key)) }
    case .array(let elements):
      var container = encoder.unkeyedContainer()
      for element in elements { try container.encode(element) }
    case .null:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    case .bool(let value):
      var container = encoder.singleValueContainer()
      try container.encode(value)
    case .string(let value):
      var container = encoder.singleValueContainer()
      try container.encode(value)
    case .number(let number):
      var container = encoder.singleValueContainer()
      if let value = number.intValue {
        try container.encode(value)
      } else if let value = UInt64(number.text) {
        try container.encode(value)
      } else {
        try container.encode(number.doubleValue)
      }
    }
  }
}
