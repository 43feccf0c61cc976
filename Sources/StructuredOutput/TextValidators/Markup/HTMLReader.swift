/// Goes through HTML and reports what its author did not mean: tags that do not fit each other, and attributes and
/// references that browsers guess at.
struct HTMLReader {
  private let bytes: [UInt8]
  private let places: TextPlaces
  private var index = 0
  private var tally: ElementTally
  private var open: [(name: String, offset: Int)] = []
  /// How many elements of each name are open, so that an end tag without a start is known at once.
  private var openCounts: [String: Int] = [:]

  init(_ places: TextPlaces, rules: ElementRules) {
    self.places = places
    bytes = places.bytes
    tally = ElementTally(rules: rules, places: places)
  }

  /// What is wrong with the text.
  mutating func violations() -> [String] {
    do throws(MarkupFault) {
      while index < bytes.count { try readNext() }
      tally.report(open: open.filter { !HTMLElements.endIsOptional.contains($0.name) })
      tally.reportMissing()
    } catch {
      tally.report(error)
    }
    return tally.violations.all
  }

  private mutating func readNext() throws(MarkupFault) {
    switch bytes[index] {
    case UInt8(ascii: "<"): try readMarkup()
    case UInt8(ascii: "&"): readReference()
    case 0: readNUL()
    default: index += 1
    }
  }

  private mutating func readMarkup() throws(MarkupFault) {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    if next.isASCIILetter { return try readStartTag() }
    if next == UInt8(ascii: "/"), index + 2 < bytes.count, bytes[index + 2].isASCIILetter { return try readEndTag() }
    if starts(with: "<!--") { return try readComment() }
    if starts(with: "<!doctype") { return try readDoctype() }
    if starts(with: "<![cdata["), isInForeign { return try readCDATA() }
    report("\"<\" begins no tag; write &lt;", at: index)
    index += 1
  }

  private mutating func report(_ reason: String, at offset: Int) { tally.report(MarkupFault(reason, at: offset)) }

  // MARK: Tags

  private mutating func readStartTag() throws(MarkupFault) {
    let start = index
    index += 1
    let name = readName()
    let closesItself = try readAttributes(of: name, start: start)
    let ended = HTMLElements.ended(byStartOf: name)
    while let last = open.last, ended.contains(last.name) { popLast() }
    tally.add(name, at: start, depth: open.count)
    let isInForeign = isInForeign || name == "svg" || name == "math"
    if closesItself, isInForeign || HTMLElements.void.contains(name) { return }
    if closesItself {
      report(
        "<\(name.prefix(60))/> does not close itself in HTML; write <\(name.prefix(60))></\(name.prefix(60))>",
        at: start)
      return
    }
    if HTMLElements.void.contains(name), !isInForeign { return }
    if open.count == MarkupDepth.limit { throw MarkupFault(MarkupDepth.reason, at: start) }
    open.append((name, start))
    openCounts[name, default: 0] += 1
    if HTMLElements.rawText.contains(name), !isInForeign { try skipRawText(name, start: start) }
  }

