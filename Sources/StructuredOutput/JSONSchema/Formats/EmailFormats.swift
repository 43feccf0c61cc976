/// The formats `email` (RFC 5321, section 4.1.2, `Mailbox`) and `idn-email` (extended by RFC 6531, section 3.3).
///
/// The limits of RFC 5321, section 4.5.3.1, hold: 64 bytes before the `@`, 255 after it.
enum EmailFormats {
  static func isEmail(_ text: UnsafeBufferPointer<UInt8>) -> Bool { isMailbox(text, isInternational: false) }

  static func isInternationalEmail(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    isMailbox(text, isInternational: true)
  }

  private static func isMailbox(_ text: UnsafeBufferPointer<UInt8>, isInternational: Bool) -> Bool {
    guard text.count <= 64 + 1 + 255, let first = text.first else { return false }
    let end = first == UInt8(ascii: "\"") ? endOfQuoted(text, isInternational) : endOfDotted(text, isInternational)
    guard let end, end <= 64, end < text.count - 1, text[end] == UInt8(ascii: "@") else { return false }
    let domain = end + 1..<text.count
    guard domain.count <= 255 else { return false }
    if text[domain.lowerBound] == UInt8(ascii: "[") { return isAddressLiteral(text, in: domain) }
    if isInternational, text[domain].contains(where: { $0 >= 0x80 }) {
      // A mail client composes the name before it looks it up.
      return InternationalHostname(composing: UnsafeBufferPointer(rebasing: text[domain]))?.isValid ?? false
    }
    return isDomain(text, in: domain)
  }

  /// The end of `Dot-string`: words of `atext` with single dots between them.
  private static func endOfDotted(_ text: UnsafeBufferPointer<UInt8>, _ isInternational: Bool) -> Int? {
    var index = 0
    while true {
      let word = index
      while index < text.count,
        ByteClass.wordCharacters.contains(text[index]) || (isInternational && text[index] >= 0x80)
      {
        index += 1
      }
      if index == word { return nil }
      guard index < text.count, text[index] == UInt8(ascii: ".") else { return index }
      index += 1
    }
  }

  /// The end of `Quoted-string`: printable characters between quotation marks, `\` before a mark or another `\`.
  private static func endOfQuoted(_ text: UnsafeBufferPointer<UInt8>, _ isInternational: Bool) -> Int? {
    var index = 1
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "\""): return index + 1
      case UInt8(ascii: "\\"):
        guard index + 1 < text.count, (0x20...0x7E).contains(text[index + 1]) else { return nil }
        index += 2
      case 0x20...0x7E: index += 1
      case 0x80...: if isInternational { index += 1 } else { return nil }
      default: return nil
      }
    }
    return nil
  }

  /// `Domain`: labels of letters, digits and inner hyphens, at most 63 of them (RFC 1035, section 2.3.4).
  private static func isDomain(_ text: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Bool {
    var start = range.lowerBound
    while true {
      let end = text[start..<range.upperBound].firstIndex(of: UInt8(ascii: ".")) ?? range.upperBound
      guard HostnameFormats.isLabel(text, in: start..<end) else { return false }
      if end == range.upperBound { return true }
      start = end + 1
    }
  }

  /// `address-literal` of section 4.1.3: an IPv4 address, or a tag, a colon and what the tag says.
  private static func isAddressLiteral(_ text: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Bool {
    guard text[range.upperBound - 1] == UInt8(ascii: "]"), range.count > 2 else { return false }
    let inner = range.lowerBound + 1..<range.upperBound - 1
    guard let colon = text[inner].firstIndex(of: UInt8(ascii: ":")) else {
      return AddressFormats.isIPv4(text, in: inner, rules: .mail)
    }
    let tag = inner.lowerBound..<colon
    let content = colon + 1..<inner.upperBound
    if tag.count == 4, zip(text[tag], "ipv6".utf8).allSatisfy({ $0 | 0x20 == $1 || $0 == $1 }) {
      return AddressFormats.isIPv6(text, in: content, rules: .mail)
    }
    return HostnameFormats.isLabel(text, in: tag) && !content.isEmpty
      && text[content].allSatisfy { $0 > 0x20 && $0 < 0x7F && !ByteClass.brackets.contains($0) }
  }
}

extension ByteClass {
  /// `atext` of RFC 5322, section 3.2.3.
  fileprivate static let wordCharacters = alphanumeric.union(ByteClass("!#$%&'*+-/=?^_`{|}~"))
  /// What `dcontent` of RFC 5321, section 4.1.3, leaves out.
  fileprivate static let brackets = ByteClass("[\\]")
}
