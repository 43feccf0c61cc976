import Foundation
import LLMSpec
import Testing

/// Tests of an app that works, on machines that do not.
@Suite(.scenario, .fixtures)
struct FaultScenarios {
  /// What is asked can be chosen by whoever starts the process.
  @Test func many() async throws {  // red: many
    let share = ProcessInfo.processInfo.environment["SCENARIO_SHARE"] ?? "all"
    for number in 1...20 {
      let answer = try await recordedModel.respond(to: "Question \(number) of \(share)?")
      expectStructure(answer.text, .contains("answer"))
    }
  }

  @Test func large() async throws {  // red: large
    for number in 1...3 {
      let answer = try await OpenAICompatibleModel.openAICompatible("large", baseAddress: scenarioServer)
        .respond(to: "Question \(number)?")
      expectStructure(answer.text, .contains("word"))
    }
  }
}
