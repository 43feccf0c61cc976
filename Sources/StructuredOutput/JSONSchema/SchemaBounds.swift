extension NumberBound {
  /// Whether a number keeps to the bound, exactly.
  func allows(_ number: JSONNumber) -> Bool {
    if let whole, let value = Int(number.text) {
      if value == whole { return !isExclusive }
      return isMaximum ? value < whole : value > whole
    }
    if number == limit { return !isExclusive }
    return isMaximum ? number < limit : number > limit
  }

  /// The bound in words: `of at least 1`.
  var inWords: String {
    switch (isMaximum, isExclusive) {
    case (false, false): "of at least \(limit)"
    case (false, true): "above \(limit)"
    case (true, false): "of at most \(limit)"
    case (true, true): "below \(limit)"
    }
  }
}

extension CountBound {
  func allows(_ count: Int) -> Bool { isMaximum ? count <= limit : count >= limit }

  /// The number of a string's scalars where it breaks the bound, else nil.
  func countBeyond(in string: String) -> Int? {
    // A scalar takes one to four bytes, so the number of bytes settles most cases.
    let bytes = string.utf8.count
    if isMaximum ? bytes <= limit : bytes / 4 >= limit { return nil }
    let count = string.unicodeScalars.count
    return allows(count) ? nil : count
  }

  /// The bound in words: `at least 2 elements`.
  func inWords(_ noun: String) -> String {
    let plural = noun.hasSuffix("y") ? noun.dropLast() + "ies" : noun + "s"
    return "\(isMaximum ? "at most" : "at least") \(limit) \(limit == 1 ? noun : plural)"
  }
}

extension JSONNumber {
  /// Whether this is a whole multiple of a number of at most 18 digits, exactly.
  func isMultiple(of divisor: DecimalDigits) -> Bool {
    guard let value = DecimalDigits(text: text) else { return false }
    if value.digits.isEmpty { return true }
    // Without zeros at the end a number is no multiple of a higher power of ten.
    if value.exponent < divisor.exponent { return false }
    let modulus = divisor.digits.reduce(0 as UInt64) { $0 * 10 + UInt64($1) }
    var rest = value.digits.reduce(0 as UInt64) { ($0 * 10 + UInt64($1)) % modulus }
    // Times ten to the power of the exponents' difference, by squaring.
    var power = value.exponent - divisor.exponent
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

extension [JSONValue] {
  /// The positions of the first two equal elements.
  var firstEqualPair: (Int, Int)? {
    var positions: [JSONValue: Int] = [:]
    for (index, element) in enumerated() {
      if let earlier = positions.updateValue(index, forKey: element) { return (earlier, index) }
    }
    return nil
  }
}

extension JSONValue {
  /// The number of values in the value, itself included.
  var partCount: Int {
    var count = 0
    var waiting = [self]
    while let value = waiting.popLast() {
      count += 1
      switch value {
      case .array(let elements): waiting += elements
      case .object(let object): waiting += object.entries.map(\.value)
      default: break
      }
    }
    return count
  }
}
