/// The formats `ipv4` (RFC 2673, section 3.2, without leading zeros) and `ipv6` (RFC 4291, section 2.2).
enum AddressFormats {
  /// How an address may be written.
  struct Rules {
    /// Whether the numbers of an IPv4 address may begin with zeros.
    var allowsLeadingZeros = false
    /// The number of groups for which `::` stands at least.
    var leastOmitted = 1

    static let standard = Rules()
    /// RFC 5321, section 4.1.3, for the domain of an e-mail address.
    static let mail = Rules(allowsLeadingZeros: true, leastOmitted: 2)
  }

  static func isIPv4(_ text: UnsafeBufferPointer<UInt8>) -> Bool { isIPv4(text, in: 0..<text.count) }

  static func isIPv6(_ text: UnsafeBufferPointer<UInt8>) -> Bool { isIPv6(text, in: 0..<text.count) }

  /// Whether part of a text is four numbers from 0 to 255 with dots between them.
  static func isIPv4(_ text: UnsafeBufferPointer<UInt8>, in range: Range<Int>, rules: Rules = .standard) -> Bool {
    var index = range.lowerBound
    for place in 0..<4 {
      if place > 0 {
        guard index < range.upperBound, text[index] == UInt8(ascii: ".") else { return false }
        index += 1
      }
      let start = index
      var value = 0
      while index < range.upperBound, index - start < 3, text[index] &- 0x30 < 10 {
        value = value * 10 + Int(text[index] &- 0x30)
        index += 1
      }
      if index == start || value > 255 { return false }
      if text[start] == 0x30, index - start > 1, !rules.allowsLeadingZeros { return false }
    }
    return index == range.upperBound
  }

  /// Whether part of a text is eight groups of one to four hexadecimal digits, the last two perhaps as an IPv4 address.
  static func isIPv6(_ text: UnsafeBufferPointer<UInt8>, in range: Range<Int>, rules: Rules = .standard) -> Bool {
    var index = range.lowerBound
    var groups = 0
    var hasGap = false
    func isColon(_ place: Int) -> Bool { place < range.upperBound && text[place] == UInt8(ascii: ":") }
    if isColon(index), isColon(index + 1) {
      hasGap = true
      index += 2
    }
    while index < range.upperBound, groups < 8 {
      let start = index
      while index < range.upperBound, index - start < 4, isHexadecimal(text[index]) { index += 1 }
      if index < range.upperBound, text[index] == UInt8(ascii: ".") {
        groups += 2
        guard isIPv4(text, in: start..<range.upperBound, rules: rules) else { return false }
        index = range.upperBound
        break
      }
      if index == start { return false }
      groups += 1
      if index == range.upperBound { break }
      guard isColon(index) else { return false }
      index += 1
      if isColon(index) {
        if hasGap { return false }
        hasGap = true
        index += 1
      } else if index == range.upperBound {
        return false
      }
    }
    return index == range.upperBound && (hasGap ? groups <= 8 - rules.leastOmitted : groups == 8)
  }

  @inline(__always)
  private static func isHexadecimal(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6 }
}
