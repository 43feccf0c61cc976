import StructuredOutput

extension JSONValue {
  /// The value as one line, also for readers that end lines at U+0085, U+2028 and U+2029, which JSON lets stand in strings.
  var outputLine: String {
    let text = compactText
    guard text.unicodeScalars.contains(where: Self.endsLine) else { return text }
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard Self.endsLine(scalar) else {
        line.append(scalar)
        continue
      }
      let digits = String(scalar.value, radix: 16)
      line.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars)
    }
    return String(line)
  }

  private static func endsLine(_ scalar: UnicodeScalar) -> Bool {
    scalar.value == 0x85 || scalar.value == 0x2028 || scalar.value == 0x2029
  }
}
