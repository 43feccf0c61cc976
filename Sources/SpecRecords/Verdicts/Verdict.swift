/// What an expectation, a trial or a spec came to.
///
/// Three values and no more: an answer nobody can judge is neither right nor wrong, and no fault anywhere becomes a
/// pass.
public enum Verdict: String, Sendable, Hashable, Codable, CaseIterable, CustomStringConvertible {
  /// The behaviour is as specified.
  case passed
  /// The behaviour is wrong.
  case failed
  /// Nobody can tell: something that the verdict needs is missing, broke or contradicts itself.
  case inconclusive

  /// The word for it, as in records.
  public var description: String { rawValue }

  /// Whether a test with this verdict is red.
  public var isRed: Bool { self != .passed }

  /// The exit status of a command that came to this verdict: 0 passed, 1 failed, 3 inconclusive.
  ///
  /// 2 is left to commands that were used wrongly.
  public var exitStatus: Int32 {
    switch self {
    case .passed: 0
    case .failed: 1
    case .inconclusive: 3
    }
  }

  /// The verdict on a score that must reach a threshold. A score that is no number decides nothing.
  public init(score: Double, threshold: Double) {
    if score.isNaN || threshold.isNaN {
      self = .inconclusive
    } else {
      self = score >= threshold ? .passed : .failed
    }
  }

  /// The verdict on several things that all must hold: a failure outweighs what is unknown, which outweighs a pass.
  public init(allOf verdicts: some Sequence<Verdict>) {
    var whole = Verdict.passed
    for verdict in verdicts {
      if verdict == .failed {
        whole = .failed
      } else if verdict == .inconclusive, whole == .passed {
        whole = .inconclusive
      }
    }
    self = whole
  }
}
