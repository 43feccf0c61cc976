import Foundation
import LLMSpec
import SpecRecords
import Testing

@Suite("What records of a run hold", .enabled(if: ScenarioProcess.obstacle == nil, ScenarioProcess.obstacle))
struct RecordedDataTests {
  @Test("No credential and no declared personal data of prompts, answers, expectations and errors is in a record")
  func records() async throws {
    let outcome = try await ScenarioProcess.run(.swiftTesting, "LLMSpecTests.RecordedDataScenarios/")
    let written = outcome.records.map(\.json.compactText).joined(separator: "\n")
    #expect(!written.contains("example.org") && !written.contains("sk-proj"), "\(written)")
    let calls = outcome.records.compactMap { if case .call(let call) = $0 { call } else { nil } }
    #expect(calls.first?.input[0]?["content"]?.stringValue == "[e-mail 1], [e-mail 2] with [redacted:openai-key]")
    #expect(
      calls.first?.output?["content"]?.stringValue
        == "I wrote to [e-mail 1], [e-mail 2] with [redacted:openai-key].")
    let findings = outcome.records.compactMap { if case .expectation(let finding) = $0 { finding } else { nil } }
    #expect(findings.first?.output?.contains("[e-mail 2]") == true)
    #expect(outcome.records(of: "errors()").contains { $0.json.compactText.contains("[e-mail 1] was refused") })
  }
}
