/// What a backslash and what follows it stand for: one scalar or a set of them.
struct PatternEscape {
  let set: ScalarSet
  /// The scalar, where the escape stands for one rather than for a set.
  let single: UInt32?

  private init(_ scalar: UInt32) {
    set = ScalarSet(single: scalar)
    single = scalar
  }

  private init(_ set: ScalarSet) {
    self.set = set
    single = nil
  }

  /// Reads an escape, the backslash included.
  static func read(
    _ cursor: inout PatternCursor, _ flags: PatternFlags, inClass: Bool
  ) throws(TextPatternError) -> PatternEscape {
    let start = cursor.at
    guard let letter = cursor.scalar(after: 1) else { throw cursor.fault("a backslash escapes nothing") }
    cursor.at += 2
    let word = flags.ignoresCase ? ScalarSet.wordCharactersIgnoringCase : .wordCharacters
    switch letter {
    case "d": return PatternEscape(.digits)
    case "D": return PatternEscape(.digits.inverted)
    case "w": return PatternEscape(word)
    case "W": return PatternEscape(word.inverted)
    case "s": return PatternEscape(.space)
    case "S": return PatternEscape(.space.inverted)
    case "t": return PatternEscape(0x09)
    case "n": return PatternEscape(0x0A)
    case "v": return PatternEscape(0x0B)
    case "f": return PatternEscape(0x0C)
    case "r": return PatternEscape(0x0D)
    case "b" where inClass: return PatternEscape(0x08)
    case "0":
      if let next = cursor.next?.value, next &- 0x30 < 10 {
        throw cursor.fault("\\0 is followed by a digit; write \\x00 for the character before one", at: start)
      }
      return PatternEscape(0)
    case "c":
      guard let value = cursor.next?.value, case 0x61...0x7A = value | 0x20 else {
        throw cursor.fault("\\c is followed by no letter from A to Z", at: start)
      }
      cursor.at += 1
      return PatternEscape(value & 0x1F)
    case "x":
      guard let value = cursor.hexadecimal(digits: 2) else {
        throw cursor.fault("\\x is followed by fewer than two hexadecimal digits", at: start)
      }
      return PatternEscape(value)
    case "u": return PatternEscape(try scalar(&cursor, from: start))
    case "p", "P": return PatternEscape(try property(&cursor, isInverted: letter == "P", from: start))
    default:
      // Punctuation stands for itself; letters and digits have, or may get, a meaning.
      if letter.isASCII, letter == "_" || !ScalarSet.wordCharacters.contains(letter.value) {
        return PatternEscape(letter.value)
      }
      throw cursor.fault("unknown escape \\\(letter)", at: start)
    }
  }

  /// Reads what follows `\u`. A half of a surrogate pair is allowed, though no text holds one.
  private static func scalar(_ cursor: inout PatternCursor, from start: Int) throws(TextPatternError) -> UInt32 {
    if cursor.skip("{") {
      guard let value = cursor.hexadecimal(digits: nil), cursor.skip("}") else {
        throw cursor.fault("\\u{…} holds no hexadecimal number", at: start)
      }
      guard value <= ScalarSet.last else { throw cursor.fault("\\u{…} is beyond the last scalar, 10FFFF", at: start) }
      return value
    }
    guard let first = cursor.hexadecimal(digits: 4) else {
      throw cursor.fault("\\u is followed by fewer than four hexadecimal digits", at: start)
    }
    let place = cursor.at
    if first & 0xFC00 == 0xD800, cursor.skip("\\u"), let second = cursor.hexadecimal(digits: 4),
      second & 0xFC00 == 0xDC00
    {
      return 0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF)
    }
    cursor.at = place
    return first
  }

  /// Reads what follows `\p`.
  private static func property(
    _ cursor: inout PatternCursor, isInverted: Bool, from start: Int
  ) throws(TextPatternError) -> ScalarSet {
    guard cursor.skip("{"), let end = cursor.scalars[cursor.at...].firstIndex(of: "}") else {
      throw cursor.fault("\\p is followed by no property in braces, such as \\p{Lu}", at: start)
    }
    let name = String(String.UnicodeScalarView(cursor.scalars[cursor.at..<end]))
    guard let set = UnicodeProperty.scalars(of: name) else {
      throw cursor.fault(
        "unknown Unicode property; there are \\p{Lu}, \\p{Letter}, \\p{Script=Latin}, \\p{Alphabetic} and the like",
        at: start)
    }
    cursor.at = end + 1
    return isInverted ? set.inverted : set
  }
}
