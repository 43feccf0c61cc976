import StructuredOutput
import Testing

@Suite("Citations of given sources")
struct CitesTests {
  private let sources = ["policy.md", "faq.md", "Return Rules"]

  private func messages(_ text: String, style: CitationStyle = .any) -> [String] {
    StructureValidator.cites(sources, style: style).violations(in: text).map(\.message)
  }

  @Test(
    "Takes numbers, names, notes and marks",
    arguments: [
      "30 days [1].", "See [`policy.md`].", "30 days[1][2].", "See [1, 3].", "See [1-3].", "See [policy.md].",
      "See [Policy.md, p. 3].",
      "See [policy.md, faq.md].", "See [return rules].", "See [policy.md#returns].", "30 days (source: policy.md).",
      "30 days (Source: policy.md, faq.md)", "30 days (Quelle: [1])", "30 days (source: policy.md, p. 3)",
      "30 days[^1].", "30 days[^a].\n\n[^a]: policy.md", "30 days[^9].\n\n[^9]: See the Return Rules, part 2.",
      "30 days【1†source】.", "30 days【4:0†policy.md】.", "See [1](https://example.com/policy).", "> 30 days [1]",
      "| a |\n|---|\n| x [2] |",
    ])
  func fits(text: String) { #expect(messages(text) == []) }

  @Test(
    "Reports what was made up, with its place",
    arguments: [
      ("Yes [1].\nNo [7].", "line 2, column 4: \"[7]\" cites \"7\", which is none of the given sources"),
      (
        "[1] é [refunds.pdf]",
        "line 1, column 7: \"[refunds.pdf]\" cites \"refunds.pdf\", which is none of the given sources"
      ),
      (
        "[1] (source: other.md)",
        "line 1, column 5: \"(source: other.md)\" cites \"other.md\", which is none of the given sources"
      ),
      ("[1] [1-9]", "line 1, column 5: \"[1-9]\" cites \"1-9\", which is none of the given sources"),
      (
        "[1] [Smith et al., 2020]",
        "line 1, column 5: \"[Smith et al., 2020]\" cites \"Smith et al., 2020\", which is none of the given sources"
      ),
      ("[1] [^5]", "line 1, column 5: \"[^5]\" cites \"5\", which is none of the given sources"),
      ("[1] [^a]\n\n[^a]: A book", "line 1, column 5: \"[^a]\" cites \"A book\", which is none of the given sources"),
      ("[1]【9†source】", "line 1, column 4: \"【9†source】\" cites \"9\", which is none of the given sources"),
      ("[1]【4:0†x.pdf】", "line 1, column 4: \"【4:0†x.pdf】\" cites \"x.pdf\", which is none of the given sources"),
      ("[1] [0]", "line 1, column 5: \"[0]\" cites \"0\", which is none of the given sources"),
      (
        "[1] [https://x.example]",
        "line 1, column 5: \"[https://x.example]\" cites \"https://x.example\", which is none of the given sources"
      ),
    ])
  func invented(text: String, message: String) { #expect(messages(text) == [message]) }

  @Test(
    "Lets pass what is no citation",
    arguments: [
      "[sic] [x] [ ] […]", "[Node.js][node] [crates.io]\n\n[node]: https://a.example\n[crates.io]: https://b.example",
      "[0-9] [^a-z] [a@b.example]", "- [x] done", "[the page](https://example.com)", "`a[7]`", "```\na[7] [x.pdf]\n```",
      "\\[7]",
      "(see 7)",
      "[Note] and [a b]",
    ])
  func others(text: String) { #expect(messages(text) == ["at least 1 cited source, has 0"]) }

  @Test("Asks for a number of sources, for all of them, and for one in each paragraph")
  func options() {
    func messages(_ validator: StructureValidator, _ text: String) -> [String] {
      validator.violations(in: text).map(\.message)
    }
    #expect(messages(.cites(sources, count: 2...), "[1] [1]") == ["at least 2 cited sources, has 1"])
    #expect(
      messages(.cites(sources, everySource: true), "[1]") == [
        "the source \"faq.md\" is not cited", "the source \"Return Rules\" is not cited",
      ])
    #expect(
      messages(.cites(sources, every: .paragraph), "# Title\n\nOne [1].\n\nTwo.\n\n- three [2]\n- four\n\n```\nx\n```")
        == [
          "line 5, column 1: the paragraph cites no source: \"Two.\"",
          "line 8, column 3: the paragraph cites no source: \"four\"",
        ])
    #expect(
      messages(.cites(sources, every: .sentence), "[1] One. Two [1]. Three. [2] Four.[1]\n\n[^a]: policy.md says so.")
        == [])
    #expect(
      messages(.cites(sources, every: .sentence), "One [1]. Zwölf sind genug. Three. [2]\n> Four") == [
        "line 1, column 10: the sentence cites no source: \"Zwölf sind genug. \"",
        "line 2, column 3: the sentence cites no source: \"Four\"",
      ])
    #expect(messages(.cites(sources, style: .parentheses), "[9] (source: faq.md)") == [])
    #expect(messages(.cites([], count: 0...), "None.") == [])
  }

  @Test(
    "Goes through large texts that are made to be slow",
    arguments: [
      "[", "]", "(", "[1]", "[^", "【", "[^a]: b\n", "[1-3] ", "(source: ", "`[1]", "\0", "👩‍👩‍👧", "\u{202E}[9]", "[a.b, ",
      "[" + String(repeating: ",", count: 190) + "]",
    ])
  func large(piece: String) {
    #expect(messages(String(repeating: piece, count: 100_000 / piece.utf8.count)).count <= 12)
  }
}
