import SpecRecords

/// A judge's grade of an answer.
public struct Grade: Sendable, Hashable {
  /// Whether the grade reaches the threshold.
  public let verdict: Verdict
  /// The grade, a whole number of the scale.
  public let score: Double
  /// The scale, from the worst grade to the best.
  public let scale: ClosedRange<Int>
  /// The lowest grade that passes.
  public let threshold: Double
  /// Why the grade is what it is, for a person, in the judge's words.
  public let reason: String
  /// The judge's model.
  public let judge: String
  /// The judge's answer as it was.
  public let rawAnswer: String

  init(
    score: Int, scale: ClosedRange<Int>, threshold: Double, judgeReason: String, judge: String, rawAnswer: String
  ) {
    self.verdict = Verdict(score: Double(score), threshold: threshold)
    self.score = Double(score)
    self.scale = scale
    self.threshold = threshold
    self.reason = judgeReason
    self.judge = judge
    self.rawAnswer = rawAnswer
  }
}
