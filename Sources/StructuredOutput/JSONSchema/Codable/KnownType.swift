import Foundation

/// A type that JSON decoders treat as one value: its schema, and values of it to go on with.
struct KnownType {
  var schema: JSONValue
  var dummies: [any Sendable]
  /// Whether code may well branch on the value, so that each is worth a try.
  var isChoice = false

  init(_ schema: JSONValue, _ dummies: [any Sendable], isChoice: Bool = false) {
    self.schema = schema
    self.dummies = dummies
    self.isChoice = isChoice
  }

  static func of(_ type: Any.Type, form: JSONCodableForm) -> KnownType? {
    switch type {
    case is String.Type: KnownType(["type": "string"], strings)
    case is Bool.Type: KnownType(["type": "boolean"], [false, true], isChoice: true)
    case is Double.Type: KnownType(["type": "number"], numbers)
    case is Float.Type: KnownType(["type": "number"], numbers.map { Float($0) })
    case is Decimal.Type: KnownType(["type": "number"], numbers.map { Decimal($0) })
    case is JSONValue.Type: KnownType(.object(JSONObject()), [JSONValue.string("a"), JSONValue.null])
    case is UUID.Type: KnownType(["type": "string", "format": "uuid"], [UUID(uuid: uuid)])
    case is URL.Type:
      KnownType(["type": "string", "format": "uri"], [URL(string: "https://example.com/a")].compactMap { $0 })
    case is Data.Type: KnownType(["type": "string", "contentEncoding": "base64"], [Data([97]), Data()])
    case is Date.Type: date(form)
    default: integer(type)
    }
  }

  private static let strings = [
    "a", "1", "", "https://example.com/a", "00000000-0000-4000-8000-000000000000", "2000-01-01T00:00:00Z", "2000-01-01",
    "a@example.com", "en", "EUR", "+493012345",
  ]

  private static let numbers: [Double] = [1, 0, 2, 10, 100, 0.5, -1]

  private static let uuid: uuid_t = (0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, 0)

  private static func date(_ form: JSONCodableForm) -> KnownType {
    let dates = [0, 1, 86_400 * 365].map { Date(timeIntervalSinceReferenceDate: $0) }
    return form.dates == .iso8601
      ? KnownType(["type": "string", "format": "date-time"], dates) : KnownType(["type": "number"], dates)
  }

  private static func integer(_ type: Any.Type) -> KnownType? {
    switch type {
    case let type as Int.Type: integer(type, ["type": "integer"])
    case let type as Int64.Type: integer(type, ["type": "integer"])
    case let type as Int32.Type: bounded(type)
    case let type as Int16.Type: bounded(type)
    case let type as Int8.Type: bounded(type)
    case let type as UInt.Type: integer(type, ["type": "integer", "minimum": 0])
    case let type as UInt64.Type: integer(type, ["type": "integer", "minimum": 0])
    case let type as UInt32.Type: bounded(type)
    case let type as UInt16.Type: bounded(type)
    case let type as UInt8.Type: bounded(type)
    case let type as Int128.Type: integer(type, ["type": "integer"])
    case let type as UInt128.Type: integer(type, ["type": "integer", "minimum": 0])
    default: nil
    }
  }

  private static func bounded<I: FixedWidthInteger & Sendable>(_ type: I.Type) -> KnownType {
    integer(type, ["type": "integer", "minimum": bound(I.min), "maximum": bound(I.max)])
  }

  private static func bound(_ value: some BinaryInteger) -> JSONValue { .number(JSONNumber(Int(clamping: value))) }

  private static func integer<I: FixedWidthInteger & Sendable>(_: I.Type, _ schema: JSONValue) -> KnownType {
    KnownType(schema, [1, 0, 2, 3, 10, 100, -1].compactMap { I(exactly: $0) })
  }
}
