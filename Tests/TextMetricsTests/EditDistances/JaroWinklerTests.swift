import Testing
import TextMetrics

@Suite("Jaro and Jaro-Winkler")
struct JaroWinklerTests {
  @Test(
    "Give the values of Winkler's table",
    arguments: [
      ("SHACKLEFORD", "SHACKELFORD", 0.970, 0.982), ("DUNNINGHAM", "CUNNIGHAM", 0.896, 0.896),
      ("NICHLESON", "NICHULSON", 0.926, 0.956), ("JONES", "JOHNSON", 0.790, 0.832), ("MASSEY", "MASSIE", 0.889, 0.933),
      ("ABROMS", "ABRAMS", 0.889, 0.922), ("MARHTA", "MARTHA", 0.944, 0.961), ("DWAYNE", "DUANE", 0.822, 0.840),
      ("DIXON", "DICKSONX", 0.767, 0.813), ("ABCVWXYZ", "CABVWXYZ", 0.958, 0.958),
    ])
  func table(a: String, b: String, jaro: Double, winkler: Double) {
    #expect(abs(JaroWinkler.jaro(a, b) - jaro) <= 0.0005)
    #expect(abs(JaroWinkler.similarity(a, b) - winkler) <= 0.0005)
  }

  @Test("Raise for a common start only what is alike already")
  func start() {
    // Jaro of 2/3: below the bound of 0.7.
    #expect(JaroWinkler.similarity("ABCDEFGH", "ABCDXXXX") == JaroWinkler.jaro("ABCDEFGH", "ABCDXXXX"))
    #expect(JaroWinkler.similarity("abcd", "abcdx", prefixWeight: 0) == JaroWinkler.jaro("abcd", "abcdx"))
    #expect(JaroWinkler.similarity("abcdef", "abcdeg", prefixWeight: 100) == 1)
    #expect(JaroWinkler.similarity("abcd", "abcdx", prefixWeight: .nan) <= 1)
  }

  @Test("Are 1 for equal texts, 0 for those that share nothing, and the same both ways", arguments: 0..<100)
  func properties(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let (a, b) = (generator.text(pieces: Int(seed % 20)), generator.text(pieces: 20))
    #expect(JaroWinkler.similarity(a, a) == 1)
    #expect(JaroWinkler.jaro(a, b) == JaroWinkler.jaro(b, a))
    #expect((0...1).contains(JaroWinkler.similarity(a, b)))
    #expect(JaroWinkler.jaro("", "a") == 0)
    #expect(JaroWinkler.jaro("", "") == 1)
    #expect(JaroWinkler.jaro("abc", "xyz") == 0)
  }

  @Test("Go through a megabyte of anything", arguments: ["a", "ab", "\u{301}", "👍🏽"])
  func large(piece: String) {
    let text = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
    #expect(JaroWinkler.similarity(text, text + "x") > 0.99)
    #expect(JaroWinkler.similarity(text, "x") == 0)
  }
}
