/// One sentence of a text, as a reader takes it in.
public struct TextSentence: Sendable, Hashable {
  /// The sentence on one line, without the marks of Markdown and lists.
  public let text: String

  /// Where it stands in the text that was split, from its first to its last character; marks in between are in it.
  public let range: Range<String.Index>

  /// The heading, or the line with a colon before a list, that it stands under; nil where there is none.
  public let context: String?

  /// Makes a sentence.
  public init(text: String, range: Range<String.Index>, context: String? = nil) {
    self.text = text
    self.range = range
    self.context = context
  }
}
