/// Why no calibration can be fitted on some pairs.
public struct CalibrationFitError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong and what to do, in sentences for people.
  public let description: String

  static let fewestOfAKind = 5

  static func tooFew(same: Int, different: Int) -> CalibrationFitError {
    CalibrationFitError(
      description: "A calibration needs pairs of both kinds, at least \(fewestOfAKind) of each: there are \(same) that "
        + "are the same and \(different) that are not. Some hundred make it reliable.")
  }

  static func notANumber(_ value: Double, at index: Int) -> CalibrationFitError {
    CalibrationFitError(
      description: "The cosine of pair \(index + 1) is \(value). Leave out pairs of texts that have no vector.")
  }

  static let falling = CalibrationFitError(
    description: "The pairs that are the same do not have the higher cosines, so that no rising curve fits. Check that "
      + "the labels are not the wrong way round, and that one encoder made both vectors of a pair.")
}
