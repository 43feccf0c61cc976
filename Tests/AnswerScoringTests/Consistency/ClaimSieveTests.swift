import AnswerScoring
import LanguageModels
import SpecRecords
import Testing

@Suite("Claims against a source, offline")
struct ClaimSieveTests {
  private func check(_ answer: String, _ passages: String...) async throws -> FactualConsistency {
    try await FactualConsistencyChecker().check(answer, with: passages.isEmpty ? [returnsPolicy] : passages)
  }

  @Test(
    "What the source says is supported",
    arguments: [
      "You can return your shoes within 30 days of delivery.", "Shoes must be in their original box.",
      "The refund goes to the original payment method.", "Support answers from Monday to Friday.",
      "Parcels to Austria take three days.", "Members of the Stride Club get a birthday voucher worth 10 euros.",
      "Hello! Return shipping is free in Germany. Is there anything else?",
    ])
  func supported(answer: String) async throws {
    let consistency = try await check(answer)
    #expect(consistency.verdict == .passed, "\(consistency.reason)")
    #expect(consistency.score == 1)
    for claim in consistency.claims {
      #expect(claim.verdict == .supported && claim.score > 0.7 && claim.checker == .sieve)
      for evidence in claim.evidence { #expect(returnsPolicy[evidence.range] == evidence.text) }
      #expect(!claim.evidence.isEmpty)
    }
  }

  @Test(
    "A fact of which the source says otherwise is contradicted, with both words",
    arguments: [
      ("You have 60 days to return your shoes.", "“60 days”", "“30 days”"),
      ("Members of the Stride Club get a birthday voucher worth 20 euros.", "“20 euros”", "“10 euros”"),
      ("Sale items can be returned.", "“returned”", "“not be returned”"),
    ])
  func contradicted(answer: String, said: String, found: String) async throws {
    let consistency = try await check(answer)
    #expect(consistency.verdict == .failed)
    let claim = try #require(consistency.claims.first)
    #expect(claim.verdict == .contradicted && claim.score < 0.2)
    #expect(claim.explanation.contains(said) && claim.explanation.contains(found))
    #expect(!claim.evidence.isEmpty)
    #expect(consistency.reason.contains(claim.explanation))
  }

  @Test(
    "Any other fact fails, found contradicted or not found",
    arguments: ["Support answers until 6 pm.", "Refunds take 12 business days.", "Parcels to Austria take 5 days."])
  func otherFacts(answer: String) async throws {
    let consistency = try await check(answer)
    #expect(consistency.verdict == .failed, "\(consistency.reason)")
    let verdicts = consistency.claims.map(\.verdict)
    #expect(verdicts == [.contradicted] || verdicts == [.notFound])
  }

  @Test(
    "What the source does not speak of is not found",
    arguments: [
      "All our shoes are made in Portugal from recycled leather.", "The refund goes to your PayPal account.",
      "The moon landing was watched by millions of people on television.",
    ])
  func notFound(answer: String) async throws {
    let consistency = try await check(answer)
    #expect(consistency.verdict == .failed)
    #expect(consistency.claims.map(\.verdict) == [.notFound], "\(consistency.reason)")
  }

  @Test(
    "What cannot be told stays open, and says what would help",
    arguments: [
      "You get your money back in about a week.", "Return shipping is free everywhere.", "Shoes must be worn.",
      "Shoes can be returned 30 days after delivery.",
    ])
  func unsure(answer: String) async throws {
    let consistency = try await check(answer)
    #expect(consistency.verdict == .inconclusive, "\(consistency.reason)")
    #expect(consistency.claims.map(\.verdict) == [.unsure])
    #expect(consistency.reason.contains("a judge can decide"))
    #expect(consistency.possibleScores == 0...1)
  }

  @Test("A name that the source has, but not of this, contradicts nothing")
  func namedElsewhere() async throws {
    let consistency = try await check("Parcels to Norway take 8 days.")
    #expect(consistency.verdict != .failed, "\(consistency.reason)")
  }

  @Test("Counts over several passages, and says which")
  func passages() async throws {
    let consistency = try await check(
      "Returns are free for 30 days. The shop opens at 9 am.", "The shop opens at 9 am on weekdays.",
      "Returns are free for 30 days after delivery.")
    #expect(consistency.verdict == .passed, "\(consistency.reason)")
    #expect(consistency.claims.map { $0.evidence.first?.passage } == [1, 0])
  }

  @Test("A lower threshold lets some go unsupported, but nothing contradicted")
  func threshold() async throws {
    let checker = FactualConsistencyChecker()
    let answer = "Return shipping is free in Germany. The refund goes to your PayPal account."
    let lenient = try await checker.check(answer, with: [returnsPolicy], threshold: 0.5)
    #expect(lenient.verdict == .passed && lenient.score == 0.5)
    #expect(try await checker.check(answer, with: [returnsPolicy], threshold: 0.6).verdict == .failed)
    let wrong = "Return shipping is free in Germany. You have 60 days to return your shoes."
    #expect(try await checker.check(wrong, with: [returnsPolicy], threshold: 0).verdict == .failed)
    for threshold in [-0.1, 1.1, .nan] {
      let refused = try await checker.check(answer, with: [returnsPolicy], threshold: threshold)
      #expect(refused.verdict == .inconclusive && refused.reason.contains("is no share"))
    }
  }

  @Test("Without an answer fails, without a source or a claim is open")
  func empty() async throws {
    #expect(try await check(" \n").verdict == .failed)
    for source in ["", " \n ", "***"] {
      let consistency = try await check("Returns are free.", source)
      #expect(consistency.verdict == .inconclusive && consistency.reason.contains("source is empty"))
    }
    let polite = try await check("Hello! How can I help you?")
    #expect(polite.verdict == .inconclusive)
    #expect(polite.reason.contains("no claim that could be checked") && polite.reason.contains("(question)"))
    #expect(polite.nonClaims.count == 2)
  }

  @Test("In another language compares the facts that the guard reads, and leaves the rest open")
  func german() async throws {
    let source = "Sie können Schuhe innerhalb von 30 Tagen zurückgeben. Die Rücksendung ist in Deutschland kostenlos."
    let wrong = try await check("Sie können Schuhe innerhalb von 60 Tagen zurückgeben.", source)
    #expect(wrong.verdict == .failed && wrong.claims.map(\.verdict) == [.contradicted], "\(wrong.reason)")
    let same = try await check("Die Rücksendung ist in Deutschland kostenlos.", source)
    #expect(same.verdict == .passed, "\(same.reason)")
    let other = try await check("Für das Zurückschicken zahlen Sie hierzulande keinen Cent.", source)
    #expect(other.verdict == .inconclusive && other.reason.contains("German"), "\(other.reason)")
    #expect(other.encoder == nil)
    let across = try await check("Sie können Schuhe innerhalb von 60 Tagen zurückgeben.")
    #expect(across.verdict == .inconclusive && across.reason.contains("German and English"), "\(across.reason)")
  }

  @Test("Takes any encoder to find passages, and none that gives no vectors")
  func encoders() async throws {
    let answer = "Return shipping is free in Germany. You have 60 days to return your shoes."
    let lexical = try await FactualConsistencyChecker(encoder: LexicalEmbeddingModel())
      .check(answer, with: [returnsPolicy])
    #expect(lexical.claims.map(\.verdict) == [.supported, .contradicted])
    #expect(lexical.checkers.contains("encoder lexical-embedding/1"))
    for vectors in [[], [[Float.nan]], [[1], [1, 2]]] as [[[Float]]] {
      let broken = try await FactualConsistencyChecker(encoder: BrokenEncoder(vectors: vectors))
        .check(answer, with: [returnsPolicy])
      #expect(broken.claims.map(\.verdict) == [.supported, .contradicted])
      #expect(broken.encoder == nil)
    }
  }

  @Test("Gives the same result each time")
  func deterministic() async throws {
    let answer = "You have 60 days. Sale items can be returned. Shoes must be worn. Return shipping is free in Germany."
    let first = try await check(answer)
    for _ in 0..<3 { #expect(try await check(answer) == first) }
  }

  @Test("Reads a source of a hundred thousand characters in bounded time, and finds the needle")
  func longSource() async throws {
    let filler = (1...1_200).map { "Article \($0) speaks of matter number \($0) in section \($0 % 7)." }
    let source =
      filler.prefix(700).joined(separator: " ") + " The spare key hangs behind the green door. "
      + filler.dropFirst(700).joined(separator: " ")
    let clock = ContinuousClock()
    let start = clock.now
    let consistency = try await check("The spare key hangs behind the green door.", source)
    #expect(consistency.verdict == .passed, "\(consistency.reason)")
    #expect(consistency.claims.first?.evidence.first?.text.contains("spare key") == true)
    #expect(clock.now - start < .seconds(5))
  }
}

private struct BrokenEncoder: EmbeddingModel {
  let identifier = "broken"
  let vectors: [[Float]]

  func embed(_ texts: [String]) async throws -> EmbeddingResponse {
    EmbeddingResponse(vectors: vectors, model: identifier)
  }
}
