import Testing

@testable import StructuredOutput

@Suite("Regular expressions find what ECMA-262 finds")
struct PatternMatchingTests {
  private func check(_ pattern: String, _ text: String, _ isFound: Bool) throws {
    #expect(try TextPattern(pattern).answer(in: text) == (isFound ? .found : .notFound))
  }

  @Test(
    "Takes alternatives, empty ones too",
    arguments: [
      ("^(?:a|)$", "", true), ("^(?:a|)$", "a", true), ("a|^$", "b", false), ("^(?:|a)b$", "ab", true),
      ("^(|a|ab)(c|bcd)$", "abcd", true), ("()|", "x", true), ("^(?:a||b)$", "b", true), ("(?:a|b|c)d", "cd", true),
      ("^(?:foo|foobar)$", "foobar", true),
    ])
  func alternatives(pattern: String, text: String, isFound: Bool) throws { try check(pattern, text, isFound) }

  @Test(
    "Repeats, greedily, lazily, and what is empty",
    arguments: [
      ("^(a*)*$", "aaa", true), ("^(a*)*$", "b", false), ("^(?:a*)+b$", "aab", true), ("^(?:a|b?)*c$", "abac", true),
      ("a{2,3}$", "aa", true), ("^a{2,3}$", "aaaa", false), ("^a{3}$", "aaa", true), ("^a{2,}$", "a", false),
      ("^a{0}b$", "b", true), ("^a{0}b$", "ab", false), ("^(?:ab){2,3}?c$", "ababc", true), ("^a+?$", "aaa", true),
      ("^a??b$", "ab", true), ("^(?:^)*a$", "a", true), ("^(?:\\b)+?a$", "a", true), ("(?:$){1,3}", "", true),
      ("^(?:(?=a))?a$", "a", true), ("^(?:a?){3}$", "aaaa", false), ("^(?:a?){3,}b$", "aaaaab", true),
      ("^(?:a{1,2}){2}$", "aaaaa", false), ("^.{1,3}$", "😀😀😀", true), ("^.{1,3}$", "😀😀😀😀", false),
    ])
  func quantifiers(pattern: String, text: String, isFound: Bool) throws { try check(pattern, text, isFound) }

  @Test(
    "Refers back to groups, which forget at each repetition and are empty before they match",
    arguments: [
      ("^(a)\\1$", "aa", true), ("^(a)\\1$", "ab", false), ("^\\1(a)$", "a", true), ("^\\2(a)(b)$", "ab", true),
      ("^(?:(a)|b)*\\1$", "ab", true), ("^(?:(a)|b)*\\1$", "aba", false),
      ("^(z)((a+)?(b+)?(c))*\\4?$", "zaacbbbcac", true), ("^(a\\1)$", "a", true), ("^(a\\1)+$", "aa", true),
      ("^(?<x>a|b)\\k<x>$", "bb", true), ("^(?<x>a|b)\\k<x>$", "ab", false), ("^\\k<x>(?<x>a)$", "a", true),
      ("^(?:(a*))?\\1b$", "aab", true), ("^(?:(?=(a)))?\\1b", "b", true), ("^(?:(?=(a)))?\\1a", "aa", true),
      ("^(?:(?=(a))){1}\\1ab", "aab", true), ("(\\w)\\1", "hello", true), ("(\\w)\\1", "helo", false),
      ("^(a+)\\1+$", "aaaa", true), ("^(aa+)\\1+$", "aaaaaaa", false), ("^(aa+)\\1+$", "aaaaaaaaa", true),
      ("(?:()|a)+?\\1b", "ab", true), ("^(?:(a)|(b)){2}\\1$", "ab", true), ("^(😀)\\1$", "😀😀", true),
      ("^(a)(?:\\1|b)c$", "abc", true), ("^(a*?)b\\1$", "aabaa", true),
      ("^(.*?)a(?!(a+)b\\2c)\\2(.*)$", "baaabaac", true),
    ])
  func captures(pattern: String, text: String, isFound: Bool) throws { try check(pattern, text, isFound) }

