import LLMSpec
import SupportAssistant
import XCTest

/// The same functions in an `XCTestCase`.
final class SupportAssistantXCTests: XCTestCase {
  func testStatesTheReturnWindow() async throws {
    try await withFixtures {
      let answer = try await SupportAssistant().answer("How long do I have to return shoes?")
      try await expectSemanticMatch(answer, "You can return shoes within 30 days of delivery.")
      expectStructure(answer, .words(...30), .noMarkdown)
    }
  }

  func testMostlyStatesTheDeliveryTime() async throws {
    try await withFixtures {
      try await withTrials(3, passing: .atLeast(1)) { _ in
        let answer = try await SupportAssistant(temperature: 0.4).answer("How long does delivery take?")
        expectStructure(answer, .contains("2 to 4 working days"))
      }
    }
  }
}
