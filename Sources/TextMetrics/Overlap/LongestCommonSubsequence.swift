/// The longest common subsequence of two sequences of numbers, 64 rows of the table at a time.
///
/// Hyyrö: "Bit-parallel LCS-length computation revisited" (2004). The rows are those of the first sequence; a bit of a
/// column is 0 where the table grows from the row above.
struct LongestCommonSubsequence {
  /// For each token its places among the 64 rows at hand; all 0 between calls.
  private var masks: [UInt64]

  /// - Parameter tokens: How many distinct numbers there are, from 0.
  init(tokens: Int) { masks = [UInt64](repeating: 0, count: tokens) }

  /// Time n × m / 64, memory m bits.
  mutating func length(of first: [Int32], _ second: [Int32]) -> Int {
    var carries = [UInt64](repeating: 0, count: (second.count + 63) / 64)
    var length = 0
    for start in stride(from: 0, to: first.count, by: 64) {
      let rows = start..<min(start + 64, first.count)
      let last = strip(first, rows, second, second.count, carries: &carries) { _, _ in }
      // Rows that are none stay 1.
      length += (~last).nonzeroBitCount
    }
    return length
  }

  /// Marks the places of the first sequence that belong to a longest common subsequence.
  ///
  /// Of several the one is taken that is found from the ends: a pair that matches is used, else a step is made towards
  /// the side that keeps the length, the first sequence's where both do. Time 2 × n × m / 64, memory n × m / 512 bytes.
  mutating func mark(_ first: [Int32], _ second: [Int32], in marks: inout [Bool]) {
    // What each strip of 64 rows hands on to the next.
    var carries = [[UInt64](repeating: 0, count: (second.count + 63) / 64)]
    let strips = stride(from: 0, to: first.count, by: 64).map { $0..<min($0 + 64, first.count) }
    for rows in strips.dropLast() {
      var carry = carries[carries.count - 1]
      _ = strip(first, rows, second, second.count, carries: &carry) { _, _ in }
      carries.append(carry)
    }
    var columns = [UInt64](repeating: 0, count: second.count)
    var (row, column) = (first.count, second.count)
    for (rows, carry) in zip(strips, carries).reversed() where column > 0 {
      var carry = carry
      _ = strip(first, rows, second, column, carries: &carry) { columns[$0] = $1 }
      while row > rows.lowerBound, column > 0 {
        if first[row - 1] == second[column - 1] {
          marks[row - 1] = true
          (row, column) = (row - 1, column - 1)
        } else if columns[column - 1] >> UInt64(row - 1 - rows.lowerBound) & 1 == 0 {
          column -= 1
        } else {
          row -= 1
        }
      }
    }
  }

  /// Works out some rows for the first columns of the second sequence; gives the last column.
  @inline(__always)
  private mutating func strip(
    _ first: [Int32], _ rows: Range<Int>, _ second: [Int32], _ count: Int, carries: inout [UInt64],
    _ visit: (Int, UInt64) -> Void
  ) -> UInt64 {
    for row in rows { masks[Int(first[row])] |= 1 << UInt64(row - rows.lowerBound) }
    var bits = ~UInt64(0)
    masks.withUnsafeBufferPointer { masks in
      second.withUnsafeBufferPointer { second in
        carries.withUnsafeMutableBufferPointer { carries in
          for column in 0..<count {
            let mask = masks[Int(second[column])]
            let carry = carries[column >> 6] >> UInt64(column & 63) & 1
            let (sum, overflow) = bits.addingReportingOverflow(bits & mask)
            let (whole, overflowAgain) = sum.addingReportingOverflow(carry)
            bits = whole | (bits & ~mask)
            let out: UInt64 = overflow || overflowAgain ? 1 : 0
            carries[column >> 6] ^= (carry ^ out) << UInt64(column & 63)
            visit(column, bits)
          }
        }
      }
    }
    for row in rows { masks[Int(first[row])] = 0 }
    return bits
  }
}
