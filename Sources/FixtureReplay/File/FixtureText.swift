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

  private static func indent(_ depth: Int, _ text: inout String) {
    for _ in 0..<depth { text += "  " }
  }

  /// A vector, for example.
  private static func areNumbers(_ items: [JSONValue]) -> Bool { items.allSatisfy { $0.numberValue != nil } }

  /// Events of a stream, and names with their values.
  private static func isListOfRows(_ value: JSONValue, under key: String) -> Bool {
    let items = value.arrayValue ?? []
    switch key {
    case "events": return items.allSatisfy { $0["at"] != nil }
    case "headers", "query": return items.allSatisfy { $0[0]?.stringValue != nil && $0[1]?.stringValue != nil }
    default: return false
    }
  }
}
