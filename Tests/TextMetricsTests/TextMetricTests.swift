import Testing
import TextMetrics

@Suite("Text metrics by name")
struct TextMetricTests {
  @Test("Are found by their names, which are unique")
  func names() {
    for metric in TextMetric.all { #expect(TextMetric(named: metric.name.uppercased()) == metric) }
    #expect(Set(TextMetric.all.map(\.name)).count == TextMetric.all.count)
    #expect(TextMetric(named: "rouge") == nil)
    #expect(TextMetric(named: "") == nil)
    #expect(TextMetric(named: "chrf++") == .chrFPlusPlus)
  }

  @Test("Give an equal text the best score there is", arguments: TextMetric.all)
  func identity(metric: TextMetric) throws {
    let text = "You can return shoes within 30 days."
    let score = try #require(metric.score(text, references: ["something else", text]))
    let best = metric.isHigherBetter ? metric.range.upperBound : metric.range.lowerBound
    #expect(abs(score - best) < 1e-9)
    #expect(abs(try #require(metric.corpusScore([(text, [text]), (text, [text])])) - best) < 1e-9)
  }

  @Test("Stay within their range on anything", arguments: TextMetric.all)
  func range(metric: TextMetric) throws {
    for seed in 0..<30 {
      var generator = SeededGenerator(state: UInt64(seed))
      let (a, b) = (generator.text(pieces: 20), generator.text(pieces: 20))
      let score = try #require(metric.score(a, references: [b]))
      #expect(score.isFinite && score >= metric.range.lowerBound && score <= metric.range.upperBound + 1e-9)
    }
    for (a, b) in [("", ""), ("", "a"), ("a", ""), ("\u{301}", "\u{200D}"), ("👩‍👩‍👧", "🇩🇪"), ("\0", "\r\n")] {
      #expect(try #require(metric.score(a, references: [b])).isFinite)
    }
  }

  @Test("Have no score without a reference", arguments: TextMetric.all)
  func noReference(metric: TextMetric) {
    #expect(metric.score("a", references: []) == nil)
    #expect(metric.corpusScore([("a", [])]) == nil)
    #expect(metric.corpusScore([("a", []), ("b", ["b"])]) == metric.corpusScore([("b", ["b"])]))
  }

  @Test("Of a corpus are pooled or averaged as each is defined")
  func corpus() {
    let texts = [("a b c d", ["a b c d"]), ("x", ["y"])]
    #expect(TextMetric.wordErrorRate.corpusScore(texts) == 0.2)
    #expect(TextMetric.rouge1.corpusScore(texts) == 0.5)
    #expect(TextMetric.exactMatch.corpusScore(texts) == 0.5)
    #expect(TextMetric.bleu.corpusScore(texts) == BLEU().corpusScore(texts).value)
    #expect(TextMetric.levenshtein.score("abc", references: ["xyz", "abd"]) == 1)
  }

  @Test("Give up on a distance that would take hours")
  func outOfReach() {
    let (a, b) = (String(repeating: "a", count: 1_000_000), String(repeating: "b", count: 990_000))
    #expect(TextMetric.damerauLevenshtein.score(a, references: [b]) == nil)
    #expect(TextMetric.damerauLevenshtein.score(a, references: [b, a + "x"]) == 1)
  }
}
