import StructuredOutput

/// What a scalar without quotes means, by the types of YAML 1.1 as PyYAML resolves them.
///
/// Dates stay text. Numbers that JSON has no form for (infinity, not a number, whole numbers of more than 64 bits in
/// another base than ten) stay the text that they were written as.
enum YAMLScalarResolution {
  static func value(ofPlain text: String) -> JSONValue {
    guard let first = text.utf8.first else { return .null }
    switch first {
    case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "y"), UInt8(ascii: "Y"),
      UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "o"), UInt8(ascii: "O"):
      return words[text] ?? .string(text)
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
      return number(text) ?? .string(text)
    default:
      return .string(text)
    }
  }

  /// What a tag of the core types makes of a scalar; nil where it cannot be that.
  static func value(of text: String, tag: String) -> JSONValue? {
    switch tag {
    case "null": return .null
    case "bool": return words[text]?.boolValue.map { .bool($0) }
    case "int", "float": return number(text)
    default: return nil
    }
  }

  private static let words: [String: JSONValue] = {
    var words: [String: JSONValue] = [:]
    for word in ["~", "null", "Null", "NULL"] { words[word] = .null }
    for word in ["yes", "true", "on"] {
      for form in forms(of: word) { words[form] = true }
    }
    for word in ["no", "false", "off"] {
      for form in forms(of: word) { words[form] = false }
    }
    return words
  }()

  private static func forms(of word: String) -> [String] {
    [word, word.prefix(1).uppercased() + word.dropFirst(), word.uppercased()]
  }

  private static func number(_ text: String) -> JSONValue? {
    let bytes = Array(text.utf8)
    guard let sign = bytes.first else { return nil }
    var index = 0
    let isNegative = sign == UInt8(ascii: "-")
    if isNegative || sign == UInt8(ascii: "+") { index = 1 }
    let digits = bytes[index...]
    guard let first = digits.first else { return nil }
    if digits.contains(UInt8(ascii: ":")) { return sexagesimal(digits, isNegative) }
    if let point = digits.firstIndex(of: UInt8(ascii: ".")) {
      return float(digits, point: point, isNegative: isNegative, isSigned: index == 1)
    }
    guard isDigit(first) else { return nil }
    if first == UInt8(ascii: "0"), digits.count > 1 { return based(digits.dropFirst(), isNegative) }
    guard digits.allSatisfy({ isDigit($0) || $0 == underscore }) else { return nil }
    return json((isNegative ? "-" : "") + String(decoding: digits.filter { $0 != underscore }, as: UTF8.self))
  }

  private static let underscore = UInt8(ascii: "_")

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// `0b1010`, `0x1F` and `017`, without their first zero.
  private static func based(_ digits: ArraySlice<UInt8>, _ isNegative: Bool) -> JSONValue? {
    let radix: Int
    var rest = digits
    switch digits.first {
    case UInt8(ascii: "b"): radix = 2
    case UInt8(ascii: "x"): radix = 16
    default: radix = 8
    }
    if radix != 8 { rest = rest.dropFirst() }
    rest = rest.filter { $0 != underscore }[...]
    if rest.isEmpty, radix == 8 { return .number(JSONNumber(0)) }
    guard let value = Int(String(decoding: rest, as: UTF8.self), radix: radix),
      let head = rest.first, head != UInt8(ascii: "+"), head != UInt8(ascii: "-")
    else { return nil }
    return .number(JSONNumber(isNegative ? -value : value))
  }

  /// `1:30` is 90, and `1:30.5` is 90.5.
  private static func sexagesimal(_ digits: ArraySlice<UInt8>, _ isNegative: Bool) -> JSONValue? {
    let parts = digits.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard let first = parts.first, let head = first.first, isDigit(head), parts.count > 1, parts.count < 20 else {
      return nil
    }
    var whole = 0
    var isExact = true
    var value = 0.0
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      let isFraction = isLast && part.contains(UInt8(ascii: "."))
      let numerals = part.filter { $0 != underscore }
      let wholePart = numerals.prefix { $0 != UInt8(ascii: ".") }
      guard !wholePart.isEmpty, numerals.allSatisfy({ isDigit($0) || ($0 == UInt8(ascii: ".") && isFraction) }),
        numerals.count(where: { $0 == UInt8(ascii: ".") }) <= 1,
        index == 0 || (wholePart.count <= 2 && wholePart[0] <= 0x35 || wholePart.count == 1),
        let number = Double(String(decoding: numerals, as: UTF8.self) + (numerals.last == UInt8(ascii: ".") ? "0" : ""))
      else { return nil }
      value = value * 60 + number
      if isFraction { isExact = false }
      let (scaled, isTooBig) = whole.multipliedReportingOverflow(by: 60)
      let (sum, overflows) = scaled.addingReportingOverflow(Int(exactly: number.rounded(.down)) ?? .max)
      if isTooBig || overflows { return nil }
      whole = sum
    }
    if isExact {
      // A zero before it makes it no number of base sixty.
      guard first.first != UInt8(ascii: "0") else { return nil }
      return .number(JSONNumber(isNegative ? -whole : whole))
    }
    return JSONNumber(isNegative ? -value : value).map { .number($0) }
  }

  private static func float(
    _ digits: ArraySlice<UInt8>, point: Int, isNegative: Bool, isSigned: Bool
  ) -> JSONValue? {
    let whole = digits[..<point]
    let rest = digits[(point + 1)...]
    guard whole.allSatisfy({ isDigit($0) || $0 == underscore }), whole.first != underscore else { return nil }
    let fraction = rest.prefix { isDigit($0) || $0 == underscore }
    // A number that begins with its point has no sign and begins with a digit.
    if whole.isEmpty { guard !isSigned, let head = fraction.first, head != underscore else { return nil } }
    var exponent = rest.dropFirst(fraction.count)
    if !exponent.isEmpty {
      guard exponent.count > 2, exponent[exponent.startIndex] | 0x20 == UInt8(ascii: "e") else { return nil }
      let sign = exponent[exponent.startIndex + 1]
      guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), exponent.dropFirst(2).allSatisfy(isDigit) else {
        return nil
      }
    }
    var written = isNegative ? "-" : ""
    let numerals = whole.filter { $0 != underscore }.drop { $0 == UInt8(ascii: "0") }
    written += numerals.isEmpty ? "0" : String(decoding: numerals, as: UTF8.self)
    let decimals = fraction.filter { $0 != underscore }
    written += "." + (decimals.isEmpty ? "0" : String(decoding: decimals, as: UTF8.self))
    exponent = exponent[...]
    written += String(decoding: exponent, as: UTF8.self)
    return json(written)
  }

  private static func json(_ text: String) -> JSONValue? {
    if let number = JSONNumber(text: text) { return .number(number) }
    // Only zeros before the digits: JSON has none of them.
    let isNegative = text.hasPrefix("-")
    let digits = text.dropFirst(isNegative ? 1 : 0).drop { $0 == "0" }
    return JSONNumber(text: (isNegative ? "-" : "") + (digits.isEmpty ? "0" : digits)).map { .number($0) }
  }
}
