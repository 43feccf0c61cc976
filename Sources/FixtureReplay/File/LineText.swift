import StructuredOutput

/// Texts of several lines as lists of their lines, so that a changed line of a prompt is a changed line of the file.
///
/// A text with a line feed is written as `{"$lines":["first","second"]}`. An object that has by itself just one key of
/// the form `$…$lines` gets one more `$`, so that nothing is mistaken for another thing.
enum LineText {
  static func encode(_ json: JSONValue) -> JSONValue {
    switch json {
    case .string(let text):
      guard text.utf8.contains(0x0A) else { return json }
      return ["$lines": .array(lines(of: text).map { .string($0) })]
    case .array(let items):
      return .array(items.map(encode))
    case .object(let object):
      if object.count == 1, let key = object.keys.first, isLinesKey(key), let value = object[key] {
        return .object(["$" + key: encode(value)])
      }
      return .object(JSONObject(object.map { ($0.key, encode($0.value)) }))
    default:
      return json
    }
  }

  /// The JSON that was encoded; nil where `$lines` holds something else than texts.
  static func decode(_ json: JSONValue) -> JSONValue? {
    switch json {
    case .array(let items):
      var decoded: [JSONValue] = []
      decoded.reserveCapacity(items.count)
      for item in items {
        guard let value = decode(item) else { return nil }
        decoded.append(value)
      }
      return .array(decoded)
    case .object(let object):
      if object.count == 1, let key = object.keys.first, isLinesKey(key), let value = object[key] {
        if key == "$lines" { return joined(value) }
        return decode(value).map { .object([String(key.dropFirst()): $0]) }
      }
      var decoded = JSONObject()
      for (key, item) in object {
        guard let value = decode(item) else { return nil }
        decoded[key] = value
      }
      return .object(decoded)
    default:
      return json
    }
  }

  private static func joined(_ lines: JSONValue) -> JSONValue? {
    guard let items = lines.arrayValue else { return nil }
    let texts = items.compactMap(\.stringValue)
    return texts.count == items.count ? .string(texts.joined(separator: "\n")) : nil
  }

  /// Splits at LF alone: a CR LF pair is one `Character`, and its CR must stay with the line.
  private static func lines(of text: String) -> [String] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)) }
  }

  private static func isLinesKey(_ key: String) -> Bool {
    key.hasSuffix("$lines") && key.dropLast(5).allSatisfy { $0 == "$" }
  }
}
