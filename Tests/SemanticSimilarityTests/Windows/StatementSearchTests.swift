import Testing

@testable import SemanticSimilarity

@Suite("Sentences of a reference sought in an answer")
struct StatementSearchTests {
  private func alignments(
    _ answer: String, _ reference: String, threshold: Double = 0.5, guarding: FactGuard? = FactGuard()
  ) throws -> [SentenceAlignment] {
    let encoder = try SentenceEncoder.shared()
    var search = StatementSearch(reference: reference, answer: answer)
    while let texts = search.nextTexts() { search.take(encoder.embed(texts).map(\.vector)) }
    #expect(search.problem == nil)
    return search.alignments(bound: .match(threshold, .paraphraseMiniLM), guarding: guarding)
  }

  private let reference = "You can return shoes within 30 days of delivery."

  @Test(
    "Said in the middle of other things, in other words, or in several sentences",
    arguments: [
      "You can return shoes within 30 days of delivery.",
      "Hi Anna! Thanks for asking. You have **30 days** from delivery to return your shoes. Returns are free.",
      "Sure! After delivery you can return your shoes.\nYou have 30 days to do so.",
      "## Returns\n\n- Return your shoes within 30 days of delivery\n- The label is in the parcel",
      "Delivery takes 2 to 4 working days. You can return shoes within 30 days after delivery.",
      "You can return shoes within 30 days of delivery. Sale items can be returned within 14 days.",
      "60 days? No, you can return shoes within 30 days of delivery.",
      "You can return shoes within 30 days of delivery, not 60 days.",
      "You can return shoes within 30 days of delivery. After 30 days you cannot return shoes.",
    ])
  func said(answer: String) throws {
    let alignment = try #require(try alignments(answer, reference).first)
    #expect(alignment.verdict == .said, "\(alignment)")
    #expect(alignment.facts.isEmpty)
  }

  @Test(
    "Contradicted, left out, said both ways or not said at all",
    arguments: [
      ("You can return shoes within 60 days of delivery. Returns are free.", "contradicted"),
      ("You cannot return shoes within 30 days of delivery.", "contradicted"),
      ("You can return shoes within 30 days of delivery. In fact, within 60 days.", "both"),
      ("You can return shoes within 30 days of delivery, in fact within 60 days.", "both"),
      ("You can return shoes within 30 days or 60 days of delivery.", "both"),
      ("You can return shoes within 30 days of delivery. You cannot return shoes within 30 days.", "both"),
      ("The weather in Lisbon is mild.", "notFound"),
    ])
  func notSaid(answer: String, verdict: String) throws {
    let alignment = try #require(try alignments(answer, reference).first)
    #expect(alignment.verdict.name == verdict, "\(alignment)")
  }

  @Test("A code that is left out is told apart from another one")
  func missing() throws {
    let reference = "Order T-2077 is being packed and will leave our warehouse tomorrow."
    let without = try alignments("Your order is being packed and will leave our warehouse tomorrow.", reference)
    #expect(without.map(\.verdict) == [.missing])
    let other = try alignments("Order T-2078 is being packed and will leave our warehouse tomorrow.", reference)
    #expect(other.map(\.verdict) == [.contradicted])
  }

  @Test("A fact in a neighbouring sentence is not missing, and a code may stand far before")
  func neighbours() throws {
    let answer =
      "About your order T-2077: I had a look. We checked twice. We asked. It is being packed. It will leave our warehouse tomorrow."
    let found = try alignments(answer, "Order T-2077 is being packed and will leave our warehouse tomorrow.")
    #expect(found.map(\.verdict) == [.said], "\(found)")
  }

  @Test("Each sentence of a reference is sought for itself, and the rest of the answer is extra")
  func several() throws {
    let answer = "Hello! Returns are free. You have 30 days to return your shoes after delivery. Have a nice day!"
    let encoder = try SentenceEncoder.shared()
    var search = StatementSearch(
      reference: "You can return shoes within 30 days of delivery. Returns are free. Support is open on Monday.",
      answer: answer)
    while let texts = search.nextTexts() { search.take(encoder.embed(texts).map(\.vector)) }
    let found = search.alignments(bound: .match(0.5, .paraphraseMiniLM), guarding: FactGuard())
    #expect(found.map(\.verdict).prefix(2) == [.said, .said])
    #expect(found.last?.verdict != .said)
    let window = try #require(found[0].window)
    #expect(answer[window.range].contains("30 days"))
    #expect(search.extraSentences(beside: Array(found.prefix(2))).map(\.text).contains("Have a nice day!"))
  }

  @Test("Under an introduction that denies, an item is denied")
  func introduction() throws {
    let answer = "Please don't:\n\n- send shoes without the label\n- put two orders into one parcel"
    let found = try alignments(answer, "You may put two orders into one parcel.")
    #expect(found.map(\.verdict) != [.said], "\(found)")
  }

  @Test("Without the guard, facts do not matter")
  func unguarded() throws {
    let found = try alignments("You can return shoes within 60 days of delivery.", reference, guarding: nil)
    #expect(found.map(\.verdict) == [.said])
  }

  @Test(
    "Vectors that are none are a problem, in words",
    arguments: [[[Float]](), [[1], [1, 2]], [[.nan], [1]], [[0], [1]]])
  func problems(vectors: [[Float]]) {
    var search = StatementSearch(reference: "One two three.", answer: "One two three four.")
    #expect(search.nextTexts()?.count == 2)
    search.take(vectors)
    #expect(search.problem != nil)
    #expect(search.nextTexts() == nil)
  }

  @Test("A huge answer is looked at in bounded time, and says what was left out")
  func huge() throws {
    var answer = ""
    for number in 0..<20_000 { answer += "Sentence number \(number % 7) is here to fill the page. " }
    var search = StatementSearch(reference: reference, answer: answer + reference)
    #expect(search.answer.isTruncated)
    #expect(search.answer.sentences.count == AnswerWindows.mostSentences)
    var count = 0
    while let texts = search.nextTexts() {
      count += texts.count
      search.take(texts.map { [Float($0.utf8.count), 1] })
    }
    #expect(count < 2_000)
  }

  @Test("Nothing to seek, and nothing to seek in", arguments: [("", "a b c"), ("a b c", ""), ("---", "?!")])
  func nothing(reference: String, answer: String) {
    var search = StatementSearch(reference: reference, answer: answer)
    #expect(search.nextTexts() == nil)
    let found = search.alignments(bound: .cosine(0.5), guarding: FactGuard())
    #expect(found.allSatisfy { $0.verdict == .notFound && $0.window == nil })
  }
}
