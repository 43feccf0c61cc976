/// Searches for a pattern with back-references or look-around by trying out, for a bounded number of steps.
final class PatternBacktracker: PatternProgram {
  private let code: PatternBacktrackingCode
  private let isHeldAtStart: Bool

  init(_ tree: PatternTree, groupCount: Int) {
    code = PatternBacktrackingCode(tree, groupCount: groupCount)
    isHeldAtStart = tree.isHeldAtStart
  }

  func answer(in text: UnsafeBufferPointer<UInt8>) -> PatternAnswer {
    code.instructions.withUnsafeBufferPointer { instructions in
      code.ascii.withUnsafeBufferPointer { ascii in
        var attempt = Attempt(code, instructions, ascii, text)
        var start = 0
        while true {
          let answer = attempt.match(at: start)
          if answer != .notFound || isHeldAtStart || start == text.count { return answer }
          start += ScalarDecoding.scalar(in: text, at: start).length
        }
      }
    }
  }
}

extension PatternBacktracker {
  /// Where the pattern is found, in order, without overlaps and without empty places; nil where the search was given up.
  func ranges(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>]? {
    code.instructions.withUnsafeBufferPointer { instructions in
      code.ascii.withUnsafeBufferPointer { ascii in
        var attempt = Attempt(code, instructions, ascii, text)
        var ranges: [Range<Int>] = []
        var start = 0
        while true {
          switch attempt.match(at: start) {
          case .undecided: return nil
          case .found where attempt.end > start:
            ranges.append(start..<attempt.end)
            start = attempt.end
            attempt.forgetMatch()
          case .found:
            attempt.forgetMatch()
            fallthrough
          case .notFound:
            if start == text.count { return ranges }
            start += ScalarDecoding.scalar(in: text, at: start).length
          }
          if isHeldAtStart, start > 0 { return ranges }
        }
      }
    }
  }
}

/// The search in one text. What is still to be tried lies on a stack of its own, as does how to undo what was done since.
private struct Attempt {
  /// Instructions and characters: a fixed number, and more for a long text.
  private static let mostSteps = (start: 10_000_000, forEachByte: 20)
  private static let mostFrames = 2_000_000

  private enum Kind: UInt8 {
    /// Goes on at an instruction and a place of the text.
    case alternative
    /// Gives back one character of a run, or, in a lazy one, takes one more.
    case run
    /// Lies below a run: how many characters may be given back, or taken.
    case runCount
    /// Enters a lazy loop once more.
    case repetition
    /// Puts a slot's old value back.
    case slot
    /// A look begins; `value` is the place of the text.
    case look
  }

  /// 16 bytes, as there may be one for each character.
  private struct Frame {
    let kind: Kind
    private let packedNumber: UInt32
    let value: Int

    /// An instruction or a slot.
    var number: Int { Int(packedNumber) }

    init(_ kind: Kind, _ number: Int, _ value: Int) {
      self.kind = kind
      packedNumber = UInt32(truncatingIfNeeded: number)
      self.value = value
    }
  }

  private let code: PatternBacktrackingCode
  private let instructions: UnsafeBufferPointer<PatternBacktrackingCode.Instruction>
  private let ascii: UnsafeBufferPointer<(low: UInt64, high: UInt64)>
  private let text: UnsafeBufferPointer<UInt8>
  /// Places in the text and counts; -1 where there is none.
  private var slots: [Int]
  /// How many frames lay below each look when it began.
  private var looks: [Int]
  private var frames: [Frame] = []
  private var place = 0
  private var at = 0
  private var stepsLeft: Int

  init(
    _ code: PatternBacktrackingCode, _ instructions: UnsafeBufferPointer<PatternBacktrackingCode.Instruction>,
    _ ascii: UnsafeBufferPointer<(low: UInt64, high: UInt64)>, _ text: UnsafeBufferPointer<UInt8>
  ) {
    self.code = code
    self.instructions = instructions
    self.ascii = ascii
    self.text = text
    slots = [Int](repeating: -1, count: code.slotCount)
    looks = [Int](repeating: 0, count: code.lookCount)
    frames.reserveCapacity(64)
    stepsLeft = Self.mostSteps.start + Self.mostSteps.forEachByte * text.count
  }

  mutating func match(at start: Int) -> PatternAnswer {
    place = 0
    at = start
    while true {
      stepsLeft -= 1
      if stepsLeft < 0 || frames.count > Self.mostFrames { return .undecided }
      if case .found = instructions[place] { return .found }
      if !step(), !goBack() { return .notFound }
    }
  }

