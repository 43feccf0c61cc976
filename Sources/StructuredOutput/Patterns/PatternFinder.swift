/// Finds where in a text a pattern is, in the syntax of ``TextPattern`` without back-references and look-around.
///
/// The places are those that ECMA-262 finds one after another with the flag `g`: the leftmost, and of those that begin
/// there the one that the pattern prefers. Places without a character are passed over. All ways are gone at once
/// (https://swtch.com/~rsc/regexp/regexp2.html), so that no pattern makes a search longer than text × pattern for each
/// place.
package struct PatternFinder: Sendable {
  /// The steps of one search, less than half a second's worth.
  package static let mostSteps = 20_000_000

  private let quick: TextPattern
  private let automaton: PatternAutomaton

  /// Compiles a pattern.
  /// - Throws: ``TextPatternError`` where it is malformed, too large, or looks around or refers back.
  package init(_ source: String) throws(TextPatternError) {
    quick = try TextPattern(source)
    var parser = PatternParser(source)
    let parsed = try parser.parse()
    if parsed.hasBackReferences || parsed.hasLooks {
      throw TextPatternError(
        pattern: source, position: 1, reason: "look-around and back-references have no place in a pattern that replaces"
      )
    }
    automaton = try PatternAutomaton(parsed.tree.withoutGroups, source: source)
  }

  /// The places of the pattern within some parts of a text, in order and without overlaps; what stands around a part is
  /// seen by `^`, `$` and `\b`. Those that were found within ``mostSteps``.
  package func ranges(in text: UnsafeBufferPointer<UInt8>, within parts: [Range<Int>]) -> [Range<Int>] {
    if quick.answer(in: text) == .notFound { return [] }
    var search = PatternPlaceSearch(automaton, text)
    var ranges: [Range<Int>] = []
    for part in parts {
      var start = part.lowerBound
      while let range = search.next(in: start..<part.upperBound) {
        ranges.append(range)
        start = range.upperBound
      }
    }
    return ranges
  }
}

private struct PatternPlaceSearch {
  private struct Thread {
    let place: Int
    let start: Int
  }

  private let instructions: [PatternAutomaton.Instruction]
  private let sets: [ScalarSet]
  private let concerns: PatternNeighbour
  private let isHeldAtStart: Bool
  private let text: UnsafeBufferPointer<UInt8>
  private var stepsLeft = PatternFinder.mostSteps
  /// The round in which a place was last visited.
  private var marks: [Int]
  private var round = 0
  private var waiting: [Thread] = []
  private var reached: [Thread] = []
  private var stack: [Int] = []

  init(_ automaton: PatternAutomaton, _ text: UnsafeBufferPointer<UInt8>) {
    instructions = automaton.instructions
    sets = automaton.sets
    concerns = automaton.concerns
    isHeldAtStart = automaton.isHeldAtStart
    marks = [Int](repeating: 0, count: automaton.instructions.count)
    self.text = text
  }

  /// The first place within a part; nil where there is none, or none in so many steps.
  mutating func next(in part: Range<Int>) -> Range<Int>? {
    var found: Range<Int>?
    var at = part.lowerBound
    waiting.removeAll(keepingCapacity: true)
    while true {
      if found == nil, !isHeldAtStart || at == 0 { waiting.append(Thread(place: 0, start: at)) }
      if waiting.isEmpty, found != nil || isHeldAtStart { return found }
      if stepsLeft < 0 { return nil }
      let isAtEnd = at >= part.upperBound
      let (scalar, length) = at < text.count ? ScalarDecoding.scalar(in: text, at: at) : (0, 1)
      if let place = step(at: at, scalar: isAtEnd ? nil : scalar) { found = place }
      if isAtEnd { return found }
      swap(&waiting, &reached)
      at += length
    }
  }

  /// Goes on by one scalar; what was found ends before it.
  private mutating func step(at: Int, scalar: UInt32?) -> Range<Int>? {
    round += 1
    reached.removeAll(keepingCapacity: true)
    let before = neighbour(at > 0 ? ScalarDecoding.scalar(in: text, before: at).scalar : nil)
    let after = neighbour(at < text.count ? ScalarDecoding.scalar(in: text, at: at).scalar : nil)
    for thread in waiting {
      stack.append(thread.place)
      while let place = stack.popLast() {
        if marks[place] == round { continue }
        marks[place] = round
        stepsLeft -= 1
        switch instructions[place] {
        case .scalars(let set):
          if let scalar, contains(sets[set], scalar) { reached.append(Thread(place: place + 1, start: thread.start)) }
        case .jump(let target): stack.append(target)
        case .fork(let first, let second):
          stack.append(second)
          stack.append(first)
        case .position(let position):
          if position.holds(before: before, after: after) { stack.append(place + 1) }
        case .found:
          if thread.start == at { continue }
          // The ways that are left are less preferred.
          stack.removeAll(keepingCapacity: true)
          return thread.start..<at
        }
      }
    }
    return nil
  }

  @inline(__always)
  private func contains(_ set: ScalarSet, _ scalar: UInt32) -> Bool {
    if scalar < 64 { return set.low >> UInt64(scalar) & 1 == 1 }
    if scalar < 128 { return set.high >> UInt64(scalar - 64) & 1 == 1 }
    return set.containsBeyondASCII(scalar)
  }

  @inline(__always)
  private func neighbour(_ scalar: UInt32?) -> PatternNeighbour {
    concerns.isEmpty ? [] : PatternNeighbour(scalar, concerning: concerns)
  }
}
