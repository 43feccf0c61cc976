/// A pattern without back-references and look-around as a nondeterministic automaton, with repetitions written out
/// (https://swtch.com/~rsc/regexp/regexp1.html).
struct PatternAutomaton: Sendable {
  private static let mostInstructions = 50_000

  enum Instruction: Sendable {
    /// Takes a scalar of the set of this number.
    case scalars(Int)
    /// Goes both ways; the first is preferred where it matters which one found the pattern.
    case fork(Int, Int)
    case jump(Int)
    case position(PatternPosition)
    case found
  }

  private(set) var instructions: [Instruction] = []
  private(set) var sets: [ScalarSet] = []
  /// What the positions in it must know of their neighbours.
  private(set) var concerns: PatternNeighbour = []
  let isHeldAtStart: Bool
  private var numbers: [ScalarSet: Int] = [:]

  /// - Throws: an error where the pattern is too long with its repetitions written out.
  init(_ tree: PatternTree, source: String) throws(TextPatternError) {
    isHeldAtStart = tree.isHeldAtStart
    guard add(tree) else {
      throw TextPatternError(
        pattern: source, position: 1,
        reason: "with its repetitions written out it has more than \(Self.mostInstructions) steps; repeat less")
    }
    instructions.append(.found)
    numbers = [:]
  }

  /// False where the automaton becomes too large.
  private mutating func add(_ tree: PatternTree) -> Bool {
    guard instructions.count <= Self.mostInstructions else { return false }
    switch tree {
    case .empty: return true
    case .scalars(let set):
      instructions.append(.scalars(number(of: set)))
      return true
    case .position(let position):
      concerns.formUnion(position.concerns)
      instructions.append(.position(position))
      return true
    case .group(let part, number: _): return add(part)
    case .sequence(let parts): return parts.allSatisfy { add($0) }
    case .alternatives(let branches): return add(branches)
    case .repetition(let repetition): return add(repetition)
    case .look, .backReference:
      assertionFailure("no automaton of this kind looks around or refers back")
      return false
    }
  }

  private mutating func number(of set: ScalarSet) -> Int {
    if let number = numbers[set] { return number }
    numbers[set] = sets.count
    sets.append(set)
    return sets.count - 1
  }

  private mutating func add(_ branches: [PatternTree]) -> Bool {
    var ends: [Int] = []
    for (index, branch) in branches.enumerated() {
      let fork = instructions.count
      let isLast = index == branches.count - 1
      if !isLast { instructions.append(.found) }
      guard add(branch) else { return false }
      if !isLast {
        ends.append(instructions.count)
        instructions.append(.found)
        instructions[fork] = .fork(fork + 1, instructions.count)
      }
    }
    for end in ends { instructions[end] = .jump(instructions.count) }
    return true
  }

  private mutating func add(_ repetition: PatternRepetition) -> Bool {
    for copy in 0..<repetition.least {
      let start = instructions.count
      guard add(repetition.part) else { return false }
      // An empty part may be written out often without making the automaton longer.
      if copy == 0, instructions.count == start { return true }
    }
    guard let most = repetition.most else {
      let fork = instructions.count
      instructions.append(.found)
      guard add(repetition.part) else { return false }
      instructions.append(.jump(fork))
      instructions[fork] = Self.fork(to: fork + 1, or: instructions.count, isLazy: repetition.isLazy)
      return true
    }
    var forks: [Int] = []
    for _ in repetition.least..<most {
      forks.append(instructions.count)
      instructions.append(.found)
      guard add(repetition.part) else { return false }
    }
    for fork in forks {
      instructions[fork] = Self.fork(to: fork + 1, or: instructions.count, isLazy: repetition.isLazy)
    }
    return true
  }

  private static func fork(to body: Int, or end: Int, isLazy: Bool) -> Instruction {
    isLazy ? .fork(end, body) : .fork(body, end)
  }
}
