/// A decimal number taken apart: ± digits × 10^exponent, without zeros at either end, so that equal numbers look alike.
struct DecimalDigits: Hashable {
  /// Whether the number is below zero; never for zero.
  private(set) var isNegative = false
  /// The digits 0...9, the first and the last not zero; none for zero.
  private(set) var digits: [UInt8] = []
  /// The power of ten of the last digit; 0 for zero.
  private(set) var exponent = 0

  /// How many digits of an exponent leave room for arithmetic in an `Int`.
  private static let exponentDigits = Int.bitWidth < 64 ? 9 : 18

  /// Takes apart a number of RFC 8259's grammar; nil where the exponent has more than 18 digits, 9 where an `Int` has 32
  /// bits.
  init?(text: String) {
    var copy = text
    guard copy.withUTF8({ read($0) }) else { return nil }
  }

  /// Takes apart the shortest decimal number that reads back as a finite value.
  init(_ value: Double) {
    var shortest = value.description
    _ = shortest.withUTF8 { read($0) }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    digits.reserveCapacity(bytes.count)
    var fractionDigits = 0
    var inFraction = false
    var index = 0
    if bytes.first == UInt8(ascii: "-") {
      isNegative = true
      index = 1
    }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte &- 0x30 < 10 {
        if inFraction { fractionDigits += 1 }
        if byte != 0x30 || !digits.isEmpty { digits.append(byte &- 0x30) }
      } else if byte == UInt8(ascii: ".") {
        inFraction = true
      } else {
        break
      }
    }
    var written = 0
    if index < bytes.count {
      let isBelow = bytes[index] == UInt8(ascii: "-")
      if isBelow || bytes[index] == UInt8(ascii: "+") { index += 1 }
      while index < bytes.count, bytes[index] == 0x30 { index += 1 }
      if bytes.count - index > Self.exponentDigits {
        // Zero is zero with any exponent.
        if digits.isEmpty { isNegative = false }
        return digits.isEmpty
      }
      while index < bytes.count {
        written = written * 10 + Int(bytes[index] &- 0x30)
        index += 1
      }
      if isBelow { written = -written }
    }
    exponent = written - fractionDigits
    while let last = digits.last, last == 0 {
      digits.removeLast()
      exponent += 1
    }
    if digits.isEmpty {
      isNegative = false
      exponent = 0
    }
    return true
  }

  /// Where the decimal point stands, counted from the first digit: 3 for 123.4, 0 for 0.1, -1 for 0.01.
  var pointPosition: Int { digits.count + exponent }

  /// The value as an `Int`, if it is exactly one.
  var intValue: Int? {
    guard exponent >= 0, pointPosition <= 19 else { return nil }
    var value = 0
    for place in 0..<pointPosition {
      let digit = place < digits.count ? Int(digits[place]) : 0
      let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
      let (next, carry) =
        isNegative ? shifted.subtractingReportingOverflow(digit) : shifted.addingReportingOverflow(digit)
      if overflow || carry { return nil }
      value = next
    }
    return value
  }

  /// The number as ECMAScript's `Number::toString` lays out digits (ECMA-262, section 6.1.6.1.20).
  var ecmaScriptText: String {
    var bytes: [UInt8] = []
    appendECMAScript(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends ``ecmaScriptText``.
  func appendECMAScript(to output: inout [UInt8]) {
    guard !digits.isEmpty else { return output.append(0x30) }
    if isNegative { output.append(UInt8(ascii: "-")) }
    let point = pointPosition
    if exponent >= 0, point <= 21 {
      for digit in digits { output.append(digit | 0x30) }
      for _ in 0..<exponent { output.append(0x30) }
    } else if point > 0, point <= 21 {
      for (place, digit) in digits.enumerated() {
        if place == point { output.append(UInt8(ascii: ".")) }
        output.append(digit | 0x30)
      }
    } else if point > -6, point <= 0 {
      output.append(0x30)
      output.append(UInt8(ascii: "."))
      for _ in point..<0 { output.append(0x30) }
      for digit in digits { output.append(digit | 0x30) }
    } else {
      for (place, digit) in digits.enumerated() {
        if place == 1 { output.append(UInt8(ascii: ".")) }
        output.append(digit | 0x30)
      }
      output.append(UInt8(ascii: "e"))
      output.append(UInt8(ascii: point > 0 ? "+" : "-"))
      output.append(contentsOf: String((point - 1).magnitude).utf8)
    }
  }
}

extension DecimalDigits: Comparable {
  /// Whether this number is the smaller one, exactly.
  static func < (left: DecimalDigits, right: DecimalDigits) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    return left.isNegative ? right.isCloserToZero(than: left) : left.isCloserToZero(than: right)
  }

  private func isCloserToZero(than other: DecimalDigits) -> Bool {
    if digits.isEmpty || other.digits.isEmpty { return digits.isEmpty && !other.digits.isEmpty }
    if pointPosition != other.pointPosition { return pointPosition < other.pointPosition }
    return digits.lexicographicallyPrecedes(other.digits)
  }
}
