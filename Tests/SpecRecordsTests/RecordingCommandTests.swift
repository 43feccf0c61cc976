import SpecRecords
import Testing

@Suite("The command that records a spec")
struct RecordingCommandTests {
  @Test(
    "Names the spec as swift test knows it",
    arguments: [
      ("Specs/RefundSpecs/window()", "Specs.RefundSpecs/window"),
      ("Specs/Outer/Inner/ask(question:)", "Specs.Outer/Inner/ask"),
      ("Specs/alone()", "Specs.alone"),
      ("Specs/RefundSpecs/`it's late`()", "Specs.RefundSpecs/"),
      // A method of XCTest is recorded under its file, which need not be named like its class.
      ("Tests/RefundTests/testWindow()", "'Tests.*/testWindow'"),
    ])
  func filter(spec: String, filter: String) {
    #expect(RecordingCommand(specs: [spec]).description == "LLMSPEC_MODE=record swift test --filter \(filter)")
  }

  @Test("Names no spec where there are many")
  func many() {
    #expect(
      RecordingCommand(mode: "rerecord", specs: ["A/b()", "A/c()", "A/d()", "A/e()"]).description
        == "LLMSPEC_MODE=rerecord swift test")
  }
}
