/// The object that a type decodes, as far as the type asks for it.
struct RecordingKeyedContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let place: RecordedPlace
  /// Keys that were given out for the asking, not known to the type by name.
  private let extraKeys = ExtraKeys()

  private final class ExtraKeys {
    var names: Set<String> = []
  }

  init(place: RecordedPlace) { self.place = place }

  var codingPath: [any CodingKey] { place.path.map { AnyCodingKey(stringValue: $0) } }

  /// No type that lists its keys knows this one.
  private static var unheardOf: String { "\u{F8FF}\u{FFFD}" }

  var allKeys: [Key] {
    if Key(stringValue: Self.unheardOf) != nil { return anyKeys }
    let known: [String]
    if let listed = Key.self as? any CaseIterable.Type {
      known = TypeExplorer.allCases(of: listed).compactMap {
        ($0 as? Key).map { place.explorer.jsonKey($0.stringValue) }
      }
    } else {
      known = []
    }
    let shown = place.pool.flatMap { $0.objectValue?.keys ?? [] }
    var closed: [String] = []
    var seen: Set<String> = []
    for name in known + shown where key(name) != nil && seen.insert(name).inserted { closed.append(name) }
    place.closedKeys = closed
    if let only = place.run.onlyKey { return [key(only)].compactMap { $0 } }
    return (place.hint?.objectValue?.keys ?? closed).compactMap(key)
  }

  private var anyKeys: [Key] {
    place.hasAnyKeys = true
    let shown = place.hint?.objectValue?.keys ?? []
    let names = shown.isEmpty && place.run.givesElements ? ["key"] : shown
    let keys = names.compactMap(key)
    for key in keys { extraKeys.names.insert(key.stringValue) }
    return keys
  }

  private func key(_ jsonKey: String) -> Key? { Key(stringValue: place.explorer.codingKey(jsonKey)) }

  private func name(_ key: Key) -> String { place.explorer.jsonKey(key.stringValue) }

  func contains(_ key: Key) -> Bool {
    if extraKeys.names.contains(key.stringValue) { return true }
    place.asksContains = true
    if let hint = place.hint, place.run.answersContains { return hint[name(key)] != nil }
    return place.run.answersContains
  }

  func decodeNil(forKey key: Key) throws -> Bool {
    if extraKeys.names.contains(key.stringValue) { return false }
    place.noteNullable(name(key))
    return place.hint?[name(key)]?.isNull ?? false
  }

  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    guard let value = try read(type, key, isPresent: true) else {
      throw ValueObstacle(type: "\(type)", reason: "no value of it could be made up")
    }
    return value
  }

  func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
    try read(type, key, isPresent: false)
  }

  private func read<T: Decodable>(_ type: T.Type, _ key: Key, isPresent: Bool) throws -> T? {
    try place.decode(
      type, key: name(key), isExtra: extraKeys.names.contains(key.stringValue), isPresent: isPresent)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try RecordingDecoder(place: place.child(name(key))).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try RecordingDecoder(place: place.child(name(key))).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { RecordingDecoder(place: place.child("super")) }

  func superDecoder(forKey key: Key) throws -> any Decoder { RecordingDecoder(place: place.child(name(key))) }
}

// A container answers for each of these types apart; the generic functions above do not stand in for them.
extension RecordingKeyedContainer {
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try value(type, key) }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try value(type, key) }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try value(type, key) }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try value(type, key) }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try value(type, key) }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try value(type, key) }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try value(type, key) }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try value(type, key) }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try value(type, key) }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try value(type, key) }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try value(type, key) }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try value(type, key) }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try value(type, key) }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try value(type, key) }
  func decode(_ type: Int128.Type, forKey key: Key) throws -> Int128 { try value(type, key) }
  func decode(_ type: UInt128.Type, forKey key: Key) throws -> UInt128 { try value(type, key) }

  func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try optional(type, key) }
  func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? { try optional(type, key) }
  func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? { try optional(type, key) }
  func decodeIfPresent(_ type: Float.Type, forKey key: Key) throws -> Float? { try optional(type, key) }
  func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { try optional(type, key) }
  func decodeIfPresent(_ type: Int8.Type, forKey key: Key) throws -> Int8? { try optional(type, key) }
  func decodeIfPresent(_ type: Int16.Type, forKey key: Key) throws -> Int16? { try optional(type, key) }
  func decodeIfPresent(_ type: Int32.Type, forKey key: Key) throws -> Int32? { try optional(type, key) }
  func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? { try optional(type, key) }
  func decodeIfPresent(_ type: UInt.Type, forKey key: Key) throws -> UInt? { try optional(type, key) }
  func decodeIfPresent(_ type: UInt8.Type, forKey key: Key) throws -> UInt8? { try optional(type, key) }
  func decodeIfPresent(_ type: UInt16.Type, forKey key: Key) throws -> UInt16? { try optional(type, key) }
  func decodeIfPresent(_ type: UInt32.Type, forKey key: Key) throws -> UInt32? { try optional(type, key) }
  func decodeIfPresent(_ type: UInt64.Type, forKey key: Key) throws -> UInt64? { try optional(type, key) }
  func decodeIfPresent(_ type: Int128.Type, forKey key: Key) throws -> Int128? { try optional(type, key) }
  func decodeIfPresent(_ type: UInt128.Type, forKey key: Key) throws -> UInt128? { try optional(type, key) }

  private func value<T: Decodable>(_ type: T.Type, _ key: Key) throws -> T { try decode(type, forKey: key) }

  private func optional<T: Decodable>(_ type: T.Type, _ key: Key) throws -> T? {
    try decodeIfPresent(type, forKey: key)
  }
}
