import LLMSpec
import Testing
import XCTest

/// Specs of which each shard runs some.
@Suite(.scenario, .fixtures)
struct ShardScenarios {
  @Test func one() { expectCorrect("yes", "yes") }
  @Test func two() { expectCorrect("yes", "yes") }
  @Test func three() { expectCorrect("yes", "yes") }
  @Test func four() { expectCorrect("yes", "yes") }
  @Test func five() { expectCorrect("yes", "yes") }
  @Test func six() { expectCorrect("yes", "yes") }
  @Test(arguments: 1...3) func cases(_ number: Int) { expectCorrect("yes", "yes") }
  @Test(.trials(2)) func trials() { expectCorrect("yes", "yes") }
  @Test(.fixtures) func scopedTwice() { expectCorrect("yes", "yes") }
  @Test(.enabled(if: false, "there is no key")) func disabled() {}
}

@Suite(.scenario)
struct ScopelessScenarios {
  @Test func plain() { expectCorrect("yes", "yes") }
}

final class XCTestShardScenarios: XCTestCase {
  override func setUp() async throws {
    try XCTSkipUnless(ScenarioProcess.isCurrent, "ShardTests runs these scenarios in a process of its own")
  }

  private func run(function: String = #function) async throws {
    try await withFixtures(function: function) { expectCorrect("yes", "yes") }
  }

  func testOne() async throws { try await run() }
  func testTwo() async throws { try await run() }
  func testThree() async throws { try await run() }
  func testFour() async throws { try await run() }
  func testFive() async throws { try await run() }
  func testInTrials() async throws { try await withTrials(2) { _ in try await run(function: "testInTrials()") } }
}
