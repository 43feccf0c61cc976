/// Edit distances of two sequences of numbers, 64 rows of the table at a time.
///
/// Myers (1999), in the form of Hyyrö: "A bit-vector algorithm for computing Levenshtein and Damerau edit distances"
/// (2003). Strips of 64 rows go through all columns before the next ones begin, so that beside them only the
/// differences along their lower edge are kept. Only cells near the diagonal can be part of a short way; a narrow band
/// is tried first and widened until the distance found fits in it.
enum BitParallelDistance {
  /// Levenshtein's distance, or with transpositions the optimal string alignment.
  static func distance(_ a: [Int32], _ b: [Int32], tokens: Int, transpositions: Bool = false) -> Int {
    let longest = max(a.count, b.count)
    return distance(a, b, tokens: tokens, transpositions: transpositions, atMost: longest) ?? longest
  }

  /// Nil if the distance is more than the limit.
  ///
  /// - Parameter band: How far from the diagonal is looked first, at least 1.
  static func distance(
    _ a: [Int32], _ b: [Int32], tokens: Int, transpositions: Bool = false, atMost limit: Int, band: Int = 256
  ) -> Int? {
    let (a, b) = CommonEnds.removed(a, b)
    let (rows, columns) = a.count <= b.count ? (a, b) : (b, a)
    let limit = min(limit, columns.count)
    if columns.count - rows.count > limit { return nil }
    if rows.isEmpty { return columns.count }
    var table = Table(rows: Array(rows), columns: Array(columns), tokens: tokens)
    var band = max(band, columns.count - rows.count)
    // Beyond a quarter of the limit a narrower band saves little. All that were too narrow cost less than the last.
    while band < limit / 4 {
      let distance = table.distance(within: band, transpositions)
      if distance <= band { return distance }
      band *= 3
    }
    let distance = table.distance(within: limit, transpositions)
    return distance <= limit ? distance : nil
  }

  private struct Table {
    let rows: [Int32]
    let columns: [Int32]
    /// For each token and each of four strips at hand its places among the strip's rows; all 0 between calls.
    var masks: [UInt64]
    /// For each column what the last strip hands on along its lower edge.
    var edge: [Strip.Edge]

    init(rows: [Int32], columns: [Int32], tokens: Int) {
      self.rows = rows
      self.columns = columns
      masks = [UInt64](repeating: 0, count: 4 * tokens)
      edge = []
    }

    /// The distance if it is at most `band`, else some number above it.
    mutating func distance(within band: Int, _ transpositions: Bool) -> Int {
      // Cells outside the band are taken for farther than they can be: one more with each step.
      edge = [Strip.Edge](repeating: 1, count: columns.count)
      var firstColumn = 0
      // The distance before the first column, at the lower edge.
      var base = 0
      var firstRow = 0
      while firstRow < rows.count {
        let isFour = rows.count - firstRow >= 256
        let strips = firstRow..<min(rows.count, firstRow + (isFour ? 256 : 64))
        let start = max(0, firstRow - band)
        base += sum(firstColumn..<start) + strips.count
        firstColumn = start
        let range = start..<min(columns.count, strips.upperBound + band)
        switch (isFour, transpositions) {
        case (true, true): four(strips, range, true)
        case (true, false): four(strips, range, false)
        case (false, true): one(strips, range, true)
        case (false, false): one(strips, range, false)
        }
        firstRow = strips.upperBound
      }
      return base + sum(firstColumn..<columns.count)
    }

    private func sum(_ range: Range<Int>) -> Int {
      var sum = 0
      for column in range { sum += Int(edge[column] & 1) - Int(edge[column] >> 1 & 1) }
      return sum
    }

    // Called with constants for `transpositions` only, so that either way is compiled by itself.

    @inline(__always)
    private mutating func one(_ rows: Range<Int>, _ range: Range<Int>, _ transpositions: Bool) {
      setMasks(rows)
      let last = UInt64(rows.count - 1)
      var strip = Strip()
      masks.withUnsafeBufferPointer { masks in
        columns.withUnsafeBufferPointer { columns in
          edge.withUnsafeMutableBufferPointer { edge in
            for column in range {
              edge[column] = Strip.Edge(
                truncatingIfNeeded: strip.step(
                  masks[4 &* Int(columns[column])], UInt64(edge[column]), last, transpositions))
            }
          }
        }
      }
      clearMasks(rows)
    }

