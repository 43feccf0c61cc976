import TextMetrics

/// The words of a text that carry its content, as stems.
struct ClaimWording: Sendable {
  let stems: [String]

  init(_ text: String) {
    let stemmer = PorterStemmer()
    var stems: [String] = []
    for word in WordTokenizer.words(in: text.lowercased()) {
      // "30-day" shares its words with "30 days".
      for part in word.split(separator: "-") where !Self.functionWords.contains(part) {
        stems.append(stemmer.stem(String(part.hasSuffix("'s") ? part.dropLast(2) : part)))
      }
    }
    self.stems = stems
  }

  /// The share of these words, 0 to 1, that another text has too; 1 for a text without any.
  func share(in other: Set<String>) -> Double {
    guard !stems.isEmpty else { return 1 }
    return Double(stems.count { other.contains($0) }) / Double(stems.count)
  }

  static let functionWords: Set<Substring> = [
    "a", "an", "the", "and", "or", "of", "to", "in", "on", "at", "by", "for", "with", "from", "as", "is", "are", "was",
    "were", "be", "been", "being", "it", "its", "this", "that", "these", "those", "he", "she", "they", "them", "his",
    "her", "their", "we", "our", "us", "you", "your", "i", "my", "me", "do", "does", "did", "has", "have", "had",
    "will",
    "would", "can", "could", "should", "may", "might", "must", "there", "which", "who", "whom", "whose", "what", "when",
    "where", "how", "so", "also", "than", "then", "into", "about", "if", "but", "such", "s", "up", "out", "please",
  ]
}
