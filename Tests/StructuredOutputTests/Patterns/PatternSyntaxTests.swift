import Testing

@testable import StructuredOutput

@Suite("What a regular expression may say")
struct PatternSyntaxTests {
  @Test(
    "Says what is wrong with a pattern",
    arguments: [
      ("(a", "not closed"), ("a)", "closes no group"), ("[a", "not closed"), ("*a", "repeats nothing"),
      ("a**", "repeats nothing"), ("a{1}{2}", "repeats nothing"), ("^*", "place between"), ("(?=a)+", "place between"),
      ("\\b?", "place between"), ("{1}", "repeats nothing"), ("a{3,2}", "at most 2"), ("\\1", "there are 0"),
      ("(a)\\2", "there are 1"), ("\\k<x>", "none has this name"), ("\\k", "group's name"),
      ("(?<x>a)(?<x>b)", "two groups"), ("(?<1>a)", "identifier"), ("(?<x", "not closed"), ("(?P<x>a)", "unknown kind"),
      ("(?#a)", "unknown kind"), ("(?i", "unknown kind"), ("(?-:a)", "unknown kind"), ("(?ii:a)", "twice"),
      ("\\p{Nonsense}", "property"), ("\\p{Script=Nonsense}", "property"), ("\\p{Lu=Lu}", "property"),
      ("\\pL", "braces"),
      ("[z-a]", "out of order"), ("\\", "escapes nothing"), ("\\q", "unknown escape"), ("a\\Z", "unknown escape"),
      ("\\a", "unknown escape"), ("[\\1]", "unknown escape"), ("\\01", "digit"), ("\\c1", "letter from A to Z"),
      ("\\x1", "two hexadecimal"), ("\\u12", "four hexadecimal"), ("\\u{110000}", "last scalar"), ("\\u{}", "number"),
      ("(x{1000}){1000}", "written out"), ("(((a{1000}){1000}){1000}){1000}", "written out"),
      ("a{99999999999999999999}", "written out"),
    ])
  func faults(pattern: String, reason: String) throws {
    let error = try #require(throws: TextPatternError.self) { try TextPattern(pattern) }
    #expect(error.description.contains(reason), "\(error)")
    #expect(error.position >= 1 && error.position <= pattern.unicodeScalars.count + 1)
  }

  @Test(
    "Takes what patterns without the flag u write",
    arguments: [
      ("x{,2}", "x{,2}"), ("^a{$", "a{"), ("^}]$", "}]"), ("^\\-\\_\\@\\ \\\"\\'\\:\\#\\%$", "-_@ \"':#%"),
      ("^[\\w-.]+$", "a-."), ("^[a-\\d]+$", "a-5"), ("^[!-~]+$", "{}"), ("^[[]$", "["), ("^\\u{0000041}$", "A"),
    ])
  func leniency(pattern: String, text: String) throws { #expect(try TextPattern(pattern).isFound(in: text)) }

  @Test(
    "Changes flags for a group, and lets alternatives share a name, as ECMA-262 does since 2025",
    arguments: [
      ("^a(?i:b)c$", "aBc", true), ("^a(?i:b)c$", "aBC", false), ("(?i)a(?-i:b)$", "Ab", true),
      ("(?i)a(?-i:b)$", "AB", false), ("^(?s:.)$", "\n", true), ("(?m:^b$)", "a\nb\nc", true),
      ("(?m:^b$)", "a\nbc", false), ("(?m:^)b", "a\u{2028}b", true), ("(?m:^(?=b))", "a\rb", true),
      ("^(?:(?<x>a)|(?<x>b))\\k<x>$", "bb", true), ("^(?:(?<x>a)|(?<x>b))\\k<x>$", "ba", false),
      ("(?<\\u0061>b)\\k<a>", "bb", true),
    ])
  func recent(pattern: String, text: String, isFound: Bool) throws {
    #expect(try TextPattern(pattern).isFound(in: text) == isFound)
  }

  @Test("Counts the place of a fault in characters and quotes a long pattern in brief")
  func description() throws {
    let error = try #require(throws: TextPatternError.self) { try TextPattern("😀é(?P<x>a)") }
    #expect(error.position == 3)
    let long = try #require(throws: TextPatternError.self) {
      try TextPattern(String(repeating: "a", count: 5000) + ")")
    }
    #expect(long.description.utf8.count < 300)
  }
}
