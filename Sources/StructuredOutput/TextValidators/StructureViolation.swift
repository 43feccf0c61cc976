/// One thing about a text that a ``StructureValidator`` does not allow.
public struct StructureViolation: Sendable, Hashable, CustomStringConvertible {
  /// The name of the validator.
  public let rule: String
  /// What was expected and what was found: `at most 60 words, has 74`.
  public let message: String
  /// Whether nobody can tell whether the text fits, so that the opposite is no pass either.
  let isUndecided: Bool

  /// Makes a violation.
  public init(rule: String, message: String) {
    self.rule = rule
    self.message = message
    isUndecided = false
  }

  /// A violation for lack of an answer.
  init(undecided rule: String, message: String) {
    self.rule = rule
    self.message = message
    isUndecided = true
  }

  /// The rule and the message: `words: at most 60 words, has 74`.
  public var description: String { "\(rule): \(message)" }
}
