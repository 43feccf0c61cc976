/// What the HTML standard says of elements' tags (WHATWG HTML, sections 13.1.2 and 13.1.2.4).
enum HTMLElements {
  /// Elements that have no content and no end tag.
  static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
  ]

  /// Elements whose content is text up to their end tag, whatever it looks like.
  static let rawText: Set<String> = ["script", "style", "textarea", "title"]

  /// Elements whose end tag may be left out.
  static let endIsOptional: Set<String> = [
    "html", "head", "body", "li", "dt", "dd", "p", "rt", "rp", "optgroup", "option", "colgroup", "caption", "thead",
    "tbody", "tfoot", "tr", "td", "th",
  ]

  /// The open elements that a start tag ends, as long as one of them is the innermost.
  static func ended(byStartOf name: String) -> Set<String> {
    if endingParagraphs.contains(name) { return ["p"] }
    return endedByStart[name] ?? []
  }

  private static let endingParagraphs: Set<String> = [
    "address", "article", "aside", "blockquote", "details", "dialog", "div", "dl", "fieldset", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "main", "menu", "nav", "ol", "p",
    "pre", "search", "section", "table", "ul",
  ]

  private static let endedByStart: [String: Set<String>] = {
    let row: Set<String> = ["p", "td", "th", "tr", "colgroup", "caption"]
    let section = row.union(["thead", "tbody", "tfoot"])
    return [
      "li": ["p", "li"], "dt": ["p", "dt", "dd"], "dd": ["p", "dt", "dd"], "td": ["p", "td", "th"],
      "th": ["p", "td", "th"], "tr": row, "thead": section, "tbody": section, "tfoot": section,
      "colgroup": ["caption", "colgroup"], "option": ["option"], "optgroup": ["option", "optgroup"],
      "rt": ["rt", "rp"], "rp": ["rt", "rp"], "body": ["head"],
    ]
  }()
}
