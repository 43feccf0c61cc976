import StructuredOutput
import Testing

@Suite("Reading level")
struct ReadingLevelTests {
  @Test(
    "Counts the syllables of words as dictionaries do",
    arguments: [
      ("the", 1), ("people", 2), ("reading", 2), ("beautiful", 3), ("walked", 1), ("wanted", 2), ("table", 2),
      ("tables", 2),
      ("changes", 2), ("makes", 1), ("statement", 2), ("element", 3), ("lovely", 2), ("media", 3), ("nation", 2),
      ("period", 3), ("science", 2), ("quiet", 2), ("playing", 2), ("trying", 2), ("capitalism", 5), ("didn't", 2),
      ("don't", 1), ("couldn’t", 2), ("create", 2), ("actual", 3), ("question", 2), ("various", 3), ("delicious", 3),
      ("video", 3), ("unique", 2), ("algorithm", 4), ("university", 5), ("responsibility", 6), ("HTML", 4),
      ("every", 2),
      ("business", 2), ("well-known", 2), ("café", 2), ("it's", 1), ("handled", 2), ("called", 1), ("eyes", 1),
    ])
  func syllables(word: String, expected: Int) {
    #expect(ReadingLevel(of: word)?.syllables == expected)
  }

  @Test("Works out the grade and the ease by the published formulas")
  func formulas() throws {
    // 9 words, 9 syllables in one sentence.
    let simple = try #require(ReadingLevel(of: "The cat sat on the mat near the door."))
    #expect([simple.words, simple.sentences, simple.syllables] == [9, 1, 9])
    #expect(abs(simple.grade - (0.39 * 9 + 11.8 - 15.59)) < 1e-9)
    #expect(abs(simple.ease - (206.835 - 1.015 * 9 - 84.6)) < 1e-9)
    // Flesch's bounds: one word of one syllable.
    let shortest = try #require(ReadingLevel(of: "Go."))
    #expect(abs(shortest.grade - -3.4) < 1e-9)
    #expect(abs(shortest.ease - 121.22) < 1e-9)
    let level = ReadingLevel(words: 100, sentences: 5, syllables: 150)
    #expect(abs(level.grade - 9.91) < 1e-9)
    #expect(ReadingLevel(words: 0, sentences: 0, syllables: -1) == ReadingLevel(words: 1, sentences: 1, syllables: 1))
  }

  @Test("Takes headings and list items for sentences, and leaves out code and tables")
  func markdown() throws {
    let text =
      "# The plan\n\n- go home\n- **eat** [food](https://example.com)\n\n```\nincomprehensibility(x)\n```\n\n|a|\n|-|\n|b|\n"
    let level = try #require(ReadingLevel(of: text))
    #expect([level.words, level.sentences, level.syllables] == [6, 3, 6])
    #expect(ReadingLevel(of: "… — \n") == nil)
    #expect(ReadingLevel(of: "See https://example.com/a-b 2024 now.")?.syllables == 4)
  }

  @Test("Says what grade and ease a text has, and when it is too short to tell")
  func validators() {
    func messages(_ validator: StructureValidator, _ text: String) -> [String] {
      validator.violations(in: text).map(\.message)
    }
    let easy = String(repeating: "The cat sat on the mat near the door. ", count: 5)
    let hard = String(
      repeating: "Institutional responsibilities necessitate considerable organizational reconsideration. ", count: 6)
    #expect(messages(.readingLevel(...8), easy) == [])
    #expect(messages(.readingEase(60...), easy) == [])
    #expect(
      messages(.readingLevel(...8), hard) == [
        "expected a reading grade of at most 8, has 49.7 (6 words a sentence, 5.33 syllables a word)"
      ])
    #expect(
      messages(.readingEase(60...70.5), hard).first?.hasPrefix("expected a reading ease of 60 to 70.5, has -2") == true)
    #expect(
      messages(.readingLevel(5...), easy).first?.hasPrefix("expected a reading grade of at least 5, has -0.3") == true)
    #expect(
      messages(.readingLevel(...8), "The cat sat.") == [
        "too short to tell how hard it is to read: at least 30 words, has 3"
      ])
    #expect(messages(.readingLevel(...8, minimumWords: 3), "The cat sat.") == [])
    #expect(messages(.readingLevel(...8), "").count == 1)
  }

  @Test(
    "Goes through large texts that are made to be slow",
    arguments: ["e", "ee ", "e'", "eless", "-", "\0", "👩‍👩‍👧", "\u{202E}a ", "[", "a/"])
  func large(piece: String) {
    let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
    #expect((ReadingLevel(of: text)?.syllables ?? 1) >= 1)
  }
}
