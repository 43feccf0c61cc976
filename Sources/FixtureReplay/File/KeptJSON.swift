import StructuredOutput

/// JSON as a fixture holds it, so that people can review it: texts of several lines as lists of their lines, and
/// vectors in a compact form.
///
/// A text with a line feed is written as `{"$lines":["first","second"]}`: a changed line of a prompt is a changed line of
/// the file. A list of many numbers is written as ``VectorForm`` says. An object that has by itself just one key of
/// these forms gets one more `$`, so that nothing is mistaken for another thing.
enum KeptJSON {
  static let linesKey = "$lines"

  static func encode(_ json: JSONValue) -> JSONValue {
    switch json {
    case .string(let text):
      guard text.utf8.contains(0x0A) else { return json }
      return .object([linesKey: .array(lines(of: text).map { .string($0) })])
    case .array(let items):
      return VectorForm.encode(items) ?? .array(items.map(encode))
    case .object(let object):
      if object.count == 1, let key = object.keys.first, isFormKey(key), let value = object[key] {
        return .object(["$" + key: encode(value)])
      }
      return .object(JSONObject(object.map { ($0.key, encode($0.value)) }))
    default:
      return json
    }
  }

  /// The JSON that was encoded; nil where a form holds something else than it can.
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
      if object.count == 1, let key = object.keys.first, isFormKey(key), let value = object[key] {
        if key == linesKey { return joined(value) }
        if let form = VectorForm(rawValue: key) { return form.decode(value) }
        if key == MediaForm.key { return nil }
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

  /// Whether a key is that of a form, or one that got a `$` for looking like it.
  private static func isFormKey(_ key: String) -> Bool {
    guard key.utf8.first == UInt8(ascii: "$") else { return false }
    let name = "$" + key.drop { $0 == "$" }
    return name == linesKey || name == MediaForm.key || VectorForm(rawValue: name) != nil
  }
}
