/// The groups of a pattern that can be referred to, and the references to them, which may stand before them.
struct PatternGroups {
  /// What a back-reference refers to.
  enum Reference {
    case number(Int)
    case name(String)
  }

  private static let mostOfOneName = 100

  private(set) var count = 0
  private var names: [String: [(number: Int, path: [Choice])]] = [:]
  private var references: [(to: Reference, place: Int)] = []
  private var path: [Choice] = []
  private var choiceCount = 0

  /// One of the alternatives of one place.
  private struct Choice {
    let number: Int
    var alternative = 0
  }

  var hasReferences: Bool { !references.isEmpty }

  mutating func beginAlternatives() {
    path.append(Choice(number: choiceCount))
    choiceCount += 1
  }

  mutating func nextAlternative() { path[path.count - 1].alternative += 1 }

  mutating func endAlternatives() { path.removeLast() }

  /// The number of the next group; nil where its name is that of another that may match together with it.
  mutating func add(named name: String?) -> Int? {
    count += 1
    guard let name else { return count }
    let others = names[name] ?? []
    let isFree = others.allSatisfy { other in
      zip(path, other.path).contains { $0.number == $1.number && $0.alternative != $1.alternative }
    }
    guard isFree, others.count < Self.mostOfOneName else { return nil }
    names[name, default: []].append((count, path))
    return count
  }

  /// Notes a reference and gives it a number, by which ``resolved(_:)`` knows it.
  mutating func refer(to reference: Reference, at place: Int) -> Int {
    references.append((reference, place))
    return references.count - 1
  }

  private func numbers(of reference: Reference) -> [Int] {
    switch reference {
    case .number(let number): number <= count ? [number] : []
    case .name(let name): names[name]?.map(\.number) ?? []
    }
  }

  /// The first reference that refers to nothing.
  func faultOfReferences() -> (place: Int, reason: String)? {
    for (reference, place) in references where numbers(of: reference).isEmpty {
      switch reference {
      case .number(let number): return (place, "\\\(number) refers to a group, but there are \(count)")
      case .name(let name): return (place, "\\k<\(name)> refers to a group, but none has this name")
      }
    }
    return nil
  }

  /// A tree whose references hold the numbers of groups instead of their own.
  func resolved(_ tree: PatternTree) -> PatternTree {
    switch tree {
    case .empty, .scalars, .position: tree
    case .sequence(let parts): .sequence(parts.map(resolved))
    case .alternatives(let branches): .alternatives(branches.map(resolved))
    case .group(let part, let number): .group(resolved(part), number: number)
    case .look(let look):
      .look(PatternLook(part: resolved(look.part), isBehind: look.isBehind, isNegated: look.isNegated))
    case .repetition(let repetition):
      .repetition(
        PatternRepetition(
          part: resolved(repetition.part), least: repetition.least, most: repetition.most, isLazy: repetition.isLazy,
          groups: repetition.groups))
    case .backReference(let places, let ignoresCase):
      .backReference(groups: numbers(of: references[places[0]].to), ignoresCase: ignoresCase)
    }
  }
}
