extension StructureValidator {
  /// A Markdown text has fenced code, each block closed and in this language: `.fencedCode(language: "swift")`.
  ///
  /// The language is the first word behind the opening fence, capitals aside. Whether the code is any is not looked at.
  /// Indented code is not counted.
  /// - Parameters:
  ///   - language: the language of every block; nil for any or none.
  ///   - count: how many blocks there are.
  public static func fencedCode(
    language: String? = nil, count: some RangeExpression<Int> & Sendable = 1...
  ) -> StructureValidator {
    fencedCode(languages: language.map { [$0] } ?? [], count: count)
  }

  /// A Markdown text has fenced code, each block closed and in one of these languages.
  /// - Parameters:
  ///   - languages: what may stand behind an opening fence; empty for anything.
  ///   - count: how many blocks there are.
  public static func fencedCode(
    languages: [String], count: some RangeExpression<Int> & Sendable = 1...
  ) -> StructureValidator {
    let allowed = Set(languages.map { $0.lowercased() })
    let inWords = languages.map { JSONValue.string($0) }.inBrief
    return StructureValidator(name: "fencedCode") { text in
      let document = MarkdownDocument(text)
      var violations = ViolationList()
      var found = 0
      for block in document.blocks {
        guard case .fencedCode(_, let isClosed) = block.kind else { continue }
        found += 1
        if !isClosed { violations.add("line \(block.line): the code block is not closed") }
        let language = document.language(of: block)
        if allowed.isEmpty || allowed.contains(language.lowercased()) { continue }
        let seen = language.isEmpty ? "no language" : "the language \(language.quotedInBrief)"
        violations.add("line \(block.line): the code block has \(seen), expected \(inWords)")
      }
      if !count.contains(found) {
        violations.add("\(CountRange(count).inWords(counting: "code block")), has \(found)")
      }
      return violations.all
    }
  }
}

extension MarkdownDocument {
  /// The language that fenced code says it is in; empty where it says none.
  func language(of block: MarkdownBlock) -> String {
    guard case .fencedCode(let info, _) = block.kind else { return "" }
    let text = MarkdownDestination.unescaped(places.bytes[info])
    let word = text.split(whereSeparator: \.isWhitespace).first ?? ""
    // `{.swift}` and `swift,ignore` are written too.
    return String(word.drop { "{.".contains($0) }.prefix { !",{}:".contains($0) })
  }
}
