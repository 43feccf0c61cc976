/// Makes an automaton deterministic (the subset construction), as long as that stays small.
///
/// A state is the set of instructions that wait: those for a character, and positions that must know the next character.
/// When a set reaches the end of the pattern, the rest of the text no longer matters.
struct PatternDeterminizer {
  private static let mostEntries = 131_072
  private static let mostStates = 16_384
  /// Instructions that are visited in all; a few milliseconds.
  private static let mostVisits = 250_000

  private let instructions: [PatternAutomaton.Instruction]
  private let isHeldAtStart: Bool
  private let partition: ScalarPartition
  /// For each set and class whether the one holds the other.
  private var members: [Bool] = []
  private var neighbours: [PatternNeighbour]

  private var items: [Int32] = []
  private var ends: [Int] = [0]
  private var befores: [PatternNeighbour] = []
  private var waitsForNeighbour: [Bool] = []
  private var acceptsAtEnd: [Bool] = []
  private var slots = [Int32](repeating: -1, count: 64)

  private var marks: [Int32]
  private var mark: Int32 = 0
  private var stack: [Int32] = []
  private var list: [Int32] = []
  private var visits = 0

  /// The automaton's table, or nil where it would be too large or take too long to make.
  static func table(of automaton: PatternAutomaton) -> PatternTable? {
    guard let partition = ScalarPartition(of: automaton.sets + automaton.concerns.sets) else { return nil }
    var determinizer = PatternDeterminizer(automaton, partition)
    return determinizer.table()
  }

  private init(_ automaton: PatternAutomaton, _ partition: ScalarPartition) {
    instructions = automaton.instructions
    isHeldAtStart = automaton.isHeldAtStart
    self.partition = partition
    marks = [Int32](repeating: 0, count: automaton.instructions.count)
    for set in automaton.sets { members += partition.membership(of: set) }
    neighbours = [PatternNeighbour](repeating: [], count: partition.count)
    if !automaton.concerns.subtracting(.edge).isEmpty {
      for (start, number) in zip(partition.starts, partition.classes) {
        neighbours[number] = PatternNeighbour(start, concerning: automaton.concerns)
      }
    }
  }

  private mutating func table() -> PatternTable? {
    stack = [0]
    mark += 1
    let isFound = close(before: .edge, after: nil)
    var transitions: [UInt16] = []
    guard let initial = isFound ? PatternTable.accepts : state(before: .edge) else { return nil }
    var current = 0
    while current < acceptsAtEnd.count {
      for column in 0..<partition.count {
        guard let target = target(from: current, column) else { return nil }
        transitions.append(target)
      }
      guard transitions.count + (current + 1) * 2 <= Self.mostEntries else { return nil }
      current += 1
    }
    let traps = self.traps(transitions)
    for index in transitions.indices { transitions[index] = traps[Int(transitions[index])] }
    return PatternTable(
      partition: partition, transitions: transitions, acceptsAtEnd: acceptsAtEnd, initial: traps[Int(initial)])
  }

  /// For each state what stands for it: those that are never left accept or reject at once.
  private func traps(_ transitions: [UInt16]) -> [UInt16] {
    var traps = [PatternTable.rejects, PatternTable.accepts, PatternTable.rejects]
    for state in acceptsAtEnd.indices {
      let number = UInt16(state) + PatternTable.firstState
      let row = transitions[state * partition.count..<(state + 1) * partition.count]
      let isTrap = row.allSatisfy { $0 == number }
      traps.append(isTrap ? (acceptsAtEnd[state] ? PatternTable.accepts : PatternTable.rejects) : number)
    }
    return traps
  }

