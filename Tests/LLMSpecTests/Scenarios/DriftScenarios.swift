import Foundation
import LLMSpec
import Testing

/// Asks the provider whose answers change once they are recorded.
func askDrifting(_ question: String) async throws -> String {
  let model = OpenAICompatibleModel.openAICompatible("drifting", baseAddress: scenarioServer)
  return try await model.respond(to: "drift \(question)?").text
}

/// Whether the process runs in a mode that compares.
let isDrifting = ProcessInfo.processInfo.environment["LLMSPEC_MODE"] == "drift"

/// Specs that are recorded in one process and compared in the next.
@Suite(.scenario, .fixtures)
struct DriftScenarios {
  @Test func same() async throws { expectStructure(try await askDrifting("same"), .contains("Yes")) }

  @Test func worse() async throws {
    expectStructure(try await askDrifting("worse"), .contains("30"))  // red: worse
  }

  @Test func recovered() async throws {
    expectStructure(try await askDrifting("recovered"), .contains("30"))  // red: recovered
  }

  @Test func structure() async throws { expectStructure(try await askDrifting("structure"), .contains("total")) }

  @Test func meaning() async throws { expectStructure(try await askDrifting("meaning"), .words(3...)) }

  @Test func reworded() async throws { expectStructure(try await askDrifting("reworded"), .words(3...)) }

  @Test func contradicted() async throws { expectStructure(try await askDrifting("contradicted"), .words(3...)) }

  /// Every kind of red that must not reach the test from the fixture's side.
  @Test(arguments: 1...5) func redOnTheFixture(_ kind: Int) async throws {
    let answer = try await askDrifting("recovered")
    let isRight = answer.contains("30")
    switch kind {
    case 1: #expect(isRight)
    case 2: try #require(isRight)
    case 3: try requireStructure(answer, .contains("30"))
    case 4: if !isRight { throw AppError(description: "out of order") }
    default: await withTaskGroup(of: Void.self) { $0.addTask { #expect(isRight) } }
    }
  }

  @Test(.trials(3, passing: .atLeast(2))) func trials() async throws {
    expectStructure(try await askDrifting("recovered"), .contains(TrialNumber.current == 3 ? "9" : "30"))
  }

  @Test func trialsInside() async throws {
    try await withTrials(2) { _ in expectStructure(try await askDrifting("recovered"), .contains("30")) }
  }

  @Test func known() async throws {
    let answer = try await askDrifting("recovered")
    withKnownIssue(isIntermittent: true) { _ = expectStructure(answer, .contains("30")) }
  }

  /// Nothing is asked while it is recorded.
  @Test func neverRecorded() async throws {
    if isDrifting { expectStructure(try await askDrifting("same"), .contains("Yes")) }
  }

  @Test func cancelled() async throws {
    _ = try await askDrifting("same")
    if isDrifting { try Test.cancel("enough") }
  }

  @Test(.fixtures(mode: .replay)) func replayedAlways() async throws {}

  /// What a tool that acts on one side alone asks; red on the other one.
  @Test func side() async throws {
    let side = await Task { SpecContext.current?.side }.value
    let scope = SpecContext.current
    let detached = await Task.detached { await withScope(scope) { SpecContext.current?.side } }.value
    #expect(side == detached)
    expectStructure(side?.rawValue ?? "none", .contains(isDrifting ? "live" : "none"))
  }
}

/// Trials around the scope.
@Suite(.scenario, .trials(3, passing: .atLeast(2)), .fixtures)
struct DriftOrderScenarios {
  @Test func trialsFirst() async throws {
    expectStructure(try await askDrifting("recovered"), .contains(TrialNumber.current == 3 ? "9" : "30"))
  }
}
