import Testing
import TextMetrics

@Suite("Similarity of long texts")
struct TextSimilarityTests {
  @Test("Same words are 1, no shared pair is 0")
  func ends() {
    #expect(TextSimilarity.wordBigramDice("Return the shoes.", "return THE   shoes") == 1)
    #expect(TextSimilarity.wordBigramDice("one two", "three four") == 0)
    #expect(TextSimilarity.wordBigramDice("word", "word") == 1)
    #expect(TextSimilarity.wordBigramDice("word", "other") == 0)
    #expect(TextSimilarity.wordBigramDice("", "") == 1)
    #expect(TextSimilarity.wordBigramDice("", "word") == 0)
  }

  @Test("Counts shared pairs, the start and the end included")
  func count() {
    // ^a ab bc c$ and ^a ab bd d$ share two of four.
    #expect(TextSimilarity.wordBigramDice("a b c", "a b d") == 0.5)
    // A pair that occurs twice in one and once in the other is shared once.
    #expect(TextSimilarity.wordBigramDice("x y x y", "x y") == 2.0 * 3 / 8)
  }

  @Test("Order matters, direction does not")
  func order() {
    let there = TextSimilarity.wordBigramDice("a b c d", "d c b a")
    #expect(there == 0)
    #expect(
      TextSimilarity.wordBigramDice("a b c d e", "a b x d e")
        == TextSimilarity.wordBigramDice("a b x d e", "a b c d e"))
  }

  @Test("Finds the nearest among hundreds of long prompts")
  func nearest() throws {
    let prompts = (0..<300).map { index in
      "You are a support assistant. "
        + (0..<40).map { "fact \($0 * (index + 3) % 97) of topic \(index)" }
        .joined(separator: ". ")
    }
    let profiles = prompts.map { WordBigramProfile($0) }
    let changed = WordBigramProfile(prompts[123].replacing("fact", with: "point", maxReplacements: 5))
    let nearest = try #require(
      profiles.indices.max { profiles[$0].similarity(to: changed) < profiles[$1].similarity(to: changed) })
    #expect(nearest == 123)
  }
}
