import SpecRecords

/// Something about a fixture that its owner should know.
public struct FixtureFinding: Sendable, Hashable {
  /// What was found.
  public struct Kind: Sendable, Hashable, RawRepresentable {
    /// The name of the kind.
    public let rawValue: String

    /// Makes a kind of any name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Calls of the test have no recorded answer.
    public static let missing = Kind(rawValue: "missing")
    /// Exchanges answer no call of the test.
    public static let unused = Kind(rawValue: "unused")
    /// The test is no longer in the package's sources.
    public static let goneTest = Kind(rawValue: "goneTest")
    /// Exchanges are older than they may be.
    public static let stale = Kind(rawValue: "stale")
    /// Exchanges were recorded with a model that the test no longer asks.
    public static let otherModel = Kind(rawValue: "otherModel")
    /// Media files belong to no exchange.
    public static let orphanedMedia = Kind(rawValue: "orphanedMedia")
  }

  /// What was found.
  public let kind: Kind
  /// One sentence for a person, with the next step.
  public let message: String
  /// The exchanges that it is about, from 1; empty where it is about none in particular.
  public let exchanges: PositionRanges

  init(_ kind: Kind, _ message: String, exchanges: PositionRanges = PositionRanges()) {
    self.kind = kind
    self.message = message
    self.exchanges = exchanges
  }

  /// Whether specs cannot run offline because of it; all else is a matter of tidiness.
  public var isProblem: Bool { kind == .missing }
}

extension FixtureFinding {
  static func missing(_ use: FixtureEvidence.Use) -> FixtureFinding {
    let (misses, test) = (use.record.misses, use.record.spec)
    let calls = misses == 1 ? "1 call of its test has" : "\(misses) calls of its test have"
    return FixtureFinding(
      .missing, "\(calls) no recorded answer (run \(use.run)). Record them: \(RecordingCommand(specs: [test]))")
  }

  static func unused(_ positions: PositionRanges, of count: Int, run: String) -> FixtureFinding {
    let exchanges = Self.count(positions.count, "exchange")
    let subject = positions.count == count ? "its \(exchanges)" : "\(exchanges) of \(count) (\(Self.list(positions)))"
    let verb = positions.count == 1 ? "answers" : "answer"
    return FixtureFinding(
      .unused, "\(subject) \(verb) no call of its test (run \(run)). Remove: llmspec fixtures prune",
      exchanges: positions)
  }

  static func goneTest(_ test: String) -> FixtureFinding {
    FixtureFinding(
      .goneTest,
      """
      no Swift source of the package can hold its test \(test). Remove the file: llmspec fixtures prune. \
      If the test was renamed, give the file its new name and change the "test" line.
      """)
  }

  static func stale(_ positions: PositionRanges, of count: Int, oldest: String, maxAge: FixtureAge, test: String)
    -> FixtureFinding
  {
    let are = positions.count == 1 ? "is" : "are"
    return FixtureFinding(
      .stale,
      """
      \(Self.count(positions.count, "exchange")) of \(count) \(are) older than \(maxAge), the oldest of \
      \(oldest.prefix(10)). Record again: \(RecordingCommand(mode: FixtureMode.rerecord.rawValue, specs: [test]))
      """, exchanges: positions)
  }

  static func otherModel(_ models: [String], asked: [String], _ positions: PositionRanges, test: String)
    -> FixtureFinding
  {
    FixtureFinding(
      .otherModel,
      """
      recorded with \(models.joined(separator: ", ")), which its test no longer asks; it asks \
      \(asked.joined(separator: ", ")). Record again: \
      \(RecordingCommand(mode: FixtureMode.rerecord.rawValue, specs: [test]))
      """, exchanges: positions)
  }

  static func orphanedMedia(_ paths: [String]) -> FixtureFinding {
    let shown = paths.prefix(3).joined(separator: ", ") + (paths.count > 3 ? " and \(paths.count - 3) more" : "")
    return FixtureFinding(
      .orphanedMedia,
      "\(count(paths.count, "media file")) \(paths.count == 1 ? "belongs" : "belong") to no exchange: \(shown). "
        + "Remove: llmspec fixtures prune")
  }

  private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  private static func list(_ positions: PositionRanges) -> String {
    let shown = positions.ranges.prefix(8).map {
      $0.lowerBound == $0.upperBound ? "\($0.lowerBound)" : "\($0.lowerBound) to \($0.upperBound)"
    }
    return shown.joined(separator: ", ") + (positions.ranges.count > 8 ? ", …" : "")
  }
}
