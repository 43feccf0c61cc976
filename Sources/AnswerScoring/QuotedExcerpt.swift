/// A text as a message quotes it: bounded, on one line, and with invisible control characters made visible.
struct QuotedExcerpt: CustomStringConvertible {
  let description: String

  /// Quotes at most `limit` Unicode scalars of a text.
  init(_ text: String, limit: Int = 500) {
    // Scalars and not characters: one character may carry any number of combining marks.
    let scalars = text.unicodeScalars
    let kept = scalars.prefix(limit)
    var quoted = "“"
    for scalar in kept { quoted += Self.visible(scalar) }
    quoted += kept.endIndex < scalars.endIndex ? "…” (\(scalars.count) characters in all)" : "”"
    description = quoted
  }

  private static func visible(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    // Bidirectional controls can make a message read as something that it does not say.
    case "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": return escaped(scalar)
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return escaped(scalar)
    default: return String(Character(scalar))
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
  }
}
