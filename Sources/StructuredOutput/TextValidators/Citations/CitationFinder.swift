/// Finds the citations of a Markdown text outside of its code.
struct CitationFinder {
  /// The longest content of brackets that may be a citation.
  private static let longest = 200

  private(set) var citations: [Citation] = []

  private let bytes: [UInt8]
  private let isProse: [Bool]
  private let sources: CitedSources
  private let style: CitationStyle
  /// What stands behind the notes and link definitions of the text, by their labels.
  private var notes: [String: Note] = [:]

  private struct Note {
    let text: String
    let place: Int?
  }

  init(_ prose: MarkdownProse, _ sources: CitedSources, _ style: CitationStyle) {
    bytes = prose.places.bytes
    isProse = prose.isProse
    self.sources = sources
    self.style = style
    for definition in prose.document.definitions where definition.label.utf8.count <= Self.longest {
      takeNote(definition.label.lowercased(), String(definition.destination.prefix(Self.longest)))
    }
    let blocks = prose.document.blocks.filter(MarkdownProse.isProse)
    for block in blocks {
      for line in prose.document.contentLines[block.content] {
        guard let note = note(line) else { continue }
        takeNote(note.label, text(note.start..<min(line.upperBound, note.start + Self.longest)))
      }
    }
    for block in blocks {
      for line in prose.document.contentLines[block.content] { find(in: line) }
    }
  }

  private static let noteStart = Array("[^".utf8)

  /// The label of a footnote's text, and where the text begins.
  private func note(_ line: Range<Int>) -> (label: String, start: Int)? {
    guard bytes[line].starts(with: Self.noteStart) else { return nil }
    guard let close = bytes[line].prefix(Self.longest).firstIndex(of: UInt8(ascii: "]")), close + 1 < line.upperBound,
      bytes[close + 1] == UInt8(ascii: ":")
    else { return nil }
    return (text(line.lowerBound + 1..<close).lowercased(), close + 2)
  }

