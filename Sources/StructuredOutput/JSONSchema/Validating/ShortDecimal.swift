/// A decimal number of at most 64 bits of digits, which is compared and divided exactly without memory of its own.
struct ShortDecimal: BitwiseCopyable {
  /// The digits, with the sign: 123 for 1.23.
  var digits: Int64
  /// The power of ten that they are multiplied by.
  var exponent: Int32

  static let zero = ShortDecimal(digits: 0, exponent: 0)

  init(digits: Int64, exponent: Int32) {
    self.digits = digits
    self.exponent = exponent
  }

  /// Reads a number of RFC 8259's grammar; nil where it has more than 18 digits or an exponent of more than four.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var digits: Int64 = 0
    var exponent: Int32 = 0
    var count = 0
    var index = 0
    var isInFraction = false
    let isNegative = text.first == UInt8(ascii: "-")
    if isNegative { index = 1 }
    while index < text.count {
      let byte = text[index]
      if byte &- 0x30 < 10 {
        if count > 0 || byte != 0x30 { count &+= 1 }
        guard count <= 18 else { return nil }
        digits = digits &* 10 &+ Int64(byte &- 0x30)
        if isInFraction { exponent &-= 1 }
      } else if byte == UInt8(ascii: ".") {
        isInFraction = true
      } else {
        break
      }
      index &+= 1
    }
    if index < text.count {
      index &+= 1
      guard index < text.count else { return nil }
      let isBelow = text[index] == UInt8(ascii: "-")
      if isBelow || text[index] == UInt8(ascii: "+") { index &+= 1 }
      guard text.count - index <= 4 else { return nil }
      var written: Int32 = 0
      while index < text.count {
        written = written &* 10 &+ Int32(text[index] &- 0x30)
        index &+= 1
      }
      exponent &+= isBelow ? -written : written
    }
    guard exponent > -10_000 else { return nil }
    self.init(digits: isNegative ? -digits : digits, exponent: exponent)
  }

  /// Below zero, zero or above it as this number is below, at or above the other one.
  @inline(__always)
  func compared(to other: ShortDecimal) -> Int {
    if exponent == other.exponent { return digits < other.digits ? -1 : digits > other.digits ? 1 : 0 }
    return comparedInScale(to: other)
  }

  @inline(never)
  private func comparedInScale(to other: ShortDecimal) -> Int {
    let isLarger = exponent > other.exponent
    let (coarse, fine) = isLarger ? (self, other) : (other, self)
    let difference = Int(coarse.exponent) - Int(fine.exponent)
    let order: Int
    if difference <= 18 {
      let scaled = Int128(coarse.digits) * Self.powers[difference]
      order = scaled < Int128(fine.digits) ? -1 : scaled > Int128(fine.digits) ? 1 : 0
    } else if coarse.digits == 0 {
      order = fine.digits == 0 ? 0 : fine.digits > 0 ? -1 : 1
    } else {
      // One unit of the coarser number is more than all the digits of the finer one.
      order = coarse.digits > 0 ? 1 : -1
    }
    return isLarger ? order : -order
  }

  /// Whether this is a whole multiple of another number above zero; nil where 128 bits do not tell.
  func isMultiple(of divisor: ShortDecimal) -> Bool? {
    if digits == 0 { return true }
    let difference = Int(exponent) - Int(divisor.exponent)
    guard abs(difference) <= 18 else { return nil }
    if difference >= 0 { return Int128(digits) * Self.powers[difference] % Int128(divisor.digits) == 0 }
    return Int128(digits) % (Int128(divisor.digits) * Self.powers[-difference]) == 0
  }

  private static let powers: [Int128] = (0...18).map { exponent in (0..<exponent).reduce(1) { power, _ in power * 10 } }
}

/// The number of `multipleOf`.
struct ExactMultiple: Sendable {
  let number: JSONNumber
  private let digits: DecimalDigits
  private let short: ShortDecimal?

  /// Takes a number above zero with at most 18 digits; nil for any other.
  init?(_ number: JSONNumber) {
    guard let digits = DecimalDigits(text: number.text), !digits.isNegative, !digits.digits.isEmpty,
      digits.digits.count <= 18
    else { return nil }
    self.number = number
    self.digits = digits
    var text = number.text
    short = text.withUTF8 { ShortDecimal($0) }
  }

  func divides(_ value: ShortDecimal?, text: () -> String) -> Bool {
    if let value, let short, let answer = value.isMultiple(of: short) { return answer }
    return DecimalDigits(text: text())?.isMultiple(of: digits) ?? false
  }
}

extension DecimalDigits {
  /// Whether this is a whole multiple of a number of at most 18 digits, exactly.
  fileprivate func isMultiple(of divisor: DecimalDigits) -> Bool {
    if digits.isEmpty { return true }
    // Without zeros at the end a number is no multiple of a higher power of ten.
    if exponent < divisor.exponent { return false }
    let modulus = divisor.digits.reduce(0 as UInt64) { $0 * 10 + UInt64($1) }
    var rest = digits.reduce(0 as UInt64) { ($0 * 10 + UInt64($1)) % modulus }
    // Times ten to the power of the exponents' difference, by squaring.
    var power = exponent - divisor.exponent
    var factor = 10 % modulus
    while power > 0, rest != 0 {
      if power & 1 == 1 { rest = Self.product(rest, factor, modulo: modulus) }
      factor = Self.product(factor, factor, modulo: modulus)
      power >>= 1
    }
    return rest == 0
  }

  private static func product(_ left: UInt64, _ right: UInt64, modulo modulus: UInt64) -> UInt64 {
    modulus.dividingFullWidth(left.multipliedFullWidth(by: right)).remainder
  }
}
