/// The cosine of two texts, and whether people call them the same in meaning: what a calibration is fitted on.
public struct LabelledCosine: Sendable, Hashable {
  /// The cosine of the texts' vectors, -1 to 1.
  public let cosine: Double
  /// Whether people call them the same.
  public let isSame: Bool

  /// Makes a labelled cosine.
  public init(cosine: Double, isSame: Bool) {
    self.cosine = cosine
    self.isSame = isSame
  }
}
