/// Positions in a list, counted from 1 and kept as ranges, so that thousands of neighbours take no room: `3,7-9`.
public struct PositionRanges: Sendable, Hashable, CustomStringConvertible {
  /// The ranges, ascending, none of them empty; no two overlap.
  public private(set) var ranges: [ClosedRange<Int>] = []

  /// No position.
  public init() {}

  /// Some positions, in any order. Those below 1 are left out.
  public init(_ positions: some Sequence<Int>) {
    for position in positions.sorted() where position > 0 {
      if let last = ranges.last, position <= last.upperBound { continue }
      if let last = ranges.last, position == last.upperBound + 1 {
        ranges[ranges.count - 1] = last.lowerBound...position
      } else {
        ranges.append(position...position)
      }
    }
  }

  /// Reads what ``description`` writes; nil for anything else. Nothing is spelled out, however large a range is.
  public init?(_ text: String) {
    guard !text.isEmpty else { return }
    for part in text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      let ends = part.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        .map { end in
          end.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } ? Int(String(Substring(end))) : nil
        }
      guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
        first > ranges.last?.upperBound ?? 0, first <= last
      else { return nil }
      ranges.append(first...last)
    }
  }

  /// Whether there is none.
  public var isEmpty: Bool { ranges.isEmpty }

  /// How many there are.
  public var count: Int { ranges.reduce(0) { $0 + $1.count } }

  /// Whether a position is one of them.
  public func contains(_ position: Int) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < position { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(position)
  }

  /// The positions that are in both.
  public func intersection(_ other: PositionRanges) -> PositionRanges {
    var common = PositionRanges()
    var (left, right) = (ranges[...], other.ranges[...])
    while let a = left.first, let b = right.first {
      let (lower, upper) = (max(a.lowerBound, b.lowerBound), min(a.upperBound, b.upperBound))
      if lower <= upper { common.ranges.append(lower...upper) }
      if a.upperBound < b.upperBound { left.removeFirst() } else { right.removeFirst() }
    }
    return common
  }

  /// As records hold it: `3,7-9`.
  public var description: String {
    ranges.map { $0.lowerBound == $0.upperBound ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ",")
  }
}