  /// Does one instruction; false where it fails.
  @inline(__always)
  private mutating func step() -> Bool {
    switch instructions[place] {
    case .scalars(let set, let isBackwards):
      guard let next = taken(set, from: at, isBackwards) else { return false }
      at = next
    case .run(let run): return take(code.runs[run])
    case .fork(let first, let second):
      frames.append(Frame(.alternative, second, at))
      place = first
      return true
    case .jump(let target):
      place = target
      return true
    case .position(let position): if !holds(position) { return false }
    case .note(let slot): set(slot, to: at)
    case .forget(let range): forget(range)
    case .backReference(let groups, let ignoresCase, let isBackwards):
      return refer(to: groups, ignoresCase, isBackwards)
    case .beginLook(let number, _, _):
      looks[number] = frames.count
      frames.append(Frame(.look, place, at))
    case .endLook(let number, let isNegated):
      if isNegated {
        undo(downTo: looks[number])
        return false
      }
      leave(number)
    case .beginLoop(let counter): set(counter, to: 0)
    case .loop(let loop):
      turn(code.loops[loop])
      return true
    case .endLoop(let number):
      let loop = code.loops[number]
      // A repetition beyond those that must be may not be empty, or it would go on forever.
      if slots[loop.counter] > loop.least, slots[loop.counter + 1] == at { return false }
      place = loop.start
      return true
    case .found: break
    }
    place += 1
    return true
  }

  /// Where the match that was found ends.
  var end: Int { at }

  /// Makes ready for another search in the same text, with the steps that are left.
  mutating func forgetMatch() {
    frames.removeAll(keepingCapacity: true)
    for slot in slots.indices { slots[slot] = -1 }
  }

  // MARK: Going back

  /// Takes up what is to be tried next; false where nothing is.
  private mutating func goBack() -> Bool {
    while let frame = frames.popLast() {
      stepsLeft -= 1
      switch frame.kind {
      case .alternative:
        place = frame.number
        at = frame.value
        return true
      case .repetition:
        guard case .loop(let loop) = instructions[frame.number] else { continue }
        place = frame.number
        at = frame.value
        repeatOnce(code.loops[loop])
        return true
      case .slot: slots[frame.number] = frame.value
      case .runCount: break
      case .run: if goBack(in: frame) { return true }
      case .look:
        if case .beginLook(_, isNegated: true, let end) = instructions[frame.number] {
          place = end
          at = frame.value
          return true
        }
      }
    }
    return false
  }

  private mutating func undo(downTo count: Int) {
    while frames.count > count, let frame = frames.popLast() {
      stepsLeft -= 1
      if frame.kind == .slot { slots[frame.number] = frame.value }
    }
  }

  /// Ends a look that succeeded: nothing in it is tried again, but what groups in it matched can still be undone.
  private mutating func leave(_ look: Int) {
    let base = looks[look]
    at = frames[base].value
    var kept = base
    stepsLeft -= frames.count - base
    for index in base..<frames.count where frames[index].kind == .slot {
      frames[kept] = frames[index]
      kept += 1
    }
    frames.removeLast(frames.count - kept)
  }

  private mutating func set(_ slot: Int, to value: Int) {
    frames.append(Frame(.slot, slot, slots[slot]))
    slots[slot] = value
  }

  private mutating func forget(_ range: Range<Int>) {
    stepsLeft -= range.count
    for slot in range where slots[slot] >= 0 { set(slot, to: -1) }
  }

  // MARK: Characters

  /// The place behind a scalar of a set, or before it; nil where there is none.
  @inline(__always)
  private func taken(_ set: Int, from place: Int, _ isBackwards: Bool) -> Int? {
    guard isBackwards ? place > 0 : place < text.count else { return nil }
    let byte = text[isBackwards ? place - 1 : place]
    if byte < 0x80 {
      let bits = byte < 64 ? ascii[set].low : ascii[set].high
      guard bits >> UInt64(byte & 63) & 1 == 1 else { return nil }
      return isBackwards ? place - 1 : place + 1
    }
    let (scalar, length) =
      isBackwards ? ScalarDecoding.scalar(in: text, before: place) : ScalarDecoding.scalar(in: text, at: place)
    guard code.sets[set].containsBeyondASCII(scalar) else { return nil }
    return isBackwards ? place - length : place + length
  }

