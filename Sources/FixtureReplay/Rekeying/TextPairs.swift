import LanguageModels
import StructuredOutput
import TextMetrics

/// The texts that stand at the same place of two requests.
enum TextPairs {
  /// How much of its wording the text shares that changed most: 0 to 1, and 1 where none changed.
  ///
  /// Names and other words that stand alone do not count, nor does what only one of the requests has.
  static func leastSimilarity(_ old: HTTPRequest.Body, _ new: HTTPRequest.Body) -> Double {
    switch (old, new) {
    case (.json(let old), .json(let new)): leastSimilarity(old, new)
    case (.bytes(let old), .bytes(let new)):
      TextSimilarity.wordBigramDice(String(decoding: old, as: UTF8.self), String(decoding: new, as: UTF8.self))
    default: old == new ? 1 : 0
    }
  }

  private static func leastSimilarity(_ old: JSONValue, _ new: JSONValue) -> Double {
    switch (old, new) {
    case (.object(let old), .object(let new)):
      return old.reduce(1) { least, field in
        new[field.key].map { min(least, leastSimilarity(field.value, $0)) } ?? least
      }
    case (.array(let old), .array(let new)):
      return zip(old, new).reduce(1) { min($0, leastSimilarity($1.0, $1.1)) }
    case (.string(let old), .string(let new)):
      guard old != new, [old, new].contains(where: { $0.contains(where: \.isWhitespace) }) else { return 1 }
      return TextSimilarity.wordBigramDice(old, new)
    default:
      return 1
    }
  }
}
