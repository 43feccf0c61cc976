#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Android)
  import Android
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a cosine of one encoder means: the probability that people call two such texts the same in meaning.
///
/// A logistic curve, `1 / (1 + exp(-(slope * cosine - offset)))`: it rises everywhere, so that it changes no order.
public struct ScoreCalibration: Sendable, Hashable {
  /// How steeply the probability rises; above 0.
  public let slope: Double

  /// What is taken from the product of slope and cosine. `offset / slope` is the cosine of probability one half.
  public let offset: Double

  /// Makes a calibration; nil unless the slope is above 0 and both numbers are finite.
  public init?(slope: Double, offset: Double) {
    guard slope > 0, slope.isFinite, offset.isFinite else { return nil }
    self.init(rising: slope, offset: offset)
  }

  init(rising slope: Double, offset: Double) {
    self.slope = slope
    self.offset = offset
  }

  /// For `SentenceEncoder`, whole texts against each other.
  ///
  /// Fitted on the 1,500 pairs of the STS Benchmark's development part, where a human score of 4 or more out of 5
  /// counts as the same. Brier score 0.081 there and 0.113 on the 1,379 pairs of the test part (a constant guess: 0.145
  /// and 0.185); expected calibration error 0.019 and 0.038. One half is at cosine 0.8575. The probability holds for a
  /// mix of pairs such as that benchmark's, of which 18 to 25 in a hundred are the same.
  public static let paraphraseMiniLM = ScoreCalibration(rising: 12.9462, offset: 11.1011)

  /// The probability of a cosine, between 0 and 1; 0 for what is not a number.
  public func match(forCosine cosine: Double) -> Double {
    guard !cosine.isNaN else { return 0 }
    return 1 / (1 + exp(-(slope * cosine - offset)))
  }

  /// The cosine that has a probability; nil unless that is between 0 and 1, both excluded.
  public func cosine(forMatch match: Double) -> Double? {
    guard match > 0, match < 1 else { return nil }
    return (log(match / (1 - match)) + offset) / slope
  }
}
