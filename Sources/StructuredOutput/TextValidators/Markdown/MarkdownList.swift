extension StructureValidator {
  /// A Markdown text has a list, and its lists have a number of items: `.markdownList(items: 3...5, ordered: true)`.
  ///
  /// Lists within lists are not counted, and lists in block quotes neither. A list ends, and another begins, where text without
  /// indentation or another mark (`-` or `*`, `1.` or `1)`) stands between items. The numbers of ordered lists are not
  /// looked at: Markdown counts by itself.
  /// - Parameters:
  ///   - items: how many items each list of the kind has.
  ///   - ordered: whether the items are numbered (true) or have bullets (false); nil for both.
  ///   - maxDepth: how deep lists may nest; 1 for no list within a list.
  public static func markdownList(
    items: some RangeExpression<Int> & Sendable = 1..., ordered: Bool? = nil, maxDepth: Int? = nil
  ) -> StructureValidator {
    StructureValidator(name: "markdownList") { text in
      let document = MarkdownDocument(text)
      var violations = ViolationList()
      var counts: [Int: Int] = [:]
      var lists: [(index: Int, line: Int, isOrdered: Bool)] = []
      for (index, block) in document.blocks.enumerated() {
        if block.kind == .item, let list = block.parent { counts[list, default: 0] += 1 }
        guard case .list(_, let isOrdered) = block.kind else { continue }
        if block.parent == nil { lists.append((index, block.line, isOrdered)) }
        let depth = document.listDepth(of: block) + 1
        if let maxDepth, depth > maxDepth {
          violations.add("line \(block.line): a list at depth \(depth), expected at most \(maxDepth)")
        }
      }
      func kind(_ isOrdered: Bool) -> String { isOrdered ? "numbered" : "bulleted" }
      let wanted = lists.filter { ordered ?? $0.isOrdered == $0.isOrdered }
      if wanted.isEmpty {
        let expected = ordered.map { "a \(kind($0)) list" } ?? "a list"
        let other = lists.first.map { ", found a \(kind($0.isOrdered)) one in line \($0.line)" } ?? ", found none"
        violations.add("expected \(expected)\(other)")
      }
      for list in wanted {
        let count = counts[list.index] ?? 0
        if items.contains(count) { continue }
        violations.add(
          "line \(list.line): the \(kind(list.isOrdered)) list has \(count), expected "
            + CountRange(items).inWords(counting: "item"))
      }
      return violations.all
    }
  }
}
