/// A nondeterministic automaton that goes all ways at once, a character at a time, so that no pattern makes a search longer
/// than text × pattern.
final class PatternSimulation: PatternProgram {
  /// Instructions that a search may visit, less than a second's worth.
  private static let mostVisits = 100_000_000

  private let instructions: [PatternAutomaton.Instruction]
  private let sets: [ScalarSet]
  private let concerns: PatternNeighbour
  private let isHeldAtStart: Bool

  init(_ automaton: PatternAutomaton) {
    instructions = automaton.instructions
    sets = automaton.sets
    concerns = automaton.concerns
    isHeldAtStart = automaton.isHeldAtStart
  }

  func answer(in text: UnsafeBufferPointer<UInt8>) -> PatternAnswer {
    // Where a place was visited in this round; places are marked with the number of the round.
    var marks = [Int](repeating: -1, count: instructions.count)
    var waiting: [Int] = []
    var reached: [Int] = []
    var stack: [Int] = []
    var visits = 0
    var at = 0
    var before = PatternNeighbour.edge
    while true {
      let isAtEnd = at == text.count
      let (scalar, length) = isAtEnd ? (0, 0) : ScalarDecoding.scalar(in: text, at: at)
      let after = isAtEnd ? PatternNeighbour.edge : neighbour(scalar)
      if !isHeldAtStart || at == 0 { waiting.append(0) }
      reached.removeAll(keepingCapacity: true)
      for start in waiting {
        stack.append(start)
        while let place = stack.popLast() {
          if marks[place] == at { continue }
          marks[place] = at
          visits += 1
          switch instructions[place] {
          case .scalars(let set):
            if !isAtEnd, contains(sets[set], scalar) { reached.append(place + 1) }
          case .jump(let target): stack.append(target)
          case .fork(let first, let second):
            stack.append(second)
            stack.append(first)
          case .position(let position):
            if position.holds(before: before, after: after) { stack.append(place + 1) }
          case .found: return .found
          }
        }
      }
      if isAtEnd || reached.isEmpty && isHeldAtStart { return .notFound }
      if visits > Self.mostVisits { return .undecided }
      swap(&waiting, &reached)
      before = after
      at += length
    }
  }

  @inline(__always)
  private func contains(_ set: ScalarSet, _ scalar: UInt32) -> Bool {
    if scalar < 64 { return set.low >> UInt64(scalar) & 1 == 1 }
    if scalar < 128 { return set.high >> UInt64(scalar - 64) & 1 == 1 }
    return set.containsBeyondASCII(scalar)
  }

  @inline(__always)
  private func neighbour(_ scalar: UInt32) -> PatternNeighbour {
    concerns.isEmpty ? [] : PatternNeighbour(scalar, concerning: concerns)
  }
}
