import Foundation
import LLMSpec
import Testing

@Suite(
  "Examples of the articles about fixtures",
  .enabled(if: ScenarioProcess.obstacle == nil, ScenarioProcess.obstacle))
struct ArticleTests {
  private let filter = #"LLMSpecTests\.(Shared)?ArticleScenarios/"#

  private func lines(_ outcome: ScenarioProcess.Outcome, _ start: String) -> [String] {
    outcome.output.split(separator: "\n").filter { $0.hasPrefix(start) }.map(String.init)
  }

  @Test("Are recorded, replay without key and address, and drift")
  func swiftTesting() async throws {
    try await withTemporaryFolder { root in
      let (recorded, drifted) = try await ScenarioServer.run { _, address in
        var environment = ["OPENAI_BASE_URL": address, "OPENAI_API_KEY": "sk-none", "SCENARIO_SERVER": address]
        environment["LLMSPEC_MODE"] = "record"
        let recorded = try await ScenarioProcess.run(.swiftTesting, filter, root: root, environment: environment)
        environment["LLMSPEC_MODE"] = "drift"
        let tools = #"LLMSpecTests\.ArticleScenarios/ToolSpecs"#
        return (recorded, try await ScenarioProcess.run(.swiftTesting, tools, root: root, environment: environment))
      }
      #expect(recorded.exitStatus == 0, "\(recorded.output)")
      #expect(recorded.tally.verdict == .passed)
      #expect(lines(drifted, "refunded") == ["refunded T-1042"], "\(drifted.output)")

      let replayed = try await ScenarioProcess.run(
        .swiftTesting, filter, root: root, environment: ["SCENARIO_SERVER": "https://api.invalid/v1"])
      #expect(replayed.exitStatus == 0, "\(replayed.output)")
      #expect(replayed.tally.verdict == .passed)
      #expect(lines(replayed, "answered").count == 1 && lines(replayed, "answered") == lines(recorded, "answered"))

      let complaints = try #require(replayed.files.first { $0.hasSuffix("ComplaintSpecs/customer.json") })
      let text = try String(contentsOf: root.appending(path: complaints), encoding: .utf8)
      #expect(text.contains("I am [name 1], [e-mail 1], customer [customer 1]. Where is my parcel?"))
    }
  }

  @Test("XCTest: are recorded and replay")
  func xcTest() async throws {
    try await withTemporaryFolder { root in
      let recorded = try await ScenarioServer.run { _, address in
        try await ScenarioProcess.run(
          .xcTest, "XCTestArticleScenarios", root: root,
          environment: ["OPENAI_BASE_URL": address, "OPENAI_API_KEY": "sk-none", "LLMSPEC_MODE": "record"])
      }
      #expect(recorded.exitStatus == 0, "\(recorded.output)")
      let replayed = try await ScenarioProcess.run(.xcTest, "XCTestArticleScenarios", root: root)
      #expect(replayed.exitStatus == 0 && replayed.tally.verdict == .passed, "\(replayed.output)")
    }
  }
}
