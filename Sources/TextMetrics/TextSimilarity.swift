/// How much of their wording two long texts share: cheap enough to find the nearest among hundreds.
public enum TextSimilarity {
  /// The Dice coefficient of the two texts' pairs of neighbouring words: 0 (none shared) to 1 (all shared).
  ///
  /// To compare one text with many, make a `WordBigramProfile` of each once.
  public static func wordBigramDice(_ a: String, _ b: String) -> Double {
    WordBigramProfile(a).similarity(to: WordBigramProfile(b))
  }
}

/// The pairs of neighbouring words of a text, kept for comparing it with many others.
///
/// Case is ignored, and so are punctuation and white space. A pair is kept as a 64-bit hash; that two different
/// pairs share one is possible and too rare to matter for finding the nearest text.
public struct WordBigramProfile: Sendable, Hashable {
  /// Sorted; a pair that occurs twice stands here twice.
  private let pairs: [UInt64]

  /// Takes time linear in the text's length, apart from sorting its pairs.
  public init(_ text: String) {
    var pairs: [UInt64] = []
    // The start and the end count as words, so that a text of one word has pairs to compare too.
    let edge: UInt64 = 0
    var previous = edge
    for word in WordTokenizer.words(in: CaseFolding.folded(text)) {
      let hash = StableHash.of(word)
      pairs.append(StableHash.of(hash, from: StableHash.of(previous, from: StableHash.start)))
      previous = hash
    }
    if previous != edge { pairs.append(StableHash.of(edge, from: StableHash.of(previous, from: StableHash.start))) }
    pairs.sort()
    self.pairs = pairs
  }

  /// The Dice coefficient (Dice, 1945) of the two multisets of pairs: 0 to 1, the same in both directions.
  ///
  /// Two texts without any word are alike (1); a text without words and one with words are not (0).
  public func similarity(to other: WordBigramProfile) -> Double {
    let total = pairs.count + other.pairs.count
    guard total > 0 else { return 1 }
    var shared = 0
    var mine = 0
    var theirs = 0
    while mine < pairs.count, theirs < other.pairs.count {
      let (left, right) = (pairs[mine], other.pairs[theirs])
      if left == right { shared += 1 }
      if left <= right { mine += 1 }
      if right <= left { theirs += 1 }
    }
    return 2 * Double(shared) / Double(total)
  }
}
