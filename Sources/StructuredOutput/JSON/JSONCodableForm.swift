import Foundation

/// How Swift's `Codable` types are written as JSON: the strategies of `JSONEncoder` and `JSONDecoder`, stated once.
///
/// One form serves for the schema of a type (``JSONSchema/init(for:form:allowsExtraProperties:)``) and for decoding
/// (``JSONValue/decoded(as:form:)``), so that both agree. What has no choice here is written as Foundation writes it:
/// `Data` as base64 text, `URL` and `UUID` as strings, `Decimal` as a number with all its digits.
public struct JSONCodableForm: Sendable, Hashable {
  /// How `Date` is written.
  public struct Dates: Sendable, Hashable {
    enum Kind: Sendable {
      case iso8601
      case secondsSince1970
      case millisecondsSince1970
      case secondsSince2001
    }

    let kind: Kind

    /// RFC 3339 text such as `2026-01-31T12:00:00Z`; a fraction of a second is read, and not written.
    public static let iso8601 = Dates(kind: .iso8601)
    /// Seconds since 1970 as a number.
    public static let secondsSince1970 = Dates(kind: .secondsSince1970)
    /// Milliseconds since 1970 as a number.
    public static let millisecondsSince1970 = Dates(kind: .millisecondsSince1970)
    /// Seconds since 2001 as a number: what a `JSONDecoder` does that nothing else is asked of.
    public static let secondsSince2001 = Dates(kind: .secondsSince2001)
  }

  /// How the name of a coding key becomes a key of an object.
  public struct Keys: Sendable, Hashable {
    let isSnakeCase: Bool

    /// The names as they are.
    public static let asWritten = Keys(isSnakeCase: false)
    /// `orderNumber` as `order_number`: Foundation's `convertToSnakeCase` and `convertFromSnakeCase`.
    public static let snakeCase = Keys(isSnakeCase: true)
  }

  /// How `Date` is written; ISO 8601 unless stated, as models write dates so and never as seconds.
  public var dates: Dates
  /// How coding keys become keys.
  public var keys: Keys

  /// Dates as ISO 8601 text, keys as they are.
  public static let standard = JSONCodableForm()

  /// Makes a form.
  public init(dates: Dates = .iso8601, keys: Keys = .asWritten) {
    self.dates = dates
    self.keys = keys
  }

  /// An encoder that writes this form, keys sorted.
  public func makeEncoder() -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if keys.isSnakeCase { encoder.keyEncodingStrategy = .convertToSnakeCase }
    switch dates.kind {
    case .iso8601: encoder.dateEncodingStrategy = .iso8601
    case .secondsSince1970: encoder.dateEncodingStrategy = .secondsSince1970
    case .millisecondsSince1970: encoder.dateEncodingStrategy = .millisecondsSince1970
    case .secondsSince2001: encoder.dateEncodingStrategy = .deferredToDate
    }
    return encoder
  }

  /// A decoder that reads this form.
  public func makeDecoder() -> JSONDecoder {
    let decoder = JSONDecoder()
    if keys.isSnakeCase { decoder.keyDecodingStrategy = .convertFromSnakeCase }
    switch dates.kind {
    case .iso8601: decoder.dateDecodingStrategy = .custom(Self.readDate)
    case .secondsSince1970: decoder.dateDecodingStrategy = .secondsSince1970
    case .millisecondsSince1970: decoder.dateDecodingStrategy = .millisecondsSince1970
    case .secondsSince2001: decoder.dateDecodingStrategy = .deferredToDate
    }
    return decoder
  }

  /// Foundation's own strategy refuses fractions of a second, which models do write.
  @Sendable private static func readDate(from decoder: any Decoder) throws -> Date {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    if let date = try? Date(text, strategy: .iso8601) { return date }
    if let date = try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)) { return date }
    throw DecodingError.dataCorruptedError(
      in: container, debugDescription: "expected a date and time of RFC 3339, such as 2026-01-31T12:00:00Z")
  }

  /// What an encoder of this form writes for a value.
  func encode(_ value: some Encodable) throws -> JSONValue {
    if let value = value as? JSONValue { return value }
    return try JSONValue(parsing: [UInt8](makeEncoder().encode(value)))
  }

  // MARK: Keys

  /// The key of a JSON object that a decoder of this form reads for a coding key.
  func jsonKey(for codingKey: String) -> String {
    guard keys.isSnakeCase, let snake = Self.written(codingKey) else { return codingKey }
    // `imageURL` is written `image_url`, which is read as `imageUrl`; the unchanged key is the one that is read.
    return Self.read(snake) == codingKey ? snake : codingKey
  }

  /// The name of the coding key for which a decoder of this form reads a key.
  func codingKey(for jsonKey: String) -> String {
    keys.isSnakeCase ? Self.read(jsonKey) ?? jsonKey : jsonKey
  }

  // Foundation does not offer its conversion alone, so one key is sent through an encoder or a decoder.

  private static func written(_ codingKey: String) -> String? {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    guard let data = try? encoder.encode(OneKey(name: codingKey)) else { return nil }
    return (try? JSONValue(parsing: [UInt8](data)))?.objectValue?.keys.first
  }

  private static func read(_ jsonKey: String) -> String? {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let text = JSONValue.object(JSONObject([(jsonKey, JSONValue.null)]))
    return (try? decoder.decode(OneKey.self, from: Data(text.compactBytes)))?.name
  }

  private struct OneKey: Codable {
    let name: String

    init(name: String) { self.name = name }

    init(from decoder: any Decoder) throws {
      name = try decoder.container(keyedBy: AnyCodingKey.self).allKeys.first?.stringValue ?? ""
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: AnyCodingKey.self)
      try container.encode(0, forKey: AnyCodingKey(stringValue: name))
    }
  }
}