    /// Four strips at once, each one column behind the strip above it: a processor works on all four at the same time,
    /// where one strip by itself has to wait for its last column.
    @inline(__always)
    private mutating func four(_ rows: Range<Int>, _ range: Range<Int>, _ transpositions: Bool) {
      setMasks(rows)
      var (first, second, third, fourth) = (Strip(), Strip(), Strip(), Strip())
      var (belowFirst, belowSecond, belowThird) = (UInt64(0), UInt64(0), UInt64(0))
      masks.withUnsafeBufferPointer { masks in
        columns.withUnsafeBufferPointer { columns in
          edge.withUnsafeMutableBufferPointer { edge in
            // A strip that waits for its first column, or has passed its last, is left out.
            for column in range.lowerBound..<(range.upperBound + 3) {
              if range.contains(column - 3) {
                edge[column - 3] = Strip.Edge(
                  truncatingIfNeeded: fourth.step(
                    masks[4 &* Int(columns[column - 3]) | 3], belowThird, 63, transpositions))
              }
              if range.contains(column - 2) {
                belowThird = third.step(masks[4 &* Int(columns[column - 2]) | 2], belowSecond, 63, transpositions)
              }
              if range.contains(column - 1) {
                belowSecond = second.step(masks[4 &* Int(columns[column - 1]) | 1], belowFirst, 63, transpositions)
              }
              if column < range.upperBound {
                belowFirst = first.step(masks[4 &* Int(columns[column])], UInt64(edge[column]), 63, transpositions)
              }
            }
          }
        }
      }
      clearMasks(rows)
    }

    private mutating func setMasks(_ range: Range<Int>) {
      for row in range {
        let place = row - range.lowerBound
        masks[4 * Int(rows[row]) + place / 64] |= 1 << UInt64(place % 64)
      }
    }

    private mutating func clearMasks(_ range: Range<Int>) {
      for row in range { masks[4 * Int(rows[row]) + (row - range.lowerBound) / 64] = 0 }
    }
  }

  /// One column of 64 rows.
  private struct Strip {
    /// What a strip hands on at a column: bit 0 for one more than at the column before, bit 1 for one less, bit 2 for
    /// the first half of a pair that may have changed places.
    typealias Edge = UInt8

    /// Which rows are one more, or one less, than the row above.
    private var more = UInt64.max
    private var less: UInt64 = 0
    /// Of the column before: which rows are the same as the one above and to the left of them, and which match.
    private var lastSame: UInt64 = 0
    private var lastEqual: UInt64 = 0

    /// Goes to the next column.
    ///
    /// - Parameters:
    ///   - equal: Which rows match the column.
    ///   - above: The edge of the strip above.
    ///   - last: The last row.
    /// - Returns: The edge below the last row.
    @inline(__always)
    mutating func step(_ equal: UInt64, _ above: UInt64, _ last: UInt64, _ transpositions: Bool) -> UInt64 {
      let start = equal | (above >> 1 & 1)
      var same = (((start & more) &+ more) ^ more) | start | less
      var pairs: UInt64 = 0
      if transpositions {
        pairs = ~lastSame & equal
        same |= (pairs << 1 | above >> 2) & lastEqual
        (lastSame, lastEqual) = (same, equal)
      }
      let right = less | ~(same | more)
      let left = more & same
      let shiftedRight = right << 1 | above & 1
      more = left << 1 | above >> 1 & 1 | ~(same | shiftedRight)
      less = shiftedRight & same
      return right &>> last & 1 | (left &>> last & 1) << 1 | (pairs &>> last & 1) << 2
    }
  }
}

/// What is left of two sequences between their common start and their common end.
enum CommonEnds {
  static func removed(_ a: [Int32], _ b: [Int32]) -> (ArraySlice<Int32>, ArraySlice<Int32>) {
    let shorter = min(a.count, b.count)
    var start = 0
    while start < shorter, a[start] == b[start] { start += 1 }
    var end = 0
    while end < shorter - start, a[a.count - 1 - end] == b[b.count - 1 - end] { end += 1 }
    return (a[start..<(a.count - end)], b[start..<(b.count - end)])
  }
}
