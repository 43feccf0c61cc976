/// Reads JSON text by RFC 8259, byte by byte and no laxer, within limits.
///
/// Of numbers the digits are kept. Of equal keys in one object the last wins, at the place of the first, unless
/// ``Limits/rejectsDuplicateKeys`` is set. Bytes that are not UTF-8, halves of surrogate pairs and a byte order mark are
/// errors.
///
/// To read a text and learn which keys it repeats, read it as a document:
///
/// ```swift
/// let document = try JSONDocument(parsing: text)
/// for duplicate in document.duplicateKeys { print(duplicate) }
/// let value = document.value
/// ```
public struct JSONParser: Sendable {
  /// What a parser accepts of untrusted text.
  public struct Limits: Sendable, Hashable {
    /// The deepest nesting a parser can be asked for: what a small thread's stack holds, freeing the value included.
    public static let deepestMaximumDepth = 1024
    /// The longest text a parser can be asked for: a little less than 4 GiB, as its places are kept in 32 bits.
    public static let largestMaximumBytes = JSONTape.maximumBytes - JSONScanner.padding

    /// How many arrays and objects may stand in each other; 512 unless told, at most ``deepestMaximumDepth``.
    public var maximumDepth: Int
    /// How many bytes a text may have; 256 MiB unless told, at most ``largestMaximumBytes``.
    public var maximumBytes: Int
    /// Whether an object with two equal keys is an error. Otherwise the last of them wins.
    public var rejectsDuplicateKeys: Bool

    /// Makes limits.
    public init(maximumDepth: Int = 512, maximumBytes: Int = 256 << 20, rejectsDuplicateKeys: Bool = false) {
      self.maximumDepth = maximumDepth
      self.maximumBytes = maximumBytes
      self.rejectsDuplicateKeys = rejectsDuplicateKeys
    }

    /// 512 levels, 256 MiB, the last of equal keys wins.
    public static let standard = Limits()
  }

  /// The limits of this parser.
  public var limits: Limits

  /// Makes a parser.
  public init(limits: Limits = .standard) { self.limits = limits }

  /// Reads one JSON value that takes up all the bytes, white space around it aside.
  public func parse(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONParseError) -> JSONValue {
    do throws(JSONParseFault) {
      return try value(of: bytes, isKnownUTF8: false)
    } catch {
      throw JSONParseError(error, in: bytes)
    }
  }

  func value(of bytes: UnsafeBufferPointer<UInt8>, isKnownUTF8: Bool) throws(JSONParseFault) -> JSONValue {
    let tape = try tape(of: bytes, isKnownUTF8: isKnownUTF8)
    let value = JSONMaterializing.value(
      of: UnsafeBufferPointer(start: tape.nodes, count: tape.nodeCount),
      bytes: UnsafeBufferPointer(start: tape.bytes, count: tape.byteCount))
    tape.abandon()
    return value
  }

  /// Reads a text into what a ``JSONDocument`` keeps.
  func tape(of bytes: UnsafeBufferPointer<UInt8>, isKnownUTF8: Bool) throws(JSONParseFault) -> JSONTape {
    let maximumBytes = min(limits.maximumBytes, Limits.largestMaximumBytes)
    guard bytes.count <= maximumBytes else {
      throw JSONParseFault(.tooManyBytes(bytes.count, maximum: maximumBytes), at: 0)
    }
    guard let base = bytes.baseAddress, !bytes.isEmpty else { throw JSONParseFault(.empty, at: 0) }
    // A node a number, a string, a key: about one in ten bytes of usual text; where there are more, the tape grows.
    var tape = JSONTape(
      nodeCapacity: min(bytes.count / 8, 1 << 20) + 16, byteCapacity: bytes.count + JSONScanner.padding)
    tape.bytes.update(from: base, count: bytes.count)
    (tape.bytes + bytes.count).update(repeating: 0, count: JSONScanner.padding)
    tape.byteCount = bytes.count
    do throws(JSONParseFault) {
      try JSONScanner.scan(&tape, limits: limits, isKnownUTF8: isKnownUTF8)
      if limits.rejectsDuplicateKeys { try refuseRepeatedKeys(in: tape) }
    } catch {
      tape.abandon()
      throw error
    }
    return tape
  }

  private func refuseRepeatedKeys(in tape: JSONTape) throws(JSONParseFault) {
    let nodes = UnsafeBufferPointer(start: tape.nodes, count: tape.nodeCount)
    let bytes = UnsafeBufferPointer(start: tape.bytes, count: tape.byteCount)
    guard let index = JSONRepeatedKeys.indices(in: nodes, bytes: bytes).first else { return }
    let key = nodes[index].text(in: bytes)
    let quote = Int(UInt32(truncatingIfNeeded: nodes[index].payload)) - 1
    throw JSONParseFault(.duplicateKey(String(decoding: key, as: UTF8.self)), at: quote)
  }
}

extension JSONValue {
  /// Reads the one JSON value that a text holds.
  public init(parsing text: String, limits: JSONParser.Limits = .standard) throws(JSONParseError) {
    var copy = text
    self = try copy.withUTF8 { (bytes) -> Result<JSONValue, JSONParseError> in
      Result { () throws(JSONParseFault) in
        try JSONParser(limits: limits).value(of: bytes, isKnownUTF8: true)
      }.mapError { JSONParseError($0, in: bytes) }
    }.get()
  }

  /// Reads the one JSON value that bytes of UTF-8 hold.
  public init(parsing bytes: [UInt8], limits: JSONParser.Limits = .standard) throws(JSONParseError) {
    self = try bytes.withUnsafeBufferPointer { (bytes) throws(JSONParseError) in
      try JSONParser(limits: limits).parse(bytes)
    }
  }
}
