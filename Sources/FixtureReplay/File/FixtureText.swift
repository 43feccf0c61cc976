import StructuredOutput

/// Writes the JSON of a fixture for people who read differences.
enum FixtureText {
  static func write(_ json: JSONValue) -> String {
    var text = ""
    write(json, indentation: 0, to: &text)
    return text
  }

  private static func write(
    _ json: JSONValue, indentation: Int, to text: inout String, itemsAreRows: Bool = false
  ) {
    if let line = shortLine(json) {
      text += line
      return
    }
    switch json {
    case .object(let object) where !object.isEmpty:
      text += "{\n"
      var isFirst = true
      for (key, value) in object {
        if !isFirst { text += ",\n" }
        isFirst = false
        indent(indentation + 1, &text)
        text += JSONValue.string(key).compactText
        text += ": "
        write(value, indentation: indentation + 1, to: &text, itemsAreRows: isListOfRows(value, under: key))
      }
      text += "\n"
      indent(indentation, &text)
      text += "}"
    case .array(let items) where !items.isEmpty && !areNumbers(items):
      text += "[\n"
      var isFirst = true
      for item in items {
        if !isFirst { text += ",\n" }
        isFirst = false
        indent(indentation + 1, &text)
        if itemsAreRows {
          text += item.compactText
        } else {
          write(item, indentation: indentation + 1, to: &text)
        }
      }
      text += "\n"
      indent(indentation, &text)
      text += "]"
    default:
      text += json.compactText
    }
  }

  /// The text of an object that holds nothing but a few short values, which is read more easily in one line; nil for
  /// any other JSON.
  private static func shortLine(_ json: JSONValue) -> String? {
    guard case .object(let object) = json, object.count <= 8 else { return nil }
    var line = "{"
    for (key, value) in object {
      guard value.objectValue?.isEmpty != false, value.arrayValue?.isEmpty != false else { return nil }
      if line.utf8.count > 1 { line += ", " }
      line += JSONValue.string(key).compactText
      line += ": "
      line += value.compactText
      if line.utf8.count > 96 { return nil }
    }
    return line + "}"
  }

  private static func indent(_ depth: Int, _ text: inout String) {
    for _ in 0..<depth { text += "  " }
  }

  /// A vector, for example.
  private static func areNumbers(_ items: [JSONValue]) -> Bool { items.allSatisfy { $0.numberValue != nil } }

  /// Events of a stream, and names with their values.
  private static func isListOfRows(_ value: JSONValue, under key: String) -> Bool {
    let items = value.arrayValue ?? []
    switch key {
    case "events", "lines": return items.allSatisfy { $0["at"] != nil }
    case "headers", "query": return items.allSatisfy { $0[0]?.stringValue != nil && $0[1]?.stringValue != nil }
    default: return false
    }
  }
}
