/// Finds UUIDs of any version in their form with hyphens (RFC 9562, section 4), and ULIDs (github.com/ulid/spec) of this
/// century.
///
/// Thirty-two hexadecimal digits without hyphens are left alone: they may as well be the digest of something that the
/// spec is about.
enum WrittenIdentifier {
  /// The end of the identifier that begins here, at the first letter or digit of a word.
  static func end(in bytes: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int) -> Int? {
    if bytes[start] == UInt8(ascii: "0"), let end = ulid(in: bytes, at: start, limit: limit) { return end }
    guard limit - start >= 36, ByteText.isHexadecimal(bytes[start]), bytes[start + 8] == UInt8(ascii: "-") else {
      return nil
    }
    for index in 0..<36 {
      let byte = bytes[start + index]
      switch index {
      case 8, 13, 18, 23: if byte != UInt8(ascii: "-") { return nil }
      default: if !ByteText.isHexadecimal(byte) { return nil }
      }
    }
    return ByteText.mayEnd(in: bytes, at: start + 36) ? start + 36 : nil
  }

  /// Twenty-six capitals and digits of Crockford's alphabet; the first two are the same from 2004 to 2039.
  private static func ulid(in bytes: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int) -> Int? {
    guard limit - start >= 26, bytes[start + 1] == UInt8(ascii: "1") else { return nil }
    for index in 2..<26 {
      let byte = bytes[start + index]
      guard ByteText.isDigit(byte) || byte >= 0x41 && byte <= 0x5A && !"ILOU".utf8.contains(byte) else { return nil }
    }
    return ByteText.mayEnd(in: bytes, at: start + 26) ? start + 26 : nil
  }
}
