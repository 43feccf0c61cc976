import LLMSpec
import XCTest

/// What is recorded in one process of XCTest and compared in the next.
final class XCTestDriftScenarios: XCTestCase {
  override func setUp() async throws {
    try XCTSkipUnless(ScenarioProcess.isCurrent, "DriftTests runs these scenarios in a process of its own")
  }

  func testSame() async throws {
    let text = try await withFixtures { try await askDrifting("same") }
    XCTAssertEqual(text, "Yes, always.")
  }

  func testWorse() async throws {
    try await withFixtures {
      expectStructure(try await askDrifting("worse"), .contains("30"))  // red: testWorse
    }
  }

  func testRecovered() async throws {
    try await withFixtures { try requireStructure(try await askDrifting("recovered"), .contains("30")) }
  }

  func testTrials() async throws {
    try await withFixtures {
      try await withTrials(2) { _ in expectStructure(try await askDrifting("recovered"), .contains("30")) }
    }
  }

  func testFixturesInTrials() async throws {
    try await withTrials(2) { _ in
      _ = try await withFixtures { expectStructure(try await askDrifting("recovered"), .contains("30")) }
    }
  }

  func testSkipped() async throws {
    try await withFixtures { if isDrifting { throw XCTSkip("there is no key") } }
  }
}
