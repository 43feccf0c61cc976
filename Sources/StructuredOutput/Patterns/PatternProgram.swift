/// A compiled pattern, in whichever form is searched for fastest.
protocol PatternProgram: AnyObject, Sendable {
  /// Whether the pattern is found in UTF-8. A byte that begins no scalar counts as U+FFFD.
  func answer(in text: UnsafeBufferPointer<UInt8>) -> PatternAnswer
}

extension ParsedPattern {
  /// - Throws: an error where the pattern is too large.
  func compiled(source: String) throws(TextPatternError) -> any PatternProgram {
    if hasBackReferences { return PatternBacktracker(tree, groupCount: groupCount) }
    let tree = tree.withoutGroups
    if !hasLooks { return try Self.withoutLooks(tree, source: source) }
    guard let (looks, rest) = Self.partsAtStart(of: tree), looks.count <= Self.mostLooksApart else {
      return PatternBacktracker(tree, groupCount: 0)
    }
    var program = try Self.program(rest, source: source)
    for look in looks.reversed() {
      let part = PatternTree.sequence([.position(.start), look.part]).withoutGroups
      program = PatternConjunction(try Self.program(part, source: source), isNegated: look.isNegated, and: program)
    }
    return program
  }

  /// Looks ahead that are searched for one within the other.
  private static let mostLooksApart = 32

  private static func program(_ tree: PatternTree, source: String) throws(TextPatternError) -> any PatternProgram {
    if tree.hasLooks { return PatternBacktracker(tree, groupCount: 0) }
    return try withoutLooks(tree, source: source)
  }

  private static func withoutLooks(_ tree: PatternTree, source: String) throws(TextPatternError) -> any PatternProgram {
    if let literal = PatternLiteral(tree) { return literal }
    if let run = PatternRun(tree) { return run }
    let automaton = try PatternAutomaton(tree, source: source)
    return PatternDeterminizer.table(of: automaton) ?? PatternSimulation(automaton)
  }

  /// The looks ahead that begin a pattern held at the text's start, and the pattern without them; nil for other patterns.
  private static func partsAtStart(of tree: PatternTree) -> (looks: [PatternLook], rest: PatternTree)? {
    guard case .sequence(let parts) = tree else { return nil }
    var looks: [PatternLook] = []
    var isHeld = false
    var count = 0
    leading: for part in parts {
      switch part {
      case .position(.start): isHeld = true
      case .look(let look) where !look.isBehind: looks.append(look)
      default: break leading
      }
      count += 1
    }
    guard isHeld, !looks.isEmpty else { return nil }
    return (looks, .sequence(of: [.position(.start)] + parts[count...]))
  }
}

/// A pattern that must be found, or, negated, must not, and a rest that must be found too.
final class PatternConjunction: PatternProgram {
  private let first: any PatternProgram
  private let isNegated: Bool
  private let rest: any PatternProgram

  init(_ first: any PatternProgram, isNegated: Bool, and rest: any PatternProgram) {
    self.first = first
    self.isNegated = isNegated
    self.rest = rest
  }

  func answer(in text: UnsafeBufferPointer<UInt8>) -> PatternAnswer {
    let answer = first.answer(in: text)
    if answer == (isNegated ? .found : .notFound) { return .notFound }
    let others = rest.answer(in: text)
    return answer == .undecided && others == .found ? .undecided : others
  }
}
