/// One thing about a text that a ``StructureValidator`` does not allow.
public struct StructureViolation: Sendable, Hashable, CustomStringConvertible {
  /// The name of the validator.
  public let rule: String
  /// What was expected and what was found: `at most 60 words, has 74`.
  public let message: String

  /// Makes a violation.
  public init(rule: String, message: String) {
    self.rule = rule
    self.message = message
  }

  /// The rule and the message: `words: at most 60 words, has 74`.
  public var description: String { "\(rule): \(message)" }
}
