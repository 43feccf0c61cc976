/// What stands without quotation marks: literals, numbers, words and calls.
extension LenientReader {
  /// The place of the parenthesis of a call that begins here and whose arguments look like values: `ObjectId("…")`,
  /// `new Date(0)`.
  func parenthesisOfCall(at start: Int) -> Int? {
    var end = word(at: start)
    if end == start || byte(start).isASCIIDigit { return nil }
    if end - start == 3, base[start..<end].elementsEqual("new".utf8), byte(end) == 0x20 { end = word(at: end + 1) }
    while byte(end) == UInt8(ascii: "."), end - start < 256 {
      let next = word(at: end + 1)
      if next == end + 1 { return nil }
      end = next
    }
    var parenthesis = end
    while byte(parenthesis) == 0x20, parenthesis - end < 8, frames.isEmpty { parenthesis += 1 }
    guard byte(parenthesis) == UInt8(ascii: "(") else { return nil }
    let argument = peek(parenthesis + 1)
    return beginsValue(argument) && byte(argument) != UInt8(ascii: ")") ? parenthesis : nil
  }

  /// Reads a key without quotation marks; nil where the text ends within it.
  mutating func bareKey() throws(RepairFault) -> String? {
    let start = at
    var index = start
    var end = -1
    loop: while index < limit {
      switch base[index] {
      case UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: ","), UInt8(ascii: "{"), UInt8(ascii: "}"),
        UInt8(ascii: "["), UInt8(ascii: "]"), 0x0A, 0x0D:
        break loop
      case UInt8(ascii: "/") where byte(index + 1) == UInt8(ascii: "/") || byte(index + 1) == UInt8(ascii: "*"):
        break loop
      case 0x20, 0x09: index += 1
      case let byte:
        if byte == UInt8(ascii: "\"") || byte >= 0x80 && (comma(at: index) ?? colon(at: index)) != nil { break loop }
        if byte == UInt8(ascii: "'") || byte >= 0x80, let (_, width) = quote(at: index) {
          // An apostrophe is part of a word.
          if index > start, end == index, !isAfterKey(index + width) { index += width } else { break loop }
        } else {
          index += 1
        }
        end = index
      }
    }
    if end < 0 {
      if index >= limit { return nil }
      throw RepairFault(
        reason: "a key was expected, found '\(RepairNotes.brief(base, index..<index + 1))'", offset: index)
    }
    if index >= limit {
      try notes.add(.truncation, start..<limit, "the text ends inside a key; the key is left out", replacement: "")
      at = limit
      return nil
    }
    let key = String(decoding: base[start..<end], as: UTF8.self)
    if let (_, width) = quote(at: index) {
      if isAfterKey(index + width) {
        try notes.add(.missingQuote, start..<start, "a key lacks its opening quotation mark", replacement: "\"")
        at = index + width
        return key
      }
      if end < index, isKey(at: index) {
        try notes.add(.strayText, start..<end, "words stand before a key; they are left out", replacement: "")
        at = index
        frames[frames.count - 1].keyStart = index
        return try string(in: .key)
      }
    }
    try notes.add(.unquotedKey, start..<end, "a key stands without quotation marks", replacement: nil)
    at = end
    return key
  }

  private func isAfterKey(_ index: Int) -> Bool {
    let next = peek(index)
    return next < limit && colon(at: next) != nil
  }

  /// Reads a literal, a number or words; nil where the text ends behind no more than a sign.
  mutating func bare(in position: Position) throws(RepairFault) -> JSONValue? {
    let start = at
    let end = endOfBare(in: position)
    if end == start {
      throw RepairFault(
        reason: "a value was expected, found '\(RepairNotes.brief(base, start..<start + 1))'", offset: start)
    }
    at = end
    let isCut = peek(end) >= limit
    let text = String(decoding: base[start..<end], as: UTF8.self)
    if let value = try literal(text, start..<end, isCut: isCut) { return value }
    if isCut, text == "-" || text == "+", !frames.isEmpty {
      try notes.add(.truncation, start..<end, "the text ends inside a number; it is left out", replacement: "")
      return nil
    }
    if position != .alone, let (_, width) = quote(at: at), isDelimiter(peek(at + width)) {
      try notes.add(.missingQuote, start..<start, "a string lacks its opening quotation mark", replacement: "\"")
      at += width
      return .string(text)
    }
    try notes.add(.unquotedString, start..<end, "words stand without quotation marks; they are read as a string")
    return .string(text)
  }

  // MARK: Words

  private func endOfBare(in position: Position) -> Int {
    let isMember = position == .member
    let start = at
    var index = start
    /// Behind the last byte that is no white space.
    var end = start
    loop: while index < limit {
      let byte = base[index]
      switch byte {
      case UInt8(ascii: ","):
        if !isMember || endsMember(index) || isComplete(start..<end) && !isThousands(index) { break loop }
      case UInt8(ascii: "}"), UInt8(ascii: "]"): break loop
      case UInt8(ascii: ";") where isComplete(start..<end): break loop
      case 0x0B, 0x0C, 0xC2, 0xE1...0xE3,
        0xEF where otherSpace(at: index) != nil && isComplete(start..<end):
        break loop
      case 0xEF where comma(at: index) != nil && (!isMember || isComplete(start..<end)): break loop
      case UInt8(ascii: ")") where openParentheses > 0 || isComplete(start..<end): break loop
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard end > start, let close = endOfBrackets(index) else { break loop }
        index = close
        end = close
        continue
      case 0x0A, 0x0D:
        if !isMember { break loop }
        let next = peek(index)
        if isDelimiter(next) || isKey(at: next) || quote(at: next) != nil || ellipsis(at: next) != nil { break loop }
        index = max(next, index + 1)
        continue
      case 0x20, 0x09:
        var solid = index
        while self.byte(solid).isSpaceOrTab { solid += 1 }
        if isComment(solid) { break loop }
        let next = peek(index)
        if next >= limit { break loop }
        if beginsValue(next) || isMember && isKey(at: next), isComplete(start..<end) { break loop }
        index = max(solid, index + 1)
        continue
      case UInt8(ascii: ":") where !isMember:
        if self.byte(index + 1) != UInt8(ascii: "/"), !self.byte(index + 1).isASCIIDigit { break loop }
      case UInt8(ascii: "/") where self.byte(index + 1) == UInt8(ascii: "*"): break loop
      case UInt8(ascii: "`") where isFence(index): break loop
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), 0x80...0xFF:
        if let (_, width) = quote(at: index) {
          if end == index ? isDelimiter(peek(index + width)) : byte == UInt8(ascii: "\"") || isKey(at: index) {
            break loop
          }
        }
      default: break
      }
      index &+= 1
      end = index
    }
    return end
  }

  /// Whether a comma ends a member without quotation marks, rather than being part of its text.
  private func endsMember(_ index: Int) -> Bool {
    let next = peek(index + 1)
    return isDelimiter(next) || isKey(at: next) || quote(at: next) != nil || ellipsis(at: next) != nil
      || hasLineBreak(index, next) || frames.last?.kind == .call || byte(next) == UInt8(ascii: "{") || isComment(next)
  }

  /// Whether a comma within a number parts thousands: three digits follow, and no fourth.
  private func isThousands(_ index: Int) -> Bool {
    byte(index + 1).isASCIIDigit && byte(index + 2).isASCIIDigit && byte(index + 3).isASCIIDigit
      && !byte(index + 4).isASCIIDigit
  }

  private func isComment(_ index: Int) -> Bool {
    switch byte(index) {
    case UInt8(ascii: "/"): byte(index + 1) == UInt8(ascii: "/") || byte(index + 1) == UInt8(ascii: "*")
    case UInt8(ascii: "#"): byte(index + 1) <= 0x20
    default: false
    }
  }

  /// The end of brackets within words, if they are closed before long and hold no quotation marks.
  private func endOfBrackets(_ start: Int) -> Int? {
    var depth = 0
    for index in start..<min(limit, start + 256) {
      switch base[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return index + 1 }
      case UInt8(ascii: "\""), 0x0A, UInt8(ascii: ":"): return nil
      default: break
      }
    }
    return nil
  }

  /// Whether a part of the text is a number or literal that needs nothing more.
  private func isComplete(_ range: Range<Int>) -> Bool {
    if isLiteral(range.upperBound, from: range.lowerBound) { return true }
    guard range.count <= 64, byte(range.lowerBound) < 0x3A else { return false }
    return LooseNumber(String(decoding: base[range], as: UTF8.self)) != nil
  }

  // MARK: Literals

  private mutating func literal(_ text: String, _ range: Range<Int>, isCut: Bool) throws(RepairFault) -> JSONValue? {
    switch text {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default: break
    }
    if let number = JSONNumber(text: text) { return .number(number) }
    if let number = LooseNumber(text) {
      try notes.add(.number, range, "a number is written as JSON does not write it", replacement: number.value.text)
      return .number(number.value)
    }
    let lower = text.utf8.count <= 9 ? text.lowercased() : ""
    let plain: JSONValue?
    switch lower {
    case "true": plain = .bool(true)
    case "false": plain = .bool(false)
    case "null", "none", "nil", "undefined": plain = .null
    default: plain = nil
    }
    if let plain {
      try notes.add(.literal, range, "\(text) is written \(plain.compactText) in JSON", replacement: plain.compactText)
      return plain
    }
    switch lower {
    case "nan", "infinity", "-infinity", "+infinity":
      try notes.add(
        .nonFiniteNumber, range, "JSON has no number \(text); it is kept as a string", replacement: "\"\(text)\"")
      return .string(text)
    default: break
    }
    guard isCut, !frames.isEmpty else { return nil }
    let names: [(String, JSONValue)] = [
      ("true", true), ("false", false), ("null", nil), ("True", true), ("False", false), ("None", nil),
    ]
    for (name, value) in names where name.hasPrefix(text) {
      try notes.add(.truncation, range, "the text ends inside \(name)", replacement: value.compactText)
      return value
    }
    return nil
  }
}