  private func holds(_ position: PatternPosition) -> Bool {
    switch position {
    case .start: return at == 0
    case .end: return at == text.count
    case .lineStart, .lineEnd, .wordBoundary:
      let before = at == 0 ? nil : ScalarDecoding.scalar(in: text, before: at).scalar
      let after = at == text.count ? nil : ScalarDecoding.scalar(in: text, at: at).scalar
      let concerns = position.concerns
      return position.holds(
        before: PatternNeighbour(before, concerning: concerns), after: PatternNeighbour(after, concerning: concerns))
    }
  }

  private mutating func refer(to groups: Range<Int>, _ ignoresCase: Bool, _ isBackwards: Bool) -> Bool {
    place += 1
    // A group that has matched nothing, or whose text is not complete, is referred to as empty.
    var matched: Range<Int>?
    for group in groups {
      let slot = code.referredSlots[group]
      if slots[slot] >= 0, slots[slot + 1] >= slots[slot] { matched = slots[slot]..<slots[slot + 1] }
    }
    guard let range = matched else { return true }
    stepsLeft -= range.count
    if ignoresCase { return referIgnoringCase(to: range, isBackwards) }
    let start = isBackwards ? at - range.count : at
    guard start >= 0, start + range.count <= text.count else { return false }
    for index in 0..<range.count where text[start + index] != text[range.lowerBound + index] { return false }
    at = isBackwards ? start : start + range.count
    return true
  }

  private mutating func referIgnoringCase(to range: Range<Int>, _ isBackwards: Bool) -> Bool {
    var next = isBackwards ? range.upperBound : range.lowerBound
    while isBackwards ? next > range.lowerBound : next < range.upperBound {
      guard isBackwards ? at > 0 : at < text.count else { return false }
      let wanted =
        isBackwards ? ScalarDecoding.scalar(in: text, before: next) : ScalarDecoding.scalar(in: text, at: next)
      let found = isBackwards ? ScalarDecoding.scalar(in: text, before: at) : ScalarDecoding.scalar(in: text, at: at)
      guard CaseFolding.representative(of: wanted.scalar) == CaseFolding.representative(of: found.scalar) else {
        return false
      }
      next += isBackwards ? -wanted.length : wanted.length
      at += isBackwards ? -found.length : found.length
    }
    return true
  }

  // MARK: Repetitions

  private mutating func take(_ run: PatternBacktrackingCode.Run) -> Bool {
    var count = 0
    let wanted = run.isLazy ? run.least : run.most
    while count < wanted, let next = taken(run.set, from: at, run.isBackwards) {
      at = next
      count += 1
    }
    stepsLeft -= count
    guard count >= run.least else { return false }
    let others = run.isLazy ? run.most - run.least : count - run.least
    if others > 0 {
      frames.append(Frame(.runCount, place, others))
      frames.append(Frame(.run, place, at))
    }
    place += 1
    return true
  }

  private mutating func goBack(in frame: Frame) -> Bool {
    guard case .run(let number) = instructions[frame.number], let count = frames.popLast()?.value else { return false }
    let run = code.runs[number]
    if run.isLazy {
      guard let next = taken(run.set, from: frame.value, run.isBackwards) else { return false }
      at = next
    } else if run.isBackwards {
      at = frame.value + ScalarDecoding.scalar(in: text, at: frame.value).length
    } else {
      at = frame.value - ScalarDecoding.scalar(in: text, before: frame.value).length
    }
    if count > 1 {
      frames.append(Frame(.runCount, frame.number, count - 1))
      frames.append(Frame(.run, frame.number, at))
    }
    place = frame.number + 1
    return true
  }

  private mutating func turn(_ loop: PatternBacktrackingCode.Loop) {
    let count = slots[loop.counter]
    if count >= loop.most {
      place = loop.end
    } else if count < loop.least {
      repeatOnce(loop)
    } else if loop.isLazy {
      frames.append(Frame(.repetition, place, at))
      place = loop.end
    } else {
      frames.append(Frame(.alternative, loop.end, at))
      repeatOnce(loop)
    }
  }

  private mutating func repeatOnce(_ loop: PatternBacktrackingCode.Loop) {
    set(loop.counter, to: slots[loop.counter] + 1)
    set(loop.counter + 1, to: at)
    forget(loop.forgotten)
    place += 1
  }
}
