#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Android)
  import Android
#elseif canImport(Darwin)
  import Darwin
#endif

extension WindowedCalibration {
  /// The curve under which some labels are likeliest, fitted as ``ScoreCalibration/fit(_:)`` is.
  ///
  /// Where more windows do not make a high cosine less telling, the window offset is 0.
  /// - Throws: what ``ScoreCalibration/fit(_:)`` throws.
  public static func fit(_ windows: [LabelledWindow]) throws(CalibrationFitError) -> WindowedCalibration {
    let targets = try LabelTargets(windows.map { ($0.cosine, $0.isSame) })
    for isNumberUsed in [1.0, 0] {
      let fitted = LogisticRegression(
        windows.map { window in
          let number = isNumberUsed * log(Double(window.windowCount))
          return LogisticRegression.Row(
            features: (window.cosine, number), target: targets.target(isSame: window.isSame))
        }
      ).coefficients
      let windowOffset = isNumberUsed > 0 ? -fitted.2 : 0
      if let calibration = WindowedCalibration(slope: fitted.1, offset: -fitted.0, windowOffset: windowOffset) {
        return calibration
      }
    }
    throw .falling
  }
}
