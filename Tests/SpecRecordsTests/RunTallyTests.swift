import SpecRecords
import StructuredOutput
import Testing

@Suite("What a run adds up to")
struct RunTallyTests {
  static func tally(_ records: RunRecord...) -> RunTally {
    var tally = RunTally()
    for record in records { tally.add(record) }
    return tally
  }

  static func body(
    _ spec: String, _ verdict: Verdict, case: String? = nil, trial: Int = 1, known: Bool = false,
    cancelled: Bool = false
  ) -> RunRecord {
    .body(
      BodyRecord(
        subject: RecordSubject(spec: spec, case: `case`, trial: trial), verdict: verdict, isKnown: known, duration: 1,
        isCancelled: cancelled))
  }

  static func expectation(_ spec: String, _ verdict: Verdict, known: Bool = false) -> RunRecord {
    .expectation(
      ExpectationRecord(
        subject: RecordSubject(spec: spec), expectation: "expectJSON", verdict: verdict, isKnown: known, reason: "",
        location: "A:1"))
  }

  static func trials(_ spec: String, _ verdict: Verdict) -> RunRecord {
    .trials(TrialsRecord(subject: RecordSubject(spec: spec), count: TrialCount(), needed: 1, verdict: verdict))
  }

  static func call(
    _ origin: String, spec: String = "s", input: Int? = nil, output: Int? = nil, cost: Double? = nil,
    fault: String? = nil
  ) -> RunRecord {
    .call(
      CallRecord(
        subject: RecordSubject(spec: spec), purpose: "subject", provider: "p", model: "m", origin: origin, input: [],
        inputTokens: input, outputTokens: output, cost: cost, fault: fault))
  }

  @Test("Failed and inconclusive are counted apart")
  func apart() {
    let tally = Self.tally(
      Self.body("a", .passed), Self.body("b", .failed), Self.body("c", .inconclusive), Self.body("d", .inconclusive))
    #expect(tally.cases == TrialCount(passed: 1, failed: 1, inconclusive: 2))
    #expect(tally.knownCases == TrialCount())
    #expect(tally.verdict == .failed)
    #expect(Self.tally(Self.body("c", .inconclusive)).verdict == .inconclusive)
    #expect(RunTally().verdict == .passed)
  }

  @Test("Cases of one spec count one each, trials of one case together")
  func casesAndTrials() {
    let tally = Self.tally(
      Self.body("a", .passed, case: "1"), Self.body("a", .passed, case: "2"),
      Self.body("b", .passed, trial: 1), Self.body("b", .failed, trial: 2), Self.body("b", .passed, trial: 3),
      Self.trials("b", .passed))
    #expect(tally.specCount == 3)
    #expect(tally.trialCount == 5)
    #expect(tally.cases == TrialCount(passed: 3))
    #expect(tally.bodies["b"] == TrialCount(passed: 2, failed: 1))
  }

  @Test("A failure that the trials allow does not turn the run red")
  func toleratedFailure() {
    let tally = Self.tally(
      Self.expectation("b", .passed), Self.body("b", .passed, trial: 1), Self.expectation("b", .failed),
      Self.body("b", .failed, trial: 2), Self.trials("b", .passed))
    #expect(tally.expectations == TrialCount(passed: 1, failed: 1))
    #expect(tally.verdict == .passed)
  }

  @Test("Known issues keep failed and inconclusive apart, and leave the run as it is")
  func known() {
    let tally = Self.tally(
      Self.body("a", .passed), Self.expectation("b", .failed, known: true), Self.body("b", .failed, known: true),
      Self.expectation("c", .inconclusive, known: true), Self.body("c", .inconclusive, known: true))
    #expect(tally.cases == TrialCount(passed: 1))
    #expect(tally.knownCases == TrialCount(failed: 1, inconclusive: 1))
    #expect(tally.knownExpectations == TrialCount(failed: 1, inconclusive: 1))
    #expect(tally.expectations == TrialCount())
    #expect(tally.verdict == .passed)
  }

  @Test("A known issue counts by its expectations where the body itself passed")
  func knownInsidePassedBody() {
    let tally = Self.tally(Self.expectation("b", .failed, known: true), Self.body("b", .passed, known: true))
    #expect(tally.knownCases == TrialCount(failed: 1))
    #expect(tally.cases == TrialCount())
  }

  @Test("A known issue that was not seen is a pass")
  func knownButGreen() {
    let tally = Self.tally(Self.body("b", .passed, known: true))
    #expect(tally.cases == TrialCount(passed: 1))
    #expect(tally.knownCases == TrialCount())
  }

  @Test("A failure that nobody declared is not hidden by a known one of another trial")
  func knownBesideUnknown() {
    let tally = Self.tally(Self.body("b", .failed, trial: 1, known: true), Self.body("b", .failed, trial: 2))
    #expect(tally.cases == TrialCount(failed: 1))
    #expect(tally.knownCases == TrialCount())
    #expect(tally.verdict == .failed)
  }

  @Test("An expectation of a test that leaves no body counts for the run's verdict")
  func outsideSpecs() {
    let tally = Self.tally(Self.body("a", .passed), Self.expectation("plain", .failed))
    #expect(tally.expectationsOutsideSpecs == TrialCount(failed: 1))
    #expect(tally.verdict == .failed)
    #expect(tally.specCount == 1)
  }

