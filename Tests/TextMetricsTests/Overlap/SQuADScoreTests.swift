import Testing
import TextMetrics

@Suite("Scores of SQuAD")
struct SQuADScoreTests {
  @Test(
    "Normalise as its script does",
    arguments: [
      ("The  Eiffel\tTower!", "eiffel tower"), ("a, an & the", ""), ("A-the-an", "athean"), ("", ""),
      ("U.S.A.", "usa"), ("l’été", "l’été"), ("Theatre an an", "theatre"), ("ΟΔΟΣ ΣΑΣ Σ", "οδος σας σ"),
      ("a\u{301} b", "\u{301} b"), ("a½ a", "a½"), ("日a the日", "日a the日"), ("_a_", ""), ("the\u{1C}x", "x"),
      ("İ", "i\u{307}"), ("don't", "dont"), ("٣a", "٣a"),
    ])
  func normalized(answer: String, expected: String) {
    #expect(Array(SQuADScore.normalized(answer).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test("Count the words shared with the best reference")
  func f1() {
    let score = SQuADScore("within 30 days of delivery", references: ["30 days", "within thirty days"])
    #expect(!score.isExactMatch)
    // 2 of 5 and 2 of 2.
    #expect(abs(score.f1 - 4.0 / 7) < 1e-12)
    #expect(SQuADScore("x x y", references: ["x y y"]).f1 == 2.0 / 3)
    #expect(SQuADScore("The 30 days.", references: ["40 days", "30 days"]).isExactMatch)
  }

  @Test("Take an answer without words for right only where none is expected")
  func empty() {
    #expect(SQuADScore("the", references: [""]) == SQuADScore("", references: ["a"]))
    #expect(SQuADScore("", references: [""]).f1 == 1)
    #expect(SQuADScore("", references: ["x"]).f1 == 0)
    #expect(SQuADScore("x", references: [""]).f1 == 0)
    #expect(SQuADScore("x", references: []).f1 == 0)
    #expect(!SQuADScore("", references: []).isExactMatch)
  }

  @Test("Go through a megabyte of anything", arguments: ["a", "a ", "Σ", "Σ\u{301}", "\u{301}", "!", "👩‍👩‍👧", "the"])
  func large(piece: String) {
    let text = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
    #expect(SQuADScore(text, references: [text]).isExactMatch)
  }
}
