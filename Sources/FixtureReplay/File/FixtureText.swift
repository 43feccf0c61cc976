import StructuredOutput

/// Writes the JSON of a fixture for people who read differences.
enum FixtureText {
  static func write(_ json: JSONValue) -> String {
    var text = ""
    write(json, indentation: 0, to: &text)
    return text
  }

  private static func write(_ json: JSONValue, indentation: Int, to text: inout String, isEvents: Bool = false) {
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
        write(value, indentation: indentation + 1, to: &text, isEvents: key == "events" && isEventList(value))
      }
      text += "\n"
      indent(indentation, &text)
      text += "}"
    case .array(let items) where !items.isEmpty && !isRow(items):
      text += "[\n"
      var isFirst = true
      for item in items {
        if !isFirst { text += ",\n" }
        isFirst = false
        indent(indentation + 1, &text)
        if isEvents {
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

  /// Numbers alone, such as a vector, or a name with its value.
  private static func isRow(_ items: [JSONValue]) -> Bool {
    if items.allSatisfy({ $0.numberValue != nil }) { return true }
    return items.count == 2 && items.allSatisfy { $0.stringValue?.utf8.contains(0x0A) == false }
      && items.allSatisfy { ($0.stringValue?.utf8.count ?? 0) < 60 }
  }

  private static func isEventList(_ value: JSONValue) -> Bool {
    (value.arrayValue ?? []).allSatisfy { $0["at"] != nil }
  }
}
