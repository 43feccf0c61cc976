/// A word, a number or a sign of a text.
struct FactToken: Sendable {
  enum Kind: Sendable {
    case word, number, sign, code
  }

  /// Where it stands in the text.
  let range: Range<String.Index>
  /// Lower case, without accents; a number or code as written.
  let text: String
  let kind: Kind
  let isCapitalised: Bool
  let isAllCapitals: Bool
  /// Whether a capital stands after a small letter, as in made-up names: "iPhone", "AcmeABC".
  let hasInnerCapital: Bool
  let startsSentence: Bool
  /// Whether white space stands before it.
  let followsSpace: Bool
  /// What is the same for the inflected forms of a word, nearly.
  let stem: String
}
