import LLMSpec
import Testing
import XCTest

/// One line a function; the place of each must be reported. The lines are marked with `// red: N`, in order.
enum EveryExpectation {
  static func run() async throws {
    expectCorrect("no", "yes")  // red: place1
    expectCorrect("no", anyOf: ["yes", "yeah"])  // red: place2
    expectStructure("one two three", .words(...2))  // red: place3
    expectJSON("{")  // red: place4
    try await expectSemanticMatch("Rain.", "You can return shoes within 30 days.", threshold: 0.9)  // red: place5
    try await expectGraded(newAnswer, by: "5: good", atLeast: 3)  // red: place6
    try await expectJudgedBetter(newAnswer, than: oldAnswer, for: "help")  // red: place7
    try await expectJudgedNotWorse(newAnswer, than: oldAnswer, for: "help")  // red: place8
    _ = try? requireCorrect("no", "yes")  // red: place9
    try? requireStructure("one two three", .words(...2))  // red: place10
    _ = try? requireJSON("{")  // red: place11
    _ = try? await requireSemanticMatch("Rain.", "You can return shoes.", threshold: 0.9)  // red: place12
    _ = try? await requireGraded(newAnswer, by: "5: good", atLeast: 3)  // red: place13
    _ = try? await requireJudgedBetter(newAnswer, than: oldAnswer, for: "help")  // red: place14
    _ = try? await requireJudgedNotWorse(newAnswer, than: oldAnswer, for: "help")  // red: place15
  }

  /// What stands for a project's own expectation, in another file than the test.
  static func mine(_ answer: String, sourceLocation: SourceLocation = #_sourceLocation) {
    expectCorrect(answer, "yes", sourceLocation: sourceLocation)
  }
}

@Suite(.scenario)
struct LocationScenarios {
  @Test func everyExpectation() async throws { try await EveryExpectation.run() }

  @Test func helper() {
    EveryExpectation.mine("no")  // red: helper
  }

  @Test func inChildTasks() async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        expectCorrect("no", "yes")  // red: inChildTasks
      }
    }
  }

  @Test func requirementEndsTheTest() throws {
    try requireCorrect("no", "yes")  // red: requirementEndsTheTest
    Issue.record("The test went on.")
  }
}

final class XCTestLocationScenarios: XCTestCase {
  override func setUp() async throws {
    try XCTSkipUnless(ScenarioProcess.isCurrent, "LocationTests runs these scenarios in a process of its own")
  }

  func testEveryExpectation() async throws { try await EveryExpectation.run() }

  func testHelper() {
    EveryExpectation.mine("no")  // red: testHelper
  }

  func testRequirementEndsTheTest() throws {
    try requireCorrect("no", "yes")  // red: testRequirementEndsTheTest
    XCTFail("The test went on.")
  }
}
