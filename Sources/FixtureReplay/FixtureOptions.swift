/// What is declared about the fixture of a test, beside where it lies and in which mode it is used.
public struct FixtureOptions: Sendable {
  /// What does not count for the identity of a request.
  public var rules: IdentityRules
  /// What must not be kept besides credentials, and is taken out of requests before they are looked up.
  public var personalData: [PersonalDataRedactor]
  /// How long replayed answers take.
  public var timing: ReplayTiming
  /// How old an answer may be before a test that uses it is warned of; nil for any age.
  public var maximumAge: FixtureAge?
  /// Whether `URLSession.shared` records and replays for this test, which then waits for others that want the same.
  public var sharesURLSession: Bool

  /// Makes options; what is left out has its default.
  public init(
    rules: IdentityRules = .none, personalData: [PersonalDataRedactor] = [], timing: ReplayTiming = .immediate,
    maximumAge: FixtureAge? = nil, sharesURLSession: Bool = false
  ) {
    self.rules = rules
    self.personalData = personalData
    self.timing = timing
    self.maximumAge = maximumAge
    self.sharesURLSession = sharesURLSession
  }
}
