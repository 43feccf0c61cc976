import Foundation

/// The form in which wording is compared: what a reader takes for the same is the same.
///
/// - Normal form C: an accent may be a character of its own or not.
/// - Full-width letters and signs (`Ａ`, `！`) are the usual ones, typographic apostrophes, quotation marks and hyphens
///   the typewriter's. Other look-alikes of normal form KC (`ﬁ`, `²`, `½`) are kept apart, because they can differ in
///   meaning.
/// - A run of white space is a space; soft hyphens, zero-width spaces and byte order marks are nothing.
/// - Unless case counts: small letters, `ß` as `ss` and a final `ς` as `σ`.
struct WordingForm {
  var caseSensitive = false
  var diacriticSensitive = true

  /// - Returns: the form, and where its second and further lines begin.
  func applied(to text: String) -> (scalars: [UnicodeScalar], lineStarts: [Int]) {
    let cased = (caseSensitive ? text : text.lowercased()).normalFormC
    var scalars: [UnicodeScalar] = []
    scalars.reserveCapacity(cased.utf8.count)
    var lineStarts: [Int] = []
    var plain: [UInt32: [UnicodeScalar]] = [:]
    for scalar in cased.unicodeScalars {
      if scalar.isWhiteSpace {
        if scalars.last != " " { scalars.append(" ") }
        if scalar == "\n" { lineStarts.append(scalars.count) }
      } else if scalar.value < 0x80 {
        scalars.append(scalar)
      } else {
        append(scalar, to: &scalars, &plain)
      }
    }
    return (scalars, lineStarts)
  }

  /// - Parameter plain: the scalars met so far without their marks, which take long to find out.
  private func append(
    _ scalar: UnicodeScalar, to scalars: inout [UnicodeScalar], _ plain: inout [UInt32: [UnicodeScalar]]
  ) {
    switch scalar.value {
    case 0xAD, 0x200B, 0x2060, 0xFEFF: return
    case 0x2018, 0x2019, 0x201B, 0x2BC: scalars.append("'")
    case 0x201C, 0x201D, 0x201F: scalars.append("\"")
    case 0x2010, 0x2011: scalars.append("-")
    case 0xFF01...0xFF5E: scalars.append(UnicodeScalar(UInt8(truncatingIfNeeded: scalar.value - 0xFEE0)))
    case 0xDF where !caseSensitive: scalars += ["s", "s"]
    case 0x3C2 where !caseSensitive: scalars.append("σ")
    default:
      if diacriticSensitive {
        scalars.append(scalar)
      } else if let known = plain[scalar.value] {
        scalars += known
      } else {
        let parts = Self.withoutMarks(scalar)
        plain[scalar.value] = parts
        scalars += parts
      }
    }
  }

  private static func withoutMarks(_ scalar: UnicodeScalar) -> [UnicodeScalar] {
    // Hangul would be taken apart into its letters.
    if (0xAC00...0xD7A3).contains(scalar.value) { return [scalar] }
    return String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.filter {
      $0.properties.generalCategory != .nonspacingMark
    }
  }
}
