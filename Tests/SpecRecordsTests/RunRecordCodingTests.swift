import SpecRecords
import StructuredOutput
import Testing

@Suite("The run record's lines")
struct RunRecordCodingTests {
  static let subject = RecordSubject(spec: "Specs/Refunds/window()", case: "\"shoes\"", trial: 3, role: .trainable)

  static let full: [RunRecord] = [
    .process(ProcessRecord(run: "20261124T020205Z-77", mode: "replay")),
    .call(
      CallRecord(
        subject: subject, purpose: "subject", provider: "openai", model: "small", answeredBy: "small-2026",
        origin: "replayed", input: [["role": "user", "content": "How long?\nReally \u{2028}?"]],
        tools: [["name": "find", "description": "Finds.", "parameters": [:]]],
        output: ["role": "assistant", "content": "30 days 🙂"], finishReason: "stop", inputTokens: 12, outputTokens: 0,
        latency: 0.25, cost: 0.000_123, promptVersion: "refunds@2", fixture: "Fixtures/a.json", fault: "none")),
    .expectation(
      ExpectationRecord(
        subject: subject, expectation: "expectJudgedBetter", verdict: .inconclusive, heading: "inconclusive",
        isKnown: true, score: 0.5, threshold: 0.8, reason: "why", output: "new", reference: "right", baseline: "old",
        vote: PairwiseVote(newFirst: .new, oldFirst: .tie), judge: "judge", rawAnswer: "?", location: "Specs/A.swift:12"
      )),
    .body(
      BodyRecord(
        subject: subject, verdict: .failed, isKnown: true, issues: ["a", "b"], duration: 1.5, isCancelled: true)),
    .trials(
      TrialsRecord(
        subject: subject, count: TrialCount(passed: 3, failed: 1, inconclusive: 1), needed: 4, verdict: .inconclusive)),
    .skipped(SkippedRecord(spec: "Specs/Refunds/later()")),
    .skipped(SkippedRecord(spec: "Specs/Refunds/elsewhere()", shard: "3/8")),
    .process(
      ProcessRecord(run: "r", mode: "drift", shard: "2/8", specs: 12, specsElsewhere: 84, duration: 1.5)),
    .body(BodyRecord(subject: RecordSubject(spec: "s", side: .replayed), verdict: .failed, duration: 0)),
    .drift(
      DriftRecord(
        subject: RecordSubject(spec: "s", case: "a"),
        replayed: DriftSide(
          verdict: .passed, usage: DriftUsage(calls: 2, inputTokens: 3, outputTokens: 4, latency: 0.5, cost: 0.25)),
        live: DriftSide(verdict: .failed, isKnown: true, usage: DriftUsage(cost: nil)), similarity: 0.5,
        changes: [
          DriftChange(.jsonShape, at: "answer 1, /total", was: "number", now: "string"),
          DriftChange(.wording, at: "answer 2", was: "a\nb", now: "🙂"),
        ])),
    .fixtureUse(
      FixtureUseRecord(
        spec: "Specs/Refunds/window()", fixture: "Fixtures/a.json", mode: "replay", exchanges: 9,
        keys: "0123456789abcdef", unused: PositionRanges([3, 7, 8, 9]), usedKeys: "fedcba9876543210", misses: 2,
        models: ["large", "small"], isWhole: false)),
  ]

  static let bare: [RunRecord] = [
    .call(
      CallRecord(
        subject: RecordSubject(spec: "s"), purpose: "judge", provider: "p", model: "m", origin: "missed", input: [])),
    .expectation(
      ExpectationRecord(
        subject: RecordSubject(spec: "s"), expectation: "expectJSON", verdict: .passed, reason: "", location: "A:1")),
    .body(BodyRecord(subject: RecordSubject(spec: "s"), verdict: .passed, duration: 0)),
    .fixtureUse(FixtureUseRecord(spec: "s", fixture: "f", mode: "replay", exchanges: 0, keys: "")),
  ]

  @Test("What is written is read back the same", arguments: full + bare)
  func roundTrip(record: RunRecord) throws {
    let line = record.json.compactBytes
    #expect(!line.contains(0x0A))
    #expect(try RunRecord(json: JSONValue(parsing: line)) == record)
  }

  @Test("Fields stand in a fixed order, and what is nil is left out")
  func order() {
    #expect(
      Self.bare[2].json.compactText
        == #"{"kind":"body","spec":"s","trial":1,"role":"heldOut","verdict":"passed","known":false,"duration":0}"#)
    #expect(
      Self.full[4].json.compactText.hasPrefix(
        #"{"kind":"trials","spec":"Specs/Refunds/window()","case":"\"shoes\"","trial":3,"role":"trainable","#))
  }

  @Test("A score that JSON cannot hold is left out")
  func notANumber() throws {
    var record = ExpectationRecord(
      subject: Self.subject, expectation: "expectGraded", verdict: .inconclusive, score: .nan, reason: "r",
      location: "A:1")
    let read = try RunRecord(json: RunRecord.expectation(record).json)
    record.score = nil
    #expect(read == .expectation(record))
  }

  @Test("A record without a role is held out")
  func missingRole() throws {
    let read = try RunRecord(json: ["kind": "body", "spec": "s", "verdict": "passed"])
    guard case .body(let body) = read else {
      Issue.record("not a body: \(String(describing: read))")
      return
    }
    #expect(body.subject.role == .heldOut)
  }

  @Test("A kind that this version does not know is passed over")
  func unknownKind() throws {
    #expect(try RunRecord(json: ["kind": "weather", "anything": [1, 2]]) == nil)
  }

  @Test("A newer format is refused, and the message says what to do")
  func newerFormat() throws {
    let error = try #require(throws: RunRecordError.self) {
      try RunRecord(json: ["kind": "process", "format": 2, "run": "r", "mode": "replay"])
    }
    #expect(error.description.contains("has format 2; this version reads up to \(SpecRecords.formatVersion)"))
    #expect(error.description.contains("newer"))
  }

  @Test(
    "A missing or wrong field is named, with what stands there",
    arguments: [
      (#"{"kind":"skipped"}"#, #"needs a text under "spec" and has nothing"#),
      (#"{"kind":"body","spec":"s","verdict":"perhaps"}"#, #"needs a verdict under "verdict" and has "perhaps""#),
      (#"{"kind":"process","format":"1"}"#, #"needs a whole number under "format" and has "1""#),
      ("[1,2]", #"needs a text under "kind" and has nothing"#),
    ])
  func wrongField(line: String, message: String) throws {
    let json = try JSONValue(parsing: line)
    let error = try #require(throws: RunRecordError.self) { try RunRecord(json: json) }
    #expect(error.description.contains(message))
  }
}
