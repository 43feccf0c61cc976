import StructuredOutput
import TextMetrics

/// The items that an answer lists: lines with bullets or numbers, a JSON array, lines, or parts between semicolons,
/// commas and "and".
struct ItemsInAnswer {
  /// What was found before a single line is parted.
  private enum Found {
    case items([String])
    case line(String)
  }

  private let found: Found

  /// The most items that are read.
  static let mostItems = 10_000

  /// Reads an answer.
  init(_ answer: String) {
    let spoken = FinalAnswer.spoken(answer)
    let enclosed = FinalAnswer.marked(in: spoken).first(where: \.isEnclosed)?.text
    found = Self.found(in: enclosed ?? spoken)
  }

  /// The items in their order, without the marks of the list; no more than one beyond ``mostItems``.
  ///
  /// - Parameter wanted: Items that the answer may hold: they are not parted at a comma or an "and" that is theirs.
  func items(wanted: [String] = []) -> [String] {
    let items: [String] =
      switch found {
      case .items(let items): items
      case .line(let line): Self.parts(of: line[...], WantedItems(wanted))
      }
    return items.lazy.map(Self.bare).filter { !$0.isEmpty }.prefix(Self.mostItems + 1).map { $0 }
  }

  /// The items that an answer should hold, as far as they help to tell where its items begin and end.
  private struct WantedItems {
    /// Those that have a comma or an "and" of their own.
    private let forms: Set<String>
    private let longest: Int
    private let all: Set<String>

    init(_ wanted: [String]) {
      all = Set(wanted.map(ItemsInAnswer.form))
      let joined = wanted.filter { $0.contains(",") || $0.contains(" ") }
      forms = Set(joined.map(TextNormalization.answerForm))
      longest = joined.map(\.utf8.count).max() ?? 0
    }

    /// Whether some words are an item.
    func isItem(_ text: Substring) -> Bool { all.contains(ItemsInAnswer.form(of: String(text))) }

    /// Whether a text is one of those with joints of their own.
    func contains(_ text: String) -> Bool {
      !forms.isEmpty && text.utf8.count < 2 * longest + 100 && forms.contains(TextNormalization.answerForm(text))
    }
  }

  /// The longest item of which the form is made, in bytes.
  static let longestItem = 10_000

  /// What two items are alike in: case, articles and punctuation do not count; "" for an item of signs alone.
  static func form(of item: String) -> String {
    // Nobody lists pages.
    if item.utf8.count > longestItem { return item }
    let plain = TextNormalization.answerForm(item)
    let words = SQuADScore.normalized(plain)
    // Of "+" and "C++" and "3.5" the signs tell.
    let isTold = plain.unicodeScalars.contains { $0 == "+" || $0 == "#" || $0.properties.numericType != nil }
    return words.isEmpty || isTold ? plain : words
  }

  private static func found(in text: String) -> Found {
    if let array = jsonItems(of: text) { return .items(array) }
    var lines: [Substring] = []
    var marked: [Substring] = []
    for line in text.split(whereSeparator: \.isNewline) {
      let content = trimmed(line)
      if content.isEmpty || content.allSatisfy({ "-=_*`|".contains($0) }) { continue }
      if let item = withoutMark(content) { marked.append(item) } else { lines.append(content) }
      if marked.count > mostItems || lines.count > mostItems { break }
    }
    if marked.count > 1 { return .items(marked.map(String.init)) }
    // One marked line may be a sentence that begins with a number, or hold all items.
    if let only = marked.first, lines.allSatisfy({ $0.hasSuffix(":") }) {
      return numbered(text) ?? .line(String(only))
    }
    lines = text.split(whereSeparator: \.isNewline).map(trimmed).filter { !$0.isEmpty }
    if lines.count > 1, let first = lines.first, first.hasSuffix(":") { lines.removeFirst() }
    return lines.count > 1 ? .items(lines.map { String($0) }) : .line(String(lines.first ?? ""))
  }

