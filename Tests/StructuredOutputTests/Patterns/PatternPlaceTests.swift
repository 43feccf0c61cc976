import Testing

@testable import StructuredOutput

@Suite("Where a pattern is found")
struct PatternPlaceTests {
  private func found(_ pattern: String, _ text: String) throws -> [String] {
    let finder = try PatternFinder(pattern)
    var copy = text
    return copy.withUTF8 { bytes in
      finder.ranges(in: bytes, within: [0..<bytes.count]).map { String(decoding: bytes[$0], as: UTF8.self) }
    }
  }

  @Test(
    "The leftmost, and of those the one that the pattern prefers",
    arguments: [
      ("a|ab", "abab", ["a", "a"]), ("ab|a", "abaab", ["ab", "a", "ab"]), ("a+", "aaba", ["aa", "a"]),
      ("a+?", "aab", ["a", "a"]), ("<.*>", "<a><b>", ["<a><b>"]), ("<.*?>", "<a><b>", ["<a>", "<b>"]),
      ("a{2,3}?", "aaaaa", ["aa", "aa"]), ("a{2,3}", "aaaaa", ["aaa", "aa"]), ("^a", "aab", ["a"]),
      ("b$", "bab", ["b"]),
      (#"\bcat\b"#, "cat concat cat.", ["cat", "cat"]), ("(?i)É", "éÉe", ["é", "É"]), ("x*", "axxb", ["xx"]),
      ("", "abc", []), ("z", "", []), ("(a|b)*c", "abacab", ["abac"]), ("[^ ]+@[^ ]+", "to a@b, c@d", ["a@b,", "c@d"]),
      (".", "漢👩", ["漢", "👩"]),
    ])
  func places(pattern: String, text: String, found: [String]) throws {
    #expect(try self.found(pattern, text) == found)
  }

  @Test("Within a part of a text, its neighbours count")
  func part() throws {
    let finder = try PatternFinder(#"\b\w+$|^\w"#)
    let text = Array("one two".utf8)
    text.withUnsafeBufferPointer { bytes in
      #expect(finder.ranges(in: bytes, within: [5..<7]) == [])
      #expect(finder.ranges(in: bytes, within: [4..<7]) == [4..<7])
      #expect(finder.ranges(in: bytes, within: [0..<2]) == [0..<1])
    }
  }

  @Test("Look-around and back-references are refused", arguments: ["(?=a)b", "(a)\\1", "(?<!a)b"])
  func refused(pattern: String) {
    #expect(throws: TextPatternError.self) { try PatternFinder(pattern) }
  }

  @Test("No pattern and no text take long")
  func bounded() throws {
    for (pattern, text) in [
      ("a|.*b", String(repeating: "a", count: 60_000)), ("(x+x+)+y", String(repeating: "x", count: 20_000)),
    ] {
      #expect(try found(pattern, text).count <= text.utf8.count, "\(pattern)")
    }
  }
}
