import Testing

@testable import TextMetrics

@Suite("ROUGE")
struct ROUGETests {
  @Test("Tells the paper's gunman sentences apart by order only")
  func paper() {
    let reference = "police killed the gunman"
    func f1(_ kind: ROUGE.Kind, _ candidate: String) -> Double {
      ROUGE(kind).score(candidate, reference: reference).f1
    }
    #expect(abs(f1(.two, "police kill the gunman") - 1.0 / 3) < 1e-12)
    #expect(abs(f1(.two, "the gunman kill police") - 1.0 / 3) < 1e-12)
    #expect(f1(.l, "police kill the gunman") == 0.75)
    #expect(f1(.l, "the gunman kill police") == 0.5)
    #expect(f1(.one, "the gunman kill police") == 0.75)
  }

  @Test("Unites what lines share, as in the paper's example")
  func union() {
    let score = ROUGE(.lSum).score("w1 w2 w6 w7 w8\nw1 w3 w8 w9 w5", reference: "w1 w2 w3 w4 w5")
    #expect(score.recall == 0.8)
    #expect(score.precision == 0.4)
    // A word counts no more often than either text has it.
    #expect(ROUGE(.lSum).score("a\nb", reference: "a\na\na").recall == 1.0 / 3)
  }

  @Test("Compares the letters of ASCII by default, other scripts if asked for")
  func tokenizers() {
    #expect(ROUGE(.one).score("The shoe's 5-7!", reference: "the SHOE s 5 7").f1 == 1)
    #expect(ROUGE(.one).score("Привет мир", reference: "Привет мир") == .zero)
    #expect(ROUGE(.one, tokenizer: .words).score("ПРИВЕТ, мир", reference: "Привет мир").f1 == 1)
    #expect(ROUGE(.one, tokenizer: .whitespace).score("Hi, you", reference: "hi, you").f1 == 0.5)
    #expect(ROUGE(.one, tokenizer: .googleStemming).score("running dogs", reference: "runs dog").f1 == 1)
    #expect(ROUGE(.one, tokenizer: .googleStemming).score("ads", reference: "ad").f1 == 0)
    // Lower case of İ begins with an i, that of the sign of the kelvin is a k.
    #expect(ROUGE(.one).score("\u{212A} \u{130}s", reference: "k i s").f1 == 1)
  }

  @Test("Takes the best of several references, and zero where a side has no words")
  func ends() {
    for kind in [ROUGE.Kind.one, .two, .l, .lSum, .n(-1)] {
      let rouge = ROUGE(kind)
      #expect(rouge.score("", reference: "a b") == .zero)
      #expect(rouge.score("a b", reference: "") == .zero)
      #expect(rouge.score("\n\n", reference: "\r\n ") == .zero)
      #expect(rouge.score("a b", references: []) == .zero)
      #expect(rouge.score("a b", references: ["x", "a b", "a"]).f1 == 1)
    }
  }

  @Test("Swapping the texts swaps precision and recall", arguments: 0..<50)
  func symmetry(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let (a, b) = (generator.text(pieces: 60), generator.text(pieces: 60))
    for kind in [ROUGE.Kind.one, .two, .l] {
      let there = ROUGE(kind, tokenizer: .whitespace).score(a, reference: b)
      let back = ROUGE(kind, tokenizer: .whitespace).score(b, reference: a)
      #expect(there.precision == back.recall && there.recall == back.precision)
      #expect((0...1).contains(there.f1))
    }
  }

  @Test("Finds the same places of a common subsequence as the plain table", arguments: 0..<60)
  func commonSubsequence(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let lengths = (Int.random(in: 0...200, using: &generator), Int.random(in: 0...150, using: &generator))
    let most = Int32.random(in: 1...12, using: &generator)
    let first = (0..<lengths.0).map { _ in Int32.random(in: 0...most, using: &generator) }
    let second = (0..<lengths.1).map { _ in Int32.random(in: 0...most, using: &generator) }
    var common = LongestCommonSubsequence(tokens: Int(most) + 1)
    var marks = [Bool](repeating: false, count: first.count)
    common.mark(first, second, in: &marks)
    let plain = Self.plainMarks(first, second)
    #expect(marks == plain)
    #expect(common.length(of: first, second) == plain.count { $0 })
  }

  private static func plainMarks(_ first: [Int32], _ second: [Int32]) -> [Bool] {
    var table = [[Int]](repeating: [Int](repeating: 0, count: second.count + 1), count: first.count + 1)
    for i in first.indices {
      for j in second.indices {
        table[i + 1][j + 1] = first[i] == second[j] ? table[i][j] + 1 : max(table[i][j + 1], table[i + 1][j])
      }
    }
    var marks = [Bool](repeating: false, count: first.count)
    var (i, j) = (first.count, second.count)
    while i > 0, j > 0 {
      if first[i - 1] == second[j - 1] {
        marks[i - 1] = true
        (i, j) = (i - 1, j - 1)
      } else if table[i][j - 1] > table[i - 1][j] {
        j -= 1
      } else {
        i -= 1
      }
    }
    return marks
  }

  @Test("Counts long runs exactly, where they no longer fit into a number", arguments: 0..<20)
  func longRuns(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let texts = (0..<2).map { _ in (0..<80).map { _ in Int32.random(in: 0...2, using: &generator) } }
    // As if there were a billion of tokens: two fill a key.
    var runs = NGrams(of: texts, tokens: 1 << 30)
    for order in 1...7 {
      if order > 1 { runs.lengthen() }
      func plain(_ text: [Int32]) -> [[Int32]: Int] {
        Dictionary((0...(text.count - order)).map { (Array(text[$0..<($0 + order)]), 1) }, uniquingKeysWith: +)
      }
      let (mine, theirs) = (plain(texts[0]), plain(texts[1]))
      let expected = mine.reduce(0) { $0 + min($1.value, theirs[$1.key] ?? 0) }
      #expect(NGrams.matches(of: runs.sorted[0], in: [runs.sorted[1]]) == expected)
    }
  }

  @Test("Goes through long texts that are made to be slow", arguments: ["a\n", "a b\n", "a ", "\n", "a", "é\n"])
  func large(piece: String) {
    let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
    let score = ROUGE(.lSum).score(text, reference: text + "b c\na")
    #expect((0...1).contains(score.f1))
  }

  @Test("Compares many lines that all share a word with each other")
  func manyLines() {
    let numbered = (0..<1_000).map { "a a \($0)" }.joined(separator: "\n")
    #expect(ROUGE(.lSum).score(numbered, reference: numbered).f1 == 1)
    let lines = String(repeating: "a b\n", count: SummaryLines.most + 50)
    #expect(SummaryLines.lines(of: lines).count == SummaryLines.most)
    #expect(ROUGE(.lSum).score(lines, reference: lines).f1 > 0.99)
  }
}
