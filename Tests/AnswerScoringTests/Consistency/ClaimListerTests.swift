import AnswerScoring
import LanguageModels
import SpecRecords
import Testing

@Suite("Claims that a judge lists")
struct ClaimListerTests {
  private let answer = "Hi! Returns are free for 30 days. They need the original box."

  /// Lists so, and finds nothing in any source.
  private func model(_ listed: String) -> ScriptedModel {
    .saying { request in
      guard request.promptVersion != JudgePrompt.claimListing.promptVersion else { return #"{"claims": [\#(listed)]}"# }
      let count = request.question.matches(of: #/\n[0-9]+\. /#).count
      let entries = (1...max(1, count)).map {
        #"{"number": \#($0), "reason": "r", "quotes": [], "verdict": "not found"}"#
      }
      return #"{"claims": [\#(entries.joined(separator: ","))]}"#
    }
  }

  private func claims(_ listed: String) async throws -> [AnswerClaim] {
    let model = model(listed)
    let consistency = try await FactualConsistencyChecker(judge: model, method: .judgeOnly, listing: .byJudge)
      .check(answer, with: [returnsPolicy])
    #expect(consistency.promptVersions == ["claim-listing/1", "claim-verification/1"])
    #expect(model.requests.count == 2)
    return consistency.claims.map(\.claim)
  }

  @Test("Are taken with the words of the answer that make them")
  func listed() async throws {
    let claims = try await claims(
      """
      {"quote": "Returns are free for 30 days", "claim": "Returns are free."},
      {"quote": "free for 30 days", "claim": "Returns are possible for 30 days."},
      {"quote": "They need the original box.", "claim": "Returned shoes need the original box."}
      """)
    #expect(
      claims.map(\.text) == [
        "Returns are free.", "Returns are possible for 30 days.", "Returned shoes need the original box.",
      ])
    #expect(claims.map { String(answer[$0.range]) }.first == "Returns are free for 30 days")
  }

  @Test("Never hide a sentence: what is left out, invented, distorted or said twice")
  func distorted() async throws {
    // Nothing at all.
    #expect(try await claims("").map(\.text) == ["Returns are free for 30 days.", "They need the original box."])
    // A claim that quotes everything and says little.
    let vague = try await claims(#"{"quote": "\#(answer)", "claim": "The shop has rules."}"#)
    #expect(vague.map(\.text).contains("Returns are free for 30 days."))
    // A claim of another answer.
    let invented = try await claims(#"{"quote": "Shipping is free.", "claim": "Shipping is free."}"#)
    #expect(invented.map(\.text) == ["Returns are free for 30 days.", "They need the original box."])
    // A claim that says otherwise than the words that it quotes.
    let changed = try await claims(
      #"{"quote": "Returns are free for 30 days.", "claim": "Returns are free for 60 days."}"#)
    #expect(changed.map(\.text).first == "Returns are free for 30 days")
    // The same thrice.
    let one = #"{"quote": "Returns are free for 30 days", "claim": "Returns are free for 30 days."}"#
    #expect(try await claims("\(one), \(one), \(one)").count == 2)
  }

  @Test("Are out of format where there are thousands")
  func thousands() async throws {
    let one = #"{"quote": "Returns are free", "claim": "Returns are free."}"#
    let model = model(Array(repeating: one, count: 10_000).joined(separator: ","))
    let fault = await #expect(throws: JudgeFault.self) {
      try await FactualConsistencyChecker(judge: model, listing: .byJudge).check(answer, with: [returnsPolicy])
    }
    #expect(fault?.kind == .outOfFormat)
    #expect(fault?.message.contains("at most 100") == true)
  }
}
