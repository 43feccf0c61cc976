/// A document's values in a few words, for messages: `the string "12 EUR"`, `an array of 3`.
struct JSONBrief {
  private let nodes: UnsafeBufferPointer<JSONNode>
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ nodes: UnsafeBufferPointer<JSONNode>, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.nodes = nodes
    self.bytes = bytes
  }

  func value(_ node: Int) -> String {
    switch nodes[node].kind {
    case .null: return "null"
    case .true: return "true"
    case .false: return "false"
    case .integer, .decimal: return "the number \(number(node))"
    case .string, .key: return "the string \(quoted(node))"
    case .array: return nodes[node].count == 0 ? "an empty array" : "an array of \(nodes[node].count)"
    case .object:
      if nodes[node].count == 0 { return "an empty object" }
      return "an object with \(Self.list(keys(of: node), count: Int(nodes[node].count)))"
    }
  }

  func number(_ node: Int) -> String {
    if nodes[node].kind == .integer { return String(Int64(bitPattern: nodes[node].payload)) }
    let text = nodes[node].text(in: bytes)
    return String(decoding: text.prefix(40), as: UTF8.self) + (text.count > 40 ? "…" : "")
  }

  /// A value that was expected: a short string as it is written.
  func constant(_ node: Int) -> String {
    nodes[node].kind == .string && nodes[node].count <= 60 ? quoted(node) : value(node)
  }

  private func quoted(_ node: Int) -> String {
    // The whole string may be megabytes long; a scalar takes at most four bytes.
    let text = nodes[node].text(in: bytes)
    let start = String(decoding: text.prefix(60 * 4), as: UTF8.self).unicodeScalars.prefix(60)
    let isWhole = String(start).utf8.count == text.count
    return JSONValue.string(String(start) + (isWhole ? "" : "…")).compactText
  }

  private func keys(of object: Int) -> [String] {
    var keys: [String] = []
    var at = object + 1
    for _ in 0..<min(Int(nodes[object].count), Self.shown) {
      keys.append(quoted(at))
      let value = at + 1
      at = nodes[value].end(at: value)
    }
    return keys
  }

  private static let shown = 8

  /// The first few of what has a number: `"a", "b" or 2 more`.
  static func list(_ items: [String], count: Int? = nil) -> String {
    let count = count ?? items.count
    if count == 0 { return "none" }
    let rest = count - min(count, shown)
    return items.prefix(shown).joined(separator: ", ") + (rest > 0 ? " or \(rest) more" : "")
  }
}

extension JSONValue {
  /// The value in a few words, for messages.
  var inBrief: String {
    // Only the top is looked at, so nothing below it need be flattened.
    let top: JSONValue =
      switch self {
      case .array(let elements): .array(elements.map { _ in .null })
      case .object(let object): .object(JSONObject(object.entries.map { ($0.key, .null) }))
      default: self
      }
    return JSONDocument(top).withNodes { JSONBrief($0, $1).value(0) }
  }
}

extension [JSONValue] {
  /// The first few values, short strings quoted: `"a", "b" or 2 more`.
  var inBrief: String {
    JSONBrief.list(
      prefix(8).map { value in
        JSONDocument(value).withNodes { JSONBrief($0, $1).constant(0) }
      }, count: count)
  }
}
