/// What tells a language from others that share its script.
struct LanguageProfile: Sendable {
  let language: TextLanguage
  /// The letters beyond ASCII that its words are written with, in small form.
  let letters: String
  /// Its commonest words, in small letters.
  let words: String
  /// Parts of words, `_` for a word's edge, which are rare in its neighbours: a digit is the weight, 1 to 9, of what
  /// follows it.
  let parts: String

  init(_ language: TextLanguage, letters: String, words: String, parts: String) {
    self.language = language
    self.letters = letters
    self.words = words
    self.parts = parts
  }

  /// All profiles; their places are what ``LanguageEvidence`` counts by.
  static let all: [LanguageProfile] =
    germanic + romance + latinSlavic + northeastern + farther + cyrillic + arabicScript

  /// The script of the profile at a place.
  static func script(of place: Int) -> TextScript {
    if place < all.count - cyrillic.count - arabicScript.count { return .latin }
    return place < all.count - arabicScript.count ? .cyrillic : .arabic
  }
}
