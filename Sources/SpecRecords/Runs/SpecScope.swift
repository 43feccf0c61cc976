/// Which test a spec is: its target and its name inside it.
public struct SpecIdentity: Sendable, Hashable, CustomStringConvertible {
  /// The name of the test's module.
  public var target: String
  /// The suites, outermost first, and last the test function, as in `["RefundSpecs", "window()"]`.
  public var path: [String]

  /// Makes an identity.
  public init(target: String, path: [String]) {
    self.target = target
    self.path = path
  }

  /// The form in which records name it: `SupportAssistantSpecs/RefundSpecs/window()`.
  public var description: String { ([target] + path).joined(separator: "/") }
}

/// Where in a run something happened: the test, the case, the trial and the draw.
public struct SpecScope: Sendable, Hashable {
  /// The test.
  public var test: SpecIdentity
  /// What tells this case of a parameterised test from the others, where it was declared; a part of recorded identity.
  public var `case`: String?
  /// The trial, from 1.
  public var trial: Int
  /// The draw, from 1.
  public var draw: Int

  /// Makes a scope.
  public init(test: SpecIdentity, case: String? = nil, trial: Int = 1, draw: Int = 1) {
    self.test = test
    self.case = `case`
    self.trial = trial
    self.draw = draw
  }
}

/// What a spec's data may be used for.
public struct SpecRole: Sendable, Hashable, RawRepresentable, CustomStringConvertible {
  /// The name of the role as it stands in records.
  public let rawValue: String

  /// Makes a role of any name; a name that is not known counts as held out wherever it matters.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// It measures models and never trains one. The default.
  public static let heldOut = SpecRole(rawValue: "heldOut")
  /// Its conversations may become training data.
  public static let trainable = SpecRole(rawValue: "trainable")

  /// The name of the role.
  public var description: String { rawValue }
}
