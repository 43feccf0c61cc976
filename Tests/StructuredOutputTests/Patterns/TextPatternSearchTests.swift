import StructuredOutput
import Testing

@Suite("Where a pattern is found")
struct TextPatternSearchTests {
  private func found(_ pattern: String, in text: String) throws -> [String]? {
    let search = try TextPatternSearch(pattern)
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { search.ranges(in: $0) }.map { ranges in
      ranges.map { String(decoding: bytes[$0], as: UTF8.self) }
    }
  }

  @Test(
    "Finds the leftmost places, as long as the pattern prefers, without overlaps and without empty ones",
    arguments: [
      ("[0-9]+", "a12b345", ["12", "345"]), ("a|ab", "abab", ["a", "a"]), ("ab|a", "aba", ["ab", "a"]),
      ("aa", "aaaaa", ["aa", "aa"]),
      ("a+?", "aaa", ["a", "a", "a"]), ("x*", "abc", []), ("x*", "xxaxx", ["xx", "xx"]), ("^a", "aaa", ["a"]),
      ("a$", "aaa", ["a"]),
      ("^$", "", []), ("(?<=id )[0-9]+", "id 4, no 5, id 6", ["4", "6"]), (#"([a-z])\1"#, "aabbab", ["aa", "bb"]),
      ("(?i)é.", "Éxé日", ["Éx", "é日"]), (#"\bcat\b"#, "cat concat cat", ["cat", "cat"]), ("y", "abc", []),
    ])
  func places(pattern: String, text: String, places: [String]) throws {
    #expect(try found(pattern, in: text) == places)
  }

  @Test("Says that it does not know where it gave up")
  func undecided() throws {
    #expect(try found(#"(a*)*\1b"#, in: String(repeating: "a", count: 60)) == nil)
  }

  @Test("A malformed pattern says what is wrong with it")
  func malformed() {
    let error = #expect(throws: TextPatternError.self) { try TextPatternSearch("(") }
    #expect(error?.description.contains("cannot be used") == true)
  }
}
