import Foundation
import LLMSpec
import Testing

private let policy = """
  You can return shoes within 30 days of delivery. Shoes must be unworn and in their original box. Refunds take 5 to 7 \
  business days. Sale items cannot be returned.
  """

private let openClaim = "You get your money back in about a week."

private func finding(_ verdict: String, _ quotes: String) -> Judge {
  saying(
    #"{"claims": [{"number": 1, "reason": "It says 5 to 7 days.", "quotes": [\#(quotes)], "verdict": "\#(verdict)"}]}"#)
}

/// Factual consistency and retrieval, down to the console. A line that must be reported is marked with the test's name.
@Suite(.scenario, .fixtures)
struct ConsistencyScenarios {
  @Test func consistent() async throws {
    let found = try await expectFactuallyConsistent("You can return your shoes within 30 days.", with: policy)
    #expect(found?.score == 1)
  }

  @Test func contradicted() async throws {
    let answer = "Hello! You can return your shoes within 60 days."
    try await expectFactuallyConsistent(answer, with: policy)  // red: contradicted
  }

  @Test func requiredConsistency() async throws {
    try await requireFactuallyConsistent("Sale items can be returned.", with: [policy])  // red: requiredConsistency
    Issue.record("unreachable")
  }

  @Test func openWithoutJudge() async throws {
    try await expectFactuallyConsistent(openClaim, with: policy)  // red: openWithoutJudge
  }

  @Test func judgeOnlyWithoutJudge() async throws {
    try await expectFactuallyConsistent(openClaim, with: policy, method: .judgeOnly)  // red: judgeOnlyWithoutJudge
  }

  @Test(.judge(finding("supported", #""Refunds take 5 to 7 business days""#)))
  func openWithJudge() async throws { try await expectFactuallyConsistent(openClaim, with: policy) }

  @Test(.judge(finding("supported", #""Refunds take a week""#)))
  func inventedQuote() async throws {
    try await expectFactuallyConsistent(openClaim, with: policy)  // red: inventedQuote
  }

  @Test(.judge(finding("contradicted", #""take 5 to 7 business days""#)))
  func judgedContradiction() async throws {
    try await expectFactuallyConsistent(openClaim, with: policy)  // red: judgedContradiction
  }

  @Test(.judge(saying("Looks fine to me.")))
  func consistencyOutOfFormat() async throws {
    try await expectFactuallyConsistent(openClaim, with: policy)  // red: consistencyOutOfFormat
  }

  @Test func recalled() async throws {
    try await expectRetrieval(
      [policy], for: "How long?", reference: "You can return shoes within 30 days of delivery.", precision: 1)
  }

  @Test func notRecalled() async throws {
    let reference = "Our shop is in Hamburg."
    try await expectRetrieval(["We sell shoes."], for: "Where?", reference: reference)  // red: notRecalled
  }

  @Test func neitherRecallNorPrecision() async throws {
    try await expectRetrieval([policy], for: "?", reference: "r", recall: nil)  // red: neitherRecallNorPrecision
  }

  @Test func relevant() async throws {
    try await expectAnswerRelevant("You have 30 days to return your shoes.", to: "How long can I return shoes?")
  }

  @Test func irrelevant() async throws {
    try await expectAnswerRelevant("Our founder likes the sea.", to: "How long can I return shoes?")  // red: irrelevant
  }
}
