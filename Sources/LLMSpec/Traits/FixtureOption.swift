import FixtureReplay

/// Something declared about fixtures: `.fixtures(.timing(.recorded))`.
///
/// What a suite declares holds for its tests; a test adds to it, and where only one thing can hold, the test's does.
public struct FixtureOption: Sendable {
  let apply: @Sendable (inout FixtureOptions) -> Void

  /// How long replayed answers take: `.immediate` unless told otherwise.
  public static func timing(_ timing: ReplayTiming) -> FixtureOption { FixtureOption { $0.timing = timing } }
}

extension FixtureOptions {
  /// Adds what is declared further inside.
  mutating func add(_ options: [FixtureOption]) {
    for option in options { option.apply(&self) }
  }
}
