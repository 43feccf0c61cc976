/// Reads JSON text by RFC 8259, byte by byte and no laxer, within limits.
///
/// Of numbers the digits are kept. Of equal keys in one object the last wins, at the place of the first, unless
/// ``Limits/rejectsDuplicateKeys`` is set. Bytes that are not UTF-8, halves of surrogate pairs and a byte order mark are
/// errors.
public struct JSONParser: Sendable {
  /// What a parser accepts of untrusted text.
  public struct Limits: Sendable, Hashable {
    /// The deepest nesting a parser can be asked for: what a small thread's stack holds, freeing the value included.
    public static let deepestMaximumDepth = 1024

    /// How many arrays and objects may stand in each other; 512 unless told, at most ``deepestMaximumDepth``.
    public var maximumDepth: Int
    /// How many bytes a text may have; 256 MiB unless told.
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
    try parse(bytes, isKnownUTF8: false)
  }

  func parse(_ bytes: UnsafeBufferPointer<UInt8>, isKnownUTF8: Bool) throws(JSONParseError) -> JSONValue {
    do throws(JSONParseFault) {
      guard bytes.count <= limits.maximumBytes else {
        throw JSONParseFault(.tooManyBytes(bytes.count, maximum: limits.maximumBytes), at: 0)
      }
      guard let base = bytes.baseAddress, !bytes.isEmpty else { throw JSONParseFault(.empty, at: 0) }
      var scanner = JSONScanner(base: base, end: bytes.count, limits: limits, isKnownUTF8: isKnownUTF8)
      return try scanner.document()
    } catch {
      throw JSONParseError(error, in: bytes)
    }
  }
}

extension JSONValue {
  /// Reads the one JSON value that a text holds.
  public init(parsing text: String, limits: JSONParser.Limits = .standard) throws(JSONParseError) {
    var copy = text
    self = try copy.withUTF8 { (bytes) -> Result<JSONValue, JSONParseError> in
      Result { () throws(JSONParseError) in try JSONParser(limits: limits).parse(bytes, isKnownUTF8: true) }
    }.get()
  }

  /// Reads the one JSON value that bytes of UTF-8 hold.
  public init(parsing bytes: [UInt8], limits: JSONParser.Limits = .standard) throws(JSONParseError) {
    self = try bytes.withUnsafeBufferPointer { (bytes) throws(JSONParseError) in
      try JSONParser(limits: limits).parse(bytes)
    }
  }
}
