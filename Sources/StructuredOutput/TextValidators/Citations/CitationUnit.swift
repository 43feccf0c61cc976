/// What has to cite a source each time, for ``StructureValidator/cites(_:style:count:everySource:every:)``.
public struct CitationUnit: Sendable, Hashable {
  /// What messages call it.
  let name: String

  /// Each paragraph and list item.
  public static let paragraph = CitationUnit(name: "paragraph")
  /// Each sentence, counted as ``StructureValidator/sentences(_:)`` does. A citation right behind a sentence's end belongs
  /// to it.
  public static let sentence = CitationUnit(name: "sentence")
}
