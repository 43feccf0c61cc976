/// The two figures of the question-answering set SQuAD 2.0: whether an answer is the expected one, and how many words
/// they share.
///
/// Rajpurkar, Jia, Liang: "Know what you don't know: unanswerable questions for SQuAD" (2018) and its evaluation script.
/// The rules are made for English.
public struct SQuADScore: Sendable, Hashable {
  /// Whether the answer is one of the references, both normalised.
  public let isExactMatch: Bool
  /// The words shared with the reference that shares most, as precision and recall weighed alike: 0 to 1.
  ///
  /// Where an answer or a reference has no words left, 1 if both have none, else 0.
  public let f1: Double

  /// Scores an answer against references of which any will do; against none it is wrong.
  public init(_ answer: String, references: [String]) {
    var numbers = TokenNumbers()
    let words = numbers.number(Self.words(in: answer))
    var (isExactMatch, best) = (false, 0.0)
    for reference in references {
      let expected = numbers.number(Self.words(in: reference))
      isExactMatch = isExactMatch || words == expected
      if words.isEmpty || expected.isEmpty {
        best = max(best, words.isEmpty && expected.isEmpty ? 1 : 0)
      } else {
        let runs = NGrams(of: [words, expected], tokens: numbers.count).sorted
        let matches = NGrams.matches(of: runs[0], in: CollectionOfOne(runs[1]))
        best = max(best, OverlapScore(matches: matches, candidate: words.count, reference: expected.count).f1)
      }
    }
    self.isExactMatch = isExactMatch
    f1 = best
  }

  /// An answer in lower case, without the punctuation of ASCII, without the words a, an and the, its words parted by
  /// single spaces.
  public static func normalized(_ answer: String) -> String {
    var result = String.UnicodeScalarView()
    for word in words(in: answer) {
      if !result.isEmpty { result.append(" ") }
      result.append(contentsOf: word.compactMap(Unicode.Scalar.init))
    }
    return String(result)
  }

  private static func words(in answer: String) -> [ArraySlice<UInt32>] {
    let plain = ScalarText.lowercased(ScalarText.values(of: answer)).filter { !ScalarText.isPunctuation($0) }
    return ScalarText.words(in: withoutArticles(plain))
  }

  /// A combining mark is no part of a word here: an article that bears one is taken out too.
  private static func withoutArticles(_ text: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let start = index
      while index < text.count, isWordPart(text[index]) { index += 1 }
      let word = text[start..<index]
      if articles.contains(where: { word.elementsEqual($0) }) { result.append(0x20) } else { result += word }
      if index < text.count { result.append(text[index]) }
      index += 1
    }
    return result
  }

  private static let articles = ["a", "an", "the"].map(ScalarText.values)

  /// What Python's `\w` holds: letters and all that has a numeric value, but no combining mark.
  private static func isWordPart(_ value: UInt32) -> Bool {
    if value < 0x80 { return (0x61...0x7A).contains(value) || (0x30...0x39).contains(value) }
    guard let properties = Unicode.Scalar(value)?.properties else { return false }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
    default: return properties.numericType != nil
    }
  }
}
