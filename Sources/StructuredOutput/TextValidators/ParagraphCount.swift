extension StructureValidator {
  /// The text has a number of paragraphs: `.paragraphs(1...3)`.
  ///
  /// Blank lines divide paragraphs; so in Markdown a heading and a list with blank lines around it count as one each.
  public static func paragraphs(_ range: some RangeExpression<Int> & Sendable) -> StructureValidator {
    counting("paragraph", in: range) { text in
      var count = 0
      var isInParagraph = false
      for (_, line) in NumberedLines(text) {
        let isBlank = line.unicodeScalars.allSatisfy(\.isWhiteSpace)
        if !isBlank, !isInParagraph { count += 1 }
        isInParagraph = !isBlank
      }
      return count
    }
  }
}
