/// What is declared about the fixture of a test, beside where it lies and in which mode it is used.
public struct FixtureOptions: Sendable {
  /// How long replayed answers take.
  public var timing: ReplayTiming

  /// Makes options; what is left out has its default.
  public init(timing: ReplayTiming = .immediate) {
    self.timing = timing
  }
}
