import SpecRecords
import SpecReports
import StructuredOutput
import Testing

@Suite("The summary at the end of a run")
struct ConsoleSummaryTests {
  private var tally = RunTally()

  private mutating func run(mode: String) { tally.add(.process(ProcessRecord(run: "r", mode: mode))) }

  private mutating func bodies(_ count: Int, _ verdict: Verdict, named name: String, known: Bool = false) {
    for index in 0..<count {
      tally.add(
        .body(
          BodyRecord(
            subject: RecordSubject(spec: "T/\(name)\(index)()"), verdict: verdict, isKnown: known, duration: 0.1)))
    }
  }

  private mutating func calls(
    _ count: Int, _ origin: String, spec: String = "T/S/a()", input: Int? = nil, output: Int? = nil,
    cost: Double? = nil, fault: String? = nil
  ) {
    for _ in 0..<count {
      tally.add(
        .call(
          CallRecord(
            subject: RecordSubject(spec: spec), purpose: "subject", provider: "p", model: "m", origin: origin,
            input: .null, inputTokens: input, outputTokens: output, cost: cost, fault: fault)))
    }
  }

  private func text(duration: Double? = nil, path: String? = nil, fault: String? = nil) -> String {
    ConsoleSummary(tally: tally, duration: duration, recordPath: path, recordFault: fault).text
  }

