/// A place in a pattern's source.
struct PatternCursor {
  let source: String
  let scalars: [UnicodeScalar]
  var at = 0

  init(_ source: String) {
    self.source = source
    scalars = Array(source.unicodeScalars)
  }

  var next: UnicodeScalar? { at < scalars.count ? scalars[at] : nil }

  func scalar(after distance: Int) -> UnicodeScalar? {
    at + distance < scalars.count ? scalars[at + distance] : nil
  }

  mutating func skip(_ scalar: UnicodeScalar) -> Bool {
    guard at < scalars.count, scalars[at] == scalar else { return false }
    at += 1
    return true
  }

  mutating func skip(_ text: String) -> Bool {
    guard scalars[at...].starts(with: text.unicodeScalars) else { return false }
    at += text.unicodeScalars.count
    return true
  }

  /// Reads decimal digits, counting no further than a limit that is far beyond use; nil, with nothing read, where there is
  /// none.
  mutating func wholeNumber() -> Int? {
    let start = at
    var value = 0
    while let digit = next?.value, digit &- 0x30 < 10 {
      value = min(value * 10 + Int(digit - 0x30), 1_000_000_000)
      at += 1
    }
    return at > start ? value : nil
  }

  /// Reads hexadecimal digits: a number of them, or as many as there are.
  mutating func hexadecimal(digits: Int?) -> UInt32? {
    let start = at
    var value: UInt32 = 0
    while digits.map({ at - start < $0 }) ?? true, let scalar = next, scalar.isASCII,
      let digit = Character(scalar).hexDigitValue
    {
      value = min(value << 4 | UInt32(digit), 0x110000)
      at += 1
    }
    return at > start && digits.map { at - start == $0 } ?? true ? value : nil
  }

  /// An error at a place, or here.
  func fault(_ reason: String, at place: Int? = nil) -> TextPatternError {
    TextPatternError(pattern: source, position: min(place ?? at, scalars.count) + 1, reason: reason)
  }
}
