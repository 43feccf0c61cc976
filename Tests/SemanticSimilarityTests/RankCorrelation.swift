/// Spearman's rank correlation.
enum RankCorrelation {
  /// Pearson's correlation of the ranks, equal values at the mean of theirs.
  static func spearman(_ left: [Double], _ right: [Double]) -> Double {
    let (left, right) = (ranks(left), ranks(right))
    let mean = Double(left.count + 1) / 2
    var (product, leftSquares, rightSquares) = (0.0, 0.0, 0.0)
    for (x, y) in zip(left, right) {
      product += (x - mean) * (y - mean)
      leftSquares += (x - mean) * (x - mean)
      rightSquares += (y - mean) * (y - mean)
    }
    return product / (leftSquares * rightSquares).squareRoot()
  }

  private static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for place in order[start..<end] { ranks[place] = Double(start + end + 1) / 2 }
      start = end
    }
    return ranks
  }
}
