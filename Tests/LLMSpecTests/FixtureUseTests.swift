import Foundation
import LLMSpec
import SpecRecords
import Testing

@Suite("The use of fixtures", .enabled(if: ScenarioProcess.obstacle == nil, ScenarioProcess.obstacle))
struct FixtureUseTests {
  private let filter = "LLMSpecTests.(FixtureUseScenarios|ScopeUseScenarios)/"

  private func uses(_ outcome: ScenarioProcess.Outcome) -> [String: [FixtureUseRecord]] {
    var uses: [String: [FixtureUseRecord]] = [:]
    for case .fixtureUse(let use) in outcome.records {
      uses[use.spec.split(separator: "/").last.map(String.init) ?? "", default: []].append(use)
    }
    return uses
  }

  @Test("Each test leaves a record of what it used, one without calls leaves none, and a warning makes nothing red")
  func swiftTesting() async throws {
    try await withTemporaryFolder { root in
      for (test, questions, trials) in [
        ("FixtureUseScenarios/one()", ["One?"], 1), ("FixtureUseScenarios/more()", ["One?", "Two?", "Three?"], 1),
        ("FixtureUseScenarios/trials()", ["One?"], 2), ("FixtureUseScenarios/cases(_:)", ["One?", "Two?"], 1),
        ("FixtureUseScenarios/endsEarly()", ["One?"], 1), ("FixtureUseScenarios/scopes()", ["One?", "Two?"], 1),
      ] {
        try await ScenarioFixtures.record(test, asking: questions, trials: trials, under: root)
      }
      let replayed = try await ScenarioProcess.run(.swiftTesting, filter, root: root)
      let uses = uses(replayed)
      #expect(uses["one()"]?.map(\.isWhole) == [true] && uses["one()"]?.map(\.exchanges) == [1])
      #expect(uses["one()"]?.first?.models == ["scenario-model"])
      #expect(uses["more()"]?.map(\.unused.count) == [2])
      #expect(uses["trials()"]?.map(\.unused.isEmpty) == [true] && uses["trials()"]?.map(\.exchanges) == [2])
      #expect(uses["cases(_:)"]?.map(\.unused.isEmpty) == [true] && uses["cases(_:)"]?.map(\.isWhole) == [true])
      #expect(uses["endsEarly()"]?.map(\.isWhole) == [false])
      #expect(uses["noCalls()"] == nil)
      #expect(uses["scopes()"]?.count == 2)
      #expect(uses["scopes()"]?.reduce { $0.merging($1) }?.unused.isEmpty == true)

      #expect(replayed.exitStatus == 0, "\(replayed.output)")
      #expect(replayed.tally.verdict == .passed && replayed.tally.cases.failed + replayed.tally.cases.inconclusive == 0)
      #expect(replayed.issues.isEmpty, "a warning is no issue")
      for test in ["one()", "more()", "trials()", "cases(_:)", "scopes()"] {
        let warnings = replayed.output.split(separator: "\n").count {
          $0.contains("Test \(test) recorded a warning")
            || $0.contains("Test \(test) with") && $0.contains("warning at")
        }
        #expect(warnings == 1, "\(test): \(replayed.output)")
      }
      #expect(
        replayed.output.contains("recorded answers that this test used are older than 90 days; the oldest, of 2020"))
    }
  }

  @Test("What could not be judged tells nothing of what is unused; what failed does")
  func unjudged() async throws {
    try await withTemporaryFolder { root in
      let filter = "LLMSpecTests.UnjudgedUseScenarios/"
      for test in ["unjudged()", "unjudgedTrial()", "undecided()", "fails()"] {
        try await ScenarioFixtures.record(
          "UnjudgedUseScenarios/\(test)", asking: ["One?"], trials: test == "unjudgedTrial()" ? 2 : 1, under: root)
      }
      let uses = uses(try await ScenarioProcess.run(.swiftTesting, filter, root: root))
      #expect(uses["unjudged()"]?.map(\.isWhole) == [false])
      #expect(uses["unjudgedTrial()"]?.map(\.isWhole) == [false])
      #expect(uses["undecided()"]?.map(\.isWhole) == [true])
      #expect(uses["fails()"]?.map(\.isWhole) == [true])
    }
  }

  @Test("A test of XCTest that ends between two scopes did not run whole")
  func betweenScopes() async throws {
    try await withTemporaryFolder { root in
      try await ScenarioFixtures.record(
        "FixtureUseScenarios/testEndsBetweenScopes()", asking: ["One?", "Two?"], under: root)
      let outcome = try await ScenarioProcess.run(
        .xcTest, "XCTestFixtureUseScenarios/testEndsBetweenScopes", root: root)
      #expect(outcome.exitStatus == 1)
      let both = uses(outcome)["testEndsBetweenScopes()"]?.reduce { $0.merging($1) }
      #expect(both?.isWhole == false, "\(outcome.output)")
    }
  }

  @Test("In XCTest old answers print one line that names the place")
  func xcTest() async throws {
    try await withTemporaryFolder { root in
      try await ScenarioFixtures.record("FixtureUseScenarios/testOld()", asking: ["One?"], under: root)
      let replayed = try await ScenarioProcess.run(.xcTest, "XCTestFixtureUseScenarios/testOld", root: root)
      #expect(replayed.exitStatus == 0 && replayed.tally.verdict == .passed, "\(replayed.output)")
      let lines = replayed.output.split(separator: "\n").filter { $0.contains(" warning: ") }
      #expect(lines.count == 1, "\(replayed.output)")
      #expect(lines.first?.contains("FixtureUseScenarios.swift:") == true)
      #expect(lines.first?.contains("1 recorded answer that this test used is older than 90 days") == true)
    }
  }
}

extension Array {
  /// All elements taken together; nil where there is none.
  fileprivate func reduce(_ combine: (Element, Element) -> Element) -> Element? {
    first.map { dropFirst().reduce($0, combine) }
  }
}
