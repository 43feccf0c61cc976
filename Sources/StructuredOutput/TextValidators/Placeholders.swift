extension StructureValidator {
  /// Nothing in the text was left to be filled in: `[Your Name]`, `{{name}}`, `TODO`, `Lorem ipsum` and the like.
  ///
  /// "As an AI language model", which is left in as often, counts too. English only.
  public static var noPlaceholders: StructureValidator {
    StructureValidator(name: "noPlaceholders") { text in
      let placeholders = Placeholders(in: text)
      var messages: [String] = []
      for (number, line) in NumberedLines(text) {
        guard let found = placeholders.first(in: line) else { continue }
        messages.append("line \(number) holds \(found): \(NumberedLines.quote(line))")
        if messages.count == 10 {
          messages.append("and perhaps more behind that line")
          break
        }
      }
      return messages
    }
  }
}

private struct Placeholders {
  /// What the bracket holds that makes `[…]` or `<…>` a place to fill in rather than a remark or a citation.
  private static let slot =
    "(your|insert|enter|placeholder|recipient|sender|customer|company|client|phone|e-?mail|address|date|city|url|position"
    + "|department|((first|last|full|user|product|manager)('s)? )?name)"

  private static let patterns: [(name: String, sign: UInt8, pattern: TextPattern)] = [
    ("a placeholder in brackets", UInt8(ascii: "["), "(?i)\\[ *\(slot)\\b[^\\]\\[:;.]*\\](?:[^(]|$)"),
    ("a placeholder in angle brackets", UInt8(ascii: "<"), "(?i)<(your|insert|enter|placeholder)\\b[^<>]*>"),
    ("a template's braces", UInt8(ascii: "{"), "\\{\\{[^{}]+\\}\\}|\\$\\{[^{}]+\\}"),
  ].compactMap { name, sign, source in
    (try? TextPattern(source)).map { (name, sign, $0) }
  }

  private static let phrases: [(text: String, caseSensitive: Bool)] = [
    ("TODO", true), ("FIXME", true), ("TBD", true), ("lorem ipsum", false), ("as an ai language model", false),
    ("as a large language model", false),
  ]

  /// The phrases that stand in the text at all, mostly none, so that lines need not be searched for the others.
  private let phrases: [(text: String, caseSensitive: Bool)]

  init(in text: String) {
    let exact = WordingSearch(text, caseSensitive: true)
    let loose = WordingSearch(text, caseSensitive: false)
    phrases = Self.phrases.filter { ($0.caseSensitive ? exact : loose).place(of: $0.text) != nil }
  }

  func first(in line: Substring) -> String? {
    for (name, sign, pattern) in Self.patterns where line.utf8.contains(sign) {
      if pattern.isFound(in: String(line)) { return name }
    }
    let found = phrases.first { phrase in
      WordingSearch(String(line), caseSensitive: phrase.caseSensitive).place(of: phrase.text) != nil
    }
    return found.map { "\"\($0.text)\"" }
  }
}
