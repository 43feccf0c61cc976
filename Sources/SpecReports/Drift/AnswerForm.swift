import StructuredOutput
import TextMetrics

/// The form of an answer: what can be compared of it without understanding what it says.
struct AnswerForm {
  /// What kind of text an answer is.
  enum Format: String {
    case empty
    case text
    case json = "JSON"
    case fencedJSON = "JSON in a Markdown fence"
  }

  let format: Format
  /// The form of its JSON, where it is JSON.
  let shape: JSONShape?
  /// What Markdown it has, in words: `headings, a table`.
  let markdown: String
  /// The number of its words.
  let words: Int
  /// Whether it is a refusal.
  let refuses: Bool

  init(_ text: String) {
    let trimmed = text.trimmingWhitespace
    let fenced = Self.insideFence(trimmed)
    if trimmed.isEmpty {
      (format, shape) = (.empty, nil)
    } else if let json = Self.document(trimmed) {
      (format, shape) = (.json, JSONShape(json))
    } else if let json = fenced.flatMap(Self.document) {
      (format, shape) = (.fencedJSON, JSONShape(json))
    } else {
      (format, shape) = (.text, nil)
    }
    words = WordTokenizer.words(in: text).count
    guard format == .text else {
      (markdown, refuses) = ("none", false)
      return
    }
    markdown = Self.markdown(of: text)
    refuses = !StructureValidator.noRefusal.violations(in: text).isEmpty
  }

  private static func markdown(of text: String) -> String {
    let features: [(name: String, validator: StructureValidator)] = [
      ("headings", .markdownHeadings(skippingLevels: true)), ("a bulleted list", .markdownList(ordered: false)),
      ("a numbered list", .markdownList(ordered: true)), ("a table", .markdownTable()), ("code", .fencedCode()),
    ]
    let found = features.filter { $0.validator.violations(in: text).isEmpty }.map(\.name)
    return found.isEmpty ? "none" : found.joined(separator: ", ")
  }

  /// An object or an array: a lone number or word is a text.
  private static func document(_ text: String) -> JSONValue? {
    guard text.first == "{" || text.first == "[", let json = try? JSONValue(parsing: text) else { return nil }
    return json
  }

  /// What stands in a fence that is the whole of a text.
  private static func insideFence(_ text: String) -> String? {
    guard text.hasPrefix("```"), text.hasSuffix("```"), let start = text.firstIndex(of: "\n"),
      let end = text.lastIndex(of: "\n"), start < end
    else { return nil }
    return text[text.index(after: start)..<end].trimmingWhitespace
  }
}

extension StringProtocol {
  fileprivate var trimmingWhitespace: String {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
