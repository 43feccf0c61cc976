/// What becomes of a text that has more tokens than the encoder takes at once.
public struct LongTextHandling: Sendable, Hashable {
  /// The text is taken in windows of whole sentences, up to 32 of them (about 3,000 words), and the mean over all
  /// their tokens is its vector.
  public static let sentenceWindows = sentenceWindows(atMost: 32)

  /// The text ends for the encoder where its room ends, as it does for most other encoders.
  public static let cut = LongTextHandling(maximumWindows: nil)

  /// Like `sentenceWindows`, with another bound. What is beyond the last window is left out.
  /// - Parameter count: the most windows of one text; at least 1.
  public static func sentenceWindows(atMost count: Int) -> LongTextHandling {
    LongTextHandling(maximumWindows: max(1, count))
  }

  /// Nil cuts after the first tokens.
  let maximumWindows: Int?

  /// A name for keys of a cache.
  var name: String { maximumWindows.map { "windows-\($0)" } ?? "cut" }
}
