/// How an HTML block of Markdown begins and ends (CommonMark, section 4.6).
enum MarkdownHTMLBlock {
  /// What a block ends with: a line that holds one of these, or a blank line.
  enum End: Equatable {
    case line(holding: [String])
    case blankLine
  }

  private static let rawText = ["script", "pre", "style", "textarea"]
  private static let blockNames: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup",
    "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame",
    "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link",
    "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "search", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ]

  /// The end of the block that a line begins; nil where it begins none.
  /// - Parameter interruptsParagraph: whether a paragraph is open, which a lone inline tag does not end.
  static func end(afterStart line: ArraySlice<UInt8>, interruptsParagraph: Bool) -> End? {
    guard line.first == UInt8(ascii: "<") else { return nil }
    let body = line.dropFirst()
    if body.starts(with: "!--".utf8) { return .line(holding: ["-->"]) }
    if body.starts(with: "?".utf8) { return .line(holding: ["?>"]) }
    if body.starts(with: "![CDATA[".utf8) { return .line(holding: ["]]>"]) }
    if body.first == UInt8(ascii: "!"), body.dropFirst().first?.isASCIILetter == true { return .line(holding: [">"]) }
    let isClosing = body.first == UInt8(ascii: "/")
    let tag = isClosing ? body.dropFirst() : body
    let nameBytes = tag.prefix(16).prefix { $0.isASCIILetter || $0.isASCIIDigit }
    guard nameBytes.first?.isASCIILetter == true else { return nil }
    let name = String(decoding: nameBytes, as: UTF8.self).lowercased()
    let next = tag.dropFirst(nameBytes.count)
    let endsName = next.first.map { $0.isSpaceOrTab || $0 == UInt8(ascii: ">") } ?? true
    if !isClosing, rawText.contains(name), endsName { return .line(holding: rawText.map { "</\($0)>" }) }
    if blockNames.contains(name), endsName || next.starts(with: "/>".utf8) { return .blankLine }
    if interruptsParagraph || rawText.contains(name) { return nil }
    return isLoneTag(line) ? .blankLine : nil
  }

  /// Whether a line holds one tag and nothing else.
  private static func isLoneTag(_ line: ArraySlice<UInt8>) -> Bool {
    var quote: UInt8?
    for (index, byte) in line.enumerated().dropFirst() {
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "<") {
        return false
      } else if byte == UInt8(ascii: ">") {
        // An autolink is no tag: it has a colon or an at sign where a tag has none.
        let inside = line.dropFirst().prefix(index - 1)
        let name = inside.prefix { !$0.isSpaceOrTab && $0 != UInt8(ascii: "/") }
        let isAutolink = name.contains(UInt8(ascii: ":")) || name.contains(UInt8(ascii: "@"))
        return !isAutolink && line.dropFirst(index + 1).allSatisfy(\.isSpaceOrTab)
      }
    }
    return false
  }

  /// Whether a line holds an end, in capitals or not.
  static func line(_ line: ArraySlice<UInt8>, holdsOneOf ends: [String]) -> Bool {
    ends.contains { end in
      let pattern = Array(end.utf8)
      guard line.count >= pattern.count else { return false }
      return (line.startIndex...line.endIndex - pattern.count).contains { start in
        line[start].lowercasedASCII == pattern[0]
          && pattern.indices.allSatisfy { line[start + $0].lowercasedASCII == pattern[$0] }
      }
    }
  }
}
