/// A text of a model or a test as it may stand in one line of a report: bounded, and without what a terminal obeys.
enum OneLine {
  /// At most `limit` Unicode scalars of a text.
  static func of(_ text: String, limit: Int = 160) -> String {
    var shown = ""
    var count = 0
    for scalar in text.unicodeScalars {
      guard count < limit else { return shown + "…" }
      count += 1
      switch scalar {
      case "\n": shown += "⏎"
      case "\t": shown += " "
      case "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": shown += code(scalar)
      default:
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: shown += code(scalar)
        default: shown.unicodeScalars.append(scalar)
        }
      }
    }
    return shown
  }

  private static func code(_ scalar: Unicode.Scalar) -> String {
    "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
  }
}
