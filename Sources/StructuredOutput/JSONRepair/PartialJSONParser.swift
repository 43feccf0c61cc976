/// Reads JSON that arrives in pieces, and gives at any time what has arrived of it.
///
/// It is as strict as ``JSONParser``: text that cannot go on to be JSON is an error as soon as that shows. Each byte is
/// read once, however small the pieces are; they may split escapes and the bytes of a character.
///
/// ```swift
/// var parser = PartialJSONParser()
/// for try await piece in stream {
///   try parser.append(piece)
///   show(parser.value)
/// }
/// let answer = try parser.finish()
/// ```
///
/// Of what is unfinished, ``value`` holds
/// - arrays and objects with the elements so far;
/// - a string as far as it has come, without half a character or half an escape;
/// - no number, as digits may follow, and no half of `true`, `false` or `null`;
/// - no key without a value.
public struct PartialJSONParser: Sendable {
  private var machine: PartialJSONMachine

  /// Makes a parser that has read nothing.
  /// - Parameter limits: what is accepted, as in ``JSONParser``.
  public init(limits: JSONParser.Limits = .standard) { machine = PartialJSONMachine(limits: limits) }

  /// Reads on in a piece of text.
  /// - Throws: where the text so far cannot be the beginning of JSON; once that is so, each time.
  public mutating func append(_ text: String) throws(JSONParseError) {
    var copy = text
    var machine = machine
    self.machine = PartialJSONMachine(limits: .standard)
    let result = copy.withUTF8 { (bytes) -> Result<Void, JSONParseError> in
      Result { () throws(JSONParseError) in try machine.read(bytes) }
    }
    self.machine = machine
    try result.get()
  }

  /// Reads on in a piece of UTF-8, which may begin or end within a character.
  /// - Throws: where the bytes so far cannot be the beginning of JSON; once that is so, each time.
  public mutating func append(_ bytes: some Sequence<UInt8>) throws(JSONParseError) {
    let array = Array(bytes)
    try array.withUnsafeBufferPointer { (bytes) throws(JSONParseError) in try machine.read(bytes) }
  }

  /// The value so far, see ``PartialJSONParser``; nil before anything of it can be given.
  ///
  /// It is put together anew each time, in time proportional to its open arrays and objects.
  public var value: JSONValue? { machine.value }

  /// Whether the value has ended. A number that stands alone is not known to have ended before ``finish()``.
  public var isComplete: Bool { machine.isComplete }

  /// The JSON Pointer (RFC 6901) of the innermost value that has not ended and has begun, or whose key has been read;
  /// empty for the outermost value, nil before it begins and behind its end.
  public var openPointer: String? { machine.openPointer }

  /// The number of bytes read so far.
  public var byteCount: Int { machine.offset }

  /// The value, now that no more text follows.
  /// - Throws: where the text is no whole JSON.
  public func finish() throws(JSONParseError) -> JSONValue { try machine.finished() }
}
