/// What the text between quotation marks says: escapes undone, and what JSON would not allow in it noted.
extension LenientReader {
  /// - Parameters:
  ///   - marks: what would close the string and stands in it unescaped; nil where that is allowed.
  ///   - isCut: whether the text ends here, so that half an escape at the end is left out.
  mutating func text(
    _ range: Range<Int>, marks: QuotationMarks?, raw: Bool, isCut: Bool, in position: Position
  ) throws(RepairFault) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    var controls = Tally()
    var quotes = Tally()
    var escapes = Tally()
    var index = range.lowerBound
    var runStart = index
    let closing: UInt8 =
      switch marks {
      case .double: UInt8(ascii: "\"")
      case .single: UInt8(ascii: "'")
      default: 0
      }
    while index < range.upperBound {
      let byte = base[index]
      if byte >= 0x20, byte != UInt8(ascii: "\\") {
        if byte == closing { quotes.note(index) }
        index &+= 1
        continue
      }
      if byte < 0x20 {
        if position == .alone, byte != 0x09, byte != 0x0A, byte != 0x0D, byte != 0x08, byte != 0x0C {
          throw RepairFault(reason: "the string holds a control character of no use in a text", offset: index)
        }
        if marks != nil { controls.note(index) }
        index &+= 1
        continue
      }
      if raw {
        escapes.note(index)
        index &+= 1
        continue
      }
      bytes.append(contentsOf: base[runStart..<index])
      let escape = escape(at: index, end: range.upperBound)
      if escape.isUnfinished, isCut { runStart = range.upperBound; break }
      if !escape.isStandard {
        if position == .alone, escape.scalar != nil, escape.next == index + 1 {
          throw RepairFault(reason: "the string holds an escape that JSON does not know", offset: index)
        }
        escapes.note(index)
      }
      if let scalar = escape.scalar {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
      index = escape.next
      // What follows a backslash that is dropped, or kept, belongs to the run.
      runStart = index
      if escape.scalar == nil { index += 1 }
    }
    if runStart < range.upperBound { bytes.append(contentsOf: base[runStart..<range.upperBound]) }
    if controls.count > 0 {
      try notes.add(
        .controlCharacter, controls.first..<controls.first + 1,
        controls.count == 1
          ? "a line break, tab or other control character stands in a string unescaped; it is kept"
          : "\(controls.count) control characters stand in a string unescaped; they are kept")
    }
    if quotes.count > 0 {
      try notes.add(
        .unescapedQuote, quotes.first..<quotes.first + 1,
        quotes.count == 1
          ? "a quotation mark stands in a string unescaped; it is kept"
          : "\(quotes.count) quotation marks stand in a string unescaped; they are kept", replacement: "\\\"")
    }
    if escapes.count > 0 {
      let message =
        raw
        ? "\(escapes.count) backslashes of a raw string are kept"
        : "\(escapes.count == 1 ? "an escape" : "\(escapes.count) escapes") in a string, unknown to JSON, read by intent"
      try notes.add(.escape, escapes.first..<min(escapes.first + 2, limit), message)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Counts what occurs in one string, so that it is noted once.
  private struct Tally {
    var count = 0
    var first = 0

    mutating func note(_ index: Int) {
      if count == 0 { first = index }
      count += 1
    }
  }

  private struct Escape {
    /// What it stands for; nil where it stands for nothing of its own.
    var scalar: UnicodeScalar?
    var next: Int
    var isStandard = true
    /// Whether the string ends before the escape does.
    var isUnfinished = false
  }

  private func escape(at start: Int, end: Int) -> Escape {
    func other(_ scalar: UnicodeScalar?, _ next: Int) -> Escape {
      Escape(scalar: scalar, next: next, isStandard: false)
    }
    guard start + 1 < end else {
      return Escape(scalar: "\\", next: start + 1, isStandard: false, isUnfinished: true)
    }
    switch base[start + 1] {
    case UInt8(ascii: "\""): return Escape(scalar: "\"", next: start + 2)
    case UInt8(ascii: "\\"): return Escape(scalar: "\\", next: start + 2)
    case UInt8(ascii: "/"): return Escape(scalar: "/", next: start + 2)
    case UInt8(ascii: "b"): return Escape(scalar: "\u{8}", next: start + 2)
    case UInt8(ascii: "f"): return Escape(scalar: "\u{C}", next: start + 2)
    case UInt8(ascii: "n"): return Escape(scalar: "\n", next: start + 2)
    case UInt8(ascii: "r"): return Escape(scalar: "\r", next: start + 2)
    case UInt8(ascii: "t"): return Escape(scalar: "\t", next: start + 2)
    case UInt8(ascii: "u"): return unicodeEscape(at: start, end: end)
    case UInt8(ascii: "x"):
      guard let value = hexadecimal(start + 2, 2, end: end) else { break }
      return other(UnicodeScalar(value), start + 4)
    case UInt8(ascii: "U"):
      guard let value = hexadecimal(start + 2, 8, end: end), let scalar = UnicodeScalar(value) else { break }
      return other(scalar, start + 10)
    case UInt8(ascii: "'"), UInt8(ascii: "`"), 0x0A, 0x0D: return other(nil, start + 1)
    default: if mark(at: start + 1) != nil { return other(nil, start + 1) }
    }
    return other("\\", start + 1)
  }

  private func unicodeEscape(at start: Int, end: Int) -> Escape {
    let kept = Escape(scalar: "\\", next: start + 1, isStandard: false)
    if byte(start + 2) == UInt8(ascii: "{") {
      for digits in 1...6 where start + 3 + digits < end && base[start + 3 + digits] == UInt8(ascii: "}") {
        guard let value = hexadecimal(start + 3, digits, end: end), let scalar = UnicodeScalar(value) else {
          return kept
        }
        return Escape(scalar: scalar, next: start + 4 + digits, isStandard: false)
      }
      return kept
    }
    guard let first = hexadecimal(start + 2, 4, end: end) else {
      var index = start + 2
      while index < end, hexadecimal(index, 1, end: end) != nil { index += 1 }
      return Escape(scalar: "\\", next: start + 1, isStandard: false, isUnfinished: index >= end)
    }
    if first & 0xF800 != 0xD800 { return Escape(scalar: UnicodeScalar(first), next: start + 6) }
    if first & 0xFC00 == 0xD800, start + 7 < end, base[start + 6] == UInt8(ascii: "\\"),
      base[start + 7] == UInt8(ascii: "u"), let second = hexadecimal(start + 8, 4, end: end), second & 0xFC00 == 0xDC00
    {
      return Escape(scalar: UnicodeScalar(0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF)), next: start + 12)
    }
    return Escape(
      scalar: "\u{FFFD}", next: start + 6, isStandard: false, isUnfinished: start + 6 >= end || start + 12 > end)
  }

  private func hexadecimal(_ start: Int, _ count: Int, end: Int) -> UInt32? {
    guard start + count <= end else { return nil }
    var value: UInt32 = 0
    for byte in base[start..<start + count] {
      if byte.isASCIIDigit {
        value = value << 4 | UInt32(byte - 0x30)
      } else if (byte | 0x20) &- 0x61 < 6 {
        value = value << 4 | UInt32((byte | 0x20) - 0x61 + 10)
      } else {
        return nil
      }
    }
    return value
  }
}
