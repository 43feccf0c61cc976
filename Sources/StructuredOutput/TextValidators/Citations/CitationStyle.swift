/// The ways of citing that ``StructureValidator/cites(_:style:count:everySource:every:)`` reads.
public struct CitationStyle: OptionSet, Sendable, Hashable {
  /// A bit for each way.
  public let rawValue: Int

  /// Makes a set of ways.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// A number or a name in brackets: `[1]`, `[1, 3-4]`, `[policy.md]`.
  public static let brackets = CitationStyle(rawValue: 1 << 0)
  /// `(source: policy.md)`, also `(sources: …)`, `(Quelle: …)`, `(fuente: …)`, `(fonte: …)`.
  public static let parentheses = CitationStyle(rawValue: 1 << 1)
  /// A Markdown footnote: `[^1]`, `[^policy.md]`; a note `[^1]: policy.md, p. 3` says what its number stands for.
  public static let footnotes = CitationStyle(rawValue: 1 << 2)
  /// The marks of assistants with file search: `【1†source】`, `【4:0†policy.md】`.
  public static let searchMarks = CitationStyle(rawValue: 1 << 3)

  /// All of these.
  public static let any: CitationStyle = [.brackets, .parentheses, .footnotes, .searchMarks]
}
