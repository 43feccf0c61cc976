import Foundation
import Testing

@testable import TextMetrics

@Suite("BLEU")
struct BLEUTests {
  /// The examples of Papineni et al. (2002), sections 2.1 and 2.1.1.
  private static let references = [
    "It is a guide to action that ensures that the military will forever heed Party commands",
    "It is the guiding principle which guarantees the military forces always being under the command of the Party",
    "It is the practical guide for the army always to heed the directions of the party",
  ]

  @Test("Gives the precisions of the paper's examples")
  func paper() {
    let bleu = BLEU(smoothing: .none, ignoresCase: true)
    let good = bleu.counts(
      "It is a guide to action which ensures that the military always obeys the commands of the party",
      references: Self.references)
    #expect(good.matches.prefix(2) == [17, 10] && good.totals.prefix(2) == [18, 17])
    let bad = bleu.counts(
      "It is to insure the troops forever hearing the activity guidebook that party direct", references: Self.references
    )
    #expect(bad.matches.prefix(2) == [8, 1] && bad.totals.prefix(2) == [14, 13])
    let repeated = bleu.counts(
      "the the the the the the the", references: ["The cat is on the mat", "There is a cat on the mat"])
    #expect(repeated.matches[0] == 2 && repeated.totals[0] == 7)
  }

  @Test("Works out the mean, the penalty and the smoothing as defined")
  func formula() {
    // 4 words of 5, 2 pairs of 4, no run of 3 or 4; as long as its reference.
    let (candidate, reference) = ("a b x d e", "a b c d e")
    func score(_ smoothing: BLEU.Smoothing) -> Double {
      BLEU(tokenizer: .whitespace, smoothing: smoothing).score(candidate, references: [reference]).value
    }
    func mean(_ precisions: Double...) -> Double { 100 * pow(precisions.reduce(1, *), 1 / Double(precisions.count)) }
    #expect(abs(score(.exponential) - mean(4.0 / 5, 2.0 / 4, 1.0 / 2 / 3, 1.0 / 4 / 2)) < 1e-9)
    #expect(abs(score(.floor) - mean(4.0 / 5, 2.0 / 4, 0.1 / 3, 0.1 / 2)) < 1e-9)
    #expect(abs(score(.add) - mean(4.0 / 5, 3.0 / 5, 1.0 / 4, 1.0 / 3)) < 1e-9)
    #expect(score(.none) == 0)
    let short = BLEU(tokenizer: .whitespace, maximumOrder: 1).score("a b", references: ["a b c d e"])
    #expect(abs(short.brevityPenalty - exp(1 - 5.0 / 2)) < 1e-12)
    #expect(abs(short.value - 100 * exp(-1.5)) < 1e-9)
  }

  @Test("Takes the length of the nearest reference, the shorter of two equally near")
  func lengths() {
    let bleu = BLEU(tokenizer: .whitespace)
    #expect(bleu.counts("a b c", references: ["a b c d", "a b", "a"]).referenceLength == 2)
    #expect(bleu.counts("a b c", references: []).referenceLength == 0)
  }

  @Test(
    "Takes texts apart as NIST's scripts do",
    arguments: [
      (BLEU.Tokenizer.v13a, "It's $1,234.50, (e.g.) 5-7 days.", "It's $ 1,234.50 , ( e . g . ) 5 - 7 days ."),
      (.v13a, "a &lt;b&gt; &amp;&quot; <skipped>end-\nof line\n", "a < b > & \" endof line"),
      (.v13a, "well-known x,y 1.,2", "well-known x , y 1 . , 2"),
      (.v13a, "«né» 3.", "«né» 3 ."),
      (.international, "«né» 3,5€ x.y 3.", "« né » 3,5 € x . y 3."),
      (.characters, "a é\u{301}\n漢", "a é \u{301} 漢"),
      (.chinese, "我想退货,30天。OK?", "我 想 退 货 , 30 天 。 OK ?"),
      (.whitespace, " a,b\u{A0}c\t", "a,b c"),
      (.v13a, "", ""), (.international, " ", ""), (.chinese, "\n", ""), (.characters, "\t", ""),
    ])
  func tokens(tokenizer: BLEU.Tokenizer, text: String, expected: String) {
    let tokens = tokenizer.tokens(in: ScalarText.values(of: text))
      .map { String(String.UnicodeScalarView($0.compactMap(Unicode.Scalar.init))) }
    #expect(tokens.joined(separator: " ") == expected)
  }

  @Test("Adds up the counts of a corpus, whatever is empty in it")
  func corpus() {
    let bleu = BLEU()
    #expect(bleu.corpusScore([(String, [String])]()).value == 0)
    #expect(bleu.score("", references: ["a"]).value == 0)
    #expect(bleu.score("a", references: [""]).value == 0)
    #expect(bleu.score("a", references: []).value == 0)
    let text = "one two three four five"
    #expect(abs(bleu.corpusScore([(text, [text]), ("", ["a b"])]).value - 100 * exp(1 - 7.0 / 5)) < 1e-9)
    // Too short for a run of four: 100 by itself, 0 in a corpus.
    #expect(abs(bleu.score("one two", references: ["one two"]).value - 100) < 1e-9)
    #expect(bleu.corpusScore([("one two", ["one two"])]).value == 0)
  }

  @Test("Finds tokenizers by name")
  func names() {
    for tokenizer in BLEU.Tokenizer.all { #expect(BLEU.Tokenizer(named: tokenizer.name) == tokenizer) }
    #expect(BLEU.Tokenizer(named: "spm") == nil)
    #expect(BLEU(maximumOrder: -5).maximumOrder == 1)
  }

  @Test(
    "Goes through a megabyte of anything",
    arguments: [".", "a ", "1.", "-\n", "&amp;", "<skipped", "\u{301}", "漢", "👩‍👩‍👧"])
  func large(piece: String) {
    let text = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
    let tokenizer = piece == "漢" ? BLEU.Tokenizer.chinese : .v13a
    let score = BLEU(tokenizer: tokenizer, maximumOrder: 2).score(text, references: [text]).value
    #expect(score > 99.99 || piece == "-\n" || piece == "\u{301}")
  }
}
