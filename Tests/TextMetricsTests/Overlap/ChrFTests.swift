import Testing
import TextMetrics

@Suite("chrF")
struct ChrFTests {
  @Test("Averages the lengths of run that both sides have")
  func formula() {
    // 2 of 3 characters, 1 of 2 pairs, 0 of 1 run of three; no longer runs.
    let chrF = ChrF.standard
    #expect(abs(chrF.score("abc", references: ["abd"]) - 100 * (2.0 / 3 + 1.0 / 2) / 3) < 1e-9)
    // Precision 1, recall 2/4, 1/3 and none: F with recall counting twice.
    let (precision, recall) = (1.0, (1.0 / 2 + 1.0 / 3) / 2)
    #expect(
      abs(chrF.score("ab", references: ["abcd"]) - 100 * 5 * precision * recall / (4 * precision + recall)) < 1e-9)
    // The same characters, and of 1 word and no pair of words nothing.
    #expect(abs(ChrF.plusPlus.score("ab", references: ["a b"]) - 100 * 2.0 / 3) < 1e-9)
  }

  @Test("Leaves white space out unless asked for, and takes signs off words")
  func words() {
    #expect(ChrF.standard.score("a b\tc", references: ["abc"]) == 100)
    #expect(ChrF(keepsWhitespace: true).score("a b", references: ["ab"]) < 100)
    #expect(ChrF(ignoresCase: true).score("ΟΔΟΣ", references: ["οδος"]) == 100)
    let plus = ChrF(characterOrder: 1, wordOrder: 1)
    #expect(plus.score("hi! (yes", references: ["hi ! ( yes"]) == 100)
    // "(hi)" is taken for "(hi" and ")".
    #expect(plus.score("(hi)", references: ["( hi )"]) < 100)
  }

  @Test("Takes the best of several references, and 0 where nothing is to compare")
  func ends() {
    let chrF = ChrF.plusPlus
    let best = chrF.score("a cat", references: ["a dog", "a cat", ""])
    #expect(best == 100)
    for (candidate, references) in [("", [""]), ("", ["a"]), ("a", [""]), (" \n", [" "]), ("a", [])] {
      #expect(chrF.score(candidate, references: references) == 0)
    }
    #expect(chrF.corpusScore([(String, [String])]()) == 0)
  }

  @Test("Adds up the counts of a corpus")
  func corpus() {
    // Of 6 characters 5 match, of 4 pairs 3, of 2 runs of three 1.
    let share = (5.0 / 6 + 3.0 / 4 + 1.0 / 2) / 3
    #expect(abs(ChrF.standard.corpusScore([("abc", ["abc"]), ("abd", ["abc"])]) - 100 * share) < 1e-9)
  }

  @Test("Stays within its bounds on anything", arguments: 0..<100)
  func bounds(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let (a, b) = (generator.text(pieces: 30), generator.text(pieces: 30))
    for chrF in [ChrF.standard, .plusPlus, ChrF(beta: 0), ChrF(characterOrder: 100, beta: .nan)] {
      #expect((0...100.000001).contains(chrF.score(a, references: [b])))
      #expect(abs(chrF.score(a, references: [a]) - 100) < 1e-9)
    }
  }

  @Test("Goes through a megabyte of anything", arguments: ["a", "\u{301}", "👩‍👩‍👧", "ab ", "漢字かな"])
  func large(piece: String) {
    let text = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
    #expect(ChrF(characterOrder: 2, wordOrder: 1).score(text, references: [text]) > 99.99)
  }
}
