import Foundation

/// Cuts a text into words, numbers, signs and codes.
enum FactTokenizer {
  /// The tokens of the first ``FactGuard/maximumLength`` bytes.
  static func tokens(in text: String) -> [FactToken] {
    var cutter = FactTokenCutter(text: text)
    return cutter.cut()
  }

  /// Lower case without accents, apostrophes and dashes of one form each.
  static func folded(_ text: Substring) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    var result = String.UnicodeScalarView()
    for scalar in text.lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars {
      switch scalar.value {
      case 0x0300...0x036F: continue
      case 0x00DF: result.append(contentsOf: "ss".unicodeScalars)
      case 0x0153: result.append(contentsOf: "oe".unicodeScalars)
      case 0x00E6: result.append(contentsOf: "ae".unicodeScalars)
      case 0x00F8: result.append("o")
      case 0x0142: result.append("l")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The word without the commonest endings of English; of longer words of other languages the ending goes too.
  static func stem(_ word: String) -> String {
    var bytes = Array(word.utf8)
    guard bytes.count > 3, bytes.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return word }
    func ends(_ suffix: StaticString, keeping least: Int) -> Bool {
      let count = suffix.utf8CodeUnitCount
      guard bytes.count - count >= least else { return false }
      for offset in 0..<count where bytes[bytes.count - count + offset] != suffix.utf8Start[offset] { return false }
      return true
    }
    func undoubled() {
      guard bytes.count > 3, let last = bytes.last, last == bytes[bytes.count - 2] else { return }
      // "running" is doubled, "calling" and "missing" are not.
      if last != UInt8(ascii: "l"), last != UInt8(ascii: "s"), last != UInt8(ascii: "z") { bytes.removeLast() }
    }
    if ends("ies", keeping: 2) {
      bytes.removeLast(3)
      bytes.append(UInt8(ascii: "y"))
    } else if ends("sses", keeping: 2) || ends("shes", keeping: 2) || ends("ches", keeping: 2)
      || ends("xes", keeping: 2)
    {
      bytes.removeLast(2)
    } else if ends("s", keeping: 3), !ends("ss", keeping: 1), !ends("us", keeping: 1), !ends("is", keeping: 1) {
      bytes.removeLast()
    }
    if ends("ied", keeping: 2) {
      bytes.removeLast(3)
      bytes.append(UInt8(ascii: "y"))
    } else if ends("ing", keeping: 3) {
      bytes.removeLast(3)
      undoubled()
    } else if ends("ed", keeping: 3) {
      bytes.removeLast(2)
      undoubled()
    } else if ends("able", keeping: 4) {
      bytes.removeLast(4)
    } else if ends("ly", keeping: 4) {
      bytes.removeLast(2)
    }
    if ends("e", keeping: 3) { bytes.removeLast() }
    // "colour" and "color", not "hour".
    if ends("our", keeping: 2) { bytes.remove(at: bytes.count - 2) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
