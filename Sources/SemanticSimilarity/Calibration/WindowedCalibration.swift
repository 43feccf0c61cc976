#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Android)
  import Android
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the best cosine of several windows means: the probability that people call that window and the sentence sought
/// the same in meaning.
///
/// The best of many windows is nearer by chance than one text is. So the logistic curve of a cosine is moved to the
/// right by the logarithm of their number: `1 / (1 + exp(-(slope * cosine - offset - windowOffset * ln(windows))))`.
/// It rises with the cosine everywhere, and never with the number of windows.
public struct WindowedCalibration: Sendable, Hashable {
  /// How steeply the probability rises with the cosine; above 0.
  public let slope: Double

  /// What is taken from the product of slope and cosine.
  public let offset: Double

  /// What is taken for each factor e in the number of windows; 0 or more.
  public let windowOffset: Double

  /// Makes a calibration; nil unless the slope is above 0, the window offset not below 0, and all are finite.
  public init?(slope: Double, offset: Double, windowOffset: Double) {
    guard slope > 0, slope.isFinite, offset.isFinite, windowOffset >= 0, windowOffset.isFinite else { return nil }
    self.init(rising: slope, offset: offset, windowOffset: windowOffset)
  }

  init(rising slope: Double, offset: Double, windowOffset: Double) {
    self.slope = slope
    self.offset = offset
    self.windowOffset = windowOffset
  }

  /// For `SentenceEncoder`.
  ///
  /// Fitted on 255 English pairs of the STS Benchmark's development part: the first sentence of each was sought once
  /// among 0 to 100 sentences of other pairs and the second of its own, once among those of others alone. A human score
  /// of 4 or more out of 5 counts as the same, which one in ten of these texts says. Brier score 0.039 there and 0.041
  /// on 242 pairs of the test part (a constant guess: 0.090 and 0.094); expected calibration error 0.027 and 0.032; AUC
  /// 0.973 and 0.977. One half is at cosine 0.85 with 6 windows and at 0.90 with 300.
  public static let paraphraseMiniLM = WindowedCalibration(rising: 18.455, offset: 15.332, windowOffset: 0.231)

  /// The probability of the best cosine of some windows, between 0 and 1; 0 for what is not a number.
  /// - Parameter windowCount: how many windows there were to choose from; less than 1 counts as 1.
  public func match(forCosine cosine: Double, windowCount: Int) -> Double {
    guard !cosine.isNaN else { return 0 }
    return 1 / (1 + exp(-(slope * cosine - offset - windowOffset * log(Double(max(1, windowCount))))))
  }

  /// The cosine that has a probability; nil unless that is between 0 and 1, both excluded.
  public func cosine(forMatch match: Double, windowCount: Int) -> Double? {
    guard match > 0, match < 1 else { return nil }
    return (log(match / (1 - match)) + offset + windowOffset * log(Double(max(1, windowCount)))) / slope
  }
}
