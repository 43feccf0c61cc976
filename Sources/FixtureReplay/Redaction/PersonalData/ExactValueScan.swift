import StructuredOutput

/// Finds known values in text where they stand as words of their own.
///
/// A value is also found in the form that JSON gives it in a string, as tool arguments hold it.
struct ExactValueScan: Sendable, Hashable {
  private struct Form: Sendable, Hashable {
    var bytes: [UInt8]
    var value: String
  }

  /// Longer forms before shorter ones.
  private let forms: [Form]
  /// Whether a form begins with this byte.
  private let begins: [Bool]

  init(_ values: [String]) {
    var forms: Set<Form> = []
    for value in values where !value.isEmpty {
      forms.insert(Form(bytes: Array(value.utf8), value: value))
      forms.insert(Form(bytes: Array(JSONValue.string(value).compactBytes.dropFirst().dropLast()), value: value))
      forms.insert(Form(bytes: Self.escapedInASCII(value), value: value))
    }
    self.forms = forms.sorted {
      $0.bytes.count != $1.bytes.count ? $0.bytes.count > $1.bytes.count : $0.bytes.lexicographicallyPrecedes($1.bytes)
    }
    var begins = [Bool](repeating: false, count: 256)
    for form in self.forms { begins[Int(form.bytes[0])] = true }
    self.begins = begins
  }

  /// As encoders write it that keep to ASCII.
  private static func escapedInASCII(_ value: String) -> [UInt8] {
    let text = JSONValue.string(value).compactBytes.dropFirst().dropLast()
    var escaped: [UInt8] = []
    for unit in String(decoding: text, as: UTF8.self).utf16 {
      if unit < 0x80 {
        escaped.append(UInt8(unit))
      } else {
        let digits = String(unit, radix: 16)
        escaped += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
      }
    }
    return escaped
  }

  func findings(in bytes: UnsafeBufferPointer<UInt8>) -> [PersonalDataFinding] {
    begins.withUnsafeBufferPointer { begins in
      var found: [PersonalDataFinding] = []
      var index = 0
      while index < bytes.count {
        if begins[Int(bytes[index])], let form = forms.first(where: { stands($0, at: index, in: bytes) }) {
          found.append(PersonalDataFinding(range: index..<index + form.bytes.count, value: form.value))
          index += form.bytes.count
        } else {
          index &+= 1
        }
      }
      return found
    }
  }

  private func stands(_ form: Form, at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let end = start + form.bytes.count
    guard end <= bytes.count else { return false }
    for index in 0..<form.bytes.count where bytes[start + index] != form.bytes[index] { return false }
    if start > 0, isPartOfWord(form.bytes[0]), isPartOfWord(bytes[start - 1]) { return false }
    if end < bytes.count, isPartOfWord(form.bytes[form.bytes.count - 1]), isPartOfWord(bytes[end]) { return false }
    return true
  }

  /// Of ASCII letters and digits; any letter of another script may be one of a word, and what joins words may stand
  /// between letters of scripts that have no blanks.
  private func isPartOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
