/// A set of Unicode scalars, as a class in a regular expression names them.
///
/// Surrogates may be in a set, as ECMA-262 counts them as code points, though no well-formed text holds one.
struct ScalarSet: Sendable {
  /// In order, neither overlapping nor touching.
  let ranges: [ClosedRange<UInt32>]
  /// The answers for ASCII, a bit each.
  let low: UInt64
  let high: UInt64

  static let last: UInt32 = 0x10FFFF

  init(_ ranges: ClosedRange<UInt32>...) { self.init(union: ranges) }

  init(single scalar: UInt32) { self.init(ordered: [scalar...scalar]) }

  /// The union of ranges in any order.
  init(union ranges: [ClosedRange<UInt32>]) {
    var joined: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let end = joined.last, range.lowerBound <= end.upperBound || range.lowerBound == end.upperBound + 1 {
        joined[joined.count - 1] = end.lowerBound...max(end.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    self.init(ordered: joined)
  }

  private init(ordered: [ClosedRange<UInt32>]) {
    ranges = ordered
    var low: UInt64 = 0
    var high: UInt64 = 0
    for range in ordered {
      if range.lowerBound >= 0x80 { break }
      for scalar in range.lowerBound...min(range.upperBound, 0x7F) {
        if scalar < 64 { low |= 1 << UInt64(scalar) } else { high |= 1 << UInt64(scalar - 64) }
      }
    }
    self.low = low
    self.high = high
  }

  var inverted: ScalarSet {
    var gaps: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { gaps.append(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    if next <= Self.last { gaps.append(next...Self.last) }
    return ScalarSet(ordered: gaps)
  }

  /// The one scalar of a set that has no other.
  var single: UInt32? {
    guard ranges.count == 1, let range = ranges.first, range.lowerBound == range.upperBound else { return nil }
    return range.lowerBound
  }

  @inline(__always)
  func contains(_ scalar: UInt32) -> Bool {
    if scalar < 64 { return low >> UInt64(scalar) & 1 == 1 }
    if scalar < 128 { return high >> UInt64(scalar - 64) & 1 == 1 }
    return containsBeyondASCII(scalar)
  }

  func containsBeyondASCII(_ scalar: UInt32) -> Bool {
    var lower = 0
    var upper = ranges.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if ranges[middle].upperBound < scalar { lower = middle + 1 } else { upper = middle }
    }
    return lower < ranges.count && ranges[lower].contains(scalar)
  }
}

extension ScalarSet: Hashable {
  // Large sets are many ranges long and seldom differ in size and ends alone.
  func hash(into hasher: inout Hasher) {
    hasher.combine(low)
    hasher.combine(high)
    hasher.combine(ranges.count)
    hasher.combine(ranges.first)
    hasher.combine(ranges.last)
  }
}

extension ScalarSet {
  static let any = ScalarSet(0...last)
  static let digits = ScalarSet(0x30...0x39)
  static let wordCharacters = ScalarSet(0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A)
  /// The characters of words where case is ignored, which U+017F and U+212A are too, as they fold to letters.
  static let wordCharactersIgnoringCase = CaseFolding.closure(of: .wordCharacters)
  /// ECMA-262's LineTerminator.
  static let lineEnds = ScalarSet(0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029)
  /// ECMA-262's WhiteSpace and LineTerminator.
  static let space = ScalarSet(
    0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
    0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF)
}
