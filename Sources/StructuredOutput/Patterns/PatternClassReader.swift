/// Reads a class of characters: `[a-z_]`.
enum PatternClassReader {
  static func read(_ cursor: inout PatternCursor, _ flags: PatternFlags) throws(TextPatternError) -> ScalarSet {
    let start = cursor.at
    cursor.at += 1
    let isInverted = cursor.skip("^")
    var ranges: [ClosedRange<UInt32>] = []
    while !cursor.skip("]") {
      let place = cursor.at
      let (set, first) = try member(&cursor, flags, of: start)
      guard cursor.next == "-", let end = cursor.scalar(after: 1), end != "]" else {
        ranges += set.ranges
        continue
      }
      cursor.at += 1
      let (upper, last) = try member(&cursor, flags, of: start)
      if let first, let last {
        guard first <= last else { throw cursor.fault("a range of characters is out of order", at: place) }
        ranges.append(first...last)
      } else {
        // With a class for an end it is no range, but a class, a hyphen and what follows: `[\w-.]`.
        ranges += set.ranges + [0x2D...0x2D] + upper.ranges
      }
    }
    let set = flags.folded(ScalarSet(union: ranges))
    return isInverted ? set.inverted : set
  }

  private static func member(
    _ cursor: inout PatternCursor, _ flags: PatternFlags, of start: Int
  ) throws(TextPatternError) -> (set: ScalarSet, single: UInt32?) {
    guard let next = cursor.next else { throw cursor.fault("a class of characters is not closed", at: start) }
    if next == "\\" {
      let escape = try PatternEscape.read(&cursor, flags, inClass: true)
      return (escape.set, escape.single)
    }
    cursor.at += 1
    return (ScalarSet(single: next.value), next.value)
  }
}
