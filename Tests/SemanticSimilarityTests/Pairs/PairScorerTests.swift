import Testing

@testable import SemanticSimilarity

@Suite("Whether an answer means what its reference means")
struct PairScorerTests {
  private static func score(_ reference: String, _ answer: String) throws -> PairScore {
    try PairScorer().score(reference: reference, answer: answer)
  }

  @Test(
    "Rewordings are the same",
    arguments: [
      ("You can return shoes within 30 days.", "Shoes can be returned within 30 days."),
      ("The warranty lasts 24 months.", "The warranty lasts for two years."),
      ("The museum is closed on Mondays.", "On Mondays the museum is closed."),
      ("Delivery costs $5.", "The delivery costs 5 dollars."),
      ("A man plays the guitar.", "A man is playing a guitar."),
      ("Yes.", "yes"), ("42", "42.0"), ("  Berlin ", "“Berlin”"), ("", ""), ("\n", "\u{200B}"), ("🎉", "🎉"),
      ("Die Garantie gilt 24 Monate.", "Die Garantie gilt zwei Jahre."),
      ("Le magasin ouvre à 9 h.", "Le magasin ouvre à 9h00."), ("Cuesta 5 euros.", "Cuesta 5 €."),
      ("美術館は月曜日に閉まっています。", "美術館は月曜日に閉まっています"),
    ])
  func same(reference: String, answer: String) throws {
    let score = try Self.score(reference, answer)
    #expect(score.verdict == .same, "\(score.reason) \(score.same)")
    #expect(score.same >= PairScore.defaultThreshold)
  }

  @Test(
    "A fact that differs contradicts, however near the texts are",
    arguments: [
      ("You can return shoes within 30 days.", "You can return shoes within 60 days."),
      ("Refunds take 30 days.", "You get your money back within 60 days."),
      ("Pets are allowed in the park.", "Pets are not allowed in the park."),
      ("Order T-1042 ships tomorrow.", "Order T-1043 ships tomorrow."), ("42", "43"), ("Yes.", "No."),
      ("Die Garantie gilt 24 Monate.", "Die Garantie gilt drei Jahre."),
      ("Le magasin ouvre à 9 h.", "Le magasin ouvre à 10 h."), ("Cuesta 5 euros.", "Cuesta 6 euros."),
    ])
  func contradicts(reference: String, answer: String) throws {
    let score = try Self.score(reference, answer)
    #expect(score.verdict == .contradicts, "\(score.reason)")
    #expect(score.same < 0.1)
    #expect(score.facts.findings.contains { $0.explanation == score.reason })
  }

  @Test(
    "Texts that say other things are different, and so is what leaves a fact out",
    arguments: [
      ("Refunds take 30 days.", "The museum opens at ten."), ("A dog runs.", "Quantum physics is difficult."),
      ("The monthly fee for the account is $4.95.", "There is a monthly fee for the account."), ("", "Yes."),
      ("Yes.", " "), ("a", "\u{0}\u{200B}"),
    ])
  func different(reference: String, answer: String) throws {
    let score = try Self.score(reference, answer)
    #expect(score.verdict == .different, "\(score.reason)")
    #expect(score.same < PairScore.defaultThreshold)
  }

  @Test(
    "Where no encoder reads the texts and the wording settles nothing, nobody can tell",
    arguments: [
      ("Der Laden ist montags zu.", "Montags hat das Geschäft geschlossen."), ("🎉", "😢"), ("👍", "Yes"),
      ("美術館は月曜日に閉まっています。", "美術館は火曜日に閉まっています。"),
      ("You can return the shoes within thirty days.", "Sie können die Schuhe in dreißig Tagen zurückgeben."),
      (String(repeating: "x", count: 500), String(repeating: "y", count: 500)),
      ("Muzeum jest zamknięte w poniedziałki.", "W poniedziałki muzeum jest zamknięte."),
    ])
  func unchecked(reference: String, answer: String) throws {
    let score = try Self.score(reference, answer)
    #expect(score.verdict == .unchecked, "\(score.reason)")
    #expect(score.similarity == nil)
    #expect(score.match == nil)
    #expect(score.wording != nil)
  }

