/// What stands at a place and what follows it: white space, comments, separators, keys. All looking ahead is bounded, so
/// that reading stays linear.
extension LenientReader {
  /// How far a comment or a key is looked through, and how many comments in a row.
  private static let reach = 256
  private static let maximumComments = 8

  // MARK: White space and comments

  /// Skips white space and comments, and notes what JSON lacks.
  /// - Parameter textAllowed: whether a word may stand here, so that `#fff` is one and `# fff` a comment.
  mutating func skipBlank(textAllowed: Bool) throws(RepairFault) {
    while at < limit {
      let byte = base[at]
      if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
        at &+= 1
        continue
      }
      if byte > 0x20, byte < 0x7F, byte != UInt8(ascii: "/"), byte != UInt8(ascii: "#") { return }
      let start = at
      if let width = otherSpace(at: at) {
        at += width
        while let width = otherSpace(at: at) { at += width }
        try notes.add(.whiteSpace, start..<at, "a space that JSON does not know is left out", replacement: "")
      } else if let end = comment(at: at, textAllowed: textAllowed, within: limit) {
        at = end
        try notes.add(.comment, start..<at, "a comment is left out", replacement: "")
      } else {
        return
      }
    }
  }

  /// The next place that is neither white space nor within a comment, of which a few of bounded length are looked past.
  func peek(_ start: Int) -> Int {
    var index = start
    var comments = 0
    while index < limit {
      let byte = base[index]
      if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
        index &+= 1
        continue
      }
      if byte > 0x20, byte < 0x7F, byte != UInt8(ascii: "/") || comments == Self.maximumComments { return index }
      if let width = otherSpace(at: index) {
        index += width
      } else if let end = comment(at: index, textAllowed: true, within: min(limit, index + Self.reach)) {
        index = end
        comments += 1
      } else {
        return index
      }
    }
    return limit
  }

  /// Whether a line ends between two places.
  func hasLineBreak(_ from: Int, _ to: Int) -> Bool {
    var index = from
    while index < min(to, limit) {
      if base[index] == 0x0A || base[index] == 0x0D { return true }
      index &+= 1
    }
    return false
  }

  /// The end of the comment here; nil where there is none, or none that ends before a place short of the limit.
  func comment(at start: Int, textAllowed: Bool, within bound: Int) -> Int? {
    switch byte(start) {
    case UInt8(ascii: "/"):
      if byte(start + 1) == UInt8(ascii: "/") { return endOfLine(start, within: bound) }
      guard byte(start + 1) == UInt8(ascii: "*") else { return nil }
      var index = start + 2
      while index < bound {
        if base[index] == UInt8(ascii: "*"), byte(index + 1) == UInt8(ascii: "/") { return index + 2 }
        index &+= 1
      }
      return bound == limit ? limit : nil
    case UInt8(ascii: "#"):
      let next = byte(start + 1)
      if textAllowed, next > 0x20, next != UInt8(ascii: "#") { return nil }
      return endOfLine(start, within: bound)
    default: return nil
    }
  }

  private func endOfLine(_ start: Int, within bound: Int) -> Int? {
    var index = start
    while index < bound, base[index] != 0x0A, base[index] != 0x0D { index &+= 1 }
    return index < bound || bound == limit ? index : nil
  }

  /// The width of a space that JSON does not know.
  func otherSpace(at index: Int) -> Int? {
    switch byte(index) {
    case 0x0B, 0x0C: return 1
    case 0xC2: return byte(index + 1) == 0xA0 || byte(index + 1) == 0x85 ? 2 : nil
    case 0xE1:
      let pair = (byte(index + 1), byte(index + 2))
      return pair == (0x9A, 0x80) || pair == (0xA0, 0x8E) ? 3 : nil
    case 0xE2:
      let last = byte(index + 2)
      if byte(index + 1) == 0x80 {
        return 0x80...0x8D ~= last || last == 0xA8 || last == 0xA9 || last == 0xAF ? 3 : nil
      }
      return byte(index + 1) == 0x81 && (last == 0x9F || last == 0xA0) ? 3 : nil
    case 0xE3: return byte(index + 1) == 0x80 && byte(index + 2) == 0x80 ? 3 : nil
    case 0xEF: return byte(index + 1) == 0xBB && byte(index + 2) == 0xBF ? 3 : nil
    default: return nil
    }
  }

  // MARK: Signs

  /// The width of a comma, ASCII or full-width.
  func comma(at index: Int) -> Int? {
    switch byte(index) {
    case UInt8(ascii: ","): 1
    case 0xEF where byte(index + 1) == 0xBC && byte(index + 2) == 0x8C: 3
    default: nil
    }
  }

  /// The width of a colon or of what stands for one.
  func colon(at index: Int) -> Int? {
    switch byte(index) {
    case UInt8(ascii: ":"): 1
    case UInt8(ascii: "="): byte(index + 1) == UInt8(ascii: ">") ? 2 : 1
    case 0xEF where byte(index + 1) == 0xBC && byte(index + 2) == 0x9A: 3
    default: nil
    }
  }

  /// The width of an ellipsis that stands alone: dots that no word or number follows.
  func ellipsis(at index: Int) -> Int? {
    var end = index
    if byte(index) == UInt8(ascii: ".") {
      while byte(end) == UInt8(ascii: ".") { end += 1 }
      return end - index >= 3 ? end - index : nil
    }
    return byte(index) == 0xE2 && byte(index + 1) == 0x80 && byte(index + 2) == 0xA6 ? 3 : nil
  }

  func isCloser(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: ")")
  }

  func isFence(_ index: Int) -> Bool {
    byte(index) == UInt8(ascii: "`") && byte(index + 1) == UInt8(ascii: "`") && byte(index + 2) == UInt8(ascii: "`")
  }

  /// Whether a value cannot go on at a place: a comma, a closing bracket or the end.
  func isDelimiter(_ index: Int) -> Bool {
    index >= limit || comma(at: index) != nil || isCloser(byte(index)) || isFence(index)
  }

  /// Whether a value other than a bare word begins at a place, or a parenthesis closes there.
  func beginsValue(_ index: Int) -> Bool {
    if index >= limit { return false }
    switch byte(index) {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "-"), 0x30...0x39:
      return true
    default: return quote(at: index) != nil || isLiteral(word(at: index), from: index)
    }
  }

  /// Whether a literal of JSON, JavaScript or Python stands between two places.
  func isLiteral(_ end: Int, from start: Int) -> Bool {
    guard end > start, end - start <= 9 else { return false }
    switch String(decoding: base[start..<end], as: UTF8.self).lowercased() {
    case "true", "false", "null", "none", "nil", "undefined", "nan", "infinity": return true
    default: return false
    }
  }

  /// The end of the word at a place: letters, digits, `_`, `$` and all beyond ASCII; its start where there is none.
  func word(at start: Int) -> Int {
    var index = start
    let end = min(limit, start + Self.reach)
    while index < end, base[index].isWordByte || base[index] == UInt8(ascii: "$") {
      if base[index] >= 0x80,
        quote(at: index) != nil || otherSpace(at: index) != nil || comma(at: index) != nil
          || colon(at: index) != nil || ellipsis(at: index) != nil
      {
        break
      }
      index &+= 1
    }
    return index
  }

  /// Whether a key and its colon stand at a place. At the end of the text that is given the benefit of the doubt.
  func isKey(at start: Int) -> Bool {
    guard start < limit else { return true }
    if let (marks, width) = quote(at: start) {
      let end = min(limit, start + Self.reach)
      var index = start + width
      while index < end {
        let byte = base[index]
        if byte == UInt8(ascii: "\\") {
          index += 2
          continue
        }
        if let width = marks.closes(self, at: index) {
          let next = peek(index + width)
          return next >= limit || colon(at: next) != nil || base[next] == UInt8(ascii: "[")
            || base[next] == UInt8(ascii: "{")
        }
        index &+= 1
      }
      return index >= limit
    }
    var index = word(at: start)
    if index == start { return false }
    while byte(index) == UInt8(ascii: "-") || byte(index) == UInt8(ascii: "."), word(at: index + 1) > index + 1,
      index - start < Self.reach
    {
      index = word(at: index + 1)
    }
    // The opening mark may be missing.
    if let (_, width) = quote(at: index) { index += width }
    let next = peek(index)
    if next >= limit { return true }
    // `https://` is no key.
    if byte(next) == UInt8(ascii: ":") {
      return byte(next + 1) != UInt8(ascii: "/") || byte(next + 2) != UInt8(ascii: "/")
    }
    return colon(at: next) != nil
  }
}
