extension StructureValidator {
  /// The text is plain: no headings, emphasis, lists, tables, quotes, rules, code, links or images of Markdown.
  ///
  /// Of each kind the first line that has it is quoted. Signs that only look like Markdown (`2 * 3`, `snake_case`, `#1`,
  /// `-5`) are let pass; a numbered line (`1. …`) is a list.
  public static var noMarkdown: StructureValidator {
    StructureValidator(name: "noMarkdown") { text in
      var places: [MarkdownKind: (first: Int, quote: String, count: Int)] = [:]
      var fence: UInt8?
      for (number, line) in NumberedLines(text) {
        for kind in MarkdownLine(line, openFence: &fence).kinds {
          if let place = places[kind] {
            places[kind] = (place.first, place.quote, place.count + 1)
          } else {
            places[kind] = (number, NumberedLines.quote(line), 1)
          }
        }
      }
      return places.sorted { ($0.value.first, $0.key.rawValue) < ($1.value.first, $1.key.rawValue) }.map {
        kind, place in
        let more = place.count > 1 ? " (and \(place.count - 1) more)" : ""
        return "line \(place.first) has \(kind.rawValue): \(place.quote)\(more)"
      }
    }
  }
}

/// The constructs of Markdown that a plain text lacks, in words.
enum MarkdownKind: String {
  case heading = "a heading"
  case list = "a list item"
  case quote = "a block quote"
  case fence = "a code fence"
  case table = "a table"
  case rule = "a horizontal rule"
  case emphasis = "emphasis"
  case code = "inline code"
  case link = "a link"
}
