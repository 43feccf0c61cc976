import FixtureReplay

/// Something declared about fixtures: `.fixtures(.timing(.recorded))`.
///
/// What a suite declares holds for its tests; a test adds to it, and where only one thing can hold, the test's does.
public struct FixtureOption: Sendable {
  let apply: @Sendable (inout FixtureOptions) -> Void

  /// How long replayed answers take: `.immediate` unless told otherwise.
  public static func timing(_ timing: ReplayTiming) -> FixtureOption { FixtureOption { $0.timing = timing } }

  /// How old a recorded answer may be. A test that uses an older one gets a warning, which makes nothing red.
  public static func maxAge(_ age: FixtureAge) -> FixtureOption { FixtureOption { $0.maximumAge = age } }

  /// Places of requests that do not count, such as `/metadata/user_id`.
  public static func ignoring(_ paths: IgnoredPath...) -> FixtureOption {
    FixtureOption { $0.rules = $0.rules.merging(IdentityRules(ignoredPaths: paths)) }
  }

  /// What is replaced in the texts of requests before they are compared, such as `.dates` and `.uuids`.
  public static func normalizing(_ normalizers: TextNormalizer...) -> FixtureOption {
    FixtureOption { $0.rules = $0.rules.merging(IdentityRules(normalizers: normalizers)) }
  }

  /// Personal data that is replaced by placeholders such as `[e-mail 1]` wherever it would be kept.
  public static func redacting(_ redactors: PersonalDataRedactor...) -> FixtureOption {
    FixtureOption { options in options.personalData += redactors.filter { !options.personalData.contains($0) } }
  }

  /// `URLSession.shared`, as the app uses it unchanged, records and replays. Tests that declare it run one after the
  /// other. Where the app can be given a configuration, `URLSessionConfiguration.replaying` does without that.
  public static var sharedURLSession: FixtureOption {
    // The session keeps the protocols that are registered when it is first used.
    SharedURLSession.register()
    return FixtureOption { $0.sharesURLSession = true }
  }

  /// Requests to different hosts are different requests.
  public static var includingHost: FixtureOption {
    FixtureOption { $0.rules = $0.rules.merging(IdentityRules(includesHost: true)) }
  }
}

extension FixtureOptions {
  /// Adds what is declared further inside.
  mutating func add(_ options: [FixtureOption]) {
    for option in options { option.apply(&self) }
  }
}
