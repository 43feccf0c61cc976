import StructuredOutput
import Testing

@Suite("Counting words, sentences, characters and lines")
struct CountTests {
  private func count(_ validator: (ClosedRange<Int>) -> StructureValidator, _ text: String) -> Int? {
    let message = validator(-1 ... -1).violations(in: text).first?.message
    return message.flatMap { Int($0.split(separator: " ").last ?? "") }
  }

  @Test("Words the bounds of every kind of range")
  func bounds() {
    let text = "one two three"
    #expect(StructureValidator.words(...2).violations(in: text).map(\.message) == ["at most 2 words, has 3"])
    #expect(StructureValidator.words(..<3).violations(in: text).map(\.message) == ["fewer than 3 words, has 3"])
    #expect(StructureValidator.words(4...).violations(in: text).map(\.message) == ["at least 4 words, has 3"])
    #expect(StructureValidator.words(4...6).violations(in: text).map(\.message) == ["4 to 6 words, has 3"])
    #expect(StructureValidator.words(1...1).violations(in: text).map(\.description) == ["words: exactly 1 word, has 3"])
    #expect(StructureValidator.lines(2...2).violations(in: text).map(\.message) == ["exactly 2 lines, has 1"])
    #expect(StructureValidator.words(3...3).violations(in: text).isEmpty)
    #expect(StructureValidator.words(...3).violations(in: text).isEmpty)
    #expect(StructureValidator.words(3...).violations(in: text).isEmpty)
  }

  @Test(
    "Counts words as people do",
    arguments: [
      ("", 0), (" \n ", 0), ("don't well-known 3.5 – yes!", 4), ("a\u{A0}b\tc\nd", 4), ("“Größe” ça", 2), ("日本語です", 5),
      ("— … !", 0), ("e\u{301}te\u{301}", 1), ("Grüße, 東京!", 3),
    ])
  func words(text: String, expected: Int) {
    #expect(count({ .words($0) }, text) == expected)
  }

  @Test(
    "Counts sentences, past abbreviations, decimals and initials",
    arguments: [
      ("", 0), ("One.", 1), ("One. Two! Three?", 3), ("Dr. Smith paid 3.50 EUR. Fine.", 2), ("Really?! Yes... no", 2),
      ("No end", 1), ("He said \"Go.\" She went.", 2), ("Use e.g. Tea.", 1), ("J. R. Smith came.", 1),
      ("第一句。第二句！", 2), ("First line\n\nSecond part", 2), ("First line\nstill first", 1), ("... !", 0),
      ("No. You cannot.", 2), ("See No. 5 of it.", 1), ("Open until 5 p.m. Call us.", 2), ("At 5 p.m. Monday.", 1),
      ("Ab dem 3. Mai. Danach z. B. nie.", 2), ("\"Really?\" he asked.", 1), ("Bring shoes, etc. and go.", 1),
      ("So did I. You too.", 2),
    ])
  func sentences(text: String, expected: Int) {
    #expect(count({ .sentences($0) }, text) == expected)
  }

  @Test("Counts lines and characters")
  func others() {
    #expect(["", "a", "a\n", "a\r\nb", "a\rb\n\n", "\n"].map { count({ .lines($0) }, $0) } == [0, 1, 1, 2, 3, 1])
    #expect(["", "e\u{301}", "👩‍👩‍👧!", "a\r\n"].map { count({ .characters($0) }, $0) } == [0, 1, 2, 2])
  }
}
