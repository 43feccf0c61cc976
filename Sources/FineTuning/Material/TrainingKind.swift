/// What a training method learns from.
public struct TrainingKind: Sendable, Hashable, RawRepresentable, CustomStringConvertible {
  /// What it is called, in the plural.
  public let rawValue: String

  /// Makes a kind of any name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Good conversations, to be imitated; see ``TrainingConversation``.
  public static let conversations = TrainingKind(rawValue: "conversations")
  /// Pairs of a better and a worse answer; see ``PreferencePair``.
  public static let preferencePairs = TrainingKind(rawValue: "preference pairs")

  /// The name of the kind.
  public var description: String { rawValue }
}
