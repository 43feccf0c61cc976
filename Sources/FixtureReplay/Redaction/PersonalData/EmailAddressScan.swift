/// Finds e-mail addresses in text: the forms of RFC 5321, section 4.1.2 that are in use, with letters of European scripts
/// as RFC 6531 allows them, and `%40` for `@` as it stands in web addresses.
///
/// Not found: addresses without a dot in the domain, and domains that are an IP address.
enum EmailAddressScan {
  private static let longestLocalPart = 64
  private static let longestDomain = 253

  static func findings(in bytes: UnsafeBufferPointer<UInt8>) -> [PersonalDataFinding] {
    var found: [PersonalDataFinding] = []
    var first = 0
    var index = 0
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      guard byte == 0x40 || byte == 0x25 && isEscapedAt(index, in: bytes) else {
        index &+= 1
        continue
      }
      let domainStart = byte == 0x40 ? index + 1 : index + 3
      if let start = localPart(before: index, from: first, in: bytes),
        let end = domain(from: domainStart, in: bytes)
      {
        let local = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self)
        let domain = String(decoding: UnsafeBufferPointer(rebasing: bytes[domainStart..<end]), as: UTF8.self)
        found.append(PersonalDataFinding(range: start..<end, value: "\(local)@\(domain)".lowercased()))
        first = end
        index = end
      } else {
        index = domainStart
      }
    }
    return found
  }

  private static func isEscapedAt(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    index + 2 < bytes.count && bytes[index + 1] == 0x34 && bytes[index + 2] == 0x30
  }

  private static func localPart(
    before end: Int, from first: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    let limit = max(first, end - longestLocalPart)
    if end > limit, bytes[end - 1] == 0x22 { return quotedLocalPart(before: end, limit: limit, in: bytes) }
    var start = end
    while start > limit {
      if isLocalByte(bytes[start - 1]) {
        start -= 1
      } else if start - 2 >= limit, isContinuation(bytes[start - 1]), isEuropeanLead(bytes[start - 2]) {
        start -= 2
      } else {
        break
      }
    }
    // What may stand in a name but hardly begins one is a quote or a bracket of the text around it.
    while start < end, !isLetterOrDigit(bytes[start]), bytes[start] < 0x80, bytes[start] != 0x5F { start += 1 }
    guard start < end, bytes[end - 1] != 0x2E else { return nil }
    return start
  }

  /// `"first last"@example.com`
  private static func quotedLocalPart(
    before end: Int, limit: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    var start = end - 1
    while start > limit, bytes[start - 1] >= 0x20 {
      start -= 1
      if bytes[start] == 0x22 { return end - start > 2 ? start : nil }
    }
    return nil
  }

  /// The end of a domain with a dot whose last label is of letters; nil where there is none.
  private static func domain(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let limit = min(bytes.count, start + longestDomain)
    var end: Int?
    var index = start
    var labels = 0
    while index < limit {
      let labelStart = index
      var isOfLetters = true
      while index < limit {
        let byte = bytes[index]
        if isEuropeanLead(byte), index + 1 < limit, isContinuation(bytes[index + 1]) {
          index += 2
        } else if isLetterOrDigit(byte) || byte == 0x2D {
          if byte < 0x41 { isOfLetters = false }
          index += 1
        } else {
          break
        }
      }
      let length = index - labelStart
      guard length > 0, length <= 63, bytes[labelStart] != 0x2D else { break }
      labels += 1
      let isTopLevel = (isOfLetters || startsWithPunycode(labelStart, in: bytes)) && length >= 2
      if labels >= 2, isTopLevel, bytes[index - 1] != 0x2D { end = index }
      guard index < limit, bytes[index] == 0x2E else { break }
      index += 1
    }
    return end
  }

  private static func startsWithPunycode(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    index + 4 < bytes.count && bytes[index] | 0x20 == 0x78 && bytes[index + 1] | 0x20 == 0x6E
      && bytes[index + 2] == 0x2D && bytes[index + 3] == 0x2D
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// Of what RFC 5322 calls `atext` the signs that occur, and the dot.
  private static func isLocalByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2B, 0x2D, 0x2E, 0x5F, 0x27, 0x7E, 0x26: true
    default: isLetterOrDigit(byte)
    }
  }

  /// The first of two bytes of a letter with an accent, a Greek or a Cyrillic one: other scripts put no blank between
  /// words, so that the beginning of an address could not be told.
  private static func isEuropeanLead(_ byte: UInt8) -> Bool { byte >= 0xC3 && byte <= 0xD4 }

  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
