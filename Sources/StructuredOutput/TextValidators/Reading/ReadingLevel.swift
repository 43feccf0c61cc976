/// How hard an English text is to read, by the length of its sentences and words.
///
/// The grade is that of Kincaid, Fishburne, Rogers and Chissom, "Derivation of new readability formulas for Navy enlisted
/// personnel" (1975); the ease that of Flesch, "A new readability yardstick" (1948). Both were made from passages of a
/// hundred words and say little about a few.
///
/// Read are the paragraphs, lists and headings of a text that may be Markdown; code, tables and HTML are left out. A word is
/// what stands between white space and holds a letter or a digit; sentences are counted as
/// ``StructureValidator/sentences(_:)`` does, each heading and list item for itself. Syllables are counted by rule: mostly right for English, wrong for other languages.
/// A number or an address counts as a word of one syllable.
public struct ReadingLevel: Sendable, Hashable {
  /// The number of words.
  public let words: Int
  /// The number of sentences.
  public let sentences: Int
  /// The number of syllables.
  public let syllables: Int

  /// Makes a level of counts known otherwise; each is taken to be at least 1.
  public init(words: Int, sentences: Int, syllables: Int) {
    self.words = max(1, words)
    self.sentences = max(1, sentences)
    self.syllables = max(1, syllables)
  }

  /// Counts what a text holds; nil where it has no word.
  public init?(of text: String) {
    let document = MarkdownDocument(text)
    var (words, sentences, syllables) = (0, 0, 0)
    for block in document.blocks where !block.content.isEmpty {
      switch block.kind {
      case .paragraph, .heading: break
      default: continue
      }
      let prose = MarkdownPlainText.text(of: document.text(of: block))
      var wordsHere = 0
      for token in prose.split(whereSeparator: \.isWhitespace) {
        guard token.unicodeScalars.contains(where: \.isLetterOrDigit) else { continue }
        wordsHere += 1
        syllables += Self.syllables(of: token)
      }
      words += wordsHere
      if wordsHere > 0 { sentences += max(1, SentenceCount(of: prose).count) }
    }
    guard words > 0 else { return nil }
    self.init(words: words, sentences: sentences, syllables: syllables)
  }

  /// The Flesch–Kincaid grade: about the year of school in the United States that the text is for. 8 is plain English.
  ///
  /// It is 0.39 × words a sentence + 11.8 × syllables a word − 15.59, from −3.4 up without a bound.
  public var grade: Double { 0.39 * wordsASentence + 11.8 * syllablesAWord - 15.59 }

  /// The Flesch reading ease: 60 to 70 is plain English, below 30 hard to read.
  ///
  /// It is 206.835 − 1.015 × words a sentence − 84.6 × syllables a word, at most 121.22.
  public var ease: Double { 206.835 - 1.015 * wordsASentence - 84.6 * syllablesAWord }

  /// How many words a sentence has on average.
  public var wordsASentence: Double { Double(words) / Double(sentences) }

  /// How many syllables a word has on average.
  public var syllablesAWord: Double { Double(syllables) / Double(words) }

  /// The syllables of what stands between spaces: `well-known` has those of both its words.
  private static func syllables(of token: Substring) -> Int {
    if token.contains("://") || token.contains("@") { return 1 }
    let parts = token.split { $0 == "-" || $0 == "/" || $0 == "–" || $0 == "—" }
    return max(1, parts.reduce(0) { $0 + (Self.hasLetter($1) ? EnglishSyllables.count(in: $1) : 0) })
  }

  private static func hasLetter(_ part: Substring) -> Bool {
    part.unicodeScalars.contains { $0.isLetterOrDigit && !("0"..."9").contains($0) }
  }
}
