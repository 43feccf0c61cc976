import Foundation
import LLMSpec
import SpecRecords
import Testing

/// What a scenario must come to: in the records, and on the console with heading and place.
struct ScenarioRow: Sendable, CustomTestStringConvertible {
  /// The name that its line is marked with; that of the test function unless `test` says otherwise.
  let name: String
  let verdict: Verdict
  /// Whether the spec declares the red as known.
  let isKnown: Bool
  let heading: VerdictHeading?
  /// Suites and function, such as `VerdictScenarios/scoreBelow()`.
  let test: String
  let trials: TrialCount?
  /// How many cases of a parameterised test pass beside it.
  let passedCases: Int
  /// What the message says.
  let says: [String]

  init(
    _ test: String, _ verdict: Verdict, isKnown: Bool = false, heading: VerdictHeading? = nil,
    trials: (passed: Int, failed: Int, inconclusive: Int)? = nil, passedCases: Int = 0, says: String...
  ) {
    self.test = test
    self.name = String(test.split(separator: "/").last?.prefix { $0 != "(" } ?? "")
    self.verdict = verdict
    self.isKnown = isKnown
    self.heading = heading ?? VerdictHeading(verdict)
    self.trials = trials.map { TrialCount(passed: $0.passed, failed: $0.failed, inconclusive: $0.inconclusive) }
    self.passedCases = passedCases
    self.says = says
  }

  var testDescription: String { name }

  /// Compares what a process left behind with the row.
  func check(_ outcome: ScenarioProcess.Outcome, marks: MarkedLines) throws {
    let spec = "LLMSpecTests/\(test)"
    let tally = outcome.tally(of: spec)
    var count = TrialCount(passed: passedCases)
    count.add(verdict)
    #expect((isKnown ? tally.knownCases : tally.cases) == count)
    #expect((isKnown ? tally.cases : tally.knownCases).total == 0)
    #expect(tally.verdict == (isKnown ? .passed : verdict))
    #expect(tally.skipped.isEmpty)
    if let trials {
      let records = outcome.records.compactMap { record -> TrialCount? in
        if record.spec == spec, case .trials(let trials) = record { trials.count } else { nil }
      }
      #expect(records == [trials])
      #expect(tally.trialCount == trials.total)
    }

    let function = test.split(separator: "/").last.map(String.init) ?? ""
    let issues = outcome.issues.filter { $0.test == function && $0.isKnown == isKnown }
    guard verdict.isRed else {
      #expect(issues.isEmpty)
      return
    }
    #expect(issues.count == 1, "\(issues)")
    let issue = try #require(issues.first, "\(outcome.output)")
    #expect(issue.place == marks[name])
    let heading = try #require(heading)
    #expect(issue.headline.hasPrefix("\(heading): "), "\(issue.text)")
    for phrase in says { #expect(issue.text.contains(phrase), "\(issue.text)") }
  }
}