  @Test("A whole run in one paragraph")
  mutating func whole() {
    run(mode: "replay")
    bodies(11, .passed, named: "p")
    bodies(2, .failed, named: "f", known: true)
    bodies(1, .inconclusive, named: "i", known: true)
    for trial in 2...11 {
      tally.add(.body(BodyRecord(subject: RecordSubject(spec: "T/p0()", trial: trial), verdict: .passed, duration: 0)))
    }
    calls(58, "replayed", input: 200, output: 40, cost: 0.002)
    calls(3, "replayed", input: 400)
    tally.add(.skipped(SkippedRecord(spec: "SupportAssistantSpecs/RefundSpecs/window()")))
    #expect(
      text(duration: 1.93, path: ".build/llmspec/runs/20261124T020205Z-77") == """
        llmspec: 14 specs (24 trials) in 1.9 s, mode replay: 11 passed, 3 known issues (2 failed, 1 inconclusive).
          61 calls: 61 replayed, 0 recorded, 0 live. 12,800 tokens in, 2,320 out. Cost $0.00 \
        (replayed calls would have cost $0.12; price unknown for 3 calls).
          1 not run: SupportAssistantSpecs/RefundSpecs/window().
          Record: .build/llmspec/runs/20261124T020205Z-77
        """)
  }

  @Test("One of each is said in the singular")
  mutating func singular() {
    run(mode: "live")
    bodies(1, .failed, named: "f")
    calls(1, "live", input: 1, output: 1, cost: 0.25)
    #expect(
      text() == """
        llmspec: 1 spec, mode live: 0 passed, 1 failed.
          1 call: 0 replayed, 0 recorded, 1 live. 1 token in, 1 out. Cost $0.25.
        """)
  }

  @Test("Failed and inconclusive stand apart")
  mutating func apart() {
    bodies(1_200, .passed, named: "p")
    bodies(2, .failed, named: "f")
    bodies(3, .inconclusive, named: "i")
    #expect(text() == "llmspec: 1,205 specs: 1,200 passed, 2 failed, 3 inconclusive.")
  }

  @Test("A run of nothing but known issues does not speak of passes")
  mutating func onlyKnown() {
    bodies(1, .failed, named: "f", known: true)
    #expect(text() == "llmspec: 1 spec: 1 known issue (1 failed).")
  }

  @Test("A run without specs and calls is one line")
  func empty() {
    #expect(text() == "llmspec: no spec ran.")
  }

  @Test("Calls that are not recorded name the command that records them")
  mutating func misses() {
    run(mode: "replay")
    bodies(1, .inconclusive, named: "i")
    calls(2, "missed", spec: "Specs/RefundSpecs/window(item:)")
    let lines = text().split(separator: "\n")
    #expect(lines[1] == "  2 calls: 0 replayed, 0 recorded, 0 live, 2 not recorded.")
    #expect(
      lines[2] == """
          Record what is missing with `LLMSPEC_MODE=record swift test --filter Specs.RefundSpecs/window` \
        or `llmspec run --mode record`.
        """)
  }

  @Test("Few specs that missed are named in the command, many are not")
  mutating func manyMisses() {
    calls(1, "missed", spec: "T/S/a()")
    // A filter is a regular expression: the name is cut where it would need escaping.
    calls(1, "missed", spec: "T/S/it's late()")
    #expect(text().contains("swift test --filter T.S/a --filter T.S/it` or"))
    calls(1, "missed", spec: "T/S/c()")
    calls(1, "missed", spec: "T/S/d()")
    #expect(text().contains("`LLMSPEC_MODE=record swift test` or"))
  }

  @Test("A price that is not known is never shown as nothing")
  mutating func unknownPrice() {
    calls(2, "live")
    #expect(text().contains("Cost unknown (price unknown for 2 calls)."))
    calls(1, "live", cost: 0.004_21)
    #expect(text().contains("Cost $0.0042 (price unknown for 2 calls)."))
  }

  @Test(
    "Money and time are rounded as people read them",
    arguments: [
      (0.000_01, "under $0.0001"), (0.000_06, "$0.0001"), (0.009_94, "$0.0099"), (0.009_96, "$0.01"), (0.126, "$0.13"),
      (1_234.5, "$1,234.50"), (9.999, "$10.00"), (1e13, "over $1,000,000,000,000"),
    ])
  mutating func money(dollars: Double, shown: String) {
    calls(1, "live", cost: dollars)
    #expect(text().contains("Cost \(shown)."))
  }

  @Test(
    "Times grow from hundredths to hours",
    arguments: [
      (0, "0 s"), (0.001, "under 0.01 s"), (0.044, "0.04 s"), (0.96, "1.0 s"), (59.94, "59.9 s"), (59.96, "1 min 0 s"),
      (125, "2 min 5 s"), (3_725, "1 h 2 min"), (.nan, "0 s"), (1e300, "a very long time"),
    ])
  func times(seconds: Double, shown: String) {
    #expect(text(duration: seconds) == "llmspec: no spec ran in \(shown).")
  }

  @Test("At most five names of specs that were not run, then how many more")
  mutating func notRun() {
    for name in ["g", "b", "c", "d", "e", "f", "a"] { tally.add(.skipped(SkippedRecord(spec: "T/\(name)()"))) }
    #expect(text().contains("  7 not run: T/a(), T/b(), T/c(), T/d(), T/e() and 2 more."))
  }

  @Test("Calls that failed and calls inside the process are counted")
  mutating func failedAndLocal() {
    calls(1, "live", cost: 0, fault: "HTTP 500")
    calls(2, "local")
    #expect(text().contains("  3 calls: 0 replayed, 0 recorded, 1 live, 2 local. 1 call failed. Cost $0.00."))
  }

  @Test("Calls that only a model in the process answered have no cost")
  mutating func localOnly() {
    calls(1, "local", input: 10, output: 5)
    #expect(text().hasSuffix("1 call: 0 replayed, 0 recorded, 0 live, 1 local. 10 tokens in, 5 out."))
  }

  @Test("Expectations of tests that are no specs are counted apart")
  mutating func plainExpectations() {
    tally.add(
      .expectation(
        ExpectationRecord(
          subject: RecordSubject(spec: "plain"), expectation: "expectJSON", verdict: .failed, reason: "", location: ""))
    )
    #expect(text().hasSuffix("\n  1 expectation in other tests: 0 passed, 1 failed."))
  }

  @Test("A record that could not be written is said instead of where it is")
  func fault() {
    #expect(
      text(path: "p", fault: "No space left.").hasSuffix("\n  The record of this run is not complete: No space left."))
  }

  @Test("A shard is named with the specs that other shards run, and all shards together with nothing missing")
  mutating func shards() {
    tally.add(.process(ProcessRecord(run: "r", mode: "replay", shard: "2/3")))
    bodies(1, .passed, named: "p")
    for name in ["a", "b", "c", "d", "e", "f"] {
      tally.add(.skipped(SkippedRecord(spec: "T/\(name)()", shard: "1/3")))
    }
    #expect(
      text() == """
        llmspec: 1 spec, mode replay: 1 passed.
          Shard 2 of 3. 6 specs in other shards: T/a(), T/b(), T/c(), T/d(), T/e() and 1 more.
        """)
    tally.add(.process(ProcessRecord(run: "r", mode: "replay", shard: "1/3")))
    #expect(text().contains("\n  Shards 1, 2 of 3. 6 specs in other"))
    tally.add(.process(ProcessRecord(run: "r", mode: "replay", shard: "3/3")))
    for name in ["a", "b", "c", "d", "e", "f"] {
      tally.add(.body(BodyRecord(subject: RecordSubject(spec: "T/\(name)()"), verdict: .passed, duration: 0)))
    }
    #expect(text().hasSuffix("\n  All 3 shards took part."))
  }

  @Test("What drifted stands before the place of the record")
  mutating func drift() {
    run(mode: "drift")
    bodies(1, .passed, named: "p")
    tally.add(
      .drift(
        DriftRecord(
          subject: RecordSubject(spec: "T/p0()"), replayed: DriftSide(verdict: .failed),
          live: DriftSide(verdict: .passed))))
    #expect(
      text(path: "p") == """
        llmspec: 1 spec, mode drift: 1 passed.
          Drift: 1 of 1 spec changed since recorded.
            T/p0(): failed when recorded, passed live
          Record: p
        """)
  }
}
