/// Percent encoding of parts of an address (RFC 3986, section 2.1).
enum URLText {
  /// A name or value of a query.
  static func component(_ text: String) -> String { encoded(text) { isUnreserved($0) } }

  /// A path, whose own percent signs stay.
  static func path(_ text: String) -> String {
    encoded(text) { isUnreserved($0) || "/%:@!$&'()*+,;=".utf8.contains($0) }
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static func encoded(_ text: String, keeping isKept: (UInt8) -> Bool) -> String {
    var bytes: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      if isKept(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
