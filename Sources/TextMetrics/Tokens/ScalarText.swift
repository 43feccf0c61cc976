/// A text as its Unicode scalars, taken apart as the programs do whose definitions the overlap metrics follow.
///
/// They are written in Python, which knows no grapheme clusters and compares scalar by scalar: "é" in one scalar
/// and in two are different there.
enum ScalarText {
  static func values(of text: String) -> [UInt32] {
    var values: [UInt32] = []
    values.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { values.append(scalar.value) }
    return values
  }

  /// White space of Unicode, and the four separators of ASCII, which Python takes for white space too.
  static func isSpace(_ value: UInt32) -> Bool {
    switch value {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// The 32 signs of ASCII that are no letter, digit or control character.
  static func isPunctuation(_ value: UInt32) -> Bool {
    switch value {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// The stretches between white space.
  static func words(in text: [UInt32]) -> [ArraySlice<UInt32>] {
    var words: [ArraySlice<UInt32>] = []
    var start = 0
    for index in text.indices where isSpace(text[index]) {
      if start < index { words.append(text[start..<index]) }
      start = index + 1
    }
    if start < text.count { words.append(text[start...]) }
    return words
  }

  /// Lower case by Unicode's full mappings, with the small sigma of a word's end (Unicode 3.13, Final_Sigma).
  static func lowercased(_ text: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(text.count)
    for index in text.indices {
      let value = text[index]
      if value < 0x80 {
        result.append((0x41...0x5A).contains(value) ? value + 0x20 : value)
      } else if value == 0x03A3 {
        result.append(isFinalSigma(text, at: index) ? 0x03C2 : 0x03C3)
      } else if let scalar = Unicode.Scalar(value) {
        for lower in scalar.properties.lowercaseMapping.unicodeScalars { result.append(lower.value) }
      }
    }
    return result
  }

  /// How far a letter is looked for on either side: a bound, so that a text of marks takes no square of its length.
  private static let reach = 1_000

  private static func isFinalSigma(_ text: [UInt32], at index: Int) -> Bool {
    func isCased(_ indices: some Sequence<Int>) -> Bool {
      for neighbour in indices.prefix(reach) {
        guard let properties = Unicode.Scalar(text[neighbour])?.properties else { return false }
        if !properties.isCaseIgnorable { return properties.isCased }
      }
      return false
    }
    return isCased((0..<index).reversed()) && !isCased((index + 1)..<text.count)
  }
}
