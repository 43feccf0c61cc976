/// What a field of a table is to hold: `.number`, `.date`, `.oneOf(["open", "closed"])`.
///
/// White space around the field does not count. ``orEmpty`` lets it be empty.
public struct FieldType: Sendable {
  /// What is expected, in words: `an integer`.
  public let expectation: String
  private let allows: @Sendable (String) -> Bool

  /// Makes a type of one's own.
  /// - Parameters:
  ///   - expectation: what is expected, in words to follow "expected".
  ///   - allows: whether a field, white space around it taken off, is of the type.
  public init(_ expectation: String, allows: @escaping @Sendable (_ field: String) -> Bool) {
    self.expectation = expectation
    self.allows = allows
  }

  /// Any text, none included.
  public static let string = FieldType("a text") { _ in true }
  /// A text that is not empty.
  public static let nonEmpty = FieldType("a text") { !$0.isEmpty }
  /// A whole number in ASCII digits, with or without a sign, of any length: `-12`.
  public static let integer = FieldType("an integer") { FieldForm.isInteger($0.utf8[...]) }
  /// A number with a decimal point, in ASCII digits, without signs between thousands: `3.50`, `-1e6`.
  public static let number = FieldType("a number like 3.50") { FieldForm.isNumber($0) }
  /// `true` or `false`, capitals aside.
  public static let boolean = FieldType("true or false") { ["true", "false"].contains($0.lowercased()) }
  /// A calendar date of ISO 8601 as RFC 3339 writes it: `2025-02-28`.
  public static let date = FieldType("a date like 2025-02-28") { text in
    var copy = text
    return copy.withUTF8 { DateTimeFormats.isDate($0) }
  }
  /// A date, time and offset of RFC 3339: `2025-02-28T12:30:00Z`.
  public static let dateTime = FieldType("a date and time like 2025-02-28T12:30:00Z") { text in
    var copy = text
    return copy.withUTF8 { DateTimeFormats.isDateTime($0) }
  }

  /// One of these texts, capitals included.
  public static func oneOf(_ choices: [String]) -> FieldType {
    FieldType("one of \(choices.map { JSONValue.string($0) }.inBrief)") { choices.contains($0) }
  }

  /// The type, or nothing.
  public var orEmpty: FieldType {
    FieldType("\(expectation) or nothing") { [allows] in $0.isEmpty || allows($0) }
  }

  /// What was expected instead of a field; nil where the field is of the type.
  func fault(of field: String) -> String? {
    allows(Self.trimmed(field)) ? nil : expectation
  }

  /// A field without the white space around it.
  static func trimmed(_ field: String) -> String {
    guard
      field.utf8.first.map({ $0.isASCIISpace || $0 >= 0x80 }) == true
        || field.utf8.last.map({ $0.isASCIISpace || $0 >= 0x80 }) == true
    else { return field }
    var scalars = field.unicodeScalars[...]
    while scalars.first?.isWhiteSpace == true { scalars.removeFirst() }
    while scalars.last?.isWhiteSpace == true { scalars.removeLast() }
    return String(scalars)
  }
}

private enum FieldForm {
  static func isInteger(_ text: Substring.UTF8View) -> Bool {
    let digits = text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+") ? text.dropFirst() : text
    return !digits.isEmpty && digits.allSatisfy(\.isASCIIDigit)
  }

  static func isNumber(_ text: String) -> Bool {
    let parts = text.utf8.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 | 0x20 == UInt8(ascii: "e") }
    if parts.count == 2, !isInteger(parts[1]) { return false }
    guard let mantissa = parts.first else { return false }
    let point = mantissa.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = point.first, isInteger(whole) else { return false }
    return point.count == 1 || !point[1].isEmpty && point[1].allSatisfy(\.isASCIIDigit)
  }
}
