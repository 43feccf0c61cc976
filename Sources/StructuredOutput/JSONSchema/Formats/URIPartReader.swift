/// Finds and checks the parts of a URI (RFC 3986, section 3) or an IRI (RFC 3987, section 2.2).
struct URIPartReader {
  let text: UnsafeBufferPointer<UInt8>
  let isInternational: Bool

  /// Where the colon after a scheme stands; nil where there is no scheme.
  var endOfScheme: Int? {
    guard let first = text.first, (first | 0x20) &- 0x61 < 26 else { return nil }
    for index in 1..<text.count where !ByteClass.schemeCharacters.contains(text[index]) {
      return text[index] == UInt8(ascii: ":") ? index : nil
    }
    return nil
  }

  /// The first index from `start` on of a byte of the class, else the end of the text.
  func end(of start: Int, before stops: ByteClass) -> Int {
    var index = start
    while index < text.count, !stops.contains(text[index]) { index += 1 }
    return index
  }

  /// Whether part of the text holds nothing but characters of a class, percent-encoded bytes and, in an IRI, those
  /// beyond ASCII.
  func holds(_ characters: ByteClass, in part: Range<Int>, allowsPrivate: Bool = false) -> Bool {
    var index = part.lowerBound
    while index < part.upperBound {
      let byte = text[index]
      if characters.contains(byte) {
        index += 1
      } else if byte == UInt8(ascii: "%") {
        guard Self.isEscape(text, at: index, before: part.upperBound) else { return false }
        index += 3
      } else {
        guard isInternational, byte >= 0x80, let (scalar, next) = ScalarReading.scalar(in: text, at: index),
          Self.isInternational(scalar) || (allowsPrivate && Self.isPrivate(scalar))
        else { return false }
        index = next
      }
    }
    return true
  }

  /// `authority` of section 3.2: perhaps user information and `@`, a host that may be empty, perhaps `:` and a port.
  func isAuthority(_ part: Range<Int>) -> Bool {
    var start = part.lowerBound
    if let at = text[part].firstIndex(of: UInt8(ascii: "@")) {
      guard holds(.userCharacters, in: start..<at) else { return false }
      start = at + 1
    }
    let host: Range<Int>
    if start < part.upperBound, text[start] == UInt8(ascii: "[") {
      guard let close = text[start..<part.upperBound].firstIndex(of: UInt8(ascii: "]")),
        isLiteral(start + 1..<close)
      else { return false }
      host = start..<close + 1
    } else {
      let colon = text[start..<part.upperBound].firstIndex(of: UInt8(ascii: ":"))
      host = start..<(colon ?? part.upperBound)
      guard holds(.nameCharacters, in: host) else { return false }
    }
    if host.upperBound == part.upperBound { return true }
    return text[host.upperBound] == UInt8(ascii: ":")
      && text[host.upperBound + 1..<part.upperBound].allSatisfy { $0 &- 0x30 < 10 }
  }

  /// `IPv6address` or `IPvFuture` of section 3.2.2, between the brackets.
  private func isLiteral(_ part: Range<Int>) -> Bool {
    guard let first = text[part].first, first | 0x20 == UInt8(ascii: "v") else {
      return AddressFormats.isIPv6(text, in: part)
    }
    var index = part.lowerBound + 1
    while index < part.upperBound, ByteClass.hexadecimal.contains(text[index]) { index += 1 }
    guard index > part.lowerBound + 1, index + 1 < part.upperBound, text[index] == UInt8(ascii: ".") else {
      return false
    }
    return text[index + 1..<part.upperBound].allSatisfy { ByteClass.userCharacters.contains($0) }
  }

  /// Whether a colon would make the path's first segment look like a scheme (`path-noscheme` of section 4.2).
  func hasColonInFirstSegment(_ path: Range<Int>) -> Bool {
    for byte in text[path] {
      if byte == UInt8(ascii: "/") { return false }
      if byte == UInt8(ascii: ":") { return true }
    }
    return false
  }

  /// Whether `%` and two hexadecimal digits stand at an index, all before an end.
  static func isEscape(_ text: UnsafeBufferPointer<UInt8>, at index: Int, before end: Int) -> Bool {
    end - index >= 3 && text[index] == UInt8(ascii: "%") && ByteClass.hexadecimal.contains(text[index + 1])
      && ByteClass.hexadecimal.contains(text[index + 2])
  }

  /// `ucschar` of RFC 3987, section 2.2, less the marks of direction that section 4.1 bans from IRIs.
  static func isInternational(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x200E...0x200F, 0x202A...0x202E: false
    case 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF: true
    case 0x10000...0xDFFFF: scalar & 0xFFFF < 0xFFFE
    case 0xE1000...0xEFFFD: true
    default: false
    }
  }

  /// `iprivate` of RFC 3987, section 2.2, which only a query may hold.
  static func isPrivate(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD: true
    default: false
    }
  }
}

extension ByteClass {
  /// `unreserved` of RFC 3986, section 2.3.
  static let unreserved = alphanumeric.union(ByteClass("-._~"))
  /// `reg-name` of section 3.2.2, less what is percent-encoded.
  static let nameCharacters = unreserved.union(ByteClass("!$&'()*+,;="))
  /// `userinfo` of section 3.2.1, less what is percent-encoded.
  static let userCharacters = nameCharacters.union(ByteClass(":"))
  /// `pchar` of section 3.3 and the slash, less what is percent-encoded.
  static let pathCharacters = userCharacters.union(ByteClass("@/"))
  /// `query` of section 3.4 and `fragment` of section 3.5, less what is percent-encoded.
  static let queryCharacters = pathCharacters.union(ByteClass("?"))
  static let schemeCharacters = alphanumeric.union(ByteClass("+-."))
  static let authorityEnd = ByteClass("/?#")
  static let pathEnd = ByteClass("?#")
  static let queryEnd = ByteClass("#")
}
