/// Which of the two times that a spec runs in the mode `drift` a record is of.
public struct RecordSide: Sendable, Hashable, RawRepresentable, CustomStringConvertible {
  /// The name of the side as it stands in records.
  public let rawValue: String

  /// Makes a side of any name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The spec ran on its fixture. It is there to compare with, and counts for nothing else: see ``RunTally``.
  public static let replayed = RecordSide(rawValue: "replayed")
  /// The spec ran on what its providers answer now.
  public static let live = RecordSide(rawValue: "live")

  /// The name of the side.
  public var description: String { rawValue }
}
