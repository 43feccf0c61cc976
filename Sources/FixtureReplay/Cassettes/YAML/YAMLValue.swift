import StructuredOutput

/// A value of a YAML document: JSON, except that bytes are told from text.
enum YAMLValue: Sendable, Hashable {
  /// Null, a truth value, a number or text.
  case scalar(JSONValue)
  /// Bytes that were written as `!!binary`.
  case binary([UInt8])
  case sequence([YAMLValue])
  /// Keys as text, in the order of the document; the last of equal keys wins, at the first one's place.
  case mapping(YAMLMapping)

  static let null = YAMLValue.scalar(.null)

  subscript(key: String) -> YAMLValue? {
    if case .mapping(let mapping) = self { mapping[key] } else { nil }
  }

  var elements: [YAMLValue]? {
    if case .sequence(let elements) = self { elements } else { nil }
  }

  var entries: [YAMLMapping.Entry]? {
    if case .mapping(let mapping) = self { mapping.entries } else { nil }
  }

  var text: String? {
    if case .scalar(let json) = self { json.stringValue } else { nil }
  }

  var isNull: Bool { self == .null }

  /// The value as JSON; nil where it holds bytes that are no text.
  ///
  /// It goes down the nesting on the stack, which ``YAMLReader`` bounds.
  var json: JSONValue? {
    switch self {
    case .scalar(let json): return json
    case .binary(let bytes): return String(validating: bytes, as: UTF8.self).map { .string($0) }
    case .sequence(let elements):
      var items: [JSONValue] = []
      items.reserveCapacity(elements.count)
      for element in elements {
        guard let json = element.json else { return nil }
        items.append(json)
      }
      return .array(items)
    case .mapping(let mapping):
      var object = JSONObject()
      for entry in mapping.entries {
        guard let json = entry.value.json else { return nil }
        object[entry.key] = json
      }
      return .object(object)
    }
  }

  /// JSON as such a value.
  init(_ json: JSONValue) {
    switch json {
    case .array(let items): self = .sequence(items.map(YAMLValue.init))
    case .object(let object):
      var mapping = YAMLMapping()
      for (key, value) in object { mapping.set(key, YAMLValue(value)) }
      self = .mapping(mapping)
    default: self = .scalar(json)
    }
  }
}

/// Keys and their values in order.
struct YAMLMapping: Sendable, Hashable {
  struct Entry: Sendable, Hashable {
    var key: String
    var value: YAMLValue
  }

  private(set) var entries: [Entry] = []
  /// Where each key stands, once there are too many to be compared one by one.
  ///
  /// By their bytes: as `String`, keys would be equal that differ in how an accent is composed.
  private var positions: [[UInt8]: Int] = [:]

  subscript(key: String) -> YAMLValue? { position(of: key).map { entries[$0].value } }

  mutating func set(_ key: String, _ value: YAMLValue) {
    if let position = position(of: key) {
      entries[position].value = value
      return
    }
    entries.append(Entry(key: key, value: value))
    if positions.isEmpty {
      guard entries.count > 16 else { return }
      for (index, entry) in entries.enumerated() { positions[Array(entry.key.utf8)] = index }
    } else {
      positions[Array(key.utf8)] = entries.count - 1
    }
  }

  private func position(of key: String) -> Int? {
    guard positions.isEmpty else { return positions[Array(key.utf8)] }
    return entries.firstIndex { $0.key.utf8.elementsEqual(key.utf8) }
  }
}
