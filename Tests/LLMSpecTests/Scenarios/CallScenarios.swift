import LLMSpec
import Testing

/// Calls that get no answer. Nothing is recorded for any of them and nobody listens at their address.
@Suite(.scenario, .fixtures)
struct CallScenarios {
  @Test  // red: missRethrown
  func missRethrown() async throws {
    _ = try await recordedModel.respond(to: "How long do I have to return shoes?")
  }

  @Test  // red: missCaught
  func missCaught() async throws {
    let answer = try? await recordedModel.respond(to: "How long do I have to return shoes?").text
    expectCorrect(answer ?? "Sorry.", "Sorry.")
  }

  @Test  // red: missWrapped
  func missWrapped() async throws {
    do {
      _ = try await recordedModel.respond(to: "How long do I have to return shoes?")
    } catch {
      throw AppError(description: "The assistant is not available.")
    }
  }

  @Test  // red: missKnown
  func missKnown() async throws {
    await withKnownIssue {
      _ = try await recordedModel.respond(to: "How long do I have to return shoes?")
    }
  }

  @Test(.judge(.model(recordedModel)))
  func judgeMissed() async throws {
    try await expectGraded(newAnswer, by: "5: good", atLeast: 3)  // red: judgeMissed
  }

  @Test(.judge(.model(recordedModel)))
  func judgeMissedByRequirement() async throws {
    try await requireGraded(newAnswer, by: "5: good", atLeast: 3)  // red: judgeMissedByRequirement
  }

  @Test(.judge(.model(recordedModel)))  // red: judgeMissedKnown
  func judgeMissedKnown() async throws {
    await withKnownIssue {
      try await expectGraded(newAnswer, by: "5: good", atLeast: 3)
    }
  }

  @Test(.trials(2))  // red: missInTrials
  func missInTrials() async throws {
    _ = try await recordedModel.respond(to: "How long do I have to return shoes?")
  }

  @Test  // red: detached
  func detached() async throws {
    _ = try await Task.detached { try await recordedModel.respond(to: "Hello?") }.value
  }

  @Test  // red: detachedWithScope
  func detachedWithScope() async throws {
    let scope = SpecContext.current
    _ = try await Task.detached {
      try await withScope(scope) { try await recordedModel.respond(to: "Hello?") }
    }.value
  }

  @Test(.fixtures(mode: .live))  // red: keyMissing
  func keyMissing() async throws {
    _ = try await OpenAICompatibleModel.openAI("gpt-4.1-mini").respond(to: "Hello?")
  }

  @Test(.fixtures(mode: .live))  // red: keyMissingAndCaught
  func keyMissingAndCaught() async throws {
    let answer = try? await OpenAICompatibleModel.openAI("gpt-4.1-mini").respond(to: "Hello?").text
    expectCorrect(answer ?? "Sorry.", "Sorry.")
  }

  @Test(.fixtures(mode: .live), .judge(.openAI("gpt-4.1")))
  func judgesKeyMissing() async throws {
    try await expectGraded(newAnswer, by: "5: good", atLeast: 3)  // red: judgesKeyMissing
  }

  @Test(.fixtures(mode: .live))  // red: connectionRefused
  func connectionRefused() async throws {
    _ = try await nobody.respond(to: "Hello?")
  }

  @Test(.fixtures(mode: .live))  // red: connectionRefusedAndWrapped
  func connectionRefusedAndWrapped() async throws {
    do {
      _ = try await nobody.respond(to: "Hello?")
    } catch {
      throw AppError(description: "The assistant is not available.")
    }
  }

  @Test  // red: budget
  func budget() async throws {
    throw ModelFault(.budgetExhausted, "The budget of $1.00 is spent; nothing was sent.")
  }

  @Test(.judge(failing(ModelFault(.budgetExhausted, "The budget of $1.00 is spent; nothing was sent."))))
  func judgesBudget() async throws {
    try await expectGraded(newAnswer, by: "5: good", atLeast: 3)  // red: judgesBudget
  }

  @Test func appError() throws {  // red: appError
    throw AppError(description: "The basket is empty.")
  }

  @Test func appCancellation() throws {  // red: appCancellation
    throw CancellationError()
  }

  @Test func failedBeforeCancelled() throws {
    expectCorrect("no", "yes")  // red: failedBeforeCancelled
    try Test.cancel("enough")
  }
}
