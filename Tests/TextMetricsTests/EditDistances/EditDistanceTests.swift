import Testing

@testable import TextMetrics

@Suite("Edit distances")
struct EditDistanceTests {
  @Test(
    "Are those of the textbooks",
    arguments: [
      // Levenshtein, Damerau-Levenshtein, optimal string alignment.
      ("kitten", "sitting", 3, 3, 3), ("Saturday", "Sunday", 3, 3, 3), ("ca", "abc", 3, 2, 3), ("ab", "ba", 2, 1, 1),
      ("", "", 0, 0, 0), ("", "abc", 3, 3, 3), ("abc", "", 3, 3, 3), ("a cat", "an abct", 4, 3, 4),
      ("abcdef", "abcdef", 0, 0, 0), ("teh", "the", 2, 1, 1), ("é", "e\u{301}", 2, 2, 2), ("🇩🇪", "🇪🇩", 2, 1, 1),
    ])
  func known(a: String, b: String, levenshtein: Int, damerau: Int, alignment: Int) {
    #expect(EditDistance.levenshtein(a, b) == levenshtein)
    #expect(EditDistance.damerauLevenshtein(a, b) == damerau)
    #expect(EditDistance.optimalStringAlignment(a, b) == alignment)
  }

  @Test("Count in scalars, characters or words")
  func units() {
    #expect(EditDistance.levenshtein("👩‍👩‍👧!", "👩‍👩‍👦!", in: .scalars) == 1)
    #expect(EditDistance.levenshtein("👩‍👩‍👧!", "!", in: .scalars) == 5)
    #expect(EditDistance.levenshtein("👩‍👩‍👧!", "!", in: .graphemes) == 1)
    #expect(EditDistance.levenshtein("é", "e\u{301}", in: .graphemes) == 1)
    #expect(EditDistance.levenshtein("one two  three", "one\tthree", in: .words) == 1)
    #expect(EditDistance.levenshteinSimilarity("abcd", "abxx") == 0.5)
    #expect(EditDistance.levenshteinSimilarity("", "") == 1)
    #expect(EditDistance.levenshteinSimilarity("", "a") == 0)
  }

  @Test("Are nil beyond a limit")
  func limit() {
    #expect(EditDistance.levenshtein("kitten", "sitting", atMost: 3) == 3)
    #expect(EditDistance.levenshtein("kitten", "sitting", atMost: 2) == nil)
    #expect(EditDistance.levenshtein("a", "a", atMost: 0) == 0)
    #expect(EditDistance.levenshtein("a", "b", atMost: 0) == nil)
    #expect(EditDistance.levenshtein("", "", atMost: -1) == nil)
    #expect(EditDistance.levenshtein("", "abc", atMost: .max) == 3)
    let (long, other) = (String(repeating: "ab", count: 50_000), String(repeating: "cd", count: 50_000))
    #expect(EditDistance.levenshtein(long, other, atMost: 100) == nil)
    #expect(EditDistance.damerauLevenshtein(long, other, atMost: 100) == nil)
    #expect(EditDistance.damerauLevenshtein("ab", "ba", atMost: 1) == 1)
    #expect(EditDistance.damerauLevenshtein("", "ba", atMost: 1) == nil)
  }

  /// Lengths around the 64 rows of a strip and the widths of the bands.
  @Test("Equal those of the plain tables", arguments: 0..<60)
  func plain(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let length = [5, 63, 65, 130, 200][Int(seed) % 5]
    let symbols = Int32.random(in: 1...6, using: &generator)
    let a = (0..<Int.random(in: 0...length, using: &generator)).map { _ in
      Int32.random(in: 0..<symbols, using: &generator)
    }
    var b = a
    for _ in 0..<Int.random(in: 0...40, using: &generator) where !b.isEmpty {
      let place = Int.random(in: 0..<b.count, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: b.remove(at: place)
      case 1: b.insert(Int32.random(in: 0..<symbols, using: &generator), at: place)
      case 2: b.swapAt(place, max(0, place - 1))
      default: b.reverse()
      }
    }
    let tokens = Int(symbols)
    for band in [1, 17, 64, 256] {
      #expect(
        BitParallelDistance.distance(a, b, tokens: tokens, atMost: length * 2, band: band) == Self.table(a, b, .none))
      #expect(
        BitParallelDistance.distance(a, b, tokens: tokens, transpositions: true, atMost: length * 2, band: band)
          == Self.table(a, b, .adjacent))
      #expect(
        DamerauDistance.distance(a, b, tokens: tokens, atMost: length * 2, band: band) == Self.table(a, b, .any))
    }
  }

  private enum Transpositions { case none, adjacent, any }

  /// The definitions, without a thought for speed.
  private static func table(_ a: [Int32], _ b: [Int32], _ transpositions: Transpositions) -> Int {
    var table = [[Int]](repeating: Array(0...b.count), count: a.count + 1)
    for i in table.indices { table[i][0] = i }
    for i in a.indices {
      for j in b.indices {
        var best = min(table[i][j + 1], table[i + 1][j]) + 1
        best = min(best, table[i][j] + (a[i] == b[j] ? 0 : 1))
        switch transpositions {
        case .none: break
        case .adjacent:
          if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, table[i - 1][j - 1] + 1) }
        case .any:
          if let k = a[..<i].lastIndex(of: b[j]), let l = b[..<j].lastIndex(of: a[i]) {
            best = min(best, table[k][l] + (i - k - 1) + 1 + (j - l - 1))
          }
        }
        table[i + 1][j + 1] = best
      }
    }
    return table[a.count][b.count]
  }

  @Test("Are metrics: symmetric, 0 for equal texts only, no detour is shorter", arguments: 0..<40)
  func metric(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let texts = (0..<3).map { _ in generator.text(pieces: 12) }
    for distance in [
      { EditDistance.levenshtein($0, $1, in: .graphemes) }, { EditDistance.levenshtein($0, $1) },
      { EditDistance.damerauLevenshtein($0, $1) },
    ] as [(String, String) -> Int] {
      let (ab, bc, ac) = (distance(texts[0], texts[1]), distance(texts[1], texts[2]), distance(texts[0], texts[2]))
      #expect(distance(texts[1], texts[0]) == ab)
      #expect(distance(texts[0], texts[0]) == 0)
      #expect(ac <= ab + bc)
      #expect((ab == 0) == texts[0].unicodeScalars.elementsEqual(texts[1].unicodeScalars))
    }
  }

  @Test("Of a megabyte with a few changes take no time", arguments: ["ab", "a\u{301}", "👩‍👩‍👧", "🇩🇪", "漢 "])
  func large(piece: String) {
    let text = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
    let changed = "x" + text.dropLast(1) + "y"
    #expect(EditDistance.levenshtein(text, changed) <= 10)
    #expect(EditDistance.damerauLevenshtein(text, changed) <= 10)
    #expect(EditDistance.optimalStringAlignment(text, changed) <= 10)
    #expect(EditDistance.levenshtein(text, changed, in: .words) <= 2)
  }

  @Test("Of two texts without anything in common are their length")
  func nothingShared() {
    let (a, b) = (String(repeating: "a", count: 20_000), String(repeating: "b", count: 19_000))
    #expect(EditDistance.levenshtein(a, b) == 20_000)
    let (c, d) = (String(repeating: "a", count: 2_000), String(repeating: "b", count: 1_900))
    #expect(EditDistance.damerauLevenshtein(c, d) == 2_000)
  }
}
