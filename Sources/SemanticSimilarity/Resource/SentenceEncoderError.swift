/// Why there is no sentence encoder: its file is missing, damaged or of another version.
public struct SentenceEncoderError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong with the file.
  public struct Kind: Sendable, Hashable {
    /// No file was found.
    public static let missing = Kind(name: "missing")
    /// The file exists and the system does not let it be read.
    public static let unreadable = Kind(name: "unreadable")
    /// The file is cut short or is not what it says.
    public static let damaged = Kind(name: "damaged")
    /// The file is of a form that this version of the package does not know.
    public static let otherVersion = Kind(name: "other version")

    let name: String
  }

  /// What is wrong with the file.
  public let kind: Kind

  /// The file; for a missing one the path that would have been taken first.
  public let path: String

  /// What happened, as a sentence.
  public let reason: String

  /// What a person can do about it.
  public let nextStep: String

  /// The whole error as text for a person.
  public var description: String {
    "The sentence encoder cannot be loaded: \(reason)\(kind == .missing ? "\n" : " ")\(nextStep)"
  }

  /// - Parameter isGiven: whether the environment named the place.
  static func missing(tried: [String], isGiven: Bool) -> SentenceEncoderError {
    let list = tried.prefix(12).map { "\n  \($0)" }.joined()
    let rest = tried.count > 12 ? "\n  and \(tried.count - 12) more" : ""
    let variable = EncoderResourceSearch.variable
    return SentenceEncoderError(
      kind: .missing, path: tried.first ?? "", reason: "its weights were not found. Looked for:\(list)\(rest)",
      nextStep: isGiven
        ? "Set \(variable) to the path of weights.bin, or leave it out."
        : "Keep the folder swift-llm-spec_SemanticSimilarity.resources (or .bundle) beside the program, or set "
          + "\(variable) to the path of weights.bin.")
  }

  static func unreadable(_ path: String, _ reason: String) -> SentenceEncoderError {
    SentenceEncoderError(
      kind: .unreadable, path: path, reason: "\(path) cannot be read: \(reason).",
      nextStep: "Check the file and its permissions.")
  }

  static func damaged(_ path: String, _ reason: String) -> SentenceEncoderError {
    SentenceEncoderError(
      kind: .damaged, path: path, reason: "\(path) is damaged: \(reason).",
      nextStep: "Restore the file (a clean build copies it anew from the package).")
  }

  static func otherVersion(_ path: String, found: String, expected: String) -> SentenceEncoderError {
    SentenceEncoderError(
      kind: .otherVersion, path: path,
      reason: "\(path) is \(found), and this version of the package reads \(expected).",
      nextStep: "Build again, so that code and weights come from one version of the package.")
  }
}
