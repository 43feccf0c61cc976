extension ScoreCalibration {
  /// The curve under which some labels are likeliest, by Newton's method in double precision.
  ///
  /// Where one cosine parts the two kinds of pairs without an error, no curve is the likeliest: each steeper one is
  /// likelier. The labels are then softened as Platt does ("Probabilistic Outputs for Support Vector Machines", 1999),
  /// so that the curve stays as modest as the number of pairs warrants.
  /// - Parameter pairs: cosines of one encoder, of pairs such as the calibration is for. Some hundred, of which people
  ///   call a tenth and more the same, make it reliable.
  /// - Throws: an error where there are fewer than five pairs of a kind, where a cosine is no finite number, and where
  ///   the pairs that are the same do not have the higher cosines.
  public static func fit(_ pairs: [LabelledCosine]) throws(CalibrationFitError) -> ScoreCalibration {
    let targets = try LabelTargets(pairs.map { ($0.cosine, $0.isSame) })
    let rows = pairs.map { LogisticRegression.Row(features: ($0.cosine, 0), target: targets.target(isSame: $0.isSame)) }
    let fitted = LogisticRegression(rows).coefficients
    guard let calibration = ScoreCalibration(slope: fitted.1, offset: -fitted.0) else { throw .falling }
    return calibration
  }
}

/// The probabilities that stand for the labels of some pairs.
struct LabelTargets {
  private let same: Double
  private let different: Double

  init(_ pairs: [(cosine: Double, isSame: Bool)]) throws(CalibrationFitError) {
    var counts = (same: 0, different: 0)
    var lowestSame = Double.infinity
    var highestDifferent = -Double.infinity
    for (index, pair) in pairs.enumerated() {
      guard pair.cosine.isFinite, abs(pair.cosine) <= 1e9 else { throw .notANumber(pair.cosine, at: index) }
      if pair.isSame {
        counts.same += 1
        lowestSame = min(lowestSame, pair.cosine)
      } else {
        counts.different += 1
        highestDifferent = max(highestDifferent, pair.cosine)
      }
    }
    guard min(counts.same, counts.different) >= CalibrationFitError.fewestOfAKind else {
      throw .tooFew(same: counts.same, different: counts.different)
    }
    let isParted = highestDifferent <= lowestSame
    same = isParted ? (Double(counts.same) + 1) / (Double(counts.same) + 2) : 1
    different = isParted ? 1 / (Double(counts.different) + 2) : 0
  }

  func target(isSame: Bool) -> Double { isSame ? same : different }
}
