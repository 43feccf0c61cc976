/// Goes through a text as XML 1.0 demands of a processor that does not validate, and stops at the first fault.
///
/// Nothing is loaded and no entity is replaced by its text. Names of entities that the document declares itself are
/// known; what they stand for is not looked at.
struct XMLReader {
  private let bytes: [UInt8]
  private let places: TextPlaces
  private let allowsDoctype: Bool
  private var index = 0
  /// The elements that are open, with the offsets of their tags.
  private var open: [(name: String, offset: Int)] = []
  private var tally: ElementTally
  private var hasRoot = false
  private var hasDoctype = false
  private var entities: Set<String> = ["amp", "lt", "gt", "quot", "apos"]
  /// Whether an entity that is not known may be declared where it is not looked.
  private var mayHaveOtherEntities = false

  init(_ places: TextPlaces, rules: ElementRules, allowsDoctype: Bool) {
    self.places = places
    bytes = places.bytes
    self.allowsDoctype = allowsDoctype
    tally = ElementTally(rules: rules, places: places)
  }

  /// What is wrong with the text.
  mutating func violations() -> [String] {
    do throws(MarkupFault) {
      try read()
      tally.report(open: open)
      tally.reportMissing()
    } catch {
      tally.report(error)
    }
    return tally.violations.all
  }

