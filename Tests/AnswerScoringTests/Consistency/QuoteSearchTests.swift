import Testing

@testable import AnswerScoring

@Suite("Quotes of a source")
struct QuoteSearchTests {
  private let source = """
    You can return shoes **within 30 days** of delivery — no questions asked. The member’s price is “only” 12.50 euros.
    Parcels take 130 days to the Moon.
    """

  private func found(_ quote: String) -> [String] { QuoteSearch([source]).find(quote).map(\.text) }

  @Test(
    "Are found whatever the case, blanks, quotation marks, dashes, Markdown and final punctuation",
    arguments: [
      ("within 30 days", "within 30 days"), ("WITHIN\n 30  days of", "within 30 days** of"),
      ("return shoes within 30 days.", "return shoes **within 30 days"),
      ("delivery - no questions asked", "delivery — no questions asked"),
      (#"the member's price is "only" 12.50 euros"#, "The member’s price is “only” 12.50 euros"),
      ("\"You can return shoes\"", "You can return shoes"), ("euros. Parcels", "euros.\nParcels"),
    ])
  func variants(quote: String, words: String) { #expect(found(quote) == [words]) }

  @Test("May leave words out between parts, in the order of the source")
  func ellipses() {
    #expect(found("You can return shoes … of delivery") == ["You can return shoes", "of delivery"])
    #expect(found("You can [...] 30 days...") == ["You can", "30 days"])
    #expect(found("of delivery … You can return").isEmpty)
    #expect(found("You can return … within 60 days").isEmpty)
  }

  @Test(
    "Are not found where the source does not have them",
    arguments: [
      "within 60 days", "30 days to the Moon", "30 days of return", "12.5", "2.50 euros", "ember's price", "", "…",
      "***",
      "\"\"", ".", String(repeating: "… a ", count: 40),
    ])
  func absent(quote: String) { #expect(found(quote).isEmpty) }

  @Test("Are found in the passage that has all of their parts")
  func passages() {
    let passages = ["Returns are free.", "Returns take a week. Refunds are slow."]
    let found = QuoteSearch(passages).find("Returns … slow")
    #expect(found.map(\.passage) == [1, 1])
    #expect(found.map { String(passages[$0.passage][$0.range]) } == ["Returns", "slow"])
  }

  @Test("Of a megabyte are looked up in no time")
  func large() {
    let text = String(repeating: "ab ", count: 60_000)
    let clock = ContinuousClock()
    let start = clock.now
    #expect(QuoteSearch([text]).find(text + "c").isEmpty)
    #expect(!QuoteSearch([text]).find(String(text.dropLast(3))).isEmpty)
    #expect(clock.now - start < .seconds(5))
  }

  @Test("Are found in scripts without blanks, and keep combining marks")
  func scripts() {
    #expect(QuoteSearch(["返品は30日以内に可能です。"]).find("30日以内").map(\.text) == ["30日以内"])
    #expect(QuoteSearch(["Die Rückgabe ist kostenlos."]).find("RÜCKGABE").map(\.text) == ["Rückgabe"])
  }
}
