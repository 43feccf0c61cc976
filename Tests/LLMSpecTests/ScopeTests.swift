import LLMSpec
import Testing

@Suite("Scopes")
struct ScopeTests {
  @Test("Refuses a model call outside of any scope, with the next step")
  func refusal() async throws {
    let fault = await #expect(throws: ModelFault.self) {
      try await OpenAICompatibleModel.openAICompatible("any").respond(to: "Hello?")
    }
    #expect(fault?.kind == .outsideScope)
    #expect(fault?.message.contains("Add .fixtures to the test or its suite") == true)
  }
}
