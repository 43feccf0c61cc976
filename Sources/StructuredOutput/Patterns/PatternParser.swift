/// Reads a regular expression in ECMA-262's syntax.
struct PatternParser {
  private static let deepest = 100
  private static let mostRepetitions = 10_000

  private let source: String
  private let scalars: [UnicodeScalar]
  private var at = 0
  private var depth = 0
  /// Whether the pattern begins with `(?i)`.
  private(set) var ignoresCase = false

  init(_ source: String) {
    self.source = source
    scalars = Array(source.unicodeScalars)
  }

  mutating func parse() throws(TextPatternError) -> PatternTree {
    ignoresCase = skip("(?i)")
    let tree = try alternatives()
    if at < scalars.count { throw fault("a ')' closes no group; write \\) for the character") }
    return tree
  }

  private mutating func alternatives() throws(TextPatternError) -> PatternTree {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw fault("groups are nested more than \(Self.deepest) deep") }
    var branches = [try sequence()]
    while skip("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func sequence() throws(TextPatternError) -> PatternTree {
    var parts: [PatternTree] = []
    while at < scalars.count, scalars[at] != "|", scalars[at] != ")" {
      let part = try atom()
      parts.append(try repeated(part))
    }
    return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .sequence(parts)
  }

  private mutating func repeated(_ part: PatternTree) throws(TextPatternError) -> PatternTree {
    let start = at
    let bounds: (least: Int, most: Int?)
    if skip("*") {
      bounds = (0, nil)
    } else if skip("+") {
      bounds = (1, nil)
    } else if skip("?") {
      bounds = (0, 1)
    } else if let counted = try countedRepetition() {
      bounds = counted
    } else {
      return part
    }
    // Whether as much or as little as possible is taken does not change whether the pattern is found.
    _ = skip("?")
    if let most = bounds.most, most < bounds.least {
      at = start
      throw fault("a repetition asks for at least \(bounds.least) and at most \(most)")
    }
    if at < scalars.count, "*+?".unicodeScalars.contains(scalars[at]) { throw fault("a repetition repeats nothing") }
    return .repetition(part, least: bounds.least, most: bounds.most)
  }

  /// Reads `{3}`, `{3,}` or `{3,5}`; nil where a brace begins none of these and stands for itself.
  private mutating func countedRepetition() throws(TextPatternError) -> (least: Int, most: Int?)? {
    let start = at
    guard skip("{"), let least = try wholeNumber() else {
      at = start
      return nil
    }
    if skip("}") { return (least, least) }
    guard skip(",") else {
      at = start
      return nil
    }
    if skip("}") { return (least, nil) }
    guard let most = try wholeNumber(), skip("}") else {
      at = start
      return nil
    }
    return (least, most)
  }

  private mutating func wholeNumber() throws(TextPatternError) -> Int? {
    let start = at
    var value = 0
    while at < scalars.count, case 0x30...0x39 = scalars[at].value {
      value = value * 10 + Int(scalars[at].value - 0x30)
      guard value <= Self.mostRepetitions else { throw fault("more than \(Self.mostRepetitions) repetitions") }
      at += 1
    }
    return at > start ? value : nil
  }

  private mutating func atom() throws(TextPatternError) -> PatternTree {
    let scalar = scalars[at]
    switch scalar {
    case "^":
      at += 1
      return .position(.start)
    case "$":
      at += 1
      return .position(.end)
    case ".":
      at += 1
      return .scalars(.point)
    case "(": return try group()
    case "[": return .scalars(try characterClass())
    case "*", "+", "?": throw fault("a repetition repeats nothing; write \\\(scalar) for the character")
    case "\\":
      if skip("\\b") { return .position(.wordBoundary) }
      if skip("\\B") { return .position(.noWordBoundary) }
      return .scalars(try escape(inClass: false))
    default:
      at += 1
      return .scalars(ScalarSet(scalar.value...scalar.value))
    }
  }

  private mutating func group() throws(TextPatternError) -> PatternTree {
    let start = at
    at += 1
    if skip("?") {
      if at < scalars.count, scalars[at] == "=" || scalars[at] == "!" || lookingAt("<=") || lookingAt("<!") {
        at = start
        throw fault("look-ahead and look-behind are not offered, as patterns are searched in linear time")
      }
      if skip("<") {
        while at < scalars.count, scalars[at] != ">" { at += 1 }
        at += 1
      } else if !skip(":") {
        throw fault("unknown kind of group; offered are (…), (?:…) and (?<name>…), and (?i) at the beginning")
      }
    }
    let tree = try alternatives()
    guard skip(")") else {
      at = start
      throw fault("a group is not closed")
    }
    return tree
  }

