extension JSONValue {
  /// The value in a few words, for messages: `the string "12 EUR"`, `an array of 3 elements`.
  var inBrief: String {
    switch self {
    case .null: return "null"
    case .bool(let value): return String(value)
    case .number(let number): return "the number \(number.text.prefix(40))"
    case .string(let string):
      // The whole string may be megabytes long.
      let start = string.unicodeScalars.prefix(60)
      let isWhole = start.endIndex == string.unicodeScalars.endIndex
      return "the string \(JSONValue.string(String(start) + (isWhole ? "" : "…")).compactText)"
    case .array(let elements): return elements.isEmpty ? "an empty array" : "an array of \(elements.count)"
    case .object(let object):
      if object.isEmpty { return "an empty object" }
      return "an object with \(object.keys.map { JSONValue.string($0) }.inBrief)"
    }
  }
}

extension [JSONValue] {
  /// The first few values, strings quoted: `"a", "b" or 2 more`.
  var inBrief: String {
    if isEmpty { return "none" }
    let shown = prefix(8).map { value in
      if case .string(let string) = value, string.utf8.count <= 60 { return value.compactText }
      return value.inBrief
    }
    let rest = count - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? " or \(rest) more" : "")
  }
}
