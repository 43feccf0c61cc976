/// Reads a regular expression in ECMA-262's syntax: alternatives, repetitions and groups.
struct PatternParser {
  private static let deepest = 100

  private var cursor: PatternCursor
  private var flags = PatternFlags()
  private var depth = 0
  private var groups = PatternGroups()
  private var hasLooks = false

  init(_ source: String) { cursor = PatternCursor(source) }

  mutating func parse() throws(TextPatternError) -> ParsedPattern {
    if cursor.skip("(?i)") { flags.ignoresCase = true }
    let tree = try alternatives()
    if cursor.next != nil { throw cursor.fault("a ')' closes no group; write \\) for the character") }
    if let (place, reason) = groups.faultOfReferences() { throw cursor.fault(reason, at: place) }
    return ParsedPattern(
      tree: groups.hasReferences ? groups.resolved(tree) : tree, groupCount: groups.count,
      hasBackReferences: groups.hasReferences, hasLooks: hasLooks)
  }

  private mutating func alternatives() throws(TextPatternError) -> PatternTree {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw cursor.fault("groups are nested more than \(Self.deepest) deep") }
    groups.beginAlternatives()
    defer { groups.endAlternatives() }
    var branches = [try sequence()]
    while cursor.skip("|") {
      groups.nextAlternative()
      branches.append(try sequence())
    }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func sequence() throws(TextPatternError) -> PatternTree {
    var parts: [PatternTree] = []
    while let next = cursor.next, next != "|", next != ")" {
      let before = groups.count
      let start = cursor.at
      let part = try atom()
      parts.append(try repeated(part, from: start, groups: before + 1..<groups.count + 1))
    }
    return .sequence(of: parts)
  }

  // MARK: Repetitions

  private mutating func repeated(
    _ part: PatternTree, from start: Int, groups: Range<Int>
  ) throws(TextPatternError) -> PatternTree {
    let place = cursor.at
    guard let (least, most) = repetition() else { return part }
    if isPlace(part, from: start) { throw cursor.fault("a repetition repeats a place between characters", at: place) }
    if let most, most < least {
      throw cursor.fault("a repetition asks for at least \(least) and at most \(most)", at: place)
    }
    let isLazy = cursor.skip("?")
    let next = cursor.at
    if repetition() != nil { throw cursor.fault("a repetition repeats nothing", at: next) }
    // Nothing is matched at no time, but the groups inside count.
    if most == 0 { return .empty }
    return .repetition(PatternRepetition(part: part, least: least, most: most, isLazy: isLazy, groups: groups))
  }

  /// Whether a part is a place between characters that no group encloses.
  private func isPlace(_ part: PatternTree, from start: Int) -> Bool {
    switch part {
    case .position: cursor.scalars[start] != "("
    case .look: "=!<".unicodeScalars.contains(cursor.scalars[start + 2])
    default: false
    }
  }

  private mutating func repetition() -> (least: Int, most: Int?)? {
    switch cursor.next {
    case "*":
      cursor.at += 1
      return (0, nil)
    case "+":
      cursor.at += 1
      return (1, nil)
    case "?":
      cursor.at += 1
      return (0, 1)
    case "{": return countedRepetition()
    default: return nil
    }
  }

  /// Reads `{3}`, `{3,}` or `{3,5}`; nil where a brace begins none of these and stands for itself.
  private mutating func countedRepetition() -> (least: Int, most: Int?)? {
    let start = cursor.at
    cursor.at += 1
    if let least = cursor.wholeNumber() {
      if cursor.skip("}") { return (least, least) }
      if cursor.skip(",") {
        if cursor.skip("}") { return (least, nil) }
        if let most = cursor.wholeNumber(), cursor.skip("}") { return (least, most) }
      }
    }
    cursor.at = start
    return nil
  }

  // MARK: Atoms

