/// A key that an earlier key of the same JSON object equals, and where it stands.
public struct JSONDuplicateKey: Sendable, CustomStringConvertible {
  /// The key, its escapes undone.
  public let key: String
  /// The line of the repeated key, from 1; lines end at a line feed.
  public let line: Int
  /// The column of the repeated key's opening quote, from 1, counted in Unicode scalars.
  public let column: Int

  private let document: JSONDocument
  private let paths: JSONContainerPaths
  private let container: Int

  static func all(in document: JSONDocument) -> [JSONDuplicateKey] {
    document.withNodes { (nodes, bytes) in
      let keys = JSONRepeatedKeys.indices(in: nodes, bytes: bytes)
      let places = TextPlace.places(ofKeys: keys, in: nodes, bytes: bytes)
      let paths = JSONContainerPaths(ofKeys: keys, in: nodes)
      return keys.indices.map { index in
        JSONDuplicateKey(
          key: String(decoding: nodes[keys[index]].text(in: bytes), as: UTF8.self), line: places[index].line,
          column: places[index].column, document: document, paths: paths, container: paths.containers[index])
      }
    }
  }

  /// The JSON Pointer (RFC 6901) of the object that has the key more than once; empty for the root.
  ///
  /// It is put together when it is asked for, because all pointers into a text can be far longer than the text.
  public var objectPointer: String {
    document.withNodes { (nodes, bytes) in paths.pointer(to: container, in: nodes, bytes: bytes) }
  }

  /// The place, the key and its object, long ones shortened.
  public var description: String {
    let pointer = objectPointer
    let object = pointer.isEmpty ? "the outermost object" : "the object at \(pointer.quotedInBrief)"
    return "line \(line), column \(column): the key \(key.quotedInBrief) occurs again in \(object)"
  }
}
