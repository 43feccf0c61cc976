/// The scalars parted into classes, such that each set holds all of a class or nothing of it.
struct ScalarPartition {
  /// The first scalars of runs of one class; the first run begins at 0.
  let starts: [UInt32]
  /// The classes of the runs, counted from 0 in the order of their first scalars.
  private(set) var classes: [Int]
  let count: Int

  /// Above this much work, sets times runs, there is no partition.
  private static let mostVisits = 2_000_000

  /// Nil where sets that large and that many are not worth parting.
  init?(of sets: [ScalarSet]) {
    var starts: [UInt32] = [0]
    for set in sets {
      for range in set.ranges {
        starts.append(range.lowerBound)
        if range.upperBound < ScalarSet.last { starts.append(range.upperBound + 1) }
      }
    }
    starts.sort()
    var unique = 0
    for start in starts where start != starts[unique] {
      unique += 1
      starts[unique] = start
    }
    starts.removeLast(starts.count - unique - 1)

    var classes = [Int](repeating: 0, count: starts.count)
    var parts = [-1]
    var visits = 0
    for set in sets {
      let before = parts.count
      var touched: [Int] = []
      for range in set.ranges {
        var run = Self.run(of: range.lowerBound, in: starts)
        while run < starts.count, starts[run] <= range.upperBound {
          let old = classes[run]
          if old < before {
            if parts[old] < 0 {
              parts[old] = parts.count
              parts.append(-1)
              touched.append(old)
            }
            classes[run] = parts[old]
          }
          run += 1
          visits += 1
        }
      }
      if visits > Self.mostVisits { return nil }
      for old in touched { parts[old] = -1 }
    }

    var numbers = [Int](repeating: -1, count: parts.count)
    var count = 0
    for run in classes.indices {
      if numbers[classes[run]] < 0 {
        numbers[classes[run]] = count
        count += 1
      }
      classes[run] = numbers[classes[run]]
    }
    guard count * sets.count <= Self.mostVisits else { return nil }
    self.starts = starts
    self.classes = classes
    self.count = count
  }

  private static func run(of scalar: UInt32, in starts: [UInt32]) -> Int {
    var lower = 0
    var upper = starts.count
    while upper - lower > 1 {
      let middle = (lower + upper) / 2
      if starts[middle] <= scalar { lower = middle } else { upper = middle }
    }
    return lower
  }

  /// For each class whether a set of those that were parted holds it.
  func membership(of set: ScalarSet) -> [Bool] {
    var holds = [Bool](repeating: false, count: count)
    for range in set.ranges {
      var run = Self.run(of: range.lowerBound, in: starts)
      while run < starts.count, starts[run] <= range.upperBound {
        holds[classes[run]] = true
        run += 1
      }
    }
    return holds
  }
}
