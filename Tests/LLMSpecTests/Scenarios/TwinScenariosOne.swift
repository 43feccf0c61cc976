import LLMSpec
import Testing

@Suite(.scenario, .fixtures)
private struct TwinScenarios {
  @Test func sameName() { expectCorrect("yes", "yes") }
}