  /// The items of a JSON array of strings, numbers and truth values, which may stand in a fence.
  private static func jsonItems(of text: String) -> [String]? {
    guard text.contains("["), text.utf8.count <= 1 << 20, let value = (try? JSONReading.extracting.read(text))?.value
    else { return nil }
    // An object with one list in it is that list.
    let only = value.objectValue.flatMap { $0.count == 1 ? $0.values.first : nil } ?? value
    guard let array = only.arrayValue else { return nil }
    var items: [String] = []
    for value in array {
      switch value {
      case .string(let string): items.append(string)
      case .number, .bool: items.append(value.compactText)
      default: return nil
      }
    }
    return items
  }

  /// "1. red 2. green 3. blue" in one line.
  private static func numbered(_ text: String) -> Found? {
    var rest = trimmed(text[...])
    var items: [String] = []
    for number in 1...mostItems {
      guard let mark = [". ", ") "].map({ "\(number)" + $0 }).first(where: { rest.hasPrefix($0) }) else { break }
      rest = rest.dropFirst(mark.count)
      let end = [". ", ") "].compactMap { rest.firstRange(of: " \(number + 1)" + $0) }.map(\.lowerBound).min()
      items.append(String(rest[..<(end ?? rest.endIndex)]))
      rest = trimmed(rest[(end ?? rest.endIndex)...])
    }
    return items.count > 1 ? .items(items) : nil
  }

  /// The content of a line behind "-", "•", "1." or "(a)"; nil for a line without a mark.
  private static func withoutMark(_ line: Substring) -> Substring? {
    guard let first = line.first else { return nil }
    if "-*•‣◦▪–—·☐☑✓✔".contains(first) {
      let rest = line.dropFirst()
      guard rest.first?.isWhitespace == true else { return nil }
      let content = trimmed(rest)
      // A task of GitHub's Markdown.
      let isTask = ["[ ] ", "[x] ", "[X] "].contains { content.hasPrefix($0) }
      return isTask ? trimmed(content.dropFirst(4)) : content
    }
    let opened = first == "(" ? line.dropFirst() : line
    let number = opened.prefix { $0.isNumber }
    let label = number.isEmpty ? opened.prefix(1).filter(\.isLetter)[...] : number
    guard !label.isEmpty, label.count <= 4 else { return nil }
    let rest = opened.dropFirst(label.count)
    guard let closing = rest.first, ").:".contains(closing), rest.dropFirst().first?.isWhitespace == true else {
      return nil
    }
    return trimmed(rest.dropFirst())
  }

  // MARK: One line

  private static func parts(of line: Substring, _ known: WantedItems) -> [String] {
    var line = line
    if let colon = line.lastIndex(of: ":"), line[line.index(after: colon)...].first?.isWhitespace == true {
      line = trimmed(line[line.index(after: colon)...])
    }
    if let first = line.first, let last = line.last, ["(": ")", "[": "]", "{": "}"][first] == last {
      line = trimmed(line.dropFirst().dropLast())
    }
    if known.contains(String(line)) { return [String(line)] }
    let sign: Character = "•;,、，|/".first { line.contains($0) } ?? ","
    var parts = split(line, at: sign)
    if let first = parts.first { parts[0] = withoutLead(first, known) }
    // Only the last two are joined by an "and"; "salt and pepper, oil" has one of its own.
    guard let last = parts.last else { return [] }
    parts.removeLast()
    return parts.map(String.init) + ended(last, known, isAlone: parts.isEmpty)
  }

