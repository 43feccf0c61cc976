/// A JSON text read once into flat memory: two blocks, however many values it holds; schemas validate it fastest.
///
/// A document keeps all that ``JSONValue`` keeps, and also which keys an object repeats, see ``duplicateKeys``.
public struct JSONDocument: Sendable {
  let storage: JSONDocumentStorage

  init(_ storage: JSONDocumentStorage) { self.storage = storage }

  /// Reads the one JSON value that a text holds.
  public init(parsing text: String, limits: JSONParser.Limits = .standard) throws(JSONParseError) {
    var copy = text
    storage = try copy.withUTF8 { (bytes) -> Result<JSONDocumentStorage, JSONParseError> in
      Result { () throws(JSONParseFault) in
        try JSONParser(limits: limits).tape(of: bytes, isKnownUTF8: true).finish()
      }.mapError { JSONParseError($0, in: bytes) }
    }.get()
  }

  /// Reads the one JSON value that bytes of UTF-8 hold.
  public init(parsing bytes: [UInt8], limits: JSONParser.Limits = .standard) throws(JSONParseError) {
    self = try bytes.withUnsafeBufferPointer { (bytes) throws(JSONParseError) in
      try JSONDocument(parsing: bytes, limits: limits)
    }
  }

  /// Reads the one JSON value that bytes of UTF-8 hold; the bytes are not needed afterwards.
  public init(
    parsing bytes: UnsafeBufferPointer<UInt8>, limits: JSONParser.Limits = .standard
  ) throws(JSONParseError) {
    do throws(JSONParseFault) {
      storage = try JSONParser(limits: limits).tape(of: bytes, isKnownUTF8: false).finish()
    } catch {
      throw JSONParseError(error, in: bytes)
    }
  }

  /// Flattens a value, however deep it nests.
  /// - Precondition: its strings, keys and longer numbers have less than 4 GiB of UTF-8 together.
  public init(_ value: JSONValue) { storage = JSONFlattening.storage(of: value) }

  /// The document as a value; of equal keys in one object the last wins, at the place of the first.
  public var value: JSONValue { withNodes { JSONMaterializing.value(of: $0, bytes: $1) } }

  /// Every key that an earlier key of the same object equals, in the order of the text.
  ///
  /// They are looked for anew each time, in time proportional to the text. A document made of a ``JSONValue`` has none.
  public var duplicateKeys: [JSONDuplicateKey] { JSONDuplicateKey.all(in: self) }

  /// Lends the nodes, and the bytes that they point into.
  func withNodes<R, E: Error>(
    _ body: (UnsafeBufferPointer<JSONNode>, UnsafeBufferPointer<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    defer { withExtendedLifetime(storage) {} }
    return try body(storage.nodes, storage.bytes)
  }
}
