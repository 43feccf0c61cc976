/// Text made safe and legible for one line of a message.
package enum VisibleText {
  /// More characters than these are cut in the middle.
  private static let longest = 400

  /// Any text on one line, without anything that a terminal would obey; cut behind so many characters.
  package static func line(_ text: some StringProtocol, limit: Int) -> String {
    let shown = escaped(Substring(text.prefix(limit)), isExact: false)
    return text.dropFirst(limit).isEmpty ? shown : shown + "…"
  }

  /// Unchanged text: each run of white space is one space.
  static func ofContext(_ pieces: ArraySlice<TextPiece>) -> String {
    var result = ""
    for piece in pieces { result += piece.kind == .space ? " " : escaped(piece.text, isExact: false) }
    return shortened(result)
  }

  /// Changed text: what changed must be seen, even if it is a line break or two spellings of one letter.
  static func ofChange(_ text: String, replacedBy other: String?) -> String {
    if text.allSatisfy(\.isWhitespace) { return shortened(spaceAsSigns(text)) }
    return shortened(escaped(text[...], isExact: text == other))
  }

  private static func spaceAsSigns(_ text: String) -> String {
    text.unicodeScalars.map { $0 == " " ? "␣" : escaped($0, isExact: true) }.joined()
  }

  private static func escaped(_ text: Substring, isExact: Bool) -> String {
    if !isExact, text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return String(text) }
    return text.unicodeScalars.map { escaped($0, isExact: isExact) }.joined()
  }

  private static func escaped(_ scalar: Unicode.Scalar, isExact: Bool) -> String {
    switch scalar {
    case "\n": return "⏎"
    case "\t": return "⇥"
    case " ": return " "
    default: break
    }
    if scalar.isASCII, scalar.value >= 0x20, scalar.value != 0x7F { return String(scalar) }
    if isExact { return code(scalar) }
    switch scalar.properties.generalCategory {
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse:
      // Joins the parts of an emoji or of a word, and is no riddle there.
      return scalar.value == 0x200D || scalar.value == 0x200C ? String(scalar) : code(scalar)
    default:
      return String(scalar)
    }
  }

  private static func code(_ scalar: Unicode.Scalar) -> String {
    "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
  }

  private static func shortened(_ text: String) -> String {
    let count = text.count
    guard count > longest else { return text }
    let half = longest / 2 - 20
    return text.prefix(half) + " … (\(count - 2 * half) characters) … " + text.suffix(half)
  }
}
