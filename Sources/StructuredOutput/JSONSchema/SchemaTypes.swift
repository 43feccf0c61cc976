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

  /// The types that a record's kinds stand for.
  init(kinds: UInt16, wholeDecimals: Bool) {
    self = []
    if kinds.has(.null) { insert(.null) }
    if kinds.has(.true) { insert(.boolean) }
    if kinds.has(.integer) { insert(wholeDecimals ? .integer : .number) }
    if kinds.has(.string) { insert(.string) }
    if kinds.has(.array) { insert(.array) }
    if kinds.has(.object) { insert(.object) }
  }

  /// The types as the kinds of nodes that have them, a bit each.
  var kinds: UInt16 {
    var kinds: UInt16 = 0
    if contains(.null) { kinds.insert(.null) }
    if contains(.boolean) {
      kinds.insert(.true)
      kinds.insert(.false)
    }
    if !isDisjoint(with: [.number, .integer]) {
      kinds.insert(.integer)
      kinds.insert(.decimal)
    }
    if contains(.string) {
      kinds.insert(.string)
      // Names of properties are checked as strings.
      kinds.insert(.key)
    }
    if contains(.array) { kinds.insert(.array) }
    if contains(.object) { kinds.insert(.object) }
    return kinds
  }

  /// The types in words: `a string or null`.
  var inWords: String { Self.named.filter { contains($0.type) }.map(\.article).joined(separator: " or ") }
}

extension UInt16 {
  /// Whether a set of kinds, a bit each, has one.
  func has(_ kind: JSONNode.Kind) -> Bool { self & 1 << UInt16(kind.rawValue) != 0 }

  mutating func insert(_ kind: JSONNode.Kind) { self |= 1 << UInt16(kind.rawValue) }
}
