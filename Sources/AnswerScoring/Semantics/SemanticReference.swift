/// The references that an answer is compared with, and how many of them it is to say.
public struct SemanticReference: Sendable, Hashable {
  /// What the answer is to say, or not to say.
  public let texts: [String]

  let isForbidden: Bool

  /// One reference that the answer is to say.
  public static func text(_ text: String) -> SemanticReference { SemanticReference(texts: [text], isForbidden: false) }

  /// References of which the answer is to say at least one.
  public static func anyOf(_ texts: String...) -> SemanticReference { anyOf(texts) }

  /// References of which the answer is to say at least one.
  public static func anyOf(_ texts: [String]) -> SemanticReference {
    SemanticReference(texts: texts, isForbidden: false)
  }

  /// References of which the answer is to say none.
  ///
  /// An answer that denies one, or says it with another number, does not say it. One that says it and takes it back does.
  public static func noneOf(_ texts: String...) -> SemanticReference { noneOf(texts) }

  /// References of which the answer is to say none.
  public static func noneOf(_ texts: [String]) -> SemanticReference {
    SemanticReference(texts: texts, isForbidden: true)
  }
}
