/// What holds between two characters, or at an end.
enum PatternPosition: Sendable {
  case start
  case end
  case lineStart
  case lineEnd
  /// A place where a word begins or ends, or, negated, any other.
  case wordBoundary(isNegated: Bool, ignoresCase: Bool)

  /// What it must know of its neighbours.
  var concerns: PatternNeighbour {
    switch self {
    case .start, .end: .edge
    case .lineStart, .lineEnd: [.edge, .lineEnd]
    case .wordBoundary(_, let ignoresCase): ignoresCase ? .wordIgnoringCase : .word
    }
  }

  /// Whether the character before it is all it must know.
  var looksBackOnly: Bool {
    switch self {
    case .start, .lineStart: true
    case .end, .lineEnd, .wordBoundary: false
    }
  }

  func holds(before: PatternNeighbour, after: PatternNeighbour) -> Bool {
    switch self {
    case .start: before.contains(.edge)
    case .end: after.contains(.edge)
    case .lineStart: !before.isDisjoint(with: [.edge, .lineEnd])
    case .lineEnd: !after.isDisjoint(with: [.edge, .lineEnd])
    case .wordBoundary(let isNegated, let ignoresCase):
      (before.contains(ignoresCase ? .wordIgnoringCase : .word)
        != after.contains(ignoresCase ? .wordIgnoringCase : .word)) != isNegated
    }
  }
}

/// What a position asks of the character before it or behind it.
struct PatternNeighbour: OptionSet, Sendable {
  let rawValue: UInt8

  /// There is no character: the text begins or ends.
  static let edge = PatternNeighbour(rawValue: 1)
  static let word = PatternNeighbour(rawValue: 2)
  static let wordIgnoringCase = PatternNeighbour(rawValue: 4)
  static let lineEnd = PatternNeighbour(rawValue: 8)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The neighbour that a scalar is, or the text's edge where there is none, as far as one asks.
  init(_ scalar: UInt32?, concerning concerns: PatternNeighbour) {
    guard let scalar else {
      self = .edge
      return
    }
    self = []
    if concerns.contains(.word), ScalarSet.wordCharacters.contains(scalar) { insert(.word) }
    if concerns.contains(.wordIgnoringCase), ScalarSet.wordCharactersIgnoringCase.contains(scalar) {
      insert(.wordIgnoringCase)
    }
    if concerns.contains(.lineEnd), ScalarSet.lineEnds.contains(scalar) { insert(.lineEnd) }
  }

  /// The sets of scalars that must be told apart to know this much.
  var sets: [ScalarSet] {
    var sets: [ScalarSet] = []
    if contains(.word) { sets.append(.wordCharacters) }
    if contains(.wordIgnoringCase) { sets.append(.wordCharactersIgnoringCase) }
    if contains(.lineEnd) { sets.append(.lineEnds) }
    return sets
  }
}
