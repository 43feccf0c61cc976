import LLMSpec
import Testing

@Suite("Places of issues", .enabled(if: ScenarioProcess.obstacle == nil, ScenarioProcess.obstacle))
struct LocationTests {
  @Test("Every function reports at the caller's line, once, in Swift Testing")
  func swiftTesting() async throws {
    let outcome = try await ScenarioProcess.run(.swiftTesting, "LLMSpecTests.LocationScenarios/")
    let marks = try MarkedLines("LocationScenarios.swift")
    let places = outcome.issues.filter { $0.test == "everyExpectation()" }.map(\.place)
    #expect(places == (1...15).compactMap { marks["place\($0)"] })
    for name in ["helper", "inChildTasks", "requirementEndsTheTest"] {
      #expect(outcome.issues.filter { $0.test == "\(name)()" }.map(\.place) == [marks[name]])
    }
    // Without a scope the records are there all the same.
    #expect(outcome.tally.expectations.total == 18)
  }

  @Test("Every function reports at the caller's line, once, in XCTest")
  func xcTest() async throws {
    let outcome = try await ScenarioProcess.run(.xcTest, "XCTestLocationScenarios")
    let marks = try MarkedLines("LocationScenarios.swift")
    let places = outcome.issues.filter { $0.test == "testEveryExpectation()" }.map(\.place)
    #expect(places == (1...15).compactMap { marks["place\($0)"] })
    for name in ["testHelper", "testRequirementEndsTheTest"] {
      #expect(outcome.issues.filter { $0.test == "\(name)()" }.map(\.place) == [marks[name]])
    }
  }
}
