/// Strings in quotes: where one ends although quotes in it are not escaped or one is missing, and what it says.
extension LenientReader {
  /// How many strings may be followed to the end of the text without finding where they close.
  private static let maximumVainSearches = 32

  private enum Verdict {
    case closes
    /// It may close the string, if no other mark does.
    case mayClose
    /// It is part of the string's text.
    case isText
    /// It opens the next string: the closing mark of this one is missing before the separator at this place.
    case opensNext(separator: Int)
  }

  private struct Ending {
    enum How { case closed, noQuote, cut }
    /// Where the string's text ends and where reading goes on.
    var content: Int
    var next: Int
    var how: How
  }

  /// Reads strings joined by `+` as one.
  mutating func joinedStrings(in position: Position) throws(RepairFault) -> String {
    var text = try string(in: position) ?? ""
    while true {
      let plus = peek(at)
      guard byte(plus) == UInt8(ascii: "+") else { return text }
      let next = peek(plus + 1)
      guard next < limit, quote(at: next) != nil else { return text }
      try notes.add(.concatenation, plus..<next, "strings joined by + are one", replacement: nil)
      at = next
      text += try string(in: position) ?? ""
    }
  }

  /// Skips the letters that Python puts before a string: `r"…"`, `b'…'`, `f"…"`.
  mutating func skipStringPrefix() throws(RepairFault) -> Bool {
    let isLetter = { (byte: UInt8) in "rbuf".utf8.contains(byte | 0x20) }
    let count = !isLetter(byte(at)) ? 0 : isLetter(byte(at + 1)) ? 2 : 1
    let mark = byte(at + count)
    guard count > 0, mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") else { return false }
    // `b", ` is a word that lacks its opening mark, `b""` an empty string.
    guard byte(at + count + 1) == mark || !isDelimiter(peek(at + count + 1)) else { return false }
    try notes.add(.quotes, at..<at + count, "a string has a prefix of Python; it is left out", replacement: "")
    isRaw = base[at..<at + count].contains { $0 | 0x20 == UInt8(ascii: "r") }
    at += count
    return true
  }

  /// Reads the string that opens here; nil for a key that the end of the text cuts off.
  mutating func string(in position: Position) throws(RepairFault) -> String? {
    guard let (marks, width) = quote(at: at) else { return nil }
    let opener = at
    let raw = isRaw
    isRaw = false
    if let end = endOfTripleQuoted() {
      try notes.add(.quotes, opener..<opener + 3, "a string stands in triple quotation marks", replacement: "\"")
      at = end + 3
      return try text(opener + 3..<end, marks: nil, raw: raw, isCut: false, in: position)
    }
    let start = opener + width
    let ending = try ending(of: marks, from: start, raw: raw, in: position)
    if !marks.isStandard {
      try notes.add(.quotes, opener..<start, "a string stands in other quotation marks", replacement: "\"")
    }
    at = ending.next
    switch ending.how {
    case .closed: break
    case .noQuote:
      try notes.add(
        .missingQuote, ending.content..<ending.content, "a closing quotation mark is missing", replacement: "\"")
    case .cut:
      if position == .key {
        try notes.add(.truncation, opener..<limit, "the text ends inside a key; the key is left out", replacement: "")
        return nil
      }
      if position == .alone, !marks.isStandard {
        throw RepairFault(reason: "a quotation mark opens here, and none closes", offset: opener)
      }
      try notes.add(.truncation, limit..<limit, "the text ends inside a string; it is closed", replacement: "\"")
    }
    return try text(start..<ending.content, marks: marks, raw: raw, isCut: ending.how == .cut, in: position)
  }

  /// Where the text of a string in `"""` or `'''` ends that opens here.
  private mutating func endOfTripleQuoted() -> Int? {
    let mark = byte(at)
    guard mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'"), byte(at + 1) == mark, byte(at + 2) == mark else {
      return nil
    }
    if at >= (mark == UInt8(ascii: "\"") ? tripleVainFrom.double : tripleVainFrom.single) { return nil }
    var index = at + 3
    while index < limit {
      if base[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if base[index] == mark, byte(index + 1) == mark, byte(index + 2) == mark {
        return byte(index + 3) == mark && byte(index + 4) != mark ? index + 1 : index
      }
      index &+= 1
    }
    if mark == UInt8(ascii: "\"") { tripleVainFrom.double = at } else { tripleVainFrom.single = at }
    return nil
  }

  // MARK: The end

