/// Where in a text ``StructureValidator/keyValueLines(keys:optionalKeys:allowsOtherKeys:ordered:in:)`` looks for its lines.
public struct KeyValuePlace: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case wholeText
    case frontMatter
  }

  let kind: Kind

  /// The text holds such lines and blank ones only; a line `---` may stand before the first and behind the last.
  public static let wholeText = KeyValuePlace(kind: .wholeText)
  /// The lines stand between two lines `---` at the beginning of the text; what follows is not looked at.
  public static let frontMatter = KeyValuePlace(kind: .frontMatter)
}
