/// Finds numbers of payment cards in text: 13 to 19 digits as ISO/IEC 7812 has them, with the check digit of its annex B
/// (Luhn) and the beginning of a card scheme, unbroken or in the groups that are printed on cards.
enum PaymentCardScan {
  static func findings(in bytes: UnsafeBufferPointer<UInt8>) -> [PersonalDataFinding] {
    var found: [PersonalDataFinding] = []
    var index = 0
    let count = bytes.count
    while index < count {
      guard isDigit(bytes[index]) else {
        index &+= 1
        continue
      }
      if mayBegin(at: index, in: bytes), let finding = card(at: index, in: bytes) {
        found.append(finding)
        index = finding.range.upperBound
      } else {
        while index < count, isDigit(bytes[index]) { index &+= 1 }
      }
    }
    return found
  }

  private static func mayBegin(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard index > 0 else { return true }
    let before = bytes[index - 1]
    if isLetter(before) || before == 0x5F { return false }
    // The digits of a fraction.
    return !(before == 0x2E || before == 0x2C) || index < 2 || !isDigit(bytes[index - 2])
  }

  private static func card(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> PersonalDataFinding? {
    // Most numbers are too short; seeing that costs less than reading them.
    var firstGroup = start
    while firstGroup < bytes.count, isDigit(bytes[firstGroup]), firstGroup - start < 20 { firstGroup += 1 }
    guard firstGroup - start == 4 || firstGroup - start >= 13 else { return nil }
    var digits: [UInt8] = []
    var groups: [Int] = []
    var best: PersonalDataFinding?
    var index = start
    while true {
      let groupStart = index
      while index < bytes.count, isDigit(bytes[index]), digits.count <= 19 {
        digits.append(bytes[index] - 0x30)
        index += 1
      }
      groups.append(index - groupStart)
      guard digits.count <= 19, groups.count <= 5 else { break }
      if endsNumber(at: index, in: bytes), isGroupedLikeCard(groups), isNumber(digits) {
        let value = String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
        best = PersonalDataFinding(range: start..<index, value: value)
      }
      let separator = GroupSeparator.length(at: index, in: bytes)
      guard separator > 0, index + separator < bytes.count, isDigit(bytes[index + separator]) else { break }
      index += separator
    }
    return best
  }

  private static func endsNumber(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard index < bytes.count else { return true }
    let after = bytes[index]
    if isDigit(after) || isLetter(after) || after == 0x5F { return false }
    return !(after == 0x2E || after == 0x2C) || index + 1 == bytes.count || !isDigit(bytes[index + 1])
  }

  private static func isGroupedLikeCard(_ groups: [Int]) -> Bool {
    if groups.count == 1 { return true }
    guard groups[0] == 4 else { return false }
    if groups.count == 3, groups[1] == 6 { return groups[2] == 4 || groups[2] == 5 }
    guard groups.count >= 4, groups[1] == 4, groups[2] == 4 else { return false }
    return groups.count == 4 ? groups[3] <= 4 : groups[3] == 4 && groups[4] <= 3
  }

  private static func isNumber(_ digits: [UInt8]) -> Bool {
    guard digits.count >= 13, digits.count <= 19, isOfScheme(digits) else { return false }
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let value = place % 2 == 0 ? Int(digit) : Int(digit) * 2
      sum += value > 9 ? value - 9 : value
    }
    return sum % 10 == 0
  }

  /// Whether the number begins as a scheme's do and has a length that the scheme gives out.
  private static func isOfScheme(_ digits: [UInt8]) -> Bool {
    let four = digits.prefix(4).reduce(0) { $0 * 10 + Int($1) }
    let two = four / 100
    let count = digits.count
    if four / 1000 == 4 { return count == 13 || count == 16 || count == 19 }  // Visa
    switch two {
    case 34, 37: return count == 15  // American Express
    case 51...55: return count == 16  // Mastercard
    case 22...27: return (2200...2204).contains(four) ? count >= 16 : (2221...2720).contains(four) && count == 16
    case 30: return (3000...3059).contains(four) || four / 10 == 309 ? count >= 14 : false  // Diners Club
    case 36, 38, 39: return count >= 14
    case 35: return (3528...3589).contains(four) && count >= 16  // JCB
    case 62: return count >= 16  // UnionPay
    case 64: return four / 10 >= 644 && count >= 16  // Discover
    case 65, 81, 82: return count >= 16  // Discover, RuPay
    case 60: return count >= 16  // Discover, RuPay
    case 50, 56...58, 61, 63, 66...69: return true  // Maestro
    default: return false
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
}
