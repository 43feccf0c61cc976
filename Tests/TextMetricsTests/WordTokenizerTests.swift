import Testing

@testable import TextMetrics

@Suite("Words of a text")
struct WordTokenizerTests {
  @Test(
    "Are found in any script",
    arguments: [
      ("", []),
      (" \n\t ", []),
      ("... !?", []),
      ("Hello, world!", ["Hello", "world"]),
      ("don't rock ’n’ roll’s", ["don't", "rock", "n", "roll’s"]),
      ("the 30-day window - or not", ["the", "30-day", "window", "or", "not"]),
      ("costs 12.5, or 1,234.50.", ["costs", "12.5", "or", "1,234.50"]),
      ("e.g. this", ["e", "g", "this"]),
      ("snake_case x2", ["snake_case", "x2"]),
      ("naïve cafe\u{301} Straße", ["naïve", "cafe\u{301}", "Straße"]),
      ("Привет, мир", ["Привет", "мир"]),
      ("漢字かな", ["漢", "字", "か", "な"]),
      ("हिन्दी भाषा", ["हिन्दी", "भाषा"]),
      ("شكرا جزيلا", ["شكرا", "جزيلا"]),
      ("yes 👍🏽 no", ["yes", "no"]),
      ("trailing-", ["trailing"]),
      ("'quoted'", ["quoted"]),
    ])
  func words(text: String, expected: [String]) {
    #expect(WordTokenizer.words(in: text).map(String.init) == expected)
  }

  @Test("Pieces make up the whole text, whatever it holds", arguments: 0..<50)
  func wholeText(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let text = generator.text(pieces: 60)
    let joined = TextPiece.all(in: text).flatMap { Array($0.text.utf8) }
    #expect(joined == Array(text.utf8))
  }

  @Test("A flag, a family and a skin tone are one sign each")
  func signs() {
    #expect(TextPiece.all(in: "🇩🇪🇫🇷👩‍👩‍👧👍🏽").map { String($0.text) } == ["🇩🇪", "🇫🇷", "👩‍👩‍👧", "👍🏽"])
  }

  @Test(
    "Half a megabyte of one awkward sign is no trap", arguments: ["🇩", "\u{301}", "-", "'", "a-", "1.", "\u{200D}"])
  func hostile(sign: String) {
    let text = String(repeating: sign, count: 100_000)
    #expect(WordTokenizer.words(in: text).count <= 100_000)
  }
}
