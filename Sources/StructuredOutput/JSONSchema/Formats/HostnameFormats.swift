/// The formats `hostname` (RFC 1123, section 2.1, its A-labels checked by RFC 5891, section 5.4) and `idn-hostname`
/// (the same, or U-labels of RFC 5890, section 2.3.2.3).
enum HostnameFormats {
  static func isHostname(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    // 255 bytes on the wire are 253 characters (RFC 1035, section 2.3.4).
    guard text.count <= 253 else { return false }
    var start = 0
    var hasALabel = false
    while true {
      let end = text[start...].firstIndex(of: UInt8(ascii: ".")) ?? text.count
      guard isLabel(text, in: start..<end) else { return false }
      if Punycode.hasPrefix(text[start..<end]) { hasALabel = true }
      if end == text.count { break }
      start = end + 1
    }
    return !hasALabel || (InternationalHostname(text)?.isValid ?? false)
  }

  static func isInternationalHostname(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.allSatisfy { $0 < 0x80 } ? isHostname(text) : InternationalHostname(text)?.isValid ?? false
  }

  /// Whether part of a text is 1 to 63 letters, digits and inner hyphens (RFC 1123, section 2.1; RFC 1035, section
  /// 2.3.4).
  static func isLabel(_ text: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Bool {
    guard (1...63).contains(range.count), text[range.lowerBound] != UInt8(ascii: "-"),
      text[range.upperBound - 1] != UInt8(ascii: "-")
    else { return false }
    return text[range].allSatisfy { ByteClass.alphanumeric.contains($0) || $0 == UInt8(ascii: "-") }
  }
}
