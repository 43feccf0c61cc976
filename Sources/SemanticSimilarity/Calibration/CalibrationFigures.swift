/// How good a calibration is on labelled pairs, best on others than it was fitted on.
public struct CalibrationFigures: Sendable, Hashable {
  /// How many pairs there are.
  public let count: Int
  /// How many of them people call the same.
  public let sameCount: Int
  /// The mean square of what the probabilities miss the labels by, 0 to 1; less is better (Brier, 1950).
  public let brierScore: Double
  /// The ``brierScore`` of a guess that gives each pair the share of pairs that are the same.
  public let constantBrierScore: Double
  /// By how much the probabilities miss the shares of pairs that are the same, in the mean over ten bins of equal width
  /// (expected calibration error); 0 to 1, less is better.
  public let calibrationError: Double
  /// The probability that of two pairs, one of them the same and the other not, the same one has the higher cosine; ties
  /// count half. One half without pairs of both kinds.
  public let areaUnderCurve: Double
  /// What becomes of the pairs at each threshold, the lowest first.
  public let thresholds: [Threshold]

  /// What becomes of the pairs where a match from some value on is taken for the same.
  public struct Threshold: Sendable, Hashable {
    /// The match, 0 to 1.
    public let match: Double
    /// The cosine that has this match.
    public let cosine: Double
    /// The share of the pairs that are not the same and are taken for it.
    public let falseAcceptRate: Double
    /// The share of the pairs that are the same and are not taken for it.
    public let falseRefuseRate: Double
    /// The share of those taken for the same that are it; nil where none is taken.
    public let precision: Double?
  }

  /// The share of pairs that people call the same.
  public var baseRate: Double { count > 0 ? Double(sameCount) / Double(count) : 0 }
}

extension ScoreCalibration {
  /// How good the calibration is on labelled pairs. Cosines that are no numbers count as matches of 0.
  /// - Parameter thresholds: the matches to look at.
  public func figures(
    on pairs: [LabelledCosine], thresholds: [Double] = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
  ) -> CalibrationFigures {
    let scored = pairs.map { (match: match(forCosine: $0.cosine), isSame: $0.isSame) }.sorted { $0.match < $1.match }
    let sameCount = scored.count { $0.isSame }
    let count = Double(max(1, scored.count))
    let rate = Double(sameCount) / count
    var brier = 0.0
    var bins = [(sum: Double, same: Double)](repeating: (0, 0), count: 10)
    for pair in scored {
      let target = pair.isSame ? 1.0 : 0
      brier += (pair.match - target) * (pair.match - target)
      let bin = min(9, Int(pair.match * 10))
      bins[bin].sum += pair.match
      bins[bin].same += target
    }
    return CalibrationFigures(
      count: scored.count, sameCount: sameCount, brierScore: brier / count, constantBrierScore: rate * (1 - rate),
      calibrationError: bins.reduce(0) { $0 + abs($1.sum - $1.same) } / count,
      areaUnderCurve: Self.areaUnderCurve(scored),
      thresholds: thresholds.sorted().compactMap { match in
        cosine(forMatch: match).map { Self.threshold(match, cosine: $0, scored) }
      })
  }

  private static func threshold(
    _ match: Double, cosine: Double, _ scored: [(match: Double, isSame: Bool)]
  ) -> CalibrationFigures.Threshold {
    let taken = scored.drop { $0.match < match }
    let right = taken.count { $0.isSame }
    let same = scored.count { $0.isSame }
    let wrong = taken.count - right
    return CalibrationFigures.Threshold(
      match: match, cosine: cosine,
      falseAcceptRate: Double(wrong) / Double(max(1, scored.count - same)),
      falseRefuseRate: Double(same - right) / Double(max(1, same)),
      precision: taken.isEmpty ? nil : Double(right) / Double(taken.count))
  }

  /// From the ranks of what is sorted (Mann and Whitney, 1947).
  private static func areaUnderCurve(_ sorted: [(match: Double, isSame: Bool)]) -> Double {
    var differentBelow = 0.0
    var wins = 0.0
    var same = 0.0
    var start = 0
    while start < sorted.count {
      var end = start
      var (samesHere, differentHere) = (0.0, 0.0)
      while end < sorted.count, sorted[end].match == sorted[start].match {
        if sorted[end].isSame { samesHere += 1 } else { differentHere += 1 }
        end += 1
      }
      wins += samesHere * (differentBelow + differentHere / 2)
      same += samesHere
      differentBelow += differentHere
      start = end
    }
    return same > 0 && differentBelow > 0 ? wins / (same * differentBelow) : 0.5
  }
}
