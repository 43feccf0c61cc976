import Testing

@testable import TextMetrics

@Suite("Word difference")
struct WordDifferenceTests {
  static func old(_ difference: WordDifference) -> [UInt8] {
    difference.segments.flatMap { segment -> [UInt8] in
      switch segment {
      case .same(let text), .removed(let text): Array(text.utf8)
      case .added: []
      }
    }
  }

  static func new(_ difference: WordDifference) -> [UInt8] {
    difference.segments.flatMap { segment -> [UInt8] in
      switch segment {
      case .same(let text), .added(let text): Array(text.utf8)
      case .removed: []
      }
    }
  }

  @Test("Shows one replaced word with its neighbourhood")
  func oneWord() {
    let difference = WordDifference(
      from: "You can return shoes within 30 days of delivery if unworn.",
      to: "You can return shoes within 14 days of delivery if unworn.")
    #expect(
      difference.segments == [
        .same("You can return shoes within "), .removed("30"), .added("14"), .same(" days of delivery if unworn."),
      ])
    #expect(difference.summary(context: 3) == "… return shoes within [-30-]{+14+} days of delivery …")
    #expect(
      difference.summary() == "You can return shoes within [-30-]{+14+} days of delivery if unworn.")
  }

  @Test("Same texts have no difference and an empty summary", arguments: ["", "a", "a b\n c"])
  func same(text: String) {
    let difference = WordDifference(from: text, to: text)
    #expect(difference.isEmpty)
    #expect(difference.summary() == "")
    #expect(difference.colouredSummary() == "")
  }

  @Test("Insertion, removal and whole replacement")
  func kinds() {
    #expect(WordDifference(from: "", to: "new").segments == [.added("new")])
    #expect(WordDifference(from: "old", to: "").segments == [.removed("old")])
    #expect(WordDifference(from: "a b", to: "a x b").segments == [.same("a "), .added("x "), .same("b")])
    #expect(WordDifference(from: "a x b", to: "a b").segments == [.same("a "), .removed("x "), .same("b")])
  }

  @Test("A replaced phrase is one change, and not one for each word")
  func phrase() {
    #expect(
      WordDifference(from: "say no more today", to: "say any thing today").segments
        == [.same("say "), .removed("no more"), .added("any thing"), .same(" today")])
  }

  @Test("Joined again gives both texts, byte for byte", arguments: 0..<200)
  func property(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let old = generator.text(pieces: 40)
    let new: String
    if seed.isMultiple(of: 2) {
      new = generator.text(pieces: 40)
    } else {
      // A few edits of the old one, so that long common stretches occur too.
      var scalars = Array(old.unicodeScalars)
      for _ in 0..<4 where !scalars.isEmpty {
        let place = Int.random(in: 0..<scalars.count, using: &generator)
        if Bool.random(using: &generator) {
          scalars.remove(at: place)
        } else {
          scalars.insert(contentsOf: generator.text(pieces: 2).unicodeScalars, at: place)
        }
      }
      new = String(String.UnicodeScalarView(scalars))
    }
    for limits in [EditLimits.standard, EditLimits(maximumEdits: 5, maximumSteps: 50)] {
      let difference = WordDifference(from: old, to: new, limits: limits)
      #expect(Self.old(difference) == Array(old.utf8))
      #expect(Self.new(difference) == Array(new.utf8))
      #expect(difference.isEmpty == old.utf8.elementsEqual(new.utf8))
    }
  }

  @Test("Finds the shortest script", arguments: 0..<200)
  func shortest(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    func sequence() -> [Int32] {
      (0..<Int.random(in: 0...12, using: &generator)).map { _ in Int32.random(in: 0..<4, using: &generator) }
    }
    let (old, new) = (sequence(), sequence())
    let changes = EditScript.changes(from: old, to: new, limits: .standard)
    let edits = changes.reduce(0) { $0 + $1.old.count + $1.new.count }
    #expect(edits == old.count + new.count - 2 * Self.longestCommonSubsequence(old, new))
  }

  static func longestCommonSubsequence(_ a: [Int32], _ b: [Int32]) -> Int {
    var row = [Int](repeating: 0, count: b.count + 1)
    for x in a {
      var diagonal = 0
      for (index, y) in b.enumerated() {
        let above = row[index + 1]
        row[index + 1] = x == y ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return row[b.count]
  }

  @Test("A hostile megabyte ends, with the common start and end set aside")
  func hostile() {
    let old = "start " + String(repeating: "a b ", count: 60_000) + "end"
    let new = "start " + String(repeating: "b c a ", count: 60_000) + "end"
    let difference = WordDifference(from: old, to: new)
    #expect(Self.old(difference) == Array(old.utf8))
    #expect(Self.new(difference) == Array(new.utf8))
    #expect(difference.summary().count < 3_000)
  }

  @Test("One change in a long text is found at once")
  func longText() {
    let words = (0..<20_000).map { "word\($0)" }
    var changed = words
    changed[10_000] = "other"
    let difference = WordDifference(from: words.joined(separator: " "), to: changed.joined(separator: " "))
    #expect(
      difference.summary(context: 2) == "… word9998 word9999 [-word10000-]{+other+} word10001 word10002 …")
  }

  @Test("Far changes are shown apart, near ones together")
  func neighbourhoods() {
    let difference = WordDifference(from: "a 1 b c d e f 2 g", to: "a one b c d e f two g")
    #expect(difference.summary(context: 1) == "a [-1-]{+one+} b … f [-2-]{+two+} g")
    #expect(difference.summary(context: 3) == "a [-1-]{+one+} b c d e f [-2-]{+two+} g")
    #expect(difference.summary(context: 0) == "… [-1-]{+one+} … [-2-]{+two+} …")
  }

  @Test("A changed line break, tab or space can be seen")
  func whiteSpace() {
    #expect(WordDifference(from: "a b", to: "a\nb").summary() == "a[-␣-]{+⏎+}b")
    #expect(WordDifference(from: "a\tb", to: "a  b").summary() == "a[-⇥-]{+␣␣+}b")
    #expect(WordDifference(from: "a b", to: "a\u{A0}b").summary() == "a[-␣-]{+\\u{A0}+}b")
    #expect(WordDifference(from: "a\r\nb", to: "a\nb").summary() == "a[-\\u{D}⏎-]{+⏎+}b")
  }

  @Test("Two spellings of one letter are a difference, and can be seen")
  func spellings() {
    let difference = WordDifference(from: "caf\u{E9}", to: "cafe\u{301}")
    #expect(!difference.isEmpty)
    #expect(difference.summary() == "[-caf\\u{E9}-]{+cafe\\u{301}+}")
  }

  @Test("Control characters of the text do not reach the terminal")
  func escapes() {
    let difference = WordDifference(from: "\u{1B}[2J same old", to: "\u{1B}[2J same \u{1B}[31mnew")
    #expect(!difference.summary().unicodeScalars.contains("\u{1B}"))
  }

  @Test("Colours what was removed and added, and keeps the marks")
  func colours() {
    let summary = WordDifference(from: "in 30 days", to: "in 14 days").colouredSummary()
    #expect(summary == "in \u{1B}[31m[-30-]\u{1B}[0m\u{1B}[32m{+14+}\u{1B}[0m days")
  }

  @Test("Many changes are counted beyond the number that is shown")
  func manyChanges() {
    let old = (0..<30).map { "k\($0) a" }.joined(separator: " ")
    let new = (0..<30).map { "k\($0) b" }.joined(separator: " ")
    let summary = WordDifference(from: old, to: new).summary(context: 1, maximumChanges: 2)
    #expect(summary == "k0 [-a-]{+b+} k1 [-a-]{+b+} k2 … (and 28 more differences)")
  }
}
