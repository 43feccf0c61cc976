/// Unicode's simple case folding, by which ECMA-262 ignores case under the flag `u`.
enum CaseFolding {
  /// The scalars that fold alike, the smallest of each group first.
  private static let groups: [[UInt32]] = {
    var groups: [[UInt32]] = []
    var pairs = PackedNumbers(CaseFoldingTable.pairs)
    var first: UInt32 = 0
    while let skipped = pairs.next(), let size = pairs.next(), let distance = pairs.next() {
      first += skipped
      for index in 0..<size / 2 {
        let scalar = first + index * (1 + size % 2)
        groups.append([scalar, scalar + distance])
      }
    }
    var larger = PackedNumbers(CaseFoldingTable.larger)
    while let count = larger.next() { groups.append((0..<count).compactMap { _ in larger.next() }) }
    return groups
  }()

  private static let groupOfScalar: [UInt32: Int] = {
    var places: [UInt32: Int] = [:]
    for (place, group) in groups.enumerated() { for scalar in group { places[scalar] = place } }
    return places
  }()

  /// The scalar that stands for all that fold alike.
  static func representative(of scalar: UInt32) -> UInt32 {
    if scalar < 0x80, scalar != 0x4B, scalar != 0x53, scalar != 0x6B, scalar != 0x73 {
      return scalar &- 0x61 < 26 ? scalar - 0x20 : scalar
    }
    return groupOfScalar[scalar].map { groups[$0][0] } ?? scalar
  }

  /// All scalars that fold like another, in order, each with its group.
  private static let foldable: [(scalar: UInt32, group: Int)] =
    groups.enumerated()
    .flatMap { place, group in group.map { ($0, place) } }
    .sorted { $0.scalar < $1.scalar }

  /// A set with all that folds like one of its members.
  static func closure(of set: ScalarSet) -> ScalarSet {
    var memberCounts = [Int](repeating: 0, count: groups.count)
    var holdsFoldable = false
    for range in set.ranges {
      var next = firstFoldable(from: range.lowerBound)
      while next < foldable.count, foldable[next].scalar <= range.upperBound {
        memberCounts[foldable[next].group] += 1
        holdsFoldable = true
        next += 1
      }
    }
    guard holdsFoldable else { return set }
    var additions: [ClosedRange<UInt32>] = []
    for (group, count) in zip(groups, memberCounts) where count > 0 && count < group.count {
      for scalar in group { additions.append(scalar...scalar) }
    }
    return additions.isEmpty ? set : ScalarSet(union: set.ranges + additions)
  }

  private static func firstFoldable(from scalar: UInt32) -> Int {
    var lower = 0
    var upper = foldable.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if foldable[middle].scalar < scalar { lower = middle + 1 } else { upper = middle }
    }
    return lower
  }
}
