/// A pattern taken apart.
indirect enum PatternTree {
  case empty
  case scalars(ScalarSet)
  case sequence([PatternTree])
  case alternatives([PatternTree])
  case repetition(PatternRepetition)
  case position(PatternPosition)
  /// A group whose text can be referred to, counted from 1 in the order of the opening parentheses.
  case group(PatternTree, number: Int)
  case look(PatternLook)
  /// What one of the groups of these numbers matched; groups in different alternatives may share a name.
  case backReference(groups: [Int], ignoresCase: Bool)
}

/// How often a part of a pattern stands one after another.
struct PatternRepetition {
  let part: PatternTree
  let least: Int
  /// Nil where there is no limit.
  let most: Int?
  /// Whether as little as possible is tried first.
  let isLazy: Bool
  /// The numbers of the groups inside, which forget their text when another repetition begins.
  let groups: Range<Int>
}

/// A look-ahead or look-behind.
struct PatternLook {
  let part: PatternTree
  let isBehind: Bool
  let isNegated: Bool
}

/// A pattern taken apart, and what is known of the whole.
struct ParsedPattern {
  let tree: PatternTree
  let groupCount: Int
  let hasBackReferences: Bool
  let hasLooks: Bool
}

extension PatternTree {
  static func sequence(of parts: [PatternTree]) -> PatternTree {
    parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .sequence(parts)
  }

  /// Whether it may match without taking a character, as far as its form tells.
  var mayBeEmpty: Bool {
    switch self {
    case .empty, .position, .look, .backReference: true
    case .scalars: false
    case .sequence(let parts): parts.allSatisfy(\.mayBeEmpty)
    case .alternatives(let branches): branches.contains(where: \.mayBeEmpty)
    case .repetition(let repetition): repetition.least == 0 || repetition.part.mayBeEmpty
    case .group(let part, number: _): part.mayBeEmpty
    }
  }

  /// Whether it can match at the text's start alone.
  var isHeldAtStart: Bool {
    switch self {
    case .position(.start): true
    case .group(let part, number: _): part.isHeldAtStart
    case .alternatives(let branches): branches.allSatisfy(\.isHeldAtStart)
    case .sequence(let parts):
      parts.first { part in
        switch part {
        case .look, .position(.end), .position(.wordBoundary): false
        default: true
        }
      }?.isHeldAtStart ?? false
    default: false
    }
  }

  var hasLooks: Bool {
    switch self {
    case .look: true
    case .empty, .scalars, .position, .backReference: false
    case .sequence(let parts), .alternatives(let parts): parts.contains(where: \.hasLooks)
    case .repetition(let repetition): repetition.part.hasLooks
    case .group(let part, number: _): part.hasLooks
    }
  }

  /// The same without groups, for patterns that refer to none, and with sequences in sequences joined.
  var withoutGroups: PatternTree {
    switch self {
    case .empty, .scalars, .position, .backReference: return self
    case .group(let part, number: _): return part.withoutGroups
    case .alternatives(let branches): return .alternatives(branches.map(\.withoutGroups))
    case .look(let look):
      return .look(PatternLook(part: look.part.withoutGroups, isBehind: look.isBehind, isNegated: look.isNegated))
    case .repetition(let repetition):
      return .repetition(
        PatternRepetition(
          part: repetition.part.withoutGroups, least: repetition.least, most: repetition.most,
          isLazy: repetition.isLazy, groups: 0..<0))
    case .sequence(let parts):
      var joined: [PatternTree] = []
      for part in parts.map(\.withoutGroups) {
        switch part {
        case .sequence(let inner): joined += inner
        case .empty: break
        default: joined.append(part)
        }
      }
      return .sequence(of: joined)
    }
  }
}
