import Foundation
import SemanticSimilarity
import StructuredOutput

/// A calibration that was fitted, and how good it is.
struct CalibrationReport {
  /// The encoder whose cosines they are; nil where it is not this package's.
  let encoder: String?
  let calibration: ScoreCalibration
  /// For the best of several windows; nil without vectors.
  let windowed: WindowedCalibration?
  let figures: CalibrationFigures

  /// For people.
  var text: String {
    let whose = encoder ?? "an encoder of yours"
    var lines = [
      "Cosines of \(whose), \(counted(figures.count, "pair")), \(figures.sameCount) of them the same "
        + "(\(percent(figures.baseRate))).", "",
    ]
    let rows = [
      ("cosine of probability one half", fixed(calibration.offset / calibration.slope, 4), ""),
      ("Brier score", fixed(figures.brierScore, 3), "a constant guess: \(fixed(figures.constantBrierScore, 3))"),
      ("calibration error, ten bins", fixed(figures.calibrationError, 3), ""),
      ("area under the curve", fixed(figures.areaUnderCurve, 3), "guessing: 0.5"),
    ]
    for (name, value, hint) in rows {
      lines.append("  \(padded(name, 32))\(value)\(hint.isEmpty ? "" : "  (\(hint))")")
    }
    lines += ["", "  match from  cosine from  taken wrongly  refused wrongly  right of those taken"]
    for threshold in figures.thresholds {
      lines.append(
        "  " + padded(fixed(threshold.match, 1), 12) + padded(fixed(threshold.cosine, 3), 13)
          + padded(percent(threshold.falseAcceptRate), 15) + padded(percent(threshold.falseRefuseRate), 17)
          + (threshold.precision.map(percent) ?? "none is"))
    }
    lines += ["", "In Swift:", "", swift]
    return lines.joined(separator: "\n")
  }

  /// The calibration as source. The initialisers are optional for numbers that make no rising curve; these do.
  private var swift: String {
    let whole = "ScoreCalibration(slope: \(digits(calibration.slope)), offset: \(digits(calibration.offset)))!"
    guard let windowed else { return "  let calibration = \(whole)" }
    return """
        let calibration = EncoderCalibration(
          whole: \(whole),
          windowed: WindowedCalibration(
            slope: \(digits(windowed.slope)), offset: \(digits(windowed.offset)), \
      windowOffset: \(digits(windowed.windowOffset)))!)
      """
  }

  /// For programs.
  var json: JSONValue {
    var object = JSONObject()
    object["encoder"] = encoder.map { .string($0) } ?? .null
    object["pairs"] = .number(JSONNumber(figures.count))
    object["same"] = .number(JSONNumber(figures.sameCount))
    object["slope"] = number(calibration.slope)
    object["offset"] = number(calibration.offset)
    var window = JSONObject()
    if let windowed {
      window["slope"] = number(windowed.slope)
      window["offset"] = number(windowed.offset)
      window["window_offset"] = number(windowed.windowOffset)
    }
    object["windowed"] = windowed == nil ? .null : .object(window)
    object["brier"] = number(figures.brierScore)
    object["constant_brier"] = number(figures.constantBrierScore)
    object["calibration_error"] = number(figures.calibrationError)
    object["area_under_curve"] = number(figures.areaUnderCurve)
    object["thresholds"] = .array(
      figures.thresholds.map { threshold in
        var row = JSONObject()
        row["match"] = number(threshold.match)
        row["cosine"] = number(threshold.cosine)
        row["false_accept_rate"] = number(threshold.falseAcceptRate)
        row["false_refuse_rate"] = number(threshold.falseRefuseRate)
        row["precision"] = threshold.precision.map(number) ?? .null
        return .object(row)
      })
    return .object(object)
  }

  private func number(_ value: Double) -> JSONValue {
    JSONNumber((value * 1e6).rounded() / 1e6).map { .number($0) } ?? .null
  }

  private func digits(_ value: Double) -> String { fixed(value, 4) }

  private func percent(_ share: Double) -> String { fixed(share * 100, 1) + " %" }

  private func fixed(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
