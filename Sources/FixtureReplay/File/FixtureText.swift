import StructuredOutput

/// Writes the JSON of a fixture for people who read differences.
enum FixtureText {
  static func write(_ json: JSONValue) -> String {
    var text = ""
    write(json, indentation: 0, to: &text)
    return text
  }

  /// - Parameters:
  ///   - itemsAreRows: Whether each item of the list stands in a line of its own.
  ///   - isBroken: Whether it takes several lines even where one would hold it.
  private static func write(
    _ json: JSONValue, indentation: Int, to text: inout String, itemsAreRows: Bool = false, isBroken: Bool = false
  ) {
    if !isBroken, let line = shortLine(json) {
      text += line
      return
    }
    switch json {
    case .object(let object) where object.count == 1 && object.keys.first == KeptJSON.linesKey:
      text += "{\(JSONValue.string(KeptJSON.linesKey).compactText): "
      write(object[KeptJSON.linesKey] ?? .null, indentation: indentation, to: &text, isBroken: true)
      text += "}"
    case .object(let object) where !object.isEmpty:
      text += "{\n"
      var isFirst = true
      for (key, value) in object {
        if !isFirst { text += ",\n" }
        isFirst = false
        indent(indentation + 1, &text)
        text += JSONValue.string(key).compactText
        text += ": "
        let itemsAreRows = isListOfRows(value, under: key)
        write(
          value, indentation: indentation + 1, to: &text, itemsAreRows: itemsAreRows,
          isBroken: itemsAreRows && (key == "events" || key == "lines"))
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

  /// The text of an object or list that fits into one line, where it is read more easily; nil where it does not fit,
  /// or holds lines of a text, which stand one below the other.
  private static func shortLine(_ json: JSONValue) -> String? {
    var line = ""
    return writeShort(json, to: &line) ? line : nil
  }

  private static let longestShortLine = 110

  private static func writeShort(_ json: JSONValue, to line: inout String) -> Bool {
    switch json {
    case .object(let object):
      line += "{"
      var isFirst = true
      for (key, value) in object {
        if !isFirst { line += ", " }
        isFirst = false
        line += JSONValue.string(key).compactText
        line += ": "
        guard key != KeptJSON.linesKey, line.utf8.count <= longestShortLine, writeShort(value, to: &line) else {
          return false
        }
      }
      line += "}"
    case .array(let items):
      line += "["
      var isFirst = true
      for item in items {
        if !isFirst { line += ", " }
        isFirst = false
        guard line.utf8.count <= longestShortLine, writeShort(item, to: &line) else { return false }
      }
      line += "]"
    case .string(let text):
      guard text.utf8.count <= longestShortLine else { return false }
      line += json.compactText
    default:
      line += json.compactText
    }
    return line.utf8.count <= longestShortLine
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
