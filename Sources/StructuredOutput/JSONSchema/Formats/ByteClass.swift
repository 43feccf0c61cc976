/// A set of ASCII bytes, such as RFCs define for the parts of what they describe.
struct ByteClass {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// The bytes of a text.
  init(_ members: StaticString) {
    for byte in UnsafeBufferPointer(start: members.utf8Start, count: members.utf8CodeUnitCount) { insert(byte) }
  }

  private mutating func insert(_ byte: UInt8) {
    if byte < 64 { low |= 1 << byte } else if byte < 128 { high |= 1 << (byte - 64) }
  }

  /// The bytes of either set.
  func union(_ other: ByteClass) -> ByteClass {
    var both = self
    both.low |= other.low
    both.high |= other.high
    return both
  }

  /// Whether a byte is in the set; none above 0x7F is.
  func contains(_ byte: UInt8) -> Bool {
    byte < 64 ? low >> byte & 1 == 1 : byte < 128 && high >> (byte - 64) & 1 == 1
  }

  /// `ALPHA` and `DIGIT` of RFC 5234, appendix B.1.
  static let alphanumeric = ByteClass("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
  /// `HEXDIG` of RFC 5234, appendix B.1, in either case.
  static let hexadecimal = ByteClass("0123456789ABCDEFabcdef")
}
