import SemanticSimilarity
import Testing

@Suite("Sentences of a text")
struct SentenceSplitterTests {
  private func split(_ text: String) -> [String] { SentenceSplitter.sentences(of: text).map(\.text) }

  @Test(
    "A stop ends a sentence, unless it stands in a number, an address or a shorthand",
    arguments: [
      ("One. Two! Three? Four…", ["One.", "Two!", "Three?", "Four…"]),
      ("It costs 4.90 euros. Version 2.1 is out.", ["It costs 4.90 euros.", "Version 2.1 is out."]),
      ("Bring a proof, e.g. the receipt. Thanks.", ["Bring a proof, e.g. the receipt.", "Thanks."]),
      ("Dr. A. B. Smith signed. He left.", ["Dr. A. B. Smith signed.", "He left."]),
      (
        "See https://example.com/a.b?c=1. Then write to help@example.com.",
        [
          "See https://example.com/a.b?c=1.", "Then write to help@example.com.",
        ]
      ),
      ("Well... that depends. \"Really?\" he asked.", ["Well... that depends.", "\"Really?\" he asked."]),
      ("No. You cannot.", ["No.", "You cannot."]),
      ("It is order No. 5 of today.", ["It is order No. 5 of today."]),
      (
        "We close at 5 p.m. Call before. We close at 5 p.m. Monday to Friday.",
        [
          "We close at 5 p.m.", "Call before.", "We close at 5 p.m. Monday to Friday.",
        ]
      ),
      ("Das gilt ab dem 3. Mai. Danach z. B. nicht mehr.", ["Das gilt ab dem 3. Mai.", "Danach z. B. nicht mehr."]),
      ("靴は30日以内に返品できます。送料は無料です。", ["靴は30日以内に返品できます。", "送料は無料です。"]),
      ("هل يمكنني الإرجاع؟ نعم.", ["هل يمكنني الإرجاع؟", "نعم."]),
      ("£30 is due. €40 is late. -5 degrees.", ["£30 is due.", "€40 is late.", "-5 degrees."]),
    ])
  func stops(text: String, expected: [String]) {
    #expect(split(text) == expected)
  }

  @Test("Marks of Markdown are put aside; items, headings and rows are sentences of their own")
  func markdown() {
    let text = """
      ## Returns & *refunds*

      Hi **Anna**! You have `30 days` (see [our policy](https://example.com/a_b "x")).
      Keep the
      box.

      - Shoes: 30 days
      - Socks: no returns
        1. Not even *unworn*
      * 2*3 pairs at most

      > Quoted, too.

      ```swift
      let days = 60. Days()
      ```

      | Country | Price |
      |---|---:|
      | Norway | **4.90** euros |
      | Spain | |
      ---
      """
    #expect(
      split(text) == [
        "Returns & refunds", "Hi Anna!", "You have 30 days (see our policy).", "Keep the box.", "Shoes: 30 days",
        "Socks: no returns", "Not even unworn", "2*3 pairs at most", "Quoted, too.", "Country, Price",
        "Country: Norway, Price: 4.90 euros", "Country: Spain",
      ])
  }

  @Test("Lines that were broken on purpose are sentences, wrapped ones are not")
  func lines() {
    #expect(split("Hello Anna,\nYour parcel left.") == ["Hello Anna,", "Your parcel left."])
    #expect(split("• Free returns\n• 30 days") == ["Free returns", "30 days"])
    #expect(split("Here is how:\nwrite to us") == ["Here is how:", "write to us"])
    #expect(split("one  \ntwo") == ["one", "two"])
    #expect(split("one<br>two <b>three</b>") == ["one", "two three"])
    let wrapped = "We take shoes back for thirty days, counted from the day on which\nDHL delivered them to you."
    #expect(split(wrapped).count == 1)
  }

  @Test("Emoji at the ends are put aside, and are the sentence where there is nothing else")
  func emoji() {
    #expect(split("✅ Free returns! 🎉 Bye 👋🏽") == ["Free returns!", "Bye"])
    #expect(split("👍") == ["👍"])
    #expect(split("👨‍👩‍👧") == ["👨‍👩‍👧"])
  }

  @Test("A range covers what a sentence was made from")
  func ranges() {
    let text = "- **Zürich:** you *may*\n  stay. \"Go!\" 🎉"
    let sentences = SentenceSplitter.sentences(of: text)
    #expect(sentences.map(\.text) == ["Zürich: you may stay.", "\"Go!\""])
    #expect(sentences.map { String(text[$0.range]) } == ["Zürich:** you *may*\n  stay.", "\"Go!\""])
  }

  @Test("Code is aside, unless there is nothing else")
  func code() {
    #expect(split("```\nThe answer. It is long.\n```") == ["The answer.", "It is long."])
    #expect(split("Yes.\n\n```\nlet a = 1\n```") == ["Yes."])
    #expect(split("    Indented. By four.") == ["Indented.", "By four."])
  }

  @Test("Nothing has no sentences", arguments: ["", " \n\t", "---", "***", "\u{0}\u{7}", "```\n```", "| | |\n|-|-|"])
  func nothing(text: String) {
    #expect(split(text).isEmpty)
  }

  @Test(
    "Huge texts take a moment and give bounded sentences",
    arguments: ["a", ". ", "a. ", "[x](", "*", "<a ", "|a\n|-\n", "- ", "> ", "`", "\n", "é", "No. ", "&", "<br>"])
  func huge(part: String) {
    let text = String(repeating: part, count: 300_000 / part.utf8.count)
    let clock = ContinuousClock()
    var sentences: [TextSentence] = []
    let duration = clock.measure { sentences = SentenceSplitter.sentences(of: text) }
    #expect(duration < .seconds(3))
    #expect(sentences.allSatisfy { $0.text.unicodeScalars.count <= SentenceSplitter.longestSentence })
    #expect(sentences.allSatisfy { $0.range.upperBound <= text.endIndex })
  }

  @Test("Broken and odd scalars neither trap nor vanish into other sentences")
  func odd() {
    let broken = String(decoding: [0x41, 0x62, 0x2E, 0x20, 0xED, 0xA0, 0x80, 0x42, 0x2E], as: UTF8.self)
    #expect(split(broken).count == 2)
    #expect(split("שלום עולם. מה שלומך?") == ["שלום עולם.", "מה שלומך?"])
    #expect(split("a\u{0}b. c\u{202E}d.") == ["a\u{0}b. c\u{202E}d."])
  }
}