  private mutating func takeNote(_ label: String, _ note: String) {
    guard notes[label] == nil else { return }
    let sources = sources
    // The note may name the source within a sentence.
    let place =
      sources.place(ofName: Self.trimmed(note[...]))
      ?? note.split(whereSeparator: \.isWhitespace).lazy.compactMap { sources.place(ofName: $0) }.first
      ?? sources.place(ofLongNameIn: note)
    notes[label] = Note(text: Self.trimmed(note[...]), place: place)
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private static let openMark = Array("【".utf8)
  private static let closeMark = Array("】".utf8)

  private mutating func find(in line: Range<Int>) {
    var index = note(line)?.start ?? line.lowerBound
    while index < line.upperBound {
      let byte = bytes[index]
      guard isProse[index] else {
        index += 1
        continue
      }
      if byte == UInt8(ascii: "\\") {
        index += 2
      } else if byte == UInt8(ascii: "["), !style.isDisjoint(with: [.brackets, .footnotes]),
        let close = end(from: index + 1, line, open: byte, close: UInt8(ascii: "]"))
      {
        addBrackets(index..<close, line)
        index = close
      } else if byte == UInt8(ascii: "("), style.contains(.parentheses),
        let close = end(from: index + 1, line, open: byte, close: UInt8(ascii: ")"))
      {
        // What stands in these parentheses may hold brackets.
        index = addsParentheses(index..<close) ? close : index + 1
      } else if byte == Self.openMark[0], style.contains(.searchMarks), bytes[index...].starts(with: Self.openMark),
        let close = endOfMark(from: index, line)
      {
        addSearchMark(index..<close)
        index = close
      } else {
        index += 1
      }
    }
  }

  /// The offset behind the closing sign; nil where another opening one comes first.
  private func end(from start: Int, _ line: Range<Int>, open: UInt8, close: UInt8) -> Int? {
    for index in start..<min(line.upperBound, start + Self.longest) {
      // The name itself may be written as code.
      guard isProse[index] else { continue }
      if bytes[index] == close { return index + 1 }
      if bytes[index] == open { return nil }
    }
    return nil
  }

  private func endOfMark(from start: Int, _ line: Range<Int>) -> Int? {
    for index in (start + 1)..<min(line.upperBound, start + Self.longest) where bytes[index] == Self.openMark[0] {
      if bytes[index...].starts(with: Self.closeMark) { return index + Self.closeMark.count }
      if bytes[index...].starts(with: Self.openMark) { return nil }
    }
    return nil
  }

  // MARK: What is cited

  private mutating func addBrackets(_ range: Range<Int>, _ line: Range<Int>) {
    let content = text(range.lowerBound + 1..<range.upperBound - 1)
    var citation = Citation(offset: range.lowerBound, text: text(range))
    if content.hasPrefix("^") {
      guard style.contains(.footnotes), addsFootnote(content, to: &citation) else { return }
      citations.append(citation)
      return
    }
    guard style.contains(.brackets) else { return }
    if let place = sources.place(ofName: content) {
      citation.sources = [place]
    } else {
      let parts = content.split { $0 == "," || $0 == ";" }.map { Self.trimmed($0) }
      let isList = !parts.isEmpty && parts.allSatisfy { Self.numbers($0) != nil || sources.place(ofName: $0) != nil }
      // `[0-9]` is of a regular expression.
      if isList, parts.contains(where: { $0.hasPrefix("0") && $0 != "0" }) { return }
      if isList {
        for part in parts { add(part, to: &citation) }
      } else if Self.looksLikeSource(content), !isLink(content, end: range.upperBound, line) {
        for part in Self.looksLikeYear(content) ? [content] : parts { add(part, to: &citation) }
      } else {
        return
      }
    }
    citations.append(citation)
  }

  /// Whether text in brackets is that of a link, to an address or by a label that the text defines.
  private func isLink(_ content: String, end: Int, _ line: Range<Int>) -> Bool {
    if notes[content.lowercased()] != nil { return true }
    guard end < line.upperBound else { return false }
    if bytes[end] == UInt8(ascii: "(") { return true }
    guard bytes[end] == UInt8(ascii: "["),
      let close = self.end(from: end + 1, line, open: bytes[end], close: UInt8(ascii: "]"))
    else { return false }
    let label = text(end + 1..<close - 1).lowercased()
    return label.isEmpty || notes[label] != nil
  }

  /// Adds what a footnote cites; whether it is one, which without a note of its own only a number or a source's name is.
  private func addsFootnote(_ label: String, to citation: inout Citation) -> Bool {
    if let note = notes[label.lowercased()] {
      if let place = note.place { citation.sources = [place] } else { citation.unknown = [note.text] }
      return true
    }
    let name = String(label.dropFirst())
    let isNumber = Self.numbers(name).map { $0.lowerBound == $0.upperBound } ?? false
    guard isNumber || sources.place(ofName: name) != nil || Self.looksLikeSource(name) else { return false }
    add(name, to: &citation)
    return true
  }

  private static let sourceWords = [
    "source:", "sources:", "quelle:", "quellen:", "fuente:", "fuentes:", "fonte:", "fonti:", "fontes:",
  ]

  private mutating func addsParentheses(_ range: Range<Int>) -> Bool {
    let content = Self.trimmed(text(range.lowerBound + 1..<range.upperBound - 1)[...])
    let start = content.prefix(12).lowercased()
    guard let word = Self.sourceWords.first(where: { start.hasPrefix($0) }) else { return false }
    let names = Self.trimmed(content.dropFirst(word.count))
    var citation = Citation(offset: range.lowerBound, text: text(range))
    if let place = sources.place(ofName: names), !names.contains(where: { $0 == "," || $0 == ";" }) {
      citation.sources = [place]
    } else {
      let parts = names.split { $0 == "," || $0 == ";" }.map { Self.trimmed($0) }
      let known = parts.filter { sources.place(ofName: Self.withoutBrackets($0)) != nil || Self.numbers($0) != nil }
      // `policy.md, p. 3` names one source.
      let cited = known.isEmpty ? parts : parts.filter { known.contains($0) || Self.looksLikeSource($0) }
      for part in cited { add(Self.withoutBrackets(part), to: &citation) }
      if cited.isEmpty { citation.unknown = [names] }
    }
    citations.append(citation)
    return true
  }

  private mutating func addSearchMark(_ range: Range<Int>) {
    let signs = Self.openMark.count
    let content = text(range.lowerBound + signs..<range.upperBound - signs)
    var citation = Citation(offset: range.lowerBound, text: text(range))
    let parts = content.split(separator: "†", maxSplits: 1)
    let name = parts.count > 1 ? Self.trimmed(parts[1]) : ""
    if let place = sources.place(ofName: name) {
      citation.sources = [place]
    } else if name.isEmpty || name.lowercased() == "source", let number = parts.first {
      add(Self.trimmed(number), to: &citation)
    } else {
      citation.unknown = [name]
    }
    citations.append(citation)
  }

  /// Adds what a part of a citation names: a number, a range of them, or a name.
  private func add(_ part: String, to citation: inout Citation) {
    guard let numbers = Self.numbers(part) else {
      if let place = sources.place(ofName: part) {
        citation.sources.append(place)
      } else {
        citation.unknown.append(part)
      }
      return
    }
    if let place = notes[part.lowercased()]?.place {
      citation.sources.append(place)
      return
    }
    // The ends of a range tell whether all of it is given.
    if sources.place(ofNumber: numbers.lowerBound) == nil || sources.place(ofNumber: numbers.upperBound) == nil {
      citation.unknown.append(part)
    } else {
      citation.sources += numbers.map { $0 - 1 }
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    var rest = text
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  private static func withoutBrackets(_ text: String) -> String {
    text.hasPrefix("[") && text.hasSuffix("]") && text.count > 2 ? String(text.dropFirst().dropLast()) : text
  }

  /// `3` or `3-5`; of more than three digits none, as that is a year or worse.
  private static func numbers(_ text: some StringProtocol) -> ClosedRange<Int>? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }.map { trimmed(Substring($0)) }
    guard parts.count <= 2 else { return nil }
    let numbers = parts.compactMap { part -> Int? in
      (1...3).contains(part.utf8.count) && part.utf8.allSatisfy(\.isASCIIDigit) ? Int(part) : nil
    }
    guard numbers.count == parts.count, let first = numbers.first, let last = numbers.last, first <= last else {
      return nil
    }
    return first...last
  }

  /// Whether a text in brackets is one that cites: a file's name, an address, `source …` or an author and a year.
  private static func looksLikeSource(_ text: some StringProtocol) -> Bool {
    let form = trimmed(Substring(text)).lowercased()
    if looksLikeYear(form) { return true }
    if form.contains("://") || form.hasPrefix("www.") { return !form.contains(where: \.isWhitespace) }
    for word in ["source", "doc", "document", "quelle", "fuente", "fonte", "ref"] where form.hasPrefix(word) {
      let rest = form.dropFirst(word.count)
      if rest.first.map({ $0 == ":" || $0 == " " || $0.isNumber }) == true, rest.contains(where: \.isNumber) {
        return true
      }
    }
    // A name with a short ending: `refunds.pdf`, perhaps followed by a page.
    let name = form.split { $0 == "," || $0 == "#" || $0 == ":" || $0 == ";" }.first ?? ""
    guard let point = name.lastIndex(of: "."), point > name.startIndex else { return false }
    let ending = name[name.index(after: point)...]
    return (2...5).contains(ending.count) && ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      && ending.contains(where: \.isLetter) && !name.contains(where: { $0 == " " || $0 == "@" })
  }

  /// `Smith 2020`, `Smith et al., 2020a`.
  private static func looksLikeYear(_ text: some StringProtocol) -> Bool {
    let form = trimmed(Substring(text))
    guard let first = form.first, first.isLetter, let last = form.split(whereSeparator: \.isWhitespace).last else {
      return false
    }
    let digits = last.prefix(4)
    guard last != form[...], digits.count == 4, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return false }
    return (digits.hasPrefix("19") || digits.hasPrefix("20")) && last.dropFirst(4).allSatisfy(\.isLowercase)
      && last.count <= 5
  }
}
