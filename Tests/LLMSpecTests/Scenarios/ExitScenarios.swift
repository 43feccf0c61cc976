import LLMSpec
import Testing

/// One test a process.
@Suite(.scenario, .fixtures)
struct ExitScenarios {
  @Test func passes() { expectCorrect("yes", "yes") }

  @Test func fails() { expectCorrect("no", "yes") }

  @Test func isInconclusive() async throws { try await expectGraded("yes", by: "5: good", atLeast: 3) }

  @Test func isKnown() { withKnownIssue { _ = expectCorrect("no", "yes") } }

  @Test func isKnownInconclusive() async {
    await withKnownIssue { _ = try await expectGraded("yes", by: "5: good", atLeast: 3) }
  }

  @Test func isCancelled() throws { try Test.cancel("there is no key") }

  @Test(.trials(3, passing: .atLeast(2))) func passesMostly() async throws { try await go("pfp") }

  @Test func missesInsideKnownIssue() async {
    await withKnownIssue { _ = try await recordedModel.respond(to: "Hello?") }
  }
}