  private mutating func target(from state: Int, _ column: Int) -> UInt16? {
    let neighbour = neighbours[column]
    let range = ends[state]..<ends[state + 1]
    list.removeAll(keepingCapacity: true)
    stack.removeAll(keepingCapacity: true)
    var resolved: [Int32] = []
    if waitsForNeighbour[state] {
      mark += 1
      if resolve(range, before: befores[state], after: neighbour) { return PatternTable.accepts }
      resolved = list
      list.removeAll(keepingCapacity: true)
    }
    for index in range { push(items[index], column) }
    for item in resolved { push(item, column) }
    if !isHeldAtStart { stack.append(0) }
    visits += range.count
    mark += 1
    if close(before: neighbour, after: nil) { return PatternTable.accepts }
    return self.state(before: neighbour)
  }

  private mutating func push(_ item: Int32, _ column: Int) {
    if case .scalars(let set) = instructions[Int(item)], members[set * partition.count + column] {
      stack.append(item + 1)
    }
  }

  /// Follows the positions among a state's items now that the next character is known; true where that ends the pattern.
  private mutating func resolve(_ range: Range<Int>, before: PatternNeighbour, after: PatternNeighbour) -> Bool {
    for index in range {
      if case .position(let position) = instructions[Int(items[index])], position.holds(before: before, after: after) {
        stack.append(items[index] + 1)
      }
    }
    return close(before: before, after: after)
  }

  /// Lists what waits behind the instructions on the stack; true where the pattern's end is reached.
  private mutating func close(before: PatternNeighbour, after: PatternNeighbour?) -> Bool {
    while let place = stack.popLast() {
      if marks[Int(place)] == mark { continue }
      marks[Int(place)] = mark
      visits += 1
      switch instructions[Int(place)] {
      case .scalars: list.append(place)
      case .jump(let target): stack.append(Int32(truncatingIfNeeded: target))
      case .fork(let first, let second):
        stack.append(Int32(truncatingIfNeeded: second))
        stack.append(Int32(truncatingIfNeeded: first))
      case .position(let position):
        if position.looksBackOnly {
          if position.holds(before: before, after: []) { stack.append(place + 1) }
        } else if let after {
          if position.holds(before: before, after: after) { stack.append(place + 1) }
        } else {
          list.append(place)
        }
      case .found: return true
      }
    }
    return false
  }

  /// The number of the state of the listed instructions, a new one if need be; nil where there are too many.
  private mutating func state(before: PatternNeighbour) -> UInt16? {
    list.sort()
    var waits = false
    for item in list { if case .position = instructions[Int(item)] { waits = true } }
    let before = waits ? before : []
    var slot = Self.hash(list, before) & (slots.count - 1)
    while slots[slot] >= 0 {
      let state = Int(slots[slot])
      if befores[state] == before, items[ends[state]..<ends[state + 1]].elementsEqual(list) {
        return UInt16(state) + PatternTable.firstState
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let state = acceptsAtEnd.count
    guard state < Self.mostStates, visits < Self.mostVisits else { return nil }
    let start = items.count
    items += list
    ends.append(items.count)
    befores.append(before)
    waitsForNeighbour.append(waits)
    slots[slot] = Int32(state)
    var ending = false
    if waits {
      mark += 1
      stack.removeAll(keepingCapacity: true)
      list.removeAll(keepingCapacity: true)
      ending = resolve(start..<items.count, before: before, after: .edge)
    }
    acceptsAtEnd.append(ending)
    if acceptsAtEnd.count * 2 > slots.count { growSlots() }
    return UInt16(state) + PatternTable.firstState
  }

  private mutating func growSlots() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for state in befores.indices {
      var slot = Self.hash(items[ends[state]..<ends[state + 1]], befores[state]) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(state)
    }
  }

  /// FNV-1a, over whole numbers.
  private static func hash(_ items: some Sequence<Int32>, _ before: PatternNeighbour) -> Int {
    var hash = 0xCBF2_9CE4_8422_2325 ^ UInt64(before.rawValue)
    for item in items { hash = (hash ^ UInt64(truncatingIfNeeded: item)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 29)
  }
}
