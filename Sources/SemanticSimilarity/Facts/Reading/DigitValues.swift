/// Reads digits with separators for thousands and decimals.
enum DigitValues {
  /// The values of digits with separators; two where they may be read two ways.
  static func values(of text: String, language: FactLanguage) -> [Double] {
    var plain = ""
    var commas = 0
    var dots = 0
    var last: Character?
    var tail = 0
    for character in text {
      if character == "," {
        commas += 1
      } else if character == "." {
        dots += 1
      } else if !character.isASCII || !character.isNumber {
        continue
      }
      if character == "," || character == "." {
        last = character
        tail = 0
      } else {
        tail += 1
      }
      plain.append(character)
    }
    let decimalPlace = plain.utf8.count - tail - 1
    func value(decimal: Character?) -> Double? {
      var digits = ""
      for (offset, character) in plain.enumerated() {
        if character == decimal, offset == decimalPlace {
          digits += "."
        } else if character != ",", character != "." {
          digits.append(character)
        }
      }
      return Double(digits)
    }
    guard let last else { return [Double(plain)].compactMap { $0 } }
    if commas > 0, dots > 0 { return [value(decimal: last)].compactMap { $0 } }
    if commas + dots > 1 || tail != 3 {
      return [value(decimal: commas + dots > 1 ? nil : last)].compactMap { $0 }
    }
    // One separator and three digits.
    let thousands: Character = language == .english ? "," : "."
    if last == thousands { return [value(decimal: nil)].compactMap { $0 } }
    return language == .english
      ? [value(decimal: last)].compactMap { $0 } : [value(decimal: last), value(decimal: nil)].compactMap { $0 }
  }
}
