/// Finds bank account numbers in text as ISO 13616 has them: two letters of a country of the registry, two check digits
/// (remainder 1 of 97), and the country's own length; unbroken or in groups.
enum IBANScan {
  /// The lengths of the IBAN Registry, release 99.
  private static let lengths: [String: Int] = [
    "AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22, "BI": 27, "BR": 29,
    "BY": 28, "CH": 21, "CR": 22, "CY": 28, "CZ": 24, "DE": 22, "DJ": 27, "DK": 18, "DO": 28, "EE": 20, "EG": 29,
    "ES": 24, "FI": 18, "FK": 18, "FO": 18, "FR": 27, "GB": 22, "GE": 22, "GI": 23, "GL": 18, "GR": 27, "GT": 28,
    "HN": 28, "HR": 21, "HU": 28, "IE": 22, "IL": 23, "IQ": 23, "IS": 26, "IT": 27, "JO": 30, "KW": 30, "KZ": 20,
    "LB": 28, "LC": 32, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "LY": 25, "MC": 27, "MD": 24, "ME": 22, "MK": 19,
    "MN": 20, "MR": 27, "MT": 31, "MU": 30, "NI": 28, "NL": 18, "NO": 15, "OM": 23, "PK": 24, "PL": 28, "PS": 29,
    "PT": 25, "QA": 29, "RO": 24, "RS": 22, "RU": 33, "SA": 24, "SC": 31, "SD": 18, "SE": 24, "SI": 19, "SK": 24,
    "SM": 27, "SO": 23, "ST": 25, "SV": 28, "TL": 23, "TN": 24, "TR": 26, "UA": 29, "VA": 22, "VG": 24, "XK": 20,
    "YE": 30,
  ]

  /// The lengths by both letters, 0 for no country.
  private static let lengthOfPair: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 32 * 32)
    for (country, length) in lengths {
      let letters = Array(country.utf8)
      table[Int(letters[0] & 31) << 5 | Int(letters[1] & 31)] = UInt8(length)
    }
    return table
  }()

  static func findings(in bytes: UnsafeBufferPointer<UInt8>) -> [PersonalDataFinding] {
    lengthOfPair.withUnsafeBufferPointer { lengths in
      var found: [PersonalDataFinding] = []
      var index = 0
      let count = bytes.count
      while index + 14 < count {
        guard isLetter(bytes[index]), isLetter(bytes[index + 1]), isDigit(bytes[index + 2]), isDigit(bytes[index + 3]),
          index == 0 || !(isLetter(bytes[index - 1]) || isDigit(bytes[index - 1])),
          let finding = number(
            at: index, length: Int(lengths[Int(bytes[index] & 31) << 5 | Int(bytes[index + 1] & 31)]), in: bytes)
        else {
          index &+= 1
          continue
        }
        found.append(finding)
        index = finding.range.upperBound
      }
      return found
    }
  }

  private static func number(
    at start: Int, length: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> PersonalDataFinding? {
    guard length > 0 else { return nil }
    var signs: [UInt8] = []
    signs.reserveCapacity(length)
    var index = start
    while signs.count < length {
      guard index < bytes.count else { return nil }
      let byte = bytes[index]
      if isLetter(byte) {
        signs.append(byte & 0xDF)
        index += 1
      } else if isDigit(byte) {
        signs.append(byte)
        index += 1
      } else {
        let separator = GroupSeparator.length(at: index, in: bytes)
        guard separator > 0, signs.count % 4 == 0 || signs.count == 2 else { return nil }
        index += separator
      }
    }
    if index < bytes.count, isLetter(bytes[index]) || isDigit(bytes[index]) { return nil }
    var remainder = 0
    for sign in signs[4...] + signs[..<4] {
      remainder = isDigit(sign) ? remainder * 10 + Int(sign - 0x30) : remainder * 100 + Int(sign - 0x41) + 10
      remainder %= 97
    }
    guard remainder == 1 else { return nil }
    return PersonalDataFinding(range: start..<index, value: String(decoding: signs, as: UTF8.self))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
}
