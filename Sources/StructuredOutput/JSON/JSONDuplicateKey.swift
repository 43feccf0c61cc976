/// A key that an earlier key of the same JSON object equals, and where it stands.
public struct JSONDuplicateKey: Sendable, CustomStringConvertible {
  /// The key, its escapes undone.
  public let key: String
  /// The line of the repeated key, from 1; lines end at a line feed.
  public let line: Int
  /// The column of the repeated key's opening quote, from 1, counted in Unicode scalars.
  public let column: Int

  private let document: JSONDocument
  private let node: Int

  static func all(in document: JSONDocument) -> [JSONDuplicateKey] {
    document.withNodes { (nodes, bytes) in
      let indices = JSONRepeatedKeys.indices(in: nodes, bytes: bytes)
      let places = TextPlace.places(ofKeys: indices, in: nodes, bytes: bytes)
      return zip(indices, places).map { (index, place) in
        JSONDuplicateKey(
          key: String(decoding: nodes[index].text(in: bytes), as: UTF8.self), line: place.line, column: place.column,
          document: document, node: index)
      }
    }
  }

  /// The JSON Pointer (RFC 6901) of the object that has the key more than once; empty for the root.
  ///
  /// It is put together when it is asked for, because all pointers into a text can be far longer than the text.
  public var objectPointer: String {
    document.withNodes { (nodes, bytes) in
      var pointer: [UInt8] = []
      var container = 0
      while let (step, child) = step(from: container, in: nodes) {
        pointer.append(UInt8(ascii: "/"))
        switch step {
        case .key(let key): Self.append(nodes[key].text(in: bytes), to: &pointer)
        case .index(let index): pointer.append(contentsOf: String(index).utf8)
        }
        container = child
      }
      return String(decoding: pointer, as: UTF8.self)
    }
  }

  /// The place, the key and its object.
  public var description: String {
    let pointer = objectPointer
    let object = pointer.isEmpty ? "the outermost object" : "the object at \(pointer)"
    return "line \(line), column \(column): the key \(JSONValue.string(key).compactText) occurs again in \(object)"
  }

  private enum Step {
    case key(Int)
    case index(Int)
  }

  /// The child container in which the key's node lies; nil where the key is the container's own.
  private func step(from container: Int, in nodes: UnsafeBufferPointer<JSONNode>) -> (Step, child: Int)? {
    let isObject = nodes[container].kind == .object
    var child = container + 1
    for index in 0..<Int(nodes[container].count) {
      let key = child
      if isObject {
        if key == node { return nil }
        child += 1
      }
      let value = nodes[child]
      let isContainer = value.kind == .array || value.kind == .object
      let next = isContainer ? Int(UInt32(truncatingIfNeeded: value.payload)) : child + 1
      if next > node { return (isObject ? .key(key) : .index(index), child) }
      child = next
    }
    return nil
  }

  private static func append(_ token: UnsafeBufferPointer<UInt8>, to pointer: inout [UInt8]) {
    for byte in token {
      switch byte {
      case UInt8(ascii: "~"): pointer.append(contentsOf: "~0".utf8)
      case UInt8(ascii: "/"): pointer.append(contentsOf: "~1".utf8)
      default: pointer.append(byte)
      }
    }
  }
}