  @Test(
    "Looks ahead and behind, behind from right to left",
    arguments: [
      ("^(?=.*\\d)(?=.*[a-z]).{4,}$", "abc1", true), ("^(?=.*\\d)(?=.*[a-z]).{4,}$", "abcd", false),
      ("^(?![\\._]).+", "_a", false), ("^(?![\\._]).+", "a", true), ("(?!^abc$)^.*$", "abc", false),
      ("(?!^abc$)^.*$", "abcd", true), ("^((?!foo).)*$", "a foo", false), ("^((?!foo).)*$", "a fo", true),
      ("(?<=a)b", "ab", true), ("(?<=a)b", "cb", false), ("(?<!a)b", "ab", false), ("(?<!a)b", "b", true),
      ("(?<=^a+)b", "aaab", true), ("(?<=(a)\\1)b", "aab", true), ("(?<=\\1(a))b", "aab", true),
      ("(?<=\\1(a))b", "ab", false), ("(?<=(\\d+)(\\d+))$", "1053", true), ("^(?=(a+))a*b\\1$", "aba", true),
      ("^(?=(a+))a*b\\1$", "aaba", false), ("(?<=([abc]+)).\\1", "abcdbc", false), ("^(?!(?!a))a", "a", true),
      ("^(?=(?=a)a)a", "a", true), ("(?=a)", "b", false), ("(?<=😀)a", "😀a", true), ("(?<=^.)a", "😀a", true),
      ("(?<!^.)a", "😀a", false), ("^.*(?<!\\.txt)$", "a.txt", false), ("^.*(?<!\\.txt)$", "a.md", true),
      ("^(?:(?=a)a|b)+$", "abab", true), ("(?!)", "a", false), ("^(?!a|b)", "c", true), ("^(?=a)(?!ab)", "ac", true),
      ("(?=(a))b|\\1a", "a", true), ("^(?!(a)b)\\1c", "c", true), ("(?<=a{2})b", "ab", false),
      ("(?<=a{2})b", "aab", true), ("(?<=(?:ab){1,2}?c)d", "ababcd", true),
    ])
  func looks(pattern: String, text: String, isFound: Bool) throws { try check(pattern, text, isFound) }

  @Test(
    "Knows the ends of text and words",
    arguments: [
      ("^a$", "a\n", false), ("a$", "ba", true), ("a$", "a\n", false), ("^b", "a\nb", false),
      ("\\bcat\\b", "a cat.", true), ("\\bcat\\b", "concat", false), ("\\Bcat", "concat", true), ("\\B", "", true),
      ("\\b", "", false), ("^\\b", "a", true), ("\\bé", "é", false), ("a\\b", "aé", true), ("^\\B$", "", true),
      ("$^", "", true), ("a^", "a", false), ("$a", "a", false), ("(?:^|,)b(?:$|,)", "a,b,c", true),
    ])
  func positions(pattern: String, text: String, isFound: Bool) throws { try check(pattern, text, isFound) }

  @Test(
    "Knows classes of characters, by scalars",
    arguments: [
      ("^.$", "😀", true), ("^.$", "\n", false), ("^.$", "\r", false), ("^.$", "\u{2028}", false),
      ("^.$", "\u{2029}", false), ("^.$", "\u{85}", true), ("^[^]$", "\n", true), ("[]", "", false),
      ("^[^a-c]+$", "xyz", true), ("^[^a-c]+$", "xbz", false), ("^[\\]-]+$", "]-", true), ("^[a\\-z]+$", "-", true),
      ("^[a\\-z]$", "b", false), ("^[-a]$", "-", true), ("^[a-]$", "-", true), ("^[^\\d\\s]$", "x", true),
      ("^[\\b]$", "\u{8}", true),
      ("^\\s+$", " \t\u{B}\u{C}\u{A0}\u{FEFF}\u{1680}\u{2000}\u{3000}\n\r\u{2028}", true),
      ("^\\s$", "\u{180E}", false), ("^\\s$", "\u{200B}", false), ("^\\d$", "٣", false), ("^\\w$", "é", false),
      ("^\\W$", "é", true), ("^[\\W\\d]$", "5", true), ("^[😀-😂]$", "😁", true), ("^[^😀]$", "😁", true),
      ("^[\\ud83d\\ude00-\\ud83d\\ude02]$", "😁", true), ("^\\ud83d\\ude00$", "😀", true),
      ("^\\u{1F600}\\x41\\u0042$", "😀AB", true), ("^\\cJ$", "\n", true), ("^\\ca$", "\u{1}", true),
      ("^\\0$", "\u{0}", true), ("^\\/a\\$$", "/a$", true), ("^[\\w.-]+@[\\w-]+\\.\\w+$", "jo.e@ex-ample.org", true),
    ])
  func classes(pattern: String, text: String, isFound: Bool) throws { try check(pattern, text, isFound) }

