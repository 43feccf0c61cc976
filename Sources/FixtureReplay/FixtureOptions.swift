/// What is declared about the fixture of a test, beside where it lies and in which mode it is used.
public struct FixtureOptions: Sendable {
  /// What does not count for the identity of a request.
  public var rules: IdentityRules
  /// How long replayed answers take.
  public var timing: ReplayTiming

  /// Makes options; what is left out has its default.
  public init(rules: IdentityRules = .none, timing: ReplayTiming = .immediate) {
    self.rules = rules
    self.timing = timing
  }
}
