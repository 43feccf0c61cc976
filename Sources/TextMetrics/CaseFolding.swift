import Foundation

/// Forms of a text in which differences that do not matter are gone.
enum CaseFolding {
  /// Upper and lower case made one, by the full mappings: "Straße" and "STRASSE" alike, "ς" and "σ" alike.
  static func folded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    result.reserveCapacity(text.unicodeScalars.underestimatedCount)
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        let isUpper = (0x41...0x5A).contains(scalar.value)
        result.append(isUpper ? Unicode.Scalar(UInt8(scalar.value) + 0x20) : scalar)
      } else {
        // Through upper case, because letters that are different small forms of one capital meet only there.
        for upper in scalar.properties.uppercaseMapping.unicodeScalars {
          result.append(contentsOf: upper.properties.lowercaseMapping.unicodeScalars)
        }
      }
    }
    return String(result)
  }

  /// Case, compatibility forms and accents gone: "Café" and "cafe" alike.
  ///
  /// Only marks that languages with an alphabet put on a letter go; the vowel signs of Indic scripts stay.
  static func withoutAccents(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return folded(text) }
    let decomposed = folded(text).decomposedStringWithCompatibilityMapping
    var result = String.UnicodeScalarView()
    for scalar in decomposed.unicodeScalars {
      switch scalar.value {
      // Combining diacritical marks, Hebrew points, Arabic vowel signs.
      case 0x0300...0x036F, 0x0591...0x05BD, 0x05BF...0x05C7, 0x064B...0x065F: continue
      // Letters with a stroke, which Unicode does not decompose.
      case 0x00F8: result.append("o")
      case 0x0111: result.append("d")
      case 0x0142: result.append("l")
      case 0x00E6: result.append(contentsOf: "ae".unicodeScalars)
      case 0x0153: result.append(contentsOf: "oe".unicodeScalars)
      case 0x2019: result.append("'")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
