/// The types that the keyword `type` names.
struct SchemaTypes: OptionSet, Sendable {
  let rawValue: UInt8

  static let null = SchemaTypes(rawValue: 1)
  static let boolean = SchemaTypes(rawValue: 2)
  static let number = SchemaTypes(rawValue: 4)
  static let integer = SchemaTypes(rawValue: 8)
  static let string = SchemaTypes(rawValue: 16)
  static let array = SchemaTypes(rawValue: 32)
  static let object = SchemaTypes(rawValue: 64)

  private static let named: [(name: String, type: SchemaTypes, article: String)] = [
    ("null", .null, "null"), ("boolean", .boolean, "true or false"), ("number", .number, "a number"),
    ("integer", .integer, "a whole number"), ("string", .string, "a string"), ("array", .array, "an array"),
    ("object", .object, "an object"),
  ]

  /// The names that the standard knows, for messages.
  static let names = named.map(\.name).joined(separator: ", ")

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init?(name: String) {
    guard let known = Self.named.first(where: { $0.name == name }) else { return nil }
    self = known.type
  }

  /// Whether a value is of one of the types; a number with a zero fraction is an integer.
  func contains(typeOf value: JSONValue) -> Bool {
    switch value {
    case .null: contains(.null)
    case .bool: contains(.boolean)
    case .string: contains(.string)
    case .array: contains(.array)
    case .object: contains(.object)
    case .number(let number): contains(.number) || contains(.integer) && number.isWhole
    }
  }

  /// The types in words: `a string or null`.
  var inWords: String { Self.named.filter { contains($0.type) }.map(\.article).joined(separator: " or ") }
}

extension JSONNumber {
  /// Whether the value has no fraction, whatever its size.
  fileprivate var isWhole: Bool {
    if Int(text) != nil { return true }
    return DecimalDigits(text: text).map { $0.exponent >= 0 } ?? !text.contains("-")
  }
}
