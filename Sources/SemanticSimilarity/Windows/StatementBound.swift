/// From where on a window counts as saying a sentence.
package enum StatementBound: Sendable {
  /// A match of at least so much, with the calibration of the encoder.
  case match(Double, WindowedCalibration)
  /// A cosine of at least so much.
  case cosine(Double)
}
