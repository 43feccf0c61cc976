import Foundation

/// Finds what `$ref` names within one schema document.
struct SchemaReferences {
  private let root: JSONValue
  private let anchors: [String: JSONPointer]

  init(root: JSONValue) {
    self.root = root
    var anchors: [String: JSONPointer] = [:]
    var pending: [(value: JSONValue, tokens: [String])] = [(root, [])]
    while let (value, tokens) = pending.popLast() {
      switch value {
      case .array(let elements):
        for (index, element) in elements.enumerated() { pending.append((element, tokens + [String(index)])) }
      case .object(let object):
        if let name = object["$anchor"]?.stringValue { anchors["#" + name] = JSONPointer(tokens: tokens) }
        // Draft 7 names anchors so.
        if let name = object["$id"]?.stringValue, name.hasPrefix("#") { anchors[name] = JSONPointer(tokens: tokens) }
        for (key, inner) in object where inner.objectValue != nil || inner.arrayValue != nil {
          pending.append((inner, tokens + [key]))
        }
      default: break
      }
    }
    self.anchors = anchors
  }

  /// The pointer, with a leading `#`, and the schema that a reference names.
  func target(of reference: String) -> (location: String, schema: JSONValue)? {
    var text = reference
    if let identifier = root["$id"]?.stringValue, !identifier.isEmpty, text.hasPrefix(identifier) {
      text = String(text.dropFirst(identifier.count))
      if text.isEmpty { text = "#" }
    }
    guard let pointer = anchors[text] ?? Self.pointer(text) else { return nil }
    var schema = root
    for token in pointer.tokens {
      guard let next = JSONPointer.step(token, into: schema) else { return nil }
      schema = next
    }
    return ("#" + pointer.text, schema)
  }

  private static func pointer(_ reference: String) -> JSONPointer? {
    guard reference.hasPrefix("#") else { return nil }
    return String(reference.dropFirst()).removingPercentEncoding.flatMap { JSONPointer($0) }
  }
}
