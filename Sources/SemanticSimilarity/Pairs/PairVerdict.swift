/// Whether an answer means what its reference means.
public struct PairVerdict: Sendable, Hashable, CustomStringConvertible {
  /// The name in files: `same`, `different`, `contradicts` or `unchecked`.
  public let name: String

  /// The name.
  public var description: String { name }

  private init(name: String) { self.name = name }

  /// They mean the same, and no fact differs.
  public static let same = PairVerdict(name: "same")
  /// The answer means something else, or leaves a fact out.
  public static let different = PairVerdict(name: "different")
  /// They speak of the same, and the answer says otherwise on a fact.
  public static let contradicts = PairVerdict(name: "contradicts")
  /// Nobody can tell: the encoder does not read the language, and the wording does not settle it.
  public static let unchecked = PairVerdict(name: "unchecked")

  /// All of them.
  public static let allCases: [PairVerdict] = [.same, .different, .contradicts, .unchecked]
}
