import Foundation

/// What happens to model calls and to fixtures.
public struct FixtureMode: Sendable, Hashable, RawRepresentable, CustomStringConvertible {
  /// The mode's name, as `LLMSPEC_MODE` spells it.
  public let rawValue: String

  /// Makes the mode of a name; nil for a name that is none.
  public init?(rawValue: String) {
    guard let mode = Self.all.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = mode
  }

  private init(_ name: String) { rawValue = name }

  /// Answers come from fixtures alone; a call without one is a miss. The default.
  public static let replay = FixtureMode("replay")
  /// Calls without a fixture go out and their answers are added; fixtures that exist answer as in ``replay``.
  public static let record = FixtureMode("record")
  /// All calls go out; the fixture is replaced by what they answered.
  public static let rerecord = FixtureMode("rerecord")
  /// All calls go out and no fixture is read or written.
  public static let live = FixtureMode("live")
  /// Every spec runs twice, on its fixture as in ``replay`` and then as in ``live``, and the differences are reported:
  /// another verdict, another form of the answers, another meaning. Fixtures stay as they are.
  ///
  /// The body of a spec runs twice with all that it does: its tools are called twice, and what they write, send or charge
  /// happens twice. All trials of a case run on the fixture before the first of them runs live, so that each side comes
  /// to one verdict. Red of the fixture's side is recorded and reported as a difference, never as an issue of the test.
  public static let drift = FixtureMode("drift")

  /// Every mode.
  public static let all: [FixtureMode] = [.replay, .record, .rerecord, .live, .drift]

  /// Whether calls that go out are kept.
  public var isRecording: Bool { self == .record || self == .rerecord }

  /// The mode that `LLMSPEC_MODE` names, ``replay`` where it names none.
  ///
  /// - Throws: ``FixtureFault`` for a name that is no mode.
  public static func current(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(FixtureFault) -> FixtureMode {
    guard let name = environment["LLMSPEC_MODE"], !name.isEmpty else { return .replay }
    guard let mode = FixtureMode(rawValue: name) else {
      let names = all.map(\.rawValue).joined(separator: ", ")
      throw FixtureFault(.unknownMode, "LLMSPEC_MODE is \"\(name)\", which is no mode. Set it to one of: \(names).")
    }
    return mode
  }

  /// The mode's name.
  public var description: String { rawValue }
}