  private mutating func read() throws(MarkupFault) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    if starts(with: "<?xml"), index + 5 < bytes.count, bytes[index + 5].isASCIISpace { try readDeclaration() }
    while index < bytes.count {
      if bytes[index] != UInt8(ascii: "<") {
        try readText()
      } else if starts(with: "<!--") {
        try readComment()
      } else if starts(with: "<?") {
        try readInstruction()
      } else if starts(with: "<![CDATA[") {
        try readCDATA()
      } else if starts(with: "<!DOCTYPE") {
        try readDoctype()
      } else if starts(with: "</") {
        try readEndTag()
      } else {
        try readStartTag()
      }
    }
    if open.isEmpty, !hasRoot { throw MarkupFault("expected an element, but the text ends", at: index) }
  }

  // MARK: Elements

  private mutating func readStartTag() throws(MarkupFault) {
    let start = index
    index += 1
    guard let end = XMLNames.end(of: bytes, at: index) else {
      throw MarkupFault("\"<\" begins no tag; write &lt;", at: start)
    }
    let name = String(decoding: bytes[index..<end], as: UTF8.self)
    if open.isEmpty, hasRoot { throw MarkupFault("<\(name.prefix(60))> stands beside the root element", at: start) }
    index = end
    try readAttributes(of: name, start: start)
    hasRoot = true
    tally.add(name, at: start, depth: open.count)
    if bytes[index] == UInt8(ascii: "/") {
      index += 1
      guard index < bytes.count, bytes[index] == UInt8(ascii: ">") else {
        throw MarkupFault("expected \">\" behind \"/\"", at: index)
      }
    } else {
      if open.count == MarkupDepth.limit { throw MarkupFault(MarkupDepth.reason, at: start) }
      open.append((name, start))
    }
    index += 1
  }

  /// Goes to the `>` or `/` that ends a tag.
  private mutating func readAttributes(of name: String, start: Int) throws(MarkupFault) {
    var names: Set<String> = []
    while true {
      let hasSpace = skipSpace()
      guard index < bytes.count else { throw MarkupFault("the tag <\(name.prefix(60))> is not closed", at: start) }
      if bytes[index] == UInt8(ascii: ">") || bytes[index] == UInt8(ascii: "/") { return }
      let offset = index
      guard let end = XMLNames.end(of: bytes, at: index) else {
        throw MarkupFault("expected an attribute or \">\", found \(found)", at: index)
      }
      guard hasSpace else { throw MarkupFault("expected a space before the attribute", at: index) }
      let attribute = String(decoding: bytes[index..<end], as: UTF8.self)
      index = end
      try readAttributeValue(of: attribute)
      if !names.insert(attribute).inserted {
        throw MarkupFault("the attribute \(attribute.quotedInBrief) stands there twice", at: offset)
      }
    }
  }

  private mutating func readAttributeValue(of attribute: String) throws(MarkupFault) {
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
      throw MarkupFault("expected \"=\" and a value behind the attribute \(attribute.quotedInBrief)", at: index)
    }
    index += 1
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
      throw MarkupFault("the value of \(attribute.quotedInBrief) stands in no quotation marks", at: index)
    }
    let start = index
    let quote = bytes[index]
    index += 1
    while index < bytes.count, bytes[index] != quote {
      if bytes[index] == UInt8(ascii: "<") {
        throw MarkupFault("\"<\" in the value of \(attribute.quotedInBrief); write &lt;", at: index)
      }
      try readCharacter()
    }
    guard index < bytes.count else {
      throw MarkupFault("the value of \(attribute.quotedInBrief) is not closed", at: start)
    }
    index += 1
  }

  private mutating func readEndTag() throws(MarkupFault) {
    let start = index
    index += 2
    guard let end = XMLNames.end(of: bytes, at: index) else { throw MarkupFault("\"</\" begins no tag", at: start) }
    let name = String(decoding: bytes[index..<end], as: UTF8.self)
    index = end
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: ">") else {
      throw MarkupFault("expected \">\" behind </\(name.prefix(60)), found \(found)", at: index)
    }
    index += 1
    guard let element = open.popLast() else {
      throw MarkupFault("</\(name.prefix(60))> closes nothing", at: start)
    }
    guard element.name == name else {
      throw MarkupFault(
        "</\(name.prefix(60))> does not close <\(element.name.prefix(60))> of \(places.place(of: element.offset))",
        at: start)
    }
  }

  // MARK: Text

  private mutating func readText() throws(MarkupFault) {
    if open.isEmpty {
      skipSpace()
      guard index < bytes.count, bytes[index] != UInt8(ascii: "<") else { return }
      let reason = hasRoot ? "text behind the root element" : "text before the root element"
      throw MarkupFault("\(reason): \(found)", at: index)
    }
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") {
      if bytes[index] == UInt8(ascii: "]"), starts(with: "]]>") {
        throw MarkupFault("\"]]>\" stands in text; write ]]&gt;", at: index)
      }
      try readCharacter()
    }
  }

  /// Goes past a character or a reference to one.
  private mutating func readCharacter() throws(MarkupFault) {
    if bytes[index] == UInt8(ascii: "&") { return try readReference() }
    try checkCharacter()
  }

  private mutating func checkCharacter() throws(MarkupFault) {
    let (value, width) = XMLNames.scalar(bytes, at: index)
    guard XMLNames.isCharacter(value) else {
      throw MarkupFault("the character U+\(String(value, radix: 16, uppercase: true)) is none of XML", at: index)
    }
    index += width
  }

  private mutating func readReference() throws(MarkupFault) {
    let start = index
    if starts(with: "&#") {
      let isHexadecimal = starts(with: "&#x")
      let digits = bytes[(start + (isHexadecimal ? 3 : 2))...].prefix(12).prefix { $0.isASCIIHexadecimal }
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
      guard digits.endIndex < bytes.count, bytes[digits.endIndex] == UInt8(ascii: ";"), let value,
        UnicodeScalar(value) != nil, XMLNames.isCharacter(value)
      else { throw MarkupFault("\"&#\" begins no reference to a character of XML", at: start) }
      index = digits.endIndex + 1
      return
    }
    guard let end = XMLNames.end(of: bytes, at: start + 1), end < bytes.count, bytes[end] == UInt8(ascii: ";") else {
      throw MarkupFault("\"&\" begins no reference; write &amp;", at: start)
    }
    let name = String(decoding: bytes[start + 1..<end], as: UTF8.self)
    guard mayHaveOtherEntities || entities.contains(name) else {
      throw MarkupFault("the entity &\(name.prefix(60)); is not known in XML; write the character itself", at: start)
    }
    index = end + 1
  }

  private mutating func readCDATA() throws(MarkupFault) {
    let start = index
    if open.isEmpty { throw MarkupFault("a CDATA section stands outside of the root element", at: start) }
    index += 9
    while !starts(with: "]]>") {
      guard index < bytes.count else { throw MarkupFault("the CDATA section is not closed", at: start) }
      try checkCharacter()
    }
    index += 3
  }

  private mutating func readComment() throws(MarkupFault) {
    let start = index
    index += 4
    while !starts(with: "--") {
      guard index < bytes.count else { throw MarkupFault("the comment is not closed", at: start) }
      try checkCharacter()
    }
    guard starts(with: "-->") else { throw MarkupFault("\"--\" stands within a comment", at: index) }
    index += 3
  }

  private mutating func readInstruction() throws(MarkupFault) {
    let start = index
    index += 2
    guard let end = XMLNames.end(of: bytes, at: index) else {
      throw MarkupFault("\"<?\" begins no processing instruction", at: start)
    }
    if String(decoding: bytes[index..<end], as: UTF8.self).lowercased() == "xml" {
      throw MarkupFault("an XML declaration stands at the very beginning of the text or not at all", at: start)
    }
    index = end
    if !starts(with: "?>"), !skipSpace() { throw MarkupFault("expected a space, found \(found)", at: index) }
    while !starts(with: "?>") {
      guard index < bytes.count else { throw MarkupFault("the processing instruction is not closed", at: start) }
      try checkCharacter()
    }
    index += 2
  }

  // MARK: The prolog

  private mutating func readDeclaration() throws(MarkupFault) {
    let start = index
    index += 5
    var expected = ["version", "encoding", "standalone"][...]
    while true {
      let hasSpace = skipSpace()
      if starts(with: "?>") { break }
      let offset = index
      guard hasSpace, let end = XMLNames.end(of: bytes, at: index) else {
        throw MarkupFault("the XML declaration is not closed with \"?>\"", at: start)
      }
      let name = String(decoding: bytes[index..<end], as: UTF8.self)
      guard let place = expected.firstIndex(of: name), place == expected.startIndex || expected.first != "version"
      else {
        throw MarkupFault("\(name.quotedInBrief) does not stand there in an XML declaration", at: offset)
      }
      expected = expected[(place + 1)...]
      index = end
      try readAttributeValue(of: name)
    }
    if expected.first == "version" { throw MarkupFault("the XML declaration has no version", at: start) }
    index += 2
  }

  /// Goes past a document type declaration and keeps the names of the entities that it declares.
  private mutating func readDoctype() throws(MarkupFault) {
    let start = index
    guard allowsDoctype else {
      throw MarkupFault("a document type declaration is not allowed, as it can declare entities", at: start)
    }
    if hasDoctype || hasRoot {
      throw MarkupFault("a document type declaration stands once, before the root", at: start)
    }
    hasDoctype = true
    index += 9
    guard skipSpace(), let end = XMLNames.end(of: bytes, at: index) else {
      throw MarkupFault("the document type declaration names no root element", at: start)
    }
    index = end
    var isInSubset = false
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        // Outside of the square brackets it is the address of another file.
        if !isInSubset { mayHaveOtherEntities = true }
        try skipLiteral()
      case UInt8(ascii: "["):
        isInSubset = true
        index += 1
      case UInt8(ascii: "]"):
        isInSubset = false
        index += 1
      case UInt8(ascii: "%"):
        mayHaveOtherEntities = true
        index += 1
      case UInt8(ascii: ">"):
        index += 1
        if !isInSubset { return }
      case UInt8(ascii: "<") where starts(with: "<!--"): try readComment()
      case UInt8(ascii: "<") where starts(with: "<?"): try readInstruction()
      case UInt8(ascii: "<"):
        guard isInSubset, starts(with: "<!") else {
          throw MarkupFault("the document type declaration is not closed", at: start)
        }
        readEntityName()
      default: try checkCharacter()
      }
    }
    throw MarkupFault("the document type declaration is not closed", at: start)
  }

  private mutating func skipLiteral() throws(MarkupFault) {
    guard let end = bytes[(index + 1)...].firstIndex(of: bytes[index]) else {
      throw MarkupFault("the quotation mark is not closed", at: index)
    }
    index = end + 1
  }

  private mutating func readEntityName() {
    let isEntity = starts(with: "<!ENTITY")
    index += isEntity ? 8 : 2
    guard isEntity else { return }
    skipSpace()
    guard let end = XMLNames.end(of: bytes, at: index) else {
      // A parameter entity.
      if index < bytes.count, bytes[index] == UInt8(ascii: "%") { index += 1 }
      return
    }
    entities.insert(String(decoding: bytes[index..<end], as: UTF8.self))
    index = end
  }

  // MARK: Bytes

  @discardableResult
  private mutating func skipSpace() -> Bool {
    let start = index
    while index < bytes.count,
      bytes[index] == 0x20 || bytes[index] == 0x0A || bytes[index] == 0x0D || bytes[index] == 0x09
    {
      index += 1
    }
    return index > start
  }

  private func starts(with text: StaticString) -> Bool {
    guard bytes.count - index >= text.utf8CodeUnitCount else { return false }
    for place in 0..<text.utf8CodeUnitCount where bytes[index + place] != text.utf8Start[place] { return false }
    return true
  }

  /// What stands at the place, as messages name it.
  private var found: String {
    guard index < bytes.count else { return "the end of the text" }
    return String(decoding: bytes[index...].prefix(120), as: UTF8.self).quotedInBrief
  }
}

extension UInt8 {
  fileprivate var isASCIIHexadecimal: Bool { isASCIIDigit || (self | 0x20) &- 0x61 < 6 }
}