  private mutating func ending(
    of marks: QuotationMarks, from start: Int, raw: Bool, in position: Position
  ) throws(RepairFault) -> Ending {
    let ascii: UInt8
    switch marks {
    case .double: ascii = UInt8(ascii: "\"")
    case .single: ascii = UInt8(ascii: "'")
    default: ascii = 0
    }
    var index = start
    var braces = 0
    var squares = 0
    var lastSolid = -1
    /// The first bracket that closes what did not open in the string.
    var unmatched = -1
    var inner = 0
    var weak: Ending?
    /// The only mark in the string so far, if space is behind it: where words behind it run into the bracket that closes
    /// the container, it was the closing mark.
    var onlyMark: Ending?
    while index < limit {
      let byte = base[index]
      if byte == UInt8(ascii: "\\"), !raw {
        lastSolid = index &+ 1
        index &+= 2
        continue
      }
      if byte == ascii || ascii == 0, let width = ascii == 0 ? marks.closes(self, at: index) : 1 {
        switch verdict(
          at: index, width: width, in: position, braces: braces, squares: squares, lastSolid: lastSolid,
          hasInner: inner > 0, unmatched: unmatched)
        {
        case .closes: return Ending(content: index, next: index + width, how: .closed)
        case .mayClose:
          weak = Ending(content: index, next: index + width, how: .closed)
        case .isText: break
        case .opensNext(let separator): return Ending(content: separator, next: separator, how: .noQuote)
        }
        inner += 1
        onlyMark =
          inner == 1 && self.byte(index + width) == 0x20
          ? Ending(content: index, next: index + width, how: .closed) : nil
        lastSolid = index
        index &+= width
        continue
      }
      switch byte {
      case UInt8(ascii: "{"): braces &+= 1
      case UInt8(ascii: "}"):
        braces &-= 1
        if braces < 0, position == .member {
          if let onlyMark { return onlyMark }
          if unmatched < 0 { unmatched = index }
        }
      case UInt8(ascii: "["): squares &+= 1
      case UInt8(ascii: "]"):
        squares &-= 1
        if squares < 0, position == .element {
          if let onlyMark { return onlyMark }
          if unmatched < 0 { unmatched = index }
        }
      default: break
      }
      if byte > 0x20 { lastSolid = index }
      index &+= 1
    }
    vainSearches += 1
    if vainSearches > Self.maximumVainSearches {
      throw RepairFault(
        reason: "more than \(Self.maximumVainSearches) strings are not closed; the text is too broken to repair",
        offset: start - 1)
    }
    if let weak { return weak }
    return endingWithoutMark(from: start, surplus: (-braces, -squares), in: position)
  }

  /// Where a string ends that no mark closes: before the brackets that end the text, or with the text.
  private func endingWithoutMark(from start: Int, surplus: (braces: Int, squares: Int), in position: Position) -> Ending
  {
    let cut = Ending(content: limit, next: limit, how: .cut)
    if position == .key {
      var index = start
      while index < min(limit, start + 256) {
        if base[index] == UInt8(ascii: ":") { return Ending(content: index, next: index, how: .noQuote) }
        index += 1
      }
      return cut
    }
    if position == .alone { return cut }
    var surplus = surplus
    var tail = limit
    var closers = limit
    scan: while tail > start {
      switch base[tail - 1] {
      case UInt8(ascii: "}") where surplus.braces > 0:
        surplus.braces -= 1
        closers = tail - 1
      case UInt8(ascii: "]") where surplus.squares > 0:
        surplus.squares -= 1
        closers = tail - 1
      case 0x20, 0x0A, 0x0D, 0x09: break
      case UInt8(ascii: "`") where closers == limit: break
      default: break scan
      }
      tail -= 1
    }
    guard closers < limit else { return cut }
    // The brackets say that the text is whole, so the mark is missing somewhere before them.
    if position == .member {
      var index = start
      while index < closers {
        if base[index] == UInt8(ascii: ",") {
          let next = peek(index + 1)
          if next < closers, quote(at: next) == nil, isKey(at: next) {
            return Ending(content: index, next: index, how: .noQuote)
          }
        }
        index += 1
      }
    }
    return Ending(content: tail, next: closers, how: .noQuote)
  }

  /// Whether a quotation mark within a string closes it, by what follows.
  private func verdict(
    at index: Int, width: Int, in position: Position, braces: Int, squares: Int, lastSolid: Int, hasInner: Bool,
    unmatched: Int
  ) -> Verdict {
    if position == .alone { return .closes }
    let next = peek(index + width)
    if next >= limit || isFence(next) { return .closes }
    let isAdjacent = next == index + width
    let byte = byte(next)
    var verdict = Verdict.isText
    switch position {
    case .key: verdict = verdictOnKey(next, isAdjacent: isAdjacent)
    case .member: verdict = verdictOnMember(index + width, next)
    case .element: verdict = verdictOnElement(index + width, next, hasInner: hasInner)
    case .alone: break
    }
    if position != .key {
      switch byte {
      case UInt8(ascii: "}"): verdict = braces > 0 ? .mayClose : verdictOnCloser(index + width, next)
      case UInt8(ascii: "]"): verdict = squares > 0 ? .mayClose : verdictOnCloser(index + width, next)
      case UInt8(ascii: ")"): verdict = openParentheses > 0 ? .closes : .isText
      case UInt8(ascii: "+"):
        let operand = peek(next + 1)
        if operand < limit, quote(at: operand) != nil { verdict = .closes }
      default: break
      }
    }
    guard case .isText = verdict, lastSolid >= 0 else { return verdict }
    let before = base[lastSolid]
    if unmatched >= 0, before == UInt8(ascii: ",") || before == UInt8(ascii: "{"), isKey(at: index) {
      return .opensNext(separator: unmatched)
    }
    switch position {
    case .key where before == UInt8(ascii: ":"): return .opensNext(separator: lastSolid)
    case .member where before == UInt8(ascii: ",") && isKey(at: index): return .opensNext(separator: lastSolid)
    case .element
    where before == UInt8(ascii: ",") && !hasInner && (lastSolid + 1 == index || hasLineBreak(lastSolid, index)):
      return .opensNext(separator: lastSolid)
    default: return verdict
    }
  }

