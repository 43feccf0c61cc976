import SemanticSimilarity
import TextMetrics

/// Whether an answer repeats a reference word for word, which needs no encoder to see.
enum RepeatedWording {
  /// - Parameter asWhole: whether the answer is to have no words beside the reference.
  static func repeats(_ reference: String, in answer: String, asWhole: Bool) -> Bool {
    let answerWords = words(answer)
    if asWhole { return words(reference) == answerWords && !answerWords.isEmpty }
    let padded = " " + answerWords.joined(separator: " ") + " "
    let sentences = SentenceSplitter.sentences(of: reference).map { words($0.text) }.filter { !$0.isEmpty }
    return !sentences.isEmpty && sentences.allSatisfy { padded.contains(" " + $0.joined(separator: " ") + " ") }
  }

  private static func words(_ text: String) -> [String] {
    let plain = SentenceSplitter.sentences(of: text).map(\.text).joined(separator: " ")
    return WordTokenizer.words(in: plain.lowercased()).map(String.init)
  }
}
