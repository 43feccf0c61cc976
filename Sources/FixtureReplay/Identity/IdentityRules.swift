/// What a project declares not to count for the identity of its requests, beside what never does.
///
/// A request is kept as the rules leave it: an ignored field as `[ignored]`, a date as `[date]`. So a rule that is added
/// later needs no new recording (what was kept is put through it when it is read), while one that is taken away does.
public struct IdentityRules: Sendable, Hashable {
  /// No rules.
  public static let none = IdentityRules()

  /// Places that do not count.
  public var ignoredPaths: [IgnoredPath]
  /// What is replaced in all texts that do count, in this order where it matters.
  public var normalizers: [TextNormalizer]
  /// Whether the host that a request goes to, and its port where it is not the usual one, count too.
  public var includesHost: Bool

  /// Makes rules.
  public init(ignoredPaths: [IgnoredPath] = [], normalizers: [TextNormalizer] = [], includesHost: Bool = false) {
    self.ignoredPaths = ignoredPaths
    self.normalizers = normalizers
    self.includesHost = includesHost
  }

  /// Whether nothing is declared.
  public var isEmpty: Bool { ignoredPaths.isEmpty && normalizers.isEmpty && !includesHost }

  /// These rules and those of something inside of them: of a suite and its test, of a package and a suite.
  public func merging(_ inner: IdentityRules) -> IdentityRules {
    IdentityRules(
      ignoredPaths: ignoredPaths + inner.ignoredPaths.filter { !ignoredPaths.contains($0) },
      normalizers: normalizers + inner.normalizers.filter { !normalizers.contains($0) },
      includesHost: includesHost || inner.includesHost)
  }

  /// What is wrong with the rules, one sentence each. A rule that cannot be used changes nothing.
  public var faults: [String] { ignoredPaths.compactMap(\.fault) + normalizers.compactMap(\.fault) }
}
