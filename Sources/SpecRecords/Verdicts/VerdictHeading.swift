/// The word that opens the message of a red verdict.
public struct VerdictHeading: Sendable, Hashable, RawRepresentable, CustomStringConvertible {
  /// The heading's text.
  public let rawValue: String

  /// Makes a heading of any text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The behaviour is wrong.
  public static let failed = VerdictHeading(rawValue: "failed")
  /// Nobody can tell.
  public static let inconclusive = VerdictHeading(rawValue: "inconclusive")
  /// A call has no recorded answer; a kind of inconclusive.
  public static let notRecorded = VerdictHeading(rawValue: "not recorded")

  /// The heading that goes with a verdict, nil for a pass.
  public init?(_ verdict: Verdict) {
    switch verdict {
    case .passed: return nil
    case .failed: self = .failed
    case .inconclusive: self = .inconclusive
    }
  }

  /// The heading's text.
  public var description: String { rawValue }
}
