/// What counts as one place of a text when texts are compared place by place.
public struct TextUnit: Sendable, Hashable {
  private enum Unit { case scalars, graphemes, words }

  private let unit: Unit

  /// Unicode scalars, as most other programs count: "é" may be one or two, a family of emoji seven.
  public static let scalars = TextUnit(unit: .scalars)

  /// Characters as readers see them (extended grapheme clusters). Two that differ in their scalars are different.
  public static let graphemes = TextUnit(unit: .graphemes)

  /// What stands between white space.
  public static let words = TextUnit(unit: .words)

  /// The units of a text as numbers, equal units by equal numbers.
  func numbers(of text: String, by numbers: inout TokenNumbers) -> [Int32] {
    let scalars = ScalarText.values(of: text)
    switch unit {
    case .scalars: return numbers.number(scalars: scalars)
    case .words: return numbers.number(ScalarText.words(in: scalars))
    case .graphemes:
      var start = 0
      return numbers.number(
        text.map { character in
          let end = start + character.unicodeScalars.count
          defer { start = end }
          return scalars[start..<end]
        })
    }
  }
}
