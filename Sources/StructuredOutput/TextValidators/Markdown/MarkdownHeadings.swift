extension StructureValidator {
  /// The headings of a Markdown text: `.markdownHeadings(titles: ["Summary", "Next steps"])`.
  ///
  /// Titles are compared without emphasis, capitals and a colon at their end. What stands under a heading is not looked
  /// at.
  /// - Parameters:
  ///   - count: how many headings there are.
  ///   - titles: titles that are there in this order; others may stand between them.
  ///   - levels: the levels, 1 to 6, that headings have.
  ///   - oneTop: whether the first heading is the only one of its level, with none above it.
  ///   - skippingLevels: whether a heading may be more than one level below the one before it.
  public static func markdownHeadings(
    _ count: some RangeExpression<Int> & Sendable = 1..., titles: [String] = [], levels: ClosedRange<Int> = 1...6,
    oneTop: Bool = false, skippingLevels: Bool = false
  ) -> StructureValidator {
    StructureValidator(name: "markdownHeadings") { text in
      let headings = MarkdownDocument(text).headings
      var violations = ViolationList()
      if !count.contains(headings.count) {
        violations.add("\(CountRange(count).inWords(counting: "heading")), has \(headings.count)")
      }
      var previous: Int?
      for (level, title, block) in headings {
        let name = "line \(block.line): the heading \(title.quotedInBrief)"
        if !levels.contains(level) {
          let expected = CountRange(levels).inWords
          violations.add("\(name) is of level \(level), expected \(expected)")
        }
        if title.isEmpty { violations.add("line \(block.line): a heading has no title") }
        if let previous, !skippingLevels, level > previous + 1 {
          violations.add("\(name) is of level \(level) below one of level \(previous)")
        }
        if oneTop, let top = headings.first, previous != nil, level <= top.level {
          violations.add("\(name) is of level \(level), expected all below the first, \(top.title.quotedInBrief)")
        }
        previous = level
      }
      var rest = headings[...]
      for title in titles {
        let form = MarkdownPlainText.comparable(title)
        if let place = rest.firstIndex(where: { MarkdownPlainText.comparable($0.title) == form }) {
          rest = rest[(place + 1)...]
        } else if let other = headings.first(where: { MarkdownPlainText.comparable($0.title) == form }) {
          violations.add("the heading \(title.quotedInBrief) in line \(other.block.line) is out of order")
        } else {
          violations.add("no heading \(title.quotedInBrief)")
        }
      }
      return violations.all
    }
  }
}
