extension JSONValue {
  /// The value as JSON text without white space, keys in their own order, numbers as written.
  public var compactText: String { String(decoding: compactBytes, as: UTF8.self) }

  /// The UTF-8 bytes of ``compactText``.
  public var compactBytes: [UInt8] {
    var writer = JSONWriter(sortsKeys: false, normalizesNumbers: false)
    writer.writeCompact(self)
    return writer.bytes
  }

  /// The value as JSON text for people: two spaces a level, `"key": value`, no line feed at the end.
  ///
  /// Empty arrays and objects stay on one line. Numbers come as written.
  /// - Parameter sortedKeys: whether keys come in the order of RFC 8785 instead of their own.
  public func prettyText(sortedKeys: Bool = false) -> String {
    var writer = JSONWriter(sortsKeys: sortedKeys, normalizesNumbers: false)
    writer.writePretty(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The canonical form of RFC 8785 (JCS): sorted keys, no white space, numbers as ECMAScript writes doubles.
  ///
  /// Numbers that no double tells from infinity or, not being zero, from zero keep all their digits, laid out as
  /// ECMAScript would: RFC 8785 has no form for them, and different requests must not become equal bytes.
  public var canonicalBytes: [UInt8] {
    var writer = JSONWriter(sortsKeys: true, normalizesNumbers: true)
    writer.writeCompact(self)
    return writer.bytes
  }

  /// ``canonicalBytes`` as text.
  public var canonicalText: String { String(decoding: canonicalBytes, as: UTF8.self) }

  /// The value with the keys of all objects in the order of RFC 8785, section 3.2.3 (by UTF-16 code units).
  public var sortedByKey: JSONValue {
    switch self {
    case .array(let elements): .array(elements.map(\.sortedByKey))
    case .object(let object):
      .object(
        JSONObject(
          object.map { ($0.key, $0.value.sortedByKey) }.sorted { $0.0.precedesInCanonicalOrder($1.0) }))
    default: self
    }
  }
}
