/// Finds what was left to be filled in, in one pass over a text.
struct PlaceholderSearch {
  struct Found {
    let kind: String
    let range: Range<Int>
  }

  /// The longest content of brackets that may be a place to fill in.
  private static let longest = 80

  private(set) var found: [Found] = []

  private let bytes: [UInt8]
  private let isProse: [Bool]

  init(_ prose: MarkdownProse) {
    bytes = prose.places.bytes
    isProse = prose.isProse
    var index = 0
    while index < bytes.count {
      if let next = end(at: index) { index = next } else { index += 1 }
    }
  }

  /// Looks for a placeholder that begins here, and returns where it ends.
  private mutating func end(at index: Int) -> Int? {
    let byte = bytes[index]
    let isAtWord = byte.isASCIILetter && !(index > 0 && bytes[index - 1].isWordByte)
    if isAtWord, let word = endOfWork(at: index) { return add("placeholder", index..<word) }
    guard isProse[index] else { return nil }
    if isAtWord {
      if let phrase = endOfPhrase(at: index) { return phrase }
      return byte == UInt8(ascii: "X") ? endOfMask(at: index) : nil
    }
    switch byte {
    case UInt8(ascii: "["): return endOfBrackets(at: index)
    case UInt8(ascii: "<"): return endOfAngles(at: index)
    case UInt8(ascii: "{"): return endOfBraces(at: index)
    case UInt8(ascii: "$"):
      guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "{") else { return nil }
      guard let close = close(from: index + 2, open: UInt8(ascii: "{"), close: UInt8(ascii: "}")), close > index + 2
      else { return nil }
      return add("template field", index..<(close + 1))
    case UInt8(ascii: "("):
      guard let close = close(from: index + 1, open: byte, close: UInt8(ascii: ")")) else { return nil }
      return PlaceholderWords.isInsertion(text(index + 1..<close)) ? add("placeholder", index..<(close + 1)) : nil
    default: return nil
    }
  }

  private mutating func add(_ kind: String, _ range: Range<Int>) -> Int {
    found.append(Found(kind: kind, range: range))
    return range.upperBound
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The place of the closing sign on the line; nil where another opening one comes first.
  private func close(from start: Int, open: UInt8, close: UInt8) -> Int? {
    for index in start..<max(start, min(bytes.count, start + Self.longest)) {
      if bytes[index] == close { return index }
      if bytes[index] == open || bytes[index] == 0x0A || !isProse[index] { return nil }
    }
    return nil
  }

  // MARK: Brackets

  private mutating func endOfBrackets(at index: Int) -> Int? {
    guard let close = close(from: index + 1, open: UInt8(ascii: "["), close: UInt8(ascii: "]")) else { return nil }
    let next = close + 1 < bytes.count ? bytes[close + 1] : 0
    // A link, or the first or second half of one by reference.
    if next == UInt8(ascii: "(") || next == UInt8(ascii: "[") { return nil }
    if index > 0, bytes[index - 1] == UInt8(ascii: "]") { return nil }
    let content = bytes[(index + 1)..<close]
    if content.contains(where: { ":;\"=<>".utf8.contains($0) }) { return nil }
    return PlaceholderWords.isSlot(text(content.indices), needsCapital: false)
      ? add("placeholder", index..<(close + 1)) : nil
  }

  private mutating func endOfAngles(at index: Int) -> Int? {
    // Behind a word it is a type's parameter.
    if index > 0, bytes[index - 1].isWordByte { return nil }
    guard let close = close(from: index + 1, open: UInt8(ascii: "<"), close: UInt8(ascii: ">")) else { return nil }
    let content = bytes[(index + 1)..<close]
    if content.contains(where: { "=/@:\"".utf8.contains($0) }) { return nil }
    return PlaceholderWords.isSlot(text(content.indices), needsCapital: true)
      ? add("placeholder", index..<(close + 1)) : nil
  }

  private mutating func endOfBraces(at index: Int) -> Int? {
    let brace = UInt8(ascii: "{")
    let isDouble = index + 1 < bytes.count && bytes[index + 1] == brace
    let start = isDouble ? index + 2 : index + 1
    guard let close = close(from: start, open: brace, close: UInt8(ascii: "}")), close > start else { return nil }
    if isDouble {
      guard close + 1 < bytes.count, bytes[close + 1] == UInt8(ascii: "}") else { return nil }
      return add("template field", index..<(close + 2))
    }
    let isTag = bytes[start] == UInt8(ascii: "%") && bytes[close - 1] == UInt8(ascii: "%") && close > start + 1
    guard isTag || PlaceholderWords.isField(text(start..<close)) else { return nil }
    return add("template field", index..<(close + 1))
  }

  // MARK: Words

  private static let works = ["TODO", "FIXME", "TBD"].map { Array($0.utf8) }

  /// The end of a mark of work that is left, unless capitals follow that make it the Spanish word.
  private func endOfWork(at index: Int) -> Int? {
    guard bytes[index] == UInt8(ascii: "T") || bytes[index] == UInt8(ascii: "F") else { return nil }
    for work in Self.works where bytes[index...].starts(with: work) {
      let end = index + work.count
      if end < bytes.count, bytes[end].isWordByte { return nil }
      let next = bytes[min(end, bytes.count)...].prefix(3)
      if next.first == 0x20, next.count == 3, next.dropFirst().allSatisfy({ $0.isASCIILetter && $0 & 0x20 == 0 }) {
        return nil
      }
      return end
    }
    return nil
  }

  private static let phrases: [(kind: String, words: [UInt8])] = [
    ("placeholder", "lorem ipsum"), ("placeholder", "dolor sit amet"),
    ("boilerplate", "as an ai language model"), ("boilerplate", "as a large language model"),
    ("boilerplate", "als ki-sprachmodell"), ("boilerplate", "en tant que modèle de langage"),
    ("boilerplate", "como modelo de lenguaje"), ("boilerplate", "como modelo de linguagem"),
    ("boilerplate", "come modello linguistico"),
  ].map { ($0, Array($1.utf8)) }

  private mutating func endOfPhrase(at index: Int) -> Int? {
    let first = bytes[index].lowercasedASCII
    for phrase in Self.phrases where phrase.words[0] == first {
      if let end = end(of: phrase.words, at: index) { return add(phrase.kind, index..<end) }
    }
    return nil
  }

  /// Where a phrase that begins here ends, ASCII capitals aside and with any one white space for a space.
  private func end(of phrase: [UInt8], at start: Int) -> Int? {
    let end = start + phrase.count
    guard end <= bytes.count, end == bytes.count || !bytes[end].isWordByte else { return nil }
    for (offset, byte) in phrase.enumerated() {
      let found = bytes[start + offset]
      if found.lowercasedASCII != byte, !(byte == 0x20 && found.isASCIISpace) { return nil }
    }
    return end
  }

  /// The end of groups of X that stand for digits to come: `XXXX`, `XXX-XXXX`, `XX/XX/XXXX`.
  private mutating func endOfMask(at index: Int) -> Int? {
    var end = index
    var count = 0
    var shortest = Int.max
    var group = 0
    while end < bytes.count {
      let byte = bytes[end]
      if byte == UInt8(ascii: "X") {
        count += 1
        group += 1
      } else if "-/.".utf8.contains(byte), group > 0, end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "X") {
        shortest = min(shortest, group)
        group = 0
      } else {
        break
      }
      end += 1
    }
    shortest = min(shortest, group)
    let next = end < bytes.count ? bytes[end] : 0x20
    let goesOn = next.isWordByte || next == UInt8(ascii: "-") && end + 1 < bytes.count && bytes[end + 1].isWordByte
    let isBehind = index > 1 && "-/.".utf8.contains(bytes[index - 1]) && bytes[index - 2].isWordByte
    // Of a number that is masked in part the rest stands before or behind.
    guard count >= 4, shortest >= 2, !goesOn, !isBehind else { return end }
    return add("placeholder", index..<end)
  }
}
