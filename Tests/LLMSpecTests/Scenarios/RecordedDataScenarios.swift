import LLMSpec
import Testing

/// Specs whose prompts, answers and errors hold what must not be kept.
@Suite(.scenario, .fixtures(.redacting(.emailAddresses)))
struct RecordedDataScenarios {
  private let key = "sk-proj-" + String(repeating: "Ab3dE6gH", count: 5)

  private struct AppError: Error, CustomStringConvertible {
    var description: String
  }

  @Test func answers() async throws {
    let model = ScriptedChatModel("scripted") { request in
      ChatResponse(message: .assistant("I wrote to \(request.messages[0].text)."), model: "scripted")
    }
    let answer = try await model.respond(to: "ada@example.org, bob@example.org with \(key)").text
    expectStructure(answer, .contains("bob"), .words(...2))
  }

  @Test func errors() async throws { throw AppError(description: "ada@example.org was refused with \(key)") }
}