  @Test("Skipped and cancelled specs are named once, in order")
  func notRun() {
    let tally = Self.tally(
      .skipped(SkippedRecord(spec: "z")), Self.body("b", .passed, cancelled: true), .skipped(SkippedRecord(spec: "z")),
      Self.body("b", .failed, trial: 2, cancelled: true))
    #expect(tally.skipped == ["b", "z"])
    #expect(tally.specCount == 0)
    #expect(tally.verdict == .passed)
  }

  @Test("Calls are counted by where their answer came from")
  func calls() {
    let tally = Self.tally(
      Self.call("replayed", input: 10, output: 1, cost: 0.5), Self.call("replayed", input: 10),
      Self.call("recorded", input: 20, output: 2, cost: 0.25), Self.call("live", input: 40, output: 4, cost: 0.125),
      Self.call("live", input: 80), Self.call("live", fault: "HTTP 500"), Self.call("local"),
      Self.call("missed", spec: "z", input: 1_000), Self.call("missed", spec: "y"), Self.call("missed", spec: "z"))
    #expect(tally.replayedCalls == 2)
    #expect(tally.recordedCalls == 1)
    #expect(tally.liveCalls == 3)
    #expect(tally.localCalls == 1)
    #expect(tally.missedCalls == 3)
    #expect(tally.missedSpecs == ["y", "z"])
    #expect(tally.failedCalls == 1)
    #expect(tally.inputTokens == 160)
    #expect(tally.outputTokens == 7)
    #expect(tally.cost == 0.375)
    #expect(tally.unpricedCalls == 1)
    #expect(tally.replayedCost == 0.5)
    #expect(tally.unpricedReplayedCalls == 1)
  }

  @Test("The order of records of different specs changes nothing")
  func order() {
    let records = [
      Self.expectation("a", .failed), Self.body("a", .failed), Self.call("replayed", spec: "b", cost: 0.5),
      Self.body("b", .inconclusive), .skipped(SkippedRecord(spec: "c")), Self.trials("a", .failed),
      Self.call("missed", spec: "b"), Self.body("d", .failed, known: true),
    ]
    var forwards = RunTally()
    var backwards = RunTally()
    for record in records { forwards.add(record) }
    for record in records.reversed() { backwards.add(record) }
    #expect(forwards == backwards)
  }

  @Test("The side of a fixture counts for nothing, whatever it came to")
  func replayedSide() {
    let replayed = RecordSubject(spec: "a", side: .replayed)
    let tally = Self.tally(
      .call(
        CallRecord(subject: replayed, purpose: "subject", provider: "p", model: "m", origin: "missed", input: [])),
      .expectation(
        ExpectationRecord(subject: replayed, expectation: "e", verdict: .failed, reason: "", location: "A:1")),
      .body(BodyRecord(subject: replayed, verdict: .failed, duration: 1)),
      .trials(TrialsRecord(subject: replayed, count: TrialCount(failed: 1), needed: 1, verdict: .failed)),
      .body(BodyRecord(subject: RecordSubject(spec: "a", side: .live), verdict: .passed, duration: 1)))
    #expect(tally.cases == TrialCount(passed: 1))
    #expect(tally.trialCount == 1)
    #expect(tally.missedSpecs == [])
    #expect(tally.expectations.total == 0)
    #expect(tally.verdict == .passed)
  }

  @Test("Comparisons are counted, and those that found something are kept")
  func drift() {
    func record(_ spec: String, _ was: Verdict, _ now: Verdict, obstacle: String? = nil) -> RunRecord {
      .drift(
        DriftRecord(
          subject: RecordSubject(spec: spec),
          replayed: DriftSide(verdict: was, usage: DriftUsage(calls: 1, inputTokens: .max)),
          live: DriftSide(verdict: now, usage: DriftUsage(calls: 1, outputTokens: 2, cost: nil)), obstacle: obstacle))
    }
    let tally = Self.tally(
      record("a", .passed, .passed), record("b", .passed, .failed),
      record("c", .inconclusive, .passed, obstacle: "not recorded"), record("b", .passed, .failed))
    #expect(tally.comparedCases == 2)
    #expect(tally.drifts.map(\.subject.spec) == ["b", "c", "b"])
    #expect(tally.replayedUsage.inputTokens == .max)
    #expect(tally.liveUsage == DriftUsage(calls: 3, outputTokens: 6, cost: nil))
    #expect(tally.specCount == 0)
  }

  @Test("Specs of other shards are no skipped ones, and those that ran elsewhere in the run are not missing")
  func otherShards() {
    var tally = Self.tally(
      .process(ProcessRecord(run: "r", mode: "replay", shard: "1/2")), Self.body("a", .passed),
      .skipped(SkippedRecord(spec: "b", shard: "2/2")), .skipped(SkippedRecord(spec: "c")))
    #expect(tally.shards.map(\.description) == ["1/2"])
    #expect(tally.specsInOtherShards == ["b"])
    #expect(tally.skipped == ["c"])
    tally.add(.process(ProcessRecord(run: "r", mode: "replay", shard: "2/2")))
    tally.add(Self.body("b", .failed))
    tally.add(.skipped(SkippedRecord(spec: "a", shard: "1/2")))
    #expect(tally.shards.map(\.description) == ["1/2", "2/2"])
    #expect(tally.specsInOtherShards == [])
    #expect(tally.verdict == .failed)
  }
}
