/// A compiled regular expression, run as Thompson's simulation does: all ways to match go forward together, one character
/// at a time, so that no pattern makes a search longer than text × pattern (https://swtch.com/~rsc/regexp/regexp1.html).
struct PatternProgram: Sendable {
  private static let mostInstructions = 20_000

  private enum Instruction: Sendable {
    case scalars(Int)
    case fork(Int, Int)
    case jump(Int)
    case position(PatternPosition)
    case found
  }

  private var instructions: [Instruction] = []
  private var sets: [ScalarSet] = []
  private let ignoresCase: Bool
  private let source: String
  /// Whether a match can begin at the text's start alone.
  private let isHeldAtStart: Bool
  /// The ASCII characters, a bit each, that a match may begin with; all of them where a match may be empty.
  private var startBits: (low: UInt64, high: UInt64) = (.max, .max)

  init(_ tree: PatternTree, ignoresCase: Bool, source: String) throws(TextPatternError) {
    self.ignoresCase = ignoresCase
    self.source = source
    isHeldAtStart = Self.isHeldAtStart(tree)
    try add(tree)
    instructions.append(.found)
    noteStartBits()
  }

  private mutating func noteStartBits() {
    var bits: (low: UInt64, high: UInt64) = (0, 0)
    var seen = Set<Int>()
    var stack = [0]
    while let place = stack.popLast() {
      guard seen.insert(place).inserted else { continue }
      switch instructions[place] {
      case .found: return
      case .jump(let target): stack.append(target)
      case .fork(let first, let second): stack += [first, second]
      case .position: stack.append(place + 1)
      case .scalars(let set):
        for scalar in 0..<64 as Range<UInt32> where contains(sets[set], scalar) { bits.low |= 1 << UInt64(scalar) }
        for scalar in 64..<128 as Range<UInt32> where contains(sets[set], scalar) {
          bits.high |= 1 << UInt64(scalar - 64)
        }
      }
    }
    startBits = bits
  }

  @inline(__always)
  private func mayStart(with byte: UInt8) -> Bool {
    if byte < 64 { return startBits.low >> UInt64(byte) & 1 == 1 }
    return byte >= 128 || startBits.high >> UInt64(byte - 64) & 1 == 1
  }

  private static func isHeldAtStart(_ tree: PatternTree) -> Bool {
    switch tree {
    case .position(.start): true
    case .sequence(let parts): parts.first.map(isHeldAtStart) ?? false
    case .alternatives(let branches): branches.allSatisfy(isHeldAtStart)
    default: false
    }
  }

  private mutating func add(_ tree: PatternTree) throws(TextPatternError) {
    guard instructions.count <= Self.mostInstructions else {
      throw TextPatternError(
        pattern: source, position: 1, reason: "with its repetitions written out it is too long to search for")
    }
    switch tree {
    case .empty: break
    case .scalars(let set):
      instructions.append(.scalars(sets.count))
      sets.append(set)
    case .position(let position): instructions.append(.position(position))
    case .sequence(let parts): for part in parts { try add(part) }
    case .alternatives(let branches):
      var ends: [Int] = []
      for (index, branch) in branches.enumerated() {
        let fork = instructions.count
        if index < branches.count - 1 { instructions.append(.found) }
        try add(branch)
        if index < branches.count - 1 {
          ends.append(instructions.count)
          instructions.append(.found)
          instructions[fork] = .fork(fork + 1, instructions.count)
        }
      }
      for end in ends { instructions[end] = .jump(instructions.count) }
    case .repetition(let part, let least, let most):
      // An empty part may be written out often without making the program longer.
      let start = instructions.count
      for copy in 0..<least {
        try add(part)
        if copy == 0, instructions.count == start { return }
      }
      if let most {
        var forks: [Int] = []
        for _ in least..<most {
          forks.append(instructions.count)
          instructions.append(.found)
          try add(part)
        }
        for fork in forks { instructions[fork] = .fork(fork + 1, instructions.count) }
      } else {
        let fork = instructions.count
        instructions.append(.found)
        try add(part)
        instructions.append(.jump(fork))
        instructions[fork] = .fork(fork + 1, instructions.count)
      }
    }
  }

  /// Whether the pattern is found anywhere in well-formed UTF-8.
  func isFound(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var marks = [Int](repeating: -1, count: instructions.count)
    var waiting: [Int] = []
    var reached: [Int] = []
    var stack: [Int] = []
    var offset = 0
    var before: UInt32?
    while true {
      if waiting.isEmpty, !isHeldAtStart {
        while offset < text.count, !mayStart(with: text[offset]) {
          before = UInt32(text[offset])
          offset += 1
        }
      }
      let (scalar, length) = Self.scalar(in: text, at: offset)
      stack.append(contentsOf: waiting)
      if offset == 0 || !isHeldAtStart { stack.append(0) }
      if stack.isEmpty { return false }
      reached.removeAll(keepingCapacity: true)
      while let place = stack.popLast() {
        if marks[place] == offset { continue }
        marks[place] = offset
        switch instructions[place] {
        case .found: return true
        case .jump(let target): stack.append(target)
        case .fork(let first, let second):
          stack.append(second)
          stack.append(first)
        case .position(let position):
          if Self.holds(position, before: before, after: scalar) { stack.append(place + 1) }
        case .scalars: reached.append(place)
        }
      }
      guard let scalar else { return false }
      waiting.removeAll(keepingCapacity: true)
      for place in reached {
        guard case .scalars(let set) = instructions[place] else { continue }
        if contains(sets[set], scalar) { waiting.append(place + 1) }
      }
      before = scalar
      offset += length
    }
  }

  @inline(__always)
  private func contains(_ set: ScalarSet, _ scalar: UInt32) -> Bool {
    set.contains(scalar) || ignoresCase && containsOtherCase(set, scalar)
  }

  private func containsOtherCase(_ set: ScalarSet, _ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (scalar | 0x20) &- 0x61 < 26 && set.contains(scalar ^ 0x20) }
    guard let properties = UnicodeScalar(scalar)?.properties else { return false }
    let others = [properties.lowercaseMapping, properties.uppercaseMapping]
    return others.contains { mapped in
      let scalars = mapped.unicodeScalars
      return scalars.count == 1 && scalars.allSatisfy { set.contains($0.value) }
    }
  }

  private static func holds(_ position: PatternPosition, before: UInt32?, after: UInt32?) -> Bool {
    let isWordBefore = before.map(ScalarSet.wordCharacters.contains) ?? false
    let isWordAfter = after.map(ScalarSet.wordCharacters.contains) ?? false
    return switch position {
    case .start: before == nil
    case .end: after == nil
    case .wordBoundary: isWordBefore != isWordAfter
    case .noWordBoundary: isWordBefore == isWordAfter
    }
  }

  @inline(__always)
  private static func scalar(in text: UnsafeBufferPointer<UInt8>, at offset: Int) -> (scalar: UInt32?, length: Int) {
    guard offset < text.count else { return (nil, 0) }
    let lead = UInt32(text[offset])
    if lead < 0x80 { return (lead, 1) }
    let second = UInt32(text[offset + 1]) & 0x3F
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | second, 2) }
    let third = UInt32(text[offset + 2]) & 0x3F
    if lead < 0xF0 { return ((lead & 0x0F) << 12 | second << 6 | third, 3) }
    return ((lead & 0x07) << 18 | second << 12 | third << 6 | UInt32(text[offset + 3]) & 0x3F, 4)
  }
}