  /// Parts at a sign outside of brackets and quotation marks; a comma between two digits parts nothing.
  private static func split(_ line: Substring, at sign: Character) -> [Substring] {
    var parts: [Substring] = []
    var start = line.startIndex
    var (depth, isQuoted) = (0, false)
    var before: Character = " "
    var index = line.startIndex
    while index < line.endIndex {
      let character = line[index]
      let next = line.index(after: index)
      switch character {
      case "(", "[": depth += 1
      case ")", "]": depth = max(0, depth - 1)
      case "\"": isQuoted.toggle()
      case sign where depth == 0 && !isQuoted:
        let isInNumber = (sign == "," || sign == "/") && before.isNumber && next < line.endIndex && line[next].isNumber
        if !isInNumber {
          parts.append(trimmed(line[start..<index]))
          start = next
        }
      default: break
      }
      before = character
      index = next
    }
    parts.append(trimmed(line[start...]))
    // An opening sign that nothing closes holds nothing together.
    if parts.count == 1, depth > 0 || isQuoted { return line.split(separator: sign).map(trimmed) }
    return parts
  }

  /// The last part, divided at the "and" in it: "and blue", "green and blue", "red & blue".
  private static func ended(_ part: Substring, _ known: WantedItems, isAlone: Bool) -> [String] {
    var part = part
    // "… and blue. I hope this helps!"
    if let stop = part.firstRange(of: ". ") ?? part.firstRange(of: "! "),
      part[stop.upperBound...].first?.isUppercase == true,
      !known.contains(String(part))
    {
      part = part[..<stop.lowerBound]
    }
    let words = part.split(separator: " ")
    if let first = words.first, joints.contains(first.lowercased()), !isAlone {
      var rest = trimmed(part.dropFirst(first.count))
      if words.count > 2, ["also", "even", "auch", "aussi", "finally"].contains(words[1].lowercased()) {
        rest = part[words[2].startIndex...]
      }
      return known.contains(String(part)) ? [String(part)] : [String(rest)]
    }
    guard !known.contains(String(part)) else { return [String(part)] }
    var items: [[Substring]] = [[]]
    for word in words {
      if joints.contains(word.lowercased()) { items.append([]) } else { items[items.count - 1].append(word) }
    }
    // Put together again what is one item: "salt and pepper and oil".
    var joined: [String] = []
    for item in items where !item.isEmpty {
      let text = item.joined(separator: " ")
      if let last = joined.last, known.contains(last + " and " + text) {
        joined[joined.count - 1] = last + " and " + text
      } else {
        joined.append(text)
      }
    }
    return joined
  }

  private static let joints: Set<String> = ["and", "&", "und", "oder", "or", "et", "ou", "y", "e", "o", "plus"]

  /// "The colours are red" and "We ship to Paris" without their lead.
  private static func withoutLead(_ part: Substring, _ known: WantedItems) -> Substring {
    let words = part.split(separator: " ")
    let verb = words.dropLast().lastIndex { leads.contains($0.lowercased()) }
    if let verb, verb > 0 { return part[words[verb + 1].startIndex...] }
    // A name begins behind a word that is none. A list of two names has its "and" in the part.
    for place in words.indices.dropFirst().prefix(40)
    where words[place].first?.isUppercase == true && words[place - 1].first?.isLowercase == true {
      let end = words[place...].firstIndex { joints.contains($0.lowercased()) } ?? words.endIndex
      if end > place, known.isItem(part[words[place].startIndex..<words[end - 1].endIndex]) {
        return part[words[place].startIndex...]
      }
    }
    return part
  }

  private static let leads: Set<String> = [
    "are", "is", "were", "include", "includes", "including", "sind", "ist", "sont", "est", "son", "es", "sono", "são",
    "been", "lautet", "lauten", "have", "has", "choose", "offer", "offers", "sell", "need", "use", "contain",
    "contains",
  ]

  // MARK: Signs

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  /// An item without emphasis, quotation marks and the comma behind it.
  private static func bare(_ item: String) -> String {
    var text = item.contains("**") ? item.replacing("**", with: "")[...] : item[...]
    text = trimmed(text)
    while let last = text.last, ",;.".contains(last), !text.hasSuffix("...") { text.removeLast() }
    if let first = text.first, text.count > 1, "\"'`“*_".contains(first), let last = text.last, "\"'`”*_".contains(last)
    {
      text = text.dropFirst().dropLast()
    }
    return String(trimmed(text))
  }
}
