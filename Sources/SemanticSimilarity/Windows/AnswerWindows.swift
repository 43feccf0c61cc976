/// The sentences of a text in which something is sought, and the windows of up to three neighbours that they form.
///
/// What a reference says in one sentence an answer may say in two, and the other way round.
public struct AnswerWindows: Sendable, Hashable {
  /// The most sentences that are looked at, about 8,000 words.
  public static let mostSentences = 500

  /// The most neighbouring sentences of a window.
  public static let mostNeighbours = 3

  private static let longestContext = 120

  /// The sentences of the text, the first ``mostSentences`` of them.
  public let sentences: [TextSentence]

  /// How many sentences the text has.
  public let sentenceCount: Int

  /// Takes a text apart.
  public init(_ text: String) {
    let all = SentenceSplitter.sentences(of: text)
    sentenceCount = all.count
    sentences = Array(all.prefix(Self.mostSentences))
  }

  /// Whether the text has more sentences than are looked at.
  public var isTruncated: Bool { sentenceCount > sentences.count }

  /// How many windows there are.
  public var windowCount: Int {
    (1...Self.mostNeighbours).reduce(0) { $0 + max(0, sentences.count - $1 + 1) }
  }

  /// The windows that contain a sentence, the shortest first.
  func windows(around sentence: Int) -> [Range<Int>] {
    (1...Self.mostNeighbours).flatMap { length in
      (sentence - length + 1...sentence).filter { $0 >= 0 && $0 + length <= sentences.count }.map { $0..<$0 + length }
    }
  }

  /// The sentences of a window, joined by spaces.
  public func text(of window: Range<Int>) -> String {
    sentences[window.clamped(to: sentences.indices)].map(\.text).joined(separator: " ")
  }

  /// The same behind the heading or introduction that it stands under: "Please don't: put two orders in one parcel".
  func textInContext(of window: Range<Int>) -> String {
    let text = text(of: window)
    guard sentences.indices.contains(window.lowerBound), let context = sentences[window.lowerBound].context,
      context.utf8.count <= Self.longestContext
    else { return text }
    guard context.hasSuffix(":") else { return context + ": " + text }
    // One sentence, where it goes on in a small letter: "Please don't: put …".
    return (text.first?.isLowercase == true ? String(context.dropLast()) : context) + " " + text
  }

  /// Where a window stands in the text.
  func range(of window: Range<Int>) -> Range<String.Index>? {
    let part = sentences[window.clamped(to: sentences.indices)]
    guard let first = part.first, let last = part.last else { return nil }
    return first.range.lowerBound..<max(first.range.upperBound, last.range.upperBound)
  }
}