  @Test("Pairs have the scores together that they have alone, and their encoder is named")
  func batch() throws {
    let scorer = try PairScorer()
    let pairs = [
      ("Refunds take 30 days.", "Refunds take 60 days."), ("🎉", "😢"), ("A dog runs.", "A dog is running."),
      ("Hallo, wie geht es Ihnen heute?", "Guten Tag, wie geht es Ihnen?"), ("", ""), ("The end.", "It is the end."),
    ].map { PairScorer.Pair(reference: $0.0, answer: $0.1) }
    let results = scorer.results(of: pairs)
    #expect(results.map(\.score) == pairs.map { scorer.score(reference: $0.reference, answer: $0.answer) })
    let encoder = SentenceEncoder.identifier
    #expect(results.map(\.encoder) == [encoder, nil, encoder, nil, nil, encoder])
    #expect(scorer.results(of: []).isEmpty)
  }

  @Test("The kinds of facts narrow what contradicts, and the threshold what is the same")
  func choices() throws {
    let reference = "You can return unworn shoes to any of our shops within 30 days."
    let answer = "You can return unworn shoes to any of our shops within 60 days."
    #expect(try PairScorer(facts: [.negation]).score(reference: reference, answer: answer).verdict == .same)
    let none = try PairScorer(facts: []).results(of: [.init(reference: reference, answer: answer)])[0]
    #expect(none.score.verdict == .same)
    #expect(none.limitations.isEmpty)
    #expect(try PairScorer(facts: [], threshold: 1).score(reference: reference, answer: answer).verdict == .different)
  }

  @Test("A cosine that is no number is none")
  func noNumber() {
    let language = LanguageOfTexts("The dog runs.", "A cat sleeps on the mat.")
    let facts = FactGuard().compare(reference: "The dog runs.", answer: "A cat sleeps on the mat.")
    for cosine in [Double.nan, .infinity, -.infinity] {
      let score = PairScore(
        reference: "The dog runs.", answer: "A cat sleeps on the mat.", similarity: cosine,
        calibration: .paraphraseMiniLM, language: language, facts: facts)
      #expect(score.similarity == nil)
      #expect(score.verdict != .same)
      #expect((0...1).contains(score.same))
    }
  }

  @Test("A text that is too long is taken as far as it goes, and the result says so")
  func long() throws {
    let long = String(repeating: "The parcel arrives on Monday at noon. ", count: 5_500)
    let result = try PairScorer().results(of: [.init(reference: "The parcel is blue.", answer: long)])[0]
    #expect(result.score.verdict == .different)
    #expect(result.limitations.count == 2)
  }

  @Test("The score rises with the cosine, is never above the match, and is raised by a fact that both texts state")
  func joined() {
    func same(_ reference: String, _ answer: String, _ cosine: Double) -> PairScore {
      PairScore(
        reference: reference, answer: answer, similarity: cosine, calibration: .paraphraseMiniLM,
        language: LanguageOfTexts(reference, answer), facts: FactGuard().compare(reference: reference, answer: answer))
    }
    var last = -1.0
    for cosine in stride(from: -1.0, through: 0.95, by: 0.05) {
      let plain = same("We could not find your address.", "Your address was not found.", cosine)
      #expect(plain.same > last)
      #expect(plain.same <= (plain.match ?? 0) + 1e-12)
      last = plain.same
      let agreeing = same("The fee is $4.95 each month.", "You pay $4.95 monthly for it.", cosine)
      #expect(agreeing.same > plain.same)
      let missing = same("The fee is $4.95 each month.", "There is a fee for it, paid monthly.", cosine)
      #expect(missing.same < PairScore.defaultThreshold)
    }
  }
}