  @Test(
    "Knows the properties of Unicode",
    arguments: [
      ("^\\p{Lu}\\p{L}+$", "Élan", true), ("^\\P{L}$", "a", false), ("^\\p{Letter}$", "é", true),
      ("^\\p{gc=Lu}$", "É", true), ("^\\p{General_Category=Uppercase_Letter}$", "é", false),
      ("^\\p{Script=Greek}+$", "αβγ", true), ("^\\p{sc=Grek}$", "a", false),
      ("^\\p{Script_Extensions=Deva}$", "।", true), ("^\\p{sc=Deva}$", "।", false), ("^\\p{scx=Latin}$", "é", true),
      ("^\\p{Emoji}$", "5", true), ("^\\p{Emoji_Presentation}$", "5", false), ("^\\p{ExtPict}$", "😀", true),
      ("^\\p{RI}{2}$", "\u{1F1EB}\u{1F1F7}", true), ("^\\p{Nd}$", "٣", true), ("^\\p{digit}$", "٣", true),
      ("^\\p{ASCII}+$", "abc", true), ("^\\P{ASCII}$", "é", true), ("^\\p{Any}$", "\u{10FFFF}", true),
      ("^\\p{Assigned}$", "\u{378}", false), ("^\\p{ID_Start}\\p{IDC}*$", "été1", true),
      ("^\\p{White_Space}$", "\u{A0}", true), ("^\\p{Co}$", "\u{E000}", true), ("^\\p{Cn}$", "\u{2B81E}", true),
      ("^\\p{sc=Han}+$", "漢字", true), ("^[\\p{L}\\p{M}' -]+$", "Anna-Karénina", true), ("^[^\\p{L}]$", "1", true),
      ("^\\p{LC}$", "ǅ", true), ("^\\p{Lt}$", "ǅ", true),
    ])
  func properties(pattern: String, text: String, isFound: Bool) throws { try check(pattern, text, isFound) }

  @Test(
    "Ignores case by simple folding",
    arguments: [
      ("(?i)straSSe", "STRASSE", true), ("(?i)[a-c]x", "BX", true), ("(?i)^\\w$", "ſ", true),
      ("(?i)^\\w$", "\u{212A}", true), ("(?i)^\\W$", "ſ", false), ("(?i)^[^\\W]$", "ſ", true),
      ("(?i)^[^\\w]$", "\u{212A}", false), ("(?i)^k$", "\u{212A}", true), ("(?i)^[^k]$", "K", false),
      ("(?i)^s$", "ſ", true), ("(?i)^ß$", "\u{1E9E}", true), ("(?i)^ss$", "ß", false), ("(?i)^σ$", "ς", true),
      ("(?i)^[Σ]$", "ς", true), ("(?i)^\\u{10400}$", "𐐨", true), ("(?i)^ǆ$", "ǅ", true), ("(?i)^i$", "İ", false),
      ("(?i)^i$", "ı", false), ("(?i)^\\p{Lu}$", "a", true), ("(?i)^\\P{Lu}$", "A", true),
      ("(?i)^[^\\p{Lu}]$", "a", false), ("(?i)^\\p{Ll}$", "A", true), ("(?i)^(a)\\1$", "aA", true),
      ("(?i)^(ſ)\\1$", "ſS", true), ("(?i)(?<=(k)\\1)b", "\u{212A}Kb", true), ("(?i)^[\\D]$", "K", true),
      ("(?i)\\bk", "\u{212A}", true), ("(?i)a\\b\u{212A}", "a\u{212A}", false), ("(?i)^[a-z]+$", "ABC", true),
      ("(?i)^[^a-z]$", "Z", false), ("(?i)^\\u0390$", "\u{1FD3}", true), ("(?i)^é$", "É", true),
    ])
  func ignoringCase(pattern: String, text: String, isFound: Bool) throws { try check(pattern, text, isFound) }

  @Test("Never begins between the halves of a character beyond U+FFFF")
  func wholeCharacters() throws {
    try check("\\B", "c𐐀c", false)
    try check("(?<![^])b", "𐐀b", false)
    try check("^[\\uD83D\\uDE00]$", "😀", true)
    try check("\\uDE00", "😀", false)
  }
}
