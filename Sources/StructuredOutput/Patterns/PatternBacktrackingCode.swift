/// A pattern of any kind as instructions that try one way after another.
struct PatternBacktrackingCode: Sendable {
  enum Instruction: Sendable {
    /// Takes a scalar of the set of this number, forwards or backwards.
    case scalars(Int, isBackwards: Bool)
    /// Takes a run of this number.
    case run(Int)
    /// Goes to the first place, and to the second where that fails.
    case fork(Int, Int)
    case jump(Int)
    case position(PatternPosition)
    /// Notes where the text of a group begins or ends.
    case note(Int)
    /// Makes groups forget their text, whose slots these are.
    case forget(Range<Int>)
    /// Takes what the first of some groups that has text has matched.
    case backReference(Range<Int>, ignoresCase: Bool, isBackwards: Bool)
    case beginLook(number: Int, isNegated: Bool, end: Int)
    case endLook(number: Int, isNegated: Bool)
    case beginLoop(counter: Int)
    /// Decides on one more repetition, or to go on behind the loop of this number.
    case loop(Int)
    case endLoop(Int)
    case found
  }

  /// A repetition of scalars of one set.
  struct Run: Sendable {
    let set: Int
    let least: Int
    let most: Int
    let isLazy: Bool
    let isBackwards: Bool
  }

  /// A repetition that is counted. The slot behind the counter's holds where the last repetition began.
  struct Loop: Sendable {
    let counter: Int
    let least: Int
    let most: Int
    let isLazy: Bool
    let forgotten: Range<Int>
    let start: Int
    let end: Int
  }

  private(set) var instructions: [Instruction] = []
  private(set) var runs: [Run] = []
  private(set) var loops: [Loop] = []
  private(set) var sets: [ScalarSet] = []
  /// The sets' answers for ASCII.
  private(set) var ascii: [(low: UInt64, high: UInt64)] = []
  /// Two slots for each group, its text's begin and end, and two for each counted loop.
  private(set) var slotCount: Int
  private(set) var lookCount = 0
  /// The first slots of the groups that back-references refer to, each with a range of these.
  private(set) var referredSlots: [Int] = []
  private var numbers: [ScalarSet: Int] = [:]

  init(_ tree: PatternTree, groupCount: Int) {
    slotCount = groupCount * 2
    add(tree, isBackwards: false)
    instructions.append(.found)
    numbers = [:]
  }

  private mutating func add(_ tree: PatternTree, isBackwards: Bool) {
    switch tree {
    case .empty: break
    case .scalars(let set): instructions.append(.scalars(number(of: set), isBackwards: isBackwards))
    case .sequence(let parts):
      for part in isBackwards ? parts.reversed() : parts { add(part, isBackwards: isBackwards) }
    case .alternatives(let branches): add(branches, isBackwards: isBackwards)
    case .repetition(let repetition): add(repetition, isBackwards: isBackwards)
    case .position(let position): instructions.append(.position(position))
    case .group(let part, let number):
      let slot = (number - 1) * 2
      instructions.append(.note(isBackwards ? slot + 1 : slot))
      add(part, isBackwards: isBackwards)
      instructions.append(.note(isBackwards ? slot : slot + 1))
    case .look(let look):
      let number = lookCount
      lookCount += 1
      let start = instructions.count
      instructions.append(.found)
      add(look.part, isBackwards: look.isBehind)
      instructions.append(.endLook(number: number, isNegated: look.isNegated))
      instructions[start] = .beginLook(number: number, isNegated: look.isNegated, end: instructions.count)
    case .backReference(let groups, let ignoresCase):
      let start = referredSlots.count
      referredSlots += groups.map { ($0 - 1) * 2 }
      instructions.append(
        .backReference(start..<referredSlots.count, ignoresCase: ignoresCase, isBackwards: isBackwards))
    }
  }

  private mutating func number(of set: ScalarSet) -> Int {
    if let number = numbers[set] { return number }
    numbers[set] = sets.count
    sets.append(set)
    ascii.append((set.low, set.high))
    return sets.count - 1
  }

  private mutating func add(_ branches: [PatternTree], isBackwards: Bool) {
    var ends: [Int] = []
    for (index, branch) in branches.enumerated() {
      let fork = instructions.count
      let isLast = index == branches.count - 1
      if !isLast { instructions.append(.found) }
      add(branch, isBackwards: isBackwards)
      if !isLast {
        ends.append(instructions.count)
        instructions.append(.found)
        instructions[fork] = .fork(fork + 1, instructions.count)
      }
    }
    for end in ends { instructions[end] = .jump(instructions.count) }
  }

  private mutating func add(_ repetition: PatternRepetition, isBackwards: Bool) {
    if case .scalars(let set) = repetition.part {
      instructions.append(.run(runs.count))
      runs.append(
        Run(
          set: number(of: set), least: repetition.least, most: repetition.most ?? .max, isLazy: repetition.isLazy,
          isBackwards: isBackwards))
      return
    }
    // A group's number is one more than its place among the slots.
    let groups = repetition.groups
    let forgotten = groups.isEmpty ? 0..<0 : (groups.lowerBound - 1) * 2..<(groups.upperBound - 1) * 2
    let start = instructions.count
    if repetition.most == nil, repetition.least <= 1, !repetition.part.mayBeEmpty {
      if repetition.least == 0 { instructions.append(.found) }
      if !forgotten.isEmpty { instructions.append(.forget(forgotten)) }
      add(repetition.part, isBackwards: isBackwards)
      if repetition.least == 0 {
        instructions.append(.jump(start))
        instructions[start] = fork(to: start + 1, or: instructions.count, isLazy: repetition.isLazy)
      } else {
        instructions.append(fork(to: start, or: instructions.count + 1, isLazy: repetition.isLazy))
      }
      return
    }
    let counter = slotCount
    slotCount += 2
    instructions.append(.beginLoop(counter: counter))
    instructions.append(.found)
    add(repetition.part, isBackwards: isBackwards)
    instructions.append(.endLoop(loops.count))
    instructions[start + 1] = .loop(loops.count)
    loops.append(
      Loop(
        counter: counter, least: repetition.least, most: repetition.most ?? .max, isLazy: repetition.isLazy,
        forgotten: forgotten, start: start + 1, end: instructions.count))
  }

  private func fork(to body: Int, or end: Int, isLazy: Bool) -> Instruction {
    isLazy ? .fork(end, body) : .fork(body, end)
  }
}
