import SpecRecords
import Testing

@testable import LLMSpecTool

@Suite("Failures that no record holds")
struct TestEventsTests {
  private let end = #"{"kind":"event","payload":{"kind":"runEnded"}}"#

  private func issue(_ test: String, _ issue: String = #"{"isFailure":true,"isKnown":false}"#) -> String {
    #"{"kind":"event","payload":{"kind":"issueRecorded","issue":\#(issue),"testID":"\#(test)"}}"#
  }

  private func unexplained(_ lines: [String], by records: [RunRecord] = []) -> [String] {
    TestEvents((lines + [end]).joined(separator: "\n")).unexplained(by: RunReading(records))
  }

  @Test("A plain test that failed is named")
  func plain() {
    #expect(
      unexplained([issue("Specs.Sums/add()/Sums.swift:3:4")], by: [Recorded.body(.inconclusive)]) == [
        "Specs/Sums/add()"
      ])
  }

  @Test("A spec whose body left a record accounts for all of its issues")
  func spec() {
    let test = "Specs.Refunds/window()/Refunds.swift:3:4"
    #expect(unexplained([issue(test), issue(test)], by: [Recorded.body(.inconclusive)]).isEmpty)
    #expect(unexplained([issue(test)], by: [Recorded.body(.inconclusive, cancelled: true)]) == [Recorded.spec])
  }

  @Test("A spec that is named for its file is recognised")
  func byFile() {
    #expect(unexplained([issue("Specs.Sums/window()/Refunds.swift:3:4")], by: [Recorded.body(.inconclusive)]).isEmpty)
  }

  @Test("A plain test accounts for as many issues as it has red expectations")
  func expectations() {
    let test = "Specs.Refunds/window()/Refunds.swift:3:4"
    let records = [Recorded.expectation(.inconclusive), Recorded.expectation(.passed)]
    #expect(unexplained([issue(test)], by: records).isEmpty)
    #expect(unexplained([issue(test), issue(test)], by: records) == [Recorded.spec])
  }

  @Test("Known issues and warnings are no failures, in older forms of the stream too")
  func noFailures() {
    let forms = [
      #"{"isFailure":false,"isKnown":true,"severity":"error"}"#, #"{"isFailure":false,"severity":"warning"}"#,
      #"{"isKnown":true}"#, #"{"isKnown":false,"severity":"warning"}"#,
    ]
    #expect(unexplained(forms.map { issue("Specs.add()/Sums.swift:3:4", $0) }).isEmpty)
    #expect(unexplained([issue("Specs.add()/Sums.swift:3:4", #"{"isKnown":false}"#)]) == ["Specs/add()"])
  }

  @Test("A process that ended before its tests did is a failure; no stream at all says nothing")
  func crash() {
    let reading = RunReading([])
    #expect(TestEvents(#"{"kind":"event","payload":{"kind":"runStarted"}}"#).unexplained(by: reading).count == 1)
    #expect(TestEvents("").unexplained(by: reading).isEmpty)
  }
}
