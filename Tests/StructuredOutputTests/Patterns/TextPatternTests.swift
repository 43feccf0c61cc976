import Testing

@testable import StructuredOutput

@Suite("Regular expressions in linear time")
struct TextPatternTests {
  @Test(
    "Finds what ECMA-262 finds",
    arguments: [
      ("b", "abc", true), ("^b", "abc", false), ("^(a|b)+$", "abba", true), ("^(a|b)+$", "abca", false),
      ("a{2,3}$", "aa", true), ("^a{2,3}$", "aaaa", false), ("^a{3}$", "aaa", true), ("^a{2,}$", "a", false),
      ("colou?r", "color", true), ("^[^a-c]+$", "xyz", true), ("^[^a-c]+$", "xbz", false),
      ("\\d{4}-\\d\\d", "on 2024-05", true),
      ("^\\w+\\s\\S+$", "one two", true), ("\\bcat\\b", "a cat.", true), ("\\bcat\\b", "concat", false),
      ("^.$", "😀", true), ("^.$", "\n", false), ("^\\p{Lu}\\p{L}+$", "Élan", true), ("^\\P{L}$", "a", false),
      ("(?i)straSSe", "STRASSE", true), ("(?i)[a-c]x", "BX", true), ("^\\u{1F600}\\x41$", "😀A", true),
      ("^(?:a|)$", "", true), ("^(a*)*$", "aaa", true), ("a|^$", "b", false), ("^[]]", "]", false),
      ("^[\\]-]+$", "]-", true),
      ("x{,2}", "x{,2}", true), ("^[\\w.-]+@[\\w-]+\\.\\w+$", "jo.e@ex-ample.org", true), ("^\\/a\\$$", "/a$", true),
      ("^[^]$", "\n", true), ("", "", true), ("^(?<y>\\d+)$", "12", true), ("^\\cJ$", "\n", true), ("a$", "a\n", false),
    ])
  func finding(pattern: String, text: String, isFound: Bool) throws {
    #expect(try TextPattern(pattern).isFound(in: text) == isFound)
  }

  @Test(
    "Says what is wrong with a pattern",
    arguments: [
      ("(a", "not closed"), ("a)", "closes no group"), ("[a", "not closed"), ("*a", "repeats nothing"),
      ("a**", "repeats nothing"),
      ("a{3,2}", "at most 2"), ("\\1", "back-references"), ("(?=a)", "linear time"), ("(?<!a)b", "linear time"),
      ("\\p{Nonsense}", "property"), ("[z-a]", "out of order"), ("\\", "escapes nothing"), ("\\q", "unknown escape"),
      ("(((a{1000}){1000}){1000}){1000}", "too long"), ("a{99999999999999999999}", "repetitions"),
      ("\\u{110000}", "scalar"),
    ])
  func faults(pattern: String, reason: String) throws {
    let error = try #require(throws: TextPatternError.self) { try TextPattern(pattern) }
    #expect(error.description.contains(reason), "\(error)")
  }

  @Test("A pattern nested too deep is an error, not a crash")
  func nesting() {
    #expect(throws: TextPatternError.self) { try TextPattern(String(repeating: "(", count: 100_000)) }
  }

  @Test("Patterns that make others backtrack forever end at once")
  func catastrophic() throws {
    let text = String(repeating: "a", count: 20_000) + "!"
    for pattern in ["^(a+)+$", "^(a|aa)+$", "(a*)*b", "^(([a-z])+.)+[A-Z]([a-z])+$"] {
      #expect(try !TextPattern(pattern).isFound(in: text))
    }
    #expect(try !TextPattern("(((((x{0}){1000}){1000}){1000}){1000})y").isFound(in: text))
  }
}