  private func verdictOnKey(_ next: Int, isAdjacent: Bool) -> Verdict {
    if colon(at: next) != nil || isDelimiter(next) { return .closes }
    switch byte(next) {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "-"), 0x30...0x39: return .closes
    default:
      if quote(at: next) != nil { return isAdjacent ? .isText : .closes }
      return isLiteral(word(at: next), from: next) ? .closes : .isText
    }
  }

  private func verdictOnMember(_ end: Int, _ next: Int) -> Verdict {
    if let width = comma(at: next) {
      let item = peek(next + width)
      if item >= limit || isCloser(byte(item)) || comma(at: item) != nil || ellipsis(at: item) != nil || isKey(at: item)
      {
        return .closes
      }
      if byte(item) == UInt8(ascii: "{") || isWordBeforeKey(item) { return .closes }
      if byte(item) == UInt8(ascii: "["), beginsValue(peek(item + 1)) { return .closes }
      return quote(at: item) != nil && hasLineBreak(next, item) ? .closes : .isText
    }
    if quote(at: next) != nil { return isKey(at: next) ? .closes : .isText }
    switch byte(next) {
    case UInt8(ascii: ";"):
      let item = peek(next + 1)
      return item >= limit || isCloser(byte(item)) || isKey(at: item) ? .closes : .isText
    case UInt8(ascii: "{"): return frames.count > 1 && isKey(at: peek(next + 1)) ? .closes : .isText
    default: break
    }
    if let width = ellipsis(at: next) { return isDelimiter(peek(next + width)) ? .closes : .isText }
    return hasLineBreak(end, next) && isKey(at: next) ? .closes : .isText
  }

  /// Whether a single word stands before a key in quotes, as a comment without its sign.
  private func isWordBeforeKey(_ index: Int) -> Bool {
    let end = word(at: index)
    if end == index { return false }
    let next = peek(end)
    return next < limit && quote(at: next) != nil && isKey(at: next)
  }

  private func verdictOnElement(_ end: Int, _ next: Int, hasInner: Bool) -> Verdict {
    let isAdjacent = end == next
    if let width = comma(at: next) {
      let item = peek(next + width)
      if isDelimiter(item) || ellipsis(at: item) != nil || beginsValue(item) { return .closes }
      // A word in the next place is an element of its own if a separator follows it before a quotation mark does.
      var index = item
      while index < min(limit, item + 64) {
        let byte = base[index]
        if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == 0x0A { return .closes }
        if byte == UInt8(ascii: "\"") { return !hasInner && isDelimiter(peek(index + 1)) ? .closes : .isText }
        index += 1
      }
      return index >= limit ? .closes : .isText
    }
    if let (_, width) = quote(at: next) {
      return isDelimiter(peek(next + width)) ? .isText : .closes
    }
    if colon(at: next) != nil { return !hasInner && byte(next) == UInt8(ascii: ":") ? .closes : .isText }
    switch byte(next) {
    case UInt8(ascii: "{"), UInt8(ascii: "["): return .closes
    case UInt8(ascii: "-"), 0x30...0x39: return isAdjacent ? .isText : .closes
    default: break
    }
    if let width = ellipsis(at: next) { return isDelimiter(peek(next + width)) ? .closes : .isText }
    let end = word(at: next)
    return !isAdjacent && isLiteral(end, from: next) && isDelimiter(peek(end)) ? .closes : .isText
  }

  /// Whether the bracket behind a mark closes the container: by what follows the bracket.
  private func verdictOnCloser(_ end: Int, _ bracket: Int) -> Verdict {
    let next = peek(bracket + 1)
    if next >= limit || isCloser(byte(next)) || isFence(next) || frames.count <= 1 { return .closes }
    if let width = comma(at: next) {
      let item = peek(next + width)
      if isDelimiter(item) || hasLineBreak(next, item) || ellipsis(at: item) != nil { return .closes }
      if frames[frames.count - 2].kind == .object { return isKey(at: item) || beginsValue(item) ? .closes : .mayClose }
      return beginsValue(item) || isKey(at: item) ? .closes : .mayClose
    }
    if hasLineBreak(end, next) || quote(at: next) != nil || byte(next) == UInt8(ascii: "{") { return .closes }
    return .mayClose
  }
}
