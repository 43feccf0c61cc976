/// Damerau's edit distance of two sequences of numbers, unrestricted.
///
/// Zhao, Sahni: "String correction using the Damerau-Levenshtein distance" (2019): of two places that change, either
/// the rows or the columns are neighbours, so that three rows of the table and one value a column are all that is
/// kept. Only cells near the diagonal are worked out; a narrow band is tried first and widened until the distance
/// found fits in it.
enum DamerauDistance {
  /// Nil if the distance is more than the limit.
  ///
  /// - Parameter band: How far from the diagonal is looked first, at least 1.
  static func distance(_ a: [Int32], _ b: [Int32], tokens: Int, atMost limit: Int, band: Int = 32) -> Int? {
    let (a, b) = CommonEnds.removed(a, b)
    let longest = max(a.count, b.count)
    let limit = min(limit, longest)
    if abs(a.count - b.count) > limit { return nil }
    if a.isEmpty || b.isEmpty { return longest }
    let (rows, columns) = (Array(a), Array(b))
    var band = max(band, abs(a.count - b.count))
    while band < limit / 4 {
      let distance = distance(rows, columns, tokens, within: band)
      if distance <= band { return distance }
      band *= 3
    }
    let distance = distance(rows, columns, tokens, within: limit)
    return distance <= limit ? distance : nil
  }

  /// What stands for "outside the band"; far from overflow.
  private static let outside = Int32.max / 2

  /// The distance if it is at most `band`, else some number above it. Neither sequence is empty.
  private static func distance(_ a: [Int32], _ b: [Int32], _ tokens: Int, within band: Int) -> Int {
    // A row's cell of column j stands at j + 1; the one before column 0 is never reached.
    let outsideRow = [Int32](repeating: outside, count: b.count + 2)
    var (beforeLast, last, row) = (outsideRow, outsideRow, outsideRow)
    for j in 0...min(b.count, band) { last[j + 1] = Int32(truncatingIfNeeded: j) }
    // For each column the cell before the last match in it and its left neighbour.
    var beforeMatch = outsideRow
    var lastRow = [Int32](repeating: -1, count: tokens)
    for i in 1...a.count {
      let (low, high) = (max(1, i - band), min(b.count, i + band))
      let token = a[i - 1]
      row[low] = low == 1 && i <= band ? Int32(truncatingIfNeeded: i) : outside
      var lastColumn = -1
      // The cell two rows above the last match in this row, and to its left.
      var aboveMatch = outside
      for j in stride(from: low, through: high, by: 1) {
        let other = b[j - 1]
        var best = min(last[j + 1], row[j]) + 1
        if token == other {
          best = min(best, last[j])
          lastColumn = j
          beforeMatch[j + 1] = last[j - 1]
          aboveMatch = beforeLast[j]
        } else {
          best = min(best, last[j] + 1)
          let matchedRow = Int(lastRow[Int(other)])
          if j - lastColumn == 1 {
            best = min(best, beforeMatch[j + 1] + Int32(truncatingIfNeeded: i - matchedRow))
          } else if i - matchedRow == 1 {
            best = min(best, aboveMatch + Int32(truncatingIfNeeded: j - lastColumn))
          }
        }
        row[j + 1] = min(best, outside)
      }
      lastRow[Int(token)] = Int32(truncatingIfNeeded: i)
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return Int(last[b.count + 1])
  }
}