  private mutating func atom() throws(TextPatternError) -> PatternTree {
    let start = cursor.at
    if repetition() != nil {
      throw cursor.fault("a repetition repeats nothing; write a \\ for the character", at: start)
    }
    guard let scalar = cursor.next else { return .empty }
    switch scalar {
    case "^":
      cursor.at += 1
      return .position(flags.isMultiline ? .lineStart : .start)
    case "$":
      cursor.at += 1
      return .position(flags.isMultiline ? .lineEnd : .end)
    case ".":
      cursor.at += 1
      return .scalars(flags.pointIsAny ? .any : PatternFlags.point)
    case "(": return try group()
    case "[": return .scalars(try PatternClassReader.read(&cursor, flags))
    case "\\": return try escape()
    default:
      cursor.at += 1
      return .scalars(flags.folded(ScalarSet(single: scalar.value)))
    }
  }

  private mutating func escape() throws(TextPatternError) -> PatternTree {
    let start = cursor.at
    switch cursor.scalar(after: 1) {
    case "b", "B":
      cursor.at += 2
      return .position(
        .wordBoundary(isNegated: cursor.scalars[cursor.at - 1] == "B", ignoresCase: flags.ignoresCase))
    case let digit? where ("1"..."9" as ClosedRange<UnicodeScalar>).contains(digit):
      cursor.at += 1
      return reference(to: .number(cursor.wholeNumber() ?? 0), at: start)
    case "k":
      cursor.at += 2
      guard cursor.skip("<") else { throw cursor.fault("\\k is followed by a group's name: \\k<name>", at: start) }
      return reference(to: .name(try name()), at: start)
    default: return .scalars(flags.folded(try PatternEscape.read(&cursor, flags, inClass: false).set))
    }
  }

  /// A back-reference that holds its own number until all groups are known.
  private mutating func reference(to reference: PatternGroups.Reference, at place: Int) -> PatternTree {
    .backReference(groups: [groups.refer(to: reference, at: place)], ignoresCase: flags.ignoresCase)
  }

  private mutating func group() throws(TextPatternError) -> PatternTree {
    let start = cursor.at
    let outer = flags
    defer { flags = outer }
    cursor.at += 1
    var look: (isBehind: Bool, isNegated: Bool)?
    var number: Int?
    if !cursor.skip("?") {
      number = groups.add(named: nil)
    } else if cursor.skip("=") {
      look = (false, false)
    } else if cursor.skip("!") {
      look = (false, true)
    } else if cursor.skip("<=") {
      look = (true, false)
    } else if cursor.skip("<!") {
      look = (true, true)
    } else if cursor.skip("<") {
      let name = try name()
      number = groups.add(named: name)
      if number == nil {
        throw cursor.fault("the name \(name) is given to two groups that may match together", at: start)
      }
    } else if !cursor.skip(":") {
      guard try flags.change(&cursor) else {
        throw cursor.fault(
          "unknown kind of group; there are (…), (?:…), (?<name>…), (?=…), (?!…), (?<=…), (?<!…) and (?i:…)", at: start)
      }
    }
    let tree = try alternatives()
    guard cursor.skip(")") else { throw cursor.fault("a group is not closed", at: start) }
    if let look {
      hasLooks = true
      return .look(PatternLook(part: tree, isBehind: look.isBehind, isNegated: look.isNegated))
    }
    return number.map { .group(tree, number: $0) } ?? tree
  }

  /// Reads a group's name and the `>` behind it.
  private mutating func name() throws(TextPatternError) -> String {
    let start = cursor.at
    var name = String.UnicodeScalarView()
    while let next = cursor.next, next != ">" {
      cursor.at += 1
      var scalar = next
      if next == "\\" {
        cursor.at -= 1
        guard cursor.scalar(after: 1) == "u",
          let escaped = UnicodeScalar(try PatternEscape.read(&cursor, flags, inClass: false).single ?? 0)
        else { throw cursor.fault("a group's name holds an escape that is no letter") }
        scalar = escaped
      }
      let isAllowed =
        scalar == "$" || scalar == "_" || scalar.properties.isIDStart
        || !name.isEmpty && (scalar.properties.isIDContinue || scalar == "\u{200C}" || scalar == "\u{200D}")
      guard isAllowed else { throw cursor.fault("a group's name is not that of an identifier", at: start) }
      name.append(scalar)
    }
    guard !name.isEmpty, cursor.skip(">") else { throw cursor.fault("a group's name is not closed", at: start) }
    return String(name)
  }
}
