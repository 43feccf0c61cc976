import Foundation

/// The forms in which two texts are compared for being the same answer.
public enum TextNormalization {
  /// What is left of an answer when everything is gone that does not change what it answers.
  ///
  /// Made alike: compatibility forms (NFKC: full-width letters, ligatures), case, kinds of quotation marks and
  /// dashes, runs of white space. Taken off both ends: quotation marks, brackets and Markdown emphasis around the
  /// whole, and `. , ; : ! ? …`. Kept: accents, signs of a number (`-4`, `.5`, `30%`), and `2²`, which NFKC would
  /// turn into 22, as `2^2`. A text that is nothing but punctuation stays as it is.
  public static func answerForm(_ text: String) -> String {
    let folded = CaseFolding.folded(spellingOut(text).precomposedStringWithCompatibilityMapping)
    let spaced = folded.precomposedStringWithCompatibilityMapping
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let plain = Array(withPlainSigns(spaced))
    let core = trimmed(plain[...])
    return String(core.isEmpty ? plain[...] : core)
  }

  /// Writes out what NFKC would run together with the digits before it: "10²" as "10^2", "2½" as "2 1/2".
  private static func spellingOut(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { superscripts[$0] != nil || isVulgarFraction($0) }) else { return text }
    var result = String.UnicodeScalarView()
    var isInSuperscript = false
    for scalar in text.unicodeScalars {
      if let plain = superscripts[scalar] {
        if !isInSuperscript { result.append("^") }
        result.append(plain)
        isInSuperscript = true
        continue
      }
      isInSuperscript = false
      if isVulgarFraction(scalar), result.last?.properties.generalCategory == .decimalNumber { result.append(" ") }
      result.append(scalar)
    }
    return String(result)
  }

  private static let superscripts: [Unicode.Scalar: Unicode.Scalar] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9", "⁺": "+",
    "⁻": "-",
  ]

  private static func isVulgarFraction(_ scalar: Unicode.Scalar) -> Bool {
    (0x00BC...0x00BE).contains(scalar.value) || (0x2150...0x215E).contains(scalar.value) || scalar.value == 0x2189
  }

  private static func withPlainSigns(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar {
          case "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}", "\u{2039}", "\u{203A}", "`", "\u{B4}": "'"
          case "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}", "\u{AB}", "\u{BB}", "\u{300C}"..."\u{300F}": "\""
          case "\u{2010}"..."\u{2015}", "\u{2212}": "-"
          case "\u{2044}": "/"
          default: scalar
          }
        }))
  }

  /// Takes signs off both ends until none is left to take. Each turn takes at least one character.
  private static func trimmed(_ text: ArraySlice<Character>) -> ArraySlice<Character> {
    var rest = text
    // Each pair of brackets is looked for in the whole text: a bound, so that a thousand pairs take no square of it.
    var bracketsLeft = 8
    while let first = rest.first, let last = rest.last {
      if first == " " || leading.contains(first) || (first == "." && !isDecimal(rest)) {
        rest.removeFirst()
      } else if last == " " || trailing.contains(last) {
        rest.removeLast()
      } else if rest.count > 1, enclosing.contains(first), first == last {
        rest = rest.dropFirst().dropLast()
      } else if bracketsLeft > 0, let closing = brackets[first], closing == last, isEnclosed(rest) {
        bracketsLeft -= 1
        rest = rest.dropFirst().dropLast()
      } else if quotes.contains(first) {
        rest.removeFirst()
      } else if quotes.contains(last), rest.dropLast().last?.isNumber != true {
        // After a digit it may mean feet, inches or minutes.
        rest.removeLast()
      } else {
        break
      }
    }
    return rest
  }

  private static let leading: Set<Character> = [",", ";", ":", "!", "?", "¡", "¿", "…"]
  private static let trailing: Set<Character> = [".", ",", ";", ":", "!", "?", "…", "。", "،", "؟"]
  private static let quotes: Set<Character> = ["'", "\""]
  private static let enclosing: Set<Character> = ["'", "\"", "*", "_"]
  private static let brackets: [Character: Character] = ["(": ")", "[": "]", "{": "}"]

  private static func isDecimal(_ text: ArraySlice<Character>) -> Bool { text.dropFirst().first?.isNumber == true }

  /// Whether the first bracket is closed by the last: not so in "(a) or (b)".
  private static func isEnclosed(_ text: ArraySlice<Character>) -> Bool {
    guard let opening = text.first, let closing = brackets[opening] else { return false }
    var depth = 0
    for character in text.dropLast() {
      if character == opening { depth += 1 }
      if character == closing { depth -= 1 }
      if depth == 0 { return false }
    }
    return depth == 1
  }
}