  private mutating func characterClass() throws(TextPatternError) -> ScalarSet {
    let start = at
    at += 1
    let isInverted = skip("^")
    var set = ScalarSet()
    while true {
      guard at < scalars.count else {
        at = start
        throw fault("a class of characters is not closed")
      }
      if skip("]") { return isInverted ? set.inverted : set }
      let lower = try classMember()
      guard let first = lower.single, at + 1 < scalars.count, scalars[at] == "-", scalars[at + 1] != "]" else {
        set.formUnion(lower.set)
        continue
      }
      at += 1
      let upper = try classMember()
      guard let last = upper.single else { throw fault("a range of characters ends in a class of characters") }
      guard first <= last else { throw fault("a range of characters is out of order") }
      set.formUnion(ScalarSet(first...last))
    }
  }

  private mutating func classMember() throws(TextPatternError) -> (set: ScalarSet, single: UInt32?) {
    guard at < scalars.count else { throw fault("a class of characters is not closed") }
    if scalars[at] == "\\" {
      let start = at
      if let value = try scalarEscape(inClass: true) { return (ScalarSet(value...value), value) }
      at = start
      return (try escape(inClass: true), nil)
    }
    let value = scalars[at].value
    at += 1
    return (ScalarSet(value...value), value)
  }

  private mutating func escape(inClass: Bool) throws(TextPatternError) -> ScalarSet {
    if let value = try scalarEscape(inClass: inClass) { return ScalarSet(value...value) }
    guard at + 1 < scalars.count else { throw fault("a backslash escapes nothing") }
    at += 2
    switch scalars[at - 1] {
    case "d": return .digits
    case "D": return .digits.inverted
    case "w": return .wordCharacters
    case "W": return .wordCharacters.inverted
    case "s": return .space
    case "S": return .space.inverted
    case "p", "P": return try category(isInverted: scalars[at - 1] == "P")
    case "1"..."9", "k":
      at -= 2
      throw fault("back-references are not offered, as patterns are searched in linear time")
    default:
      at -= 2
      throw fault("unknown escape \\\(scalars[at + 1])")
    }
  }

  private mutating func category(isInverted: Bool) throws(TextPatternError) -> ScalarSet {
    let start = at
    if skip("{"), let end = scalars[at...].firstIndex(of: "}") {
      let name = String(String.UnicodeScalarView(scalars[at..<end]))
      at = end + 1
      if let categories = UnicodeCategories(name: name) {
        return isInverted ? ScalarSet(categories).inverted : ScalarSet(categories)
      }
    }
    at = start
    throw fault("unknown Unicode property; offered are general categories such as \\p{L} and \\p{Lu}")
  }

  /// Reads an escape that stands for one scalar; nil, with nothing read, where it stands for another thing.
  private mutating func scalarEscape(inClass: Bool) throws(TextPatternError) -> UInt32? {
    guard at + 1 < scalars.count else { return nil }
    let start = at
    at += 2
    switch scalars[start + 1] {
    case "t": return 0x09
    case "n": return 0x0A
    case "v": return 0x0B
    case "f": return 0x0C
    case "r": return 0x0D
    case "0": return 0
    case "b" where inClass: return 0x08
    case "-" where inClass: return 0x2D
    case "c":
      if at < scalars.count, case 0x41...0x5A = scalars[at].value & 0x5F {
        at += 1
        return scalars[at - 1].value & 0x1F
      }
      throw fault("\\c is followed by a letter")
    case "x": return try hexadecimal(digits: 2)
    case "u":
      if skip("{") {
        let value = try hexadecimal(digits: nil)
        guard skip("}"), UnicodeScalar(value) != nil else { throw fault("\\u{…} holds no scalar") }
        return value
      }
      let first = try hexadecimal(digits: 4)
      if first & 0xFC00 == 0xD800, skip("\\u") {
        let second = try hexadecimal(digits: 4)
        if second & 0xFC00 == 0xDC00 { return 0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF) }
        throw fault("half of a surrogate pair")
      }
      return first
    default:
      let value = scalars[start + 1].value
      // Punctuation stands for itself; letters and digits have, or may get, a meaning.
      if value < 0x80, !ScalarSet.wordCharacters.contains(value) { return value }
      at = start
      return nil
    }
  }

  private mutating func hexadecimal(digits: Int?) throws(TextPatternError) -> UInt32 {
    var value: UInt32 = 0
    var count = 0
    while at < scalars.count, count < digits ?? 6, let digit = Character(scalars[at]).hexDigitValue,
      scalars[at].isASCII
    {
      value = value << 4 | UInt32(digit)
      at += 1
      count += 1
    }
    guard count > 0, digits == nil || count == digits else { throw fault("too few hexadecimal digits") }
    return value
  }

  private func lookingAt(_ text: String) -> Bool { scalars[at...].starts(with: text.unicodeScalars) }

  private mutating func skip(_ text: String) -> Bool {
    guard at <= scalars.count, lookingAt(text) else { return false }
    at += text.unicodeScalars.count
    return true
  }

  private func fault(_ reason: String) -> TextPatternError {
    TextPatternError(pattern: source, position: min(at, scalars.count) + 1, reason: reason)
  }
}
