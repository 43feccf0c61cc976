import StructuredOutput
import TextMetrics

/// Quotes what requests say in messages: on one line, bounded, and without anything that a terminal would obey.
enum MessageText {
  static func quoted(_ text: some StringProtocol, limit: Int = 80) -> String { VisibleText.line(text, limit: limit) }

  /// A JSON value as short as it is read at a glance.
  static func short(_ value: JSONValue) -> String {
    switch value {
    case .string(let text):
      if let media = media(text) { return media }
      return text.utf8.count <= 200
        ? quoted(value.compactText) : quoted(JSONValue.string(String(text.prefix(90))).compactText)
    case .array(let items) where items.count > 20: return "a list of \(items.count)"
    default: return quoted(value.compactText)
    }
  }

  /// A digest of an image or another file, in words; nil for other texts.
  static func media(_ text: String) -> String? {
    guard text.hasPrefix("data:"), text.utf8.count < 250, let hash = text.firstRange(of: ";sha256="),
      let count = text.firstRange(of: ";bytes=")
    else { return nil }
    let type = text[..<hash.lowerBound].dropFirst(5)
    return quoted(
      "\(type) of \(text[count.upperBound...]) bytes (SHA-256 \(text[hash.upperBound...].prefix(8))…)", limit: 160)
  }
}
