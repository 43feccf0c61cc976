import Testing

@testable import StructuredOutput

@Suite("Regular expressions end, whatever pattern and text")
struct PatternSafetyTests {
  @Test(
    "Patterns that make others try forever take linear time",
    arguments: [
      "^(a+)+$", "(a+)+b", "^(a|aa)+$", "(a*)*b", "^(([a-z])+.)+[A-Z]([a-z])+$", "(.*)*(.*)*(.*)*#", "^(?=(?:a+)+b)a",
      "(a?){50}a{50}b",
    ])
  func catastrophic(pattern: String) throws {
    let text = String(repeating: "a", count: 100_000) + "!"
    #expect(try TextPattern(pattern).answer(in: text) == .notFound)
  }

  @Test(
    "A search by trying out that takes too many steps is undecided",
    arguments: [
      "^(a+)+\\1$", "(?<=^(a+)+)b(?=c)|(a*)*\\2c", "(x+x+)+y\\1", "^(?:(a|aa)+)+(?!a)\\1$", "^(.*)*(.*)*\\1#",
    ])
  func undecided(pattern: String) throws {
    let text =
      String(repeating: "ax", count: 3) + String(repeating: "a", count: 60) + String(repeating: "x", count: 60) + "!"
    let long = String(repeating: "a", count: 60) + "!"
    let answers = [try TextPattern(pattern).answer(in: text), try TextPattern(pattern).answer(in: long)]
    #expect(answers.contains(.undecided))
    #expect(try !TextPattern(pattern).isFound(in: long))
  }

  @Test("Too many steps are a violation that says so")
  func undecidedViolation() async throws {
    let text = String(repeating: "a", count: 60) + "!"
    let violations = StructureValidator.matches(regex: "^(a+)+\\1$").violations(in: text)
    #expect(violations.count == 1 && "\(violations)".contains("too many steps"), "\(violations)")
    #expect(StructureValidator.matches(regex: "^(a+)\\1!").violations(in: text).isEmpty)
  }

  @Test("Look-around and back-references go through long texts")
  func longTexts() throws {
    let text = String(repeating: "a word ", count: 30_000)
    #expect(try TextPattern("^((?!cat).)*$").answer(in: text) == .found)
    #expect(try TextPattern("(\\w)\\1").answer(in: text) == .notFound)
    #expect(try TextPattern("(?<=wo)rx").answer(in: text) == .notFound)
  }

  @Test("Automata too large for a table are searched all the same")
  func simulation() throws {
    let text = String(repeating: "b", count: 2000) + "a" + String(repeating: "b", count: 40)
    #expect(try TextPattern("a[ab]{39}b$").isFound(in: text))
    #expect(try !TextPattern("a[ab]{40}b$").isFound(in: text))
    #expect(try TextPattern("(?i)^(B|bb)+A.{40}\\b$").isFound(in: text))
    #expect(try TextPattern("^(.{1,1000}@.{1,1000})$").isFound(in: "a@b@c"))
    #expect(try !TextPattern("^(.{1,1000}@.{1,1000})$").isFound(in: "a@"))
  }

  @Test("Large counts compile and count")
  func counts() throws {
    let text = String(repeating: "é", count: 2048)
    #expect(try TextPattern("^.{1,2048}$").isFound(in: text))
    #expect(try !TextPattern("^.{1,2047}$").isFound(in: text))
    #expect(try TextPattern("^[\\w-]{1,512}:[a-z]{1,512}$").isFound(in: "a-b:c"))
    #expect(try !TextPattern("^[\\w-]{1,512}:[a-z]{1,512}$").isFound(in: String(repeating: "a", count: 513) + ":c"))
    #expect(try !TextPattern("(((((x{0}){1000}){1000}){1000}){1000})y").isFound(in: text))
    #expect(try TextPattern("^(?:(){1000}){1000000}$").isFound(in: ""))
    #expect(try TextPattern("(?=(x{1000}){1000})x").answer(in: String(repeating: "x", count: 1000)) == .notFound)
  }

  @Test("Patterns nested too deep are errors, and those nested as deep as may be run on a small stack")
  func nesting() async {
    let outcome = await onSmallStack {
      for open in ["(", "(?:", "(?=", "(?<=a", "[", "(?i:", "a|("] {
        if (try? TextPattern(String(repeating: open, count: 100_000))) != nil { return false }
      }
      for (open, close) in [("(", ")*"), ("(?:", "|b)+?"), ("(?=", ")"), ("(?<=(a)\\1", "){2}"), ("(?i:a|", "){1,3}c")]
      {
        let pattern = String(repeating: open, count: 99) + "a" + String(repeating: close, count: 99)
        guard let pattern = try? TextPattern(pattern) else { continue }
        _ = pattern.answer(in: "aaaaaaaaaa")
      }
      return true
    }
    #expect(outcome)
  }

  @Test("Bytes that are no UTF-8 neither trap nor mislead")
  func invalidBytes() throws {
    let patterns = try ["^.$", "^(.)\\1?$", "(?<=.)b", "^\\uFFFD$", "^(?:a|.{1,2}b)$"].map { try TextPattern($0) }
    for bytes: [UInt8] in [
      [0x80], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xFF], [0xED, 0xA0, 0x80], [0xC0, 0x80],
    ] {
      for suffix: [UInt8] in [[], [0x62]] {
        let answers = (bytes + suffix).withUnsafeBufferPointer { text in patterns.map { $0.answer(in: text) } }
        #expect(answers[0] == (bytes.count == 1 && suffix.isEmpty ? .found : .notFound))
        #expect(answers[2] == (suffix.isEmpty ? .notFound : .found))
      }
    }
  }

  @Test("One pattern serves many tasks")
  func parallel() async throws {
    let pattern = try TextPattern("^(?!x)([a-z]+)-\\1$")
    let found = await withTaskGroup(of: Int.self) { group in
      for task in 0..<8 {
        group.addTask {
          (0..<200).count { pattern.isFound(in: $0 % 2 == 0 ? "abc-abc" : "abc-ab\(task)") }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(found == 800)
  }
}
