extension StructureValidator {
  /// The text has these sections, none of them empty: `.sections(["Summary", "Steps", "Next"])`.
  ///
  /// A section's title is a Markdown heading (`## Steps`, or underlined), or outside of lists and quotes a bold line
  /// (`**Steps**`) or the beginning of a line before a colon (`Steps: …`); the kind named first that a title is found as
  /// counts. Titles are compared without capitals, emphasis, a number before them (`1.`) and a colon behind them. Other
  /// sections may stand between them.
  /// - Parameters:
  ///   - titles: the titles of sections that are there.
  ///   - ordered: whether they are there in this order.
  ///   - allowsEmpty: whether a section may hold nothing but its title.
  public static func sections(
    _ titles: [String], ordered: Bool = true, allowsEmpty: Bool = false
  ) -> StructureValidator {
    StructureValidator(name: "sections") { text in
      let outline = SectionOutline(text, titles: titles)
      var violations = ViolationList()
      var last: (title: String, line: Int)?
      for (index, title) in titles.enumerated() {
        let found = outline.marks(of: index)
        guard let mark = found.first else {
          violations.add("no section \(title.quotedInBrief)")
          continue
        }
        let name = "line \(mark.line): the section \(title.quotedInBrief)"
        if ordered, let last, mark.line < last.line {
          violations.add(
            "\(name) stands before \(last.title.quotedInBrief) in line \(last.line), expected behind it")
        } else {
          last = (title, mark.line)
        }
        if mark.form != .colon {
          for again in found.dropFirst() {
            violations.add(
              "line \(again.line): the section \(title.quotedInBrief) occurs again, first in line \(mark.line)")
          }
        }
        if !allowsEmpty, outline.isEmpty(mark) { violations.add("\(name) is empty") }
      }
      return violations.all
    }
  }
}

/// The lines of a text that may begin sections, and what stands between them.
private struct SectionOutline {
  enum Form: Int {
    case heading
    case bold
    case colon
  }

  struct Mark {
    let title: Int
    let form: Form
    let line: Int
    /// The place among the events.
    let event: Int
  }

  private enum Event {
    /// - Parameter level: a heading's, or 7 for what is no heading.
    case title(level: Int, index: Int?)
    case content
  }

  private static let longestTitle = 200
  private static let lowestLevel = 7

  private let titles: [String: Int]
  private var events: [Event] = []
  private var allMarks: [Int: [Mark]] = [:]

  init(_ text: String, titles: [String]) {
    self.titles = Dictionary(
      titles.enumerated().map { (Self.form($0.element), $0.offset) }, uniquingKeysWith: { first, _ in first })
    let document = MarkdownDocument(text)
    for block in document.blocks {
      switch block.kind {
      case .heading(let level):
        let content = document.inlineText(of: block)
        let title = content.bytes.count <= Self.longestTitle ? MarkdownPlainText.text(of: content.text) : ""
        add(level: level, title: self.titles[Self.form(title)], form: .heading, line: block.line)
      case .paragraph where block.parent == nil:
        for (offset, line) in document.contentLines[block.content].enumerated() {
          add(paragraphLine: document.places.bytes[line], number: block.contentLine + offset)
        }
      default:
        if !block.content.isEmpty { events.append(.content) }
      }
    }
    keepOneForm()
  }

  /// Of the lines that a title is found in keeps those of the first form; the others are what they look like otherwise.
  private mutating func keepOneForm() {
    for title in titles.values.sorted() {
      guard let marks = allMarks[title], let form = marks.map(\.form.rawValue).min() else { continue }
      for mark in marks where mark.form.rawValue != form {
        events[mark.event] = mark.form == .colon ? .content : .title(level: Self.lowestLevel, index: nil)
      }
      allMarks[title] = marks.filter { $0.form.rawValue == form }
    }
  }

  /// The lines that begin a section, of the first form that it is found in.
  func marks(of title: Int) -> [Mark] { allMarks[title] ?? [] }

  /// Whether another section begins before anything follows.
  func isEmpty(_ mark: Mark) -> Bool {
    guard case .title(let level, _) = events[mark.event] else { return false }
    for event in events[(mark.event + 1)...] {
      switch event {
      case .content: return false
      case .title(let other, let index):
        if other <= level || index != nil && index != mark.title { return true }
      }
    }
    return true
  }

  private mutating func add(level: Int, title: Int?, form: Form, line: Int) {
    if let title {
      allMarks[title, default: []].append(Mark(title: title, form: form, line: line, event: events.count))
    }
    events.append(.title(level: level, index: title))
  }

  private mutating func add(paragraphLine line: ArraySlice<UInt8>, number: Int) {
    let isBold = Self.isBold(line)
    if isBold, line.count <= Self.longestTitle {
      let title = MarkdownPlainText.text(of: String(decoding: line, as: UTF8.self))
      add(level: Self.lowestLevel, title: titles[Self.form(title)], form: .bold, line: number)
      return
    }
    let start = line.prefix(Self.longestTitle)
    if let colon = start.firstIndex(of: UInt8(ascii: ":")) {
      let name = MarkdownPlainText.text(of: String(decoding: start[..<colon], as: UTF8.self))
      if let title = titles[Self.form(name)] {
        add(level: Self.lowestLevel, title: title, form: .colon, line: number)
        let isMark: (UInt8) -> Bool = { $0.isASCIISpace || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") }
        if !line[(colon + 1)...].allSatisfy(isMark) { events.append(.content) }
        return
      }
    }
    events.append(.content)
  }

  /// Whether a line is bold from its beginning to its end, a colon aside.
  private static func isBold(_ line: ArraySlice<UInt8>) -> Bool {
    var rest = line
    while rest.last?.isSpaceOrTab == true { rest.removeLast() }
    if rest.last == UInt8(ascii: ":") { rest.removeLast() }
    guard rest.count > 4, let sign = rest.first, sign == UInt8(ascii: "*") || sign == UInt8(ascii: "_") else {
      return false
    }
    let mark = [sign, sign]
    guard rest.starts(with: mark), rest.suffix(2).elementsEqual(mark) else { return false }
    return !rest.dropFirst(3).dropLast(3).contains(sign)
  }

  /// A title as titles are compared.
  private static func form(_ title: String) -> String {
    let form = MarkdownPlainText.comparable(title)
    let number = form.unicodeScalars.prefix { ("0"..."9").contains($0) || $0 == "." || $0 == ")" }
    guard let last = number.last, last == "." || last == ")" else { return form }
    return String(String.UnicodeScalarView(form.unicodeScalars[number.endIndex...].drop { $0.isWhiteSpace }))
  }
}
