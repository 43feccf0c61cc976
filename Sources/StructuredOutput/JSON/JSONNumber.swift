/// A number as JSON writes it: exact, with its digits kept as they were written.
///
/// Equality and hashing go by mathematical value: `1`, `1.0` and `10e-1` are equal. An exponent of more than 18 digits is
/// beyond any arithmetic here; such numbers are equal only when they are written alike.
public struct JSONNumber: Sendable, CustomStringConvertible {
  /// The number in the grammar of RFC 8259, section 6, as it was written.
  public let text: String

  /// Makes a whole number.
  public init(_ value: Int) { text = String(value) }

  /// Makes the number with the fewest digits that read back as this value; nil for NaN and infinity, which JSON lacks.
  public init?(_ value: Double) {
    guard value.isFinite else { return nil }
    text = DecimalDigits(value).ecmaScriptText
  }

  /// Makes a number of its text; nil where that is not a number of RFC 8259, section 6 (no `+1`, `01`, `.5` or `1.`).
  public init?(text: String) {
    var copy = text
    guard copy.withUTF8({ Self.isNumber($0) }) else { return nil }
    self.text = copy
  }

  /// Makes a number of text that a parser has already found to be one.
  init(checked text: String) { self.text = text }

  /// The text of the number, as written.
  public var description: String { text }

  /// The value as an `Int`, if it is exactly one: `1.0` and `1e2` are, `1.5` and 2⁶³ are not.
  public var intValue: Int? { Int(text) ?? DecimalDigits(text: text)?.intValue }

  /// The nearest `Double`; infinite beyond its range, zero where the number is too small for it.
  public var doubleValue: Double { Double(text) ?? .nan }

  /// The integer of which a number's text is the canonical text (no point, no exponent, no `-0`); nil for any other.
  static func canonicalInteger(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
    let isNegative = text.first == UInt8(ascii: "-")
    var index = isNegative ? 1 : 0
    guard text.count <= 20, index < text.count, text[index] != 0x30 || text.count == 1 else { return nil }
    var value: UInt64 = 0
    while index < text.count {
      let digit = text[index] &- 0x30
      guard digit < 10 else { return nil }
      let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
      let (next, carry) = shifted.addingReportingOverflow(UInt64(digit))
      if overflow || carry { return nil }
      value = next
      index += 1
    }
    if isNegative { return value <= 1 << 63 ? Int64(truncatingIfNeeded: 0 &- value) : nil }
    return Int64(exactly: value)
  }

  private var isCanonicalInteger: Bool {
    var copy = text
    return copy.withUTF8 { Self.canonicalInteger($0) != nil }
  }

  private static func isNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    func digits() -> Bool {
      let start = index
      while index < bytes.count, bytes[index] &- 0x30 < 10 { index += 1 }
      return index > start
    }
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") { index += 1 }
    if index < bytes.count, bytes[index] == UInt8(ascii: "0") {
      index += 1
    } else if !digits() {
      return false
    }
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      if !digits() { return false }
    }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
      if !digits() { return false }
    }
    return index == bytes.count
  }
}

extension JSONNumber: Hashable {
  /// Whether both are the same number, however they are written.
  public static func == (left: JSONNumber, right: JSONNumber) -> Bool {
    if left.text == right.text { return true }
    if left.isCanonicalInteger, right.isCanonicalInteger { return false }
    guard let a = DecimalDigits(text: left.text), let b = DecimalDigits(text: right.text) else { return false }
    return a == b
  }

  /// Feeds the mathematical value to the hasher.
  public func hash(into hasher: inout Hasher) {
    if let digits = DecimalDigits(text: text) { hasher.combine(digits) } else { hasher.combine(text) }
  }
}

extension JSONNumber: Comparable {
  /// Whether this number is the smaller one, exactly; beyond 18 digits of exponent by the nearest `Double`.
  public static func < (left: JSONNumber, right: JSONNumber) -> Bool {
    if let a = DecimalDigits(text: left.text), let b = DecimalDigits(text: right.text) { return a < b }
    return left != right && left.doubleValue < right.doubleValue
  }
}
