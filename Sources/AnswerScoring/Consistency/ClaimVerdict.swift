/// What was found out about one claim.
public struct ClaimVerdict: Sendable, Hashable, CustomStringConvertible {
  /// The name in messages and files, such as `not found`.
  public let name: String

  init(name: String) { self.name = name }

  /// The source says it.
  public static let supported = ClaimVerdict(name: "supported")
  /// The source says otherwise.
  public static let contradicted = ClaimVerdict(name: "contradicted")
  /// The source says nothing of it.
  public static let notFound = ClaimVerdict(name: "not found")
  /// Whoever checked it cannot tell.
  public static let unsure = ClaimVerdict(name: "unsure")
  /// The judge decided, but on words that do not stand in the source, or that do not fit the claim.
  public static let notVerified = ClaimVerdict(name: "not verified")

  /// Whether the claim is unsupported for certain.
  public var isUnsupported: Bool { self == .contradicted || self == .notFound }

  /// Whether nobody can tell.
  public var isOpen: Bool { self == .unsure || self == .notVerified }

  /// The name.
  public var description: String { name }
}