  private mutating func readEndTag() throws(MarkupFault) {
    let start = index
    index += 2
    let name = readName()
    let tag = "</\(name.prefix(60))>"
    skipSpace()
    if index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      report("\(tag) holds more than its name", at: start)
      _ = try readAttributes(of: "/" + name, start: start)
    } else if index == bytes.count {
      throw MarkupFault("the tag \(tag.dropLast()) is not closed", at: start)
    } else {
      index += 1
    }
    if HTMLElements.void.contains(name) {
      report("\(tag) closes nothing: <\(name)> has no content", at: start)
      return
    }
    guard openCounts[name] ?? 0 > 0 else {
      // A block ends a paragraph, also one that was meant to hold it.
      report("\(tag) closes nothing that is open", at: start)
      return
    }
    while let last = open.last {
      popLast()
      if last.name == name { break }
      if HTMLElements.endIsOptional.contains(last.name) { continue }
      report("<\(last.name.prefix(60))> is not closed before \(tag) of \(places.place(of: start))", at: last.offset)
    }
  }

  private mutating func popLast() {
    if let last = open.popLast() { openCounts[last.name, default: 1] -= 1 }
  }

  /// Whether the elements are those of SVG or MathML, which may close themselves.
  private var isInForeign: Bool { openCounts["svg"] ?? 0 > 0 || openCounts["math"] ?? 0 > 0 }

  /// Reads a tag's name, in small letters.
  private mutating func readName() -> String {
    let start = index
    while index < bytes.count, !bytes[index].isASCIISpace, bytes[index] != UInt8(ascii: ">"),
      bytes[index] != UInt8(ascii: "/"), bytes[index] != UInt8(ascii: "<")
    {
      index += 1
    }
    return String(decoding: bytes[start..<index].map(\.lowercasedASCII), as: UTF8.self)
  }

  /// Goes past the `>` that ends a tag.
  /// - Returns: whether a slash stands before it.
  private mutating func readAttributes(of name: String, start: Int) throws(MarkupFault) -> Bool {
    var names: Set<String> = []
    // Behind a name without a value the space was passed in looking for one.
    var hasSpace = true
    while true {
      hasSpace = skipSpace() || hasSpace
      guard index < bytes.count, bytes[index] != UInt8(ascii: "<") else {
        throw MarkupFault("the tag <\(name.prefix(60)) is not closed", at: start)
      }
      if bytes[index] == UInt8(ascii: ">") {
        index += 1
        return false
      }
      if bytes[index] == UInt8(ascii: "/") {
        index += 1
        if index < bytes.count, bytes[index] == UInt8(ascii: ">") {
          index += 1
          return true
        }
        continue
      }
      if !hasSpace { report("expected a space before the attribute", at: index) }
      let offset = index
      let attribute = readAttributeName()
      if !names.insert(attribute).inserted {
        report("the attribute \(attribute.quotedInBrief) stands there twice", at: offset)
      }
      hasSpace = skipSpace()
      if index < bytes.count, bytes[index] == UInt8(ascii: "=") {
        try readAttributeValue(of: attribute)
        hasSpace = false
      }
    }
  }

  private mutating func readAttributeName() -> String {
    let start = index
    // An equals sign in front belongs to the name.
    if bytes[index] == UInt8(ascii: "=") { index += 1 }
    while index < bytes.count, !bytes[index].isASCIISpace, !"/>=".utf8.contains(bytes[index]) { index += 1 }
    let name = bytes[start..<index]
    if name.contains(where: { "\"'<=".utf8.contains($0) || $0 < 0x20 || $0 == 0x7F }) {
      let quoted = String(decoding: name, as: UTF8.self).quotedInBrief
      report(
        "the attribute name \(quoted) holds a sign that names do not have; a quotation mark may be missing", at: start)
    }
    return String(decoding: name.map(\.lowercasedASCII), as: UTF8.self)
  }

  private mutating func readAttributeValue(of attribute: String) throws(MarkupFault) {
    index += 1
    skipSpace()
    let start = index
    guard index < bytes.count, bytes[index] != UInt8(ascii: ">") else {
      report("the attribute \(attribute.quotedInBrief) has no value behind \"=\"", at: start)
      return
    }
    if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
      let quote = bytes[index]
      index += 1
      while index < bytes.count, bytes[index] != quote {
        if bytes[index] == UInt8(ascii: "&") { readReference() } else { index += 1 }
      }
      guard index < bytes.count else {
        throw MarkupFault("the value of \(attribute.quotedInBrief) is not closed", at: start)
      }
      index += 1
      return
    }
    while index < bytes.count, !bytes[index].isASCIISpace, bytes[index] != UInt8(ascii: ">") { index += 1 }
    if bytes[start..<index].contains(where: { "\"'<=`".utf8.contains($0) }) {
      report("the value of \(attribute.quotedInBrief) needs quotation marks", at: start)
    }
  }

  // MARK: What is no tag

  /// Goes to the end tag of an element whose content is text.
  private mutating func skipRawText(_ name: String, start: Int) throws(MarkupFault) {
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "/") {
        let rest = bytes[(index + 2)...]
        let isName = rest.prefix(name.utf8.count).lazy.map(\.lowercasedASCII).elementsEqual(name.utf8)
        let next = rest.dropFirst(name.utf8.count).first
        if isName, next.map({ $0.isASCIISpace || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") }) ?? false {
          return
        }
      }
      index += 1
    }
    popLast()
    throw MarkupFault("<\(name)> is not closed", at: start)
  }

  private mutating func readReference() {
    let start = index
    index += 1
    guard index < bytes.count, bytes[index] == UInt8(ascii: "#") else { return }
    index += 1
    let isHexadecimal = index < bytes.count && bytes[index] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { index += 1 }
    let digits = index
    while index < bytes.count, bytes[index].isASCIIDigit || isHexadecimal && (bytes[index] | 0x20) &- 0x61 < 6 {
      index += 1
    }
    let value = UInt32(
      String(decoding: bytes[digits..<min(index, digits + 12)], as: UTF8.self), radix: isHexadecimal ? 16 : 10)
    let isClosed = index < bytes.count && bytes[index] == UInt8(ascii: ";")
    guard isClosed, let value, value > 0, UnicodeScalar(value) != nil else {
      report("\"&#\" begins no reference to a character", at: start)
      return
    }
    index += 1
  }

  private mutating func readNUL() {
    report("the character U+0000 is none of HTML", at: index)
    index += 1
  }

  private mutating func readComment() throws(MarkupFault) {
    let start = index
    index += 4
    // `<!-->` and `<!--->` are comments without text.
    if starts(with: ">") || starts(with: "->") {
      report("a comment closes as it opens", at: start)
      index += starts(with: ">") ? 1 : 2
      return
    }
    try skip(past: "-->", or: "the comment is not closed", from: start)
  }

  private mutating func readCDATA() throws(MarkupFault) {
    let start = index
    try skip(past: "]]>", or: "the CDATA section is not closed", from: start)
  }

  private mutating func readDoctype() throws(MarkupFault) {
    let start = index
    if !open.isEmpty { report("a document type declaration stands at the beginning of the text", at: start) }
    try skip(past: ">", or: "the document type declaration is not closed", from: start)
  }

  private mutating func skip(past end: StaticString, or reason: String, from start: Int) throws(MarkupFault) {
    while !starts(with: end) {
      guard index < bytes.count else { throw MarkupFault(reason, at: start) }
      index += 1
    }
    index += end.utf8CodeUnitCount
  }

  @discardableResult
  private mutating func skipSpace() -> Bool {
    let start = index
    while index < bytes.count, bytes[index].isASCIISpace { index += 1 }
    return index > start
  }

  /// Whether a text in small letters stands here, capitals aside.
  private func starts(with text: StaticString) -> Bool {
    guard bytes.count - index >= text.utf8CodeUnitCount else { return false }
    for place in 0..<text.utf8CodeUnitCount where bytes[index + place].lowercasedASCII != text.utf8Start[place] {
      return false
    }
    return true
  }
}
