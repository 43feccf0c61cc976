import SpecRecords
import StructuredOutput
import Testing

@testable import SpecReports

@Suite("Comparing a fixture with what came live")
struct DriftComparisonTests {
  /// One side of a case: its calls and its verdict.
  private func side(_ answers: String..., verdict: Verdict = .passed, known: Bool = false) -> [RunRecord] {
    answers.enumerated().map { Self.call("question \($0)", $1) } + [Self.body(verdict, known: known)]
  }

  private static func call(
    _ question: String, _ answer: String?, trial: Int = 1, purpose: String = "subject", tools: [(String, String)] = [],
    finishReason: String? = "stop", origin: String = "live", latency: Double = 0.5, cost: Double? = 0.01
  ) -> RunRecord {
    var output: JSONObject = ["role": "assistant", "content": .string(answer ?? "")]
    if !tools.isEmpty {
      output["toolCalls"] = .array(tools.map { ["id": "1", "name": .string($0.0), "arguments": .string($0.1)] })
    }
    return .call(
      CallRecord(
        subject: RecordSubject(spec: "T/a()", trial: trial), purpose: purpose, provider: "p", model: "m",
        origin: origin, input: [["role": "user", "content": .string(question)]],
        output: answer == nil ? nil : .object(output), finishReason: finishReason, inputTokens: 10, outputTokens: 4,
        latency: latency, cost: cost, fault: answer == nil ? "gone" : nil))
  }

  private static func body(_ verdict: Verdict, trial: Int = 1, known: Bool = false) -> RunRecord {
    .body(
      BodyRecord(
        subject: RecordSubject(spec: "T/a()", trial: trial), verdict: verdict, isKnown: known, duration: 0))
  }

  private static func expectation(
    _ score: Double?, output: String? = nil, heading: String? = nil, name: String = "expectGraded", line: Int = 3
  ) -> RunRecord {
    .expectation(
      ExpectationRecord(
        subject: RecordSubject(spec: "T/a()"), expectation: name, verdict: heading == nil ? .passed : .inconclusive,
        heading: heading, score: score, reason: "r", output: output, location: "T/A.swift:\(line)"))
  }

  private func compare(
    _ replayed: [RunRecord], _ live: [RunRecord], _ comparison: DriftComparison = DriftComparison()
  ) async -> DriftRecord {
    await comparison.compare(RecordSubject(spec: "T/a()"), replayed: replayed, live: live)
  }

  private func changes(
    _ replayed: [RunRecord], _ live: [RunRecord], _ comparison: DriftComparison = DriftComparison()
  ) async -> [String] {
    await compare(replayed, live, comparison).changes.map { "\($0.aspect)|\($0.place)|\($0.was)|\($0.now)" }
  }

  @Test("Equal answers and verdicts are no drift")
  func same() async {
    let record = await compare(side("30 days.", "Hello"), side("30 days.", "Hello"))
    #expect(!record.isChanged)
    #expect(record.similarity == 1)
    #expect(record.obstacle == nil)
    let silent = await compare(side(), side())
    #expect(!silent.isChanged)
    #expect(silent.similarity == nil)
  }

  @Test(
    "The verdicts of both sides are what the records say",
    arguments: [
      (Verdict.passed, Verdict.failed, true, false), (.failed, .passed, true, true),
      (.passed, .inconclusive, true, false), (.failed, .failed, false, false), (.inconclusive, .passed, true, true),
    ])
  func verdicts(was: Verdict, now: Verdict, isChanged: Bool, isRecovered: Bool) async {
    let record = await compare(side("a", verdict: was), side("a", verdict: now))
    #expect(record.replayed.verdict == was)
    #expect(record.live.verdict == now)
    #expect(record.isVerdictChanged == isChanged)
    #expect(record.isRecovered == isRecovered)
  }

  @Test("A known issue counts as passed, and that it is one is kept")
  func known() async {
    let record = await compare(side("a"), side("a", verdict: .failed, known: true))
    #expect(!record.isVerdictChanged)
    #expect(record.live.isKnown)
    #expect(record.live.verdict == .failed)
  }

  @Test("Trials count together, with what is required of them")
  func trials() async {
    let trials = TrialsRecord(
      subject: RecordSubject(spec: "T/a()"), count: TrialCount(passed: 2, failed: 1), needed: 2, verdict: .passed)
    let replayed = [Self.body(.passed), Self.body(.failed, trial: 2), Self.body(.passed, trial: 3), .trials(trials)]
    let record = await compare(replayed, side("a", verdict: .failed))
    #expect(record.replayed.verdict == .passed)
    #expect(record.isVerdictChanged)
  }

  @Test("What is not recorded cannot be compared")
  func missing() async {
    let missed = [Self.call("q", nil, origin: "missed"), Self.body(.inconclusive)]
    let record = await compare(missed, side("a"))
    #expect(record.obstacle == "not recorded")
    #expect(!record.isChanged && !record.isVerdictChanged)
    let heading = [Self.expectation(nil, heading: "not recorded"), Self.body(.inconclusive)]
    #expect(await compare(heading, side("a")).obstacle == "not recorded")
    let unusable = [Self.expectation(nil, heading: "inconclusive", name: "fixture"), Self.body(.inconclusive)]
    #expect(await compare(unusable, side("a")).obstacle == "its fixture cannot be used")
  }

  @Test("A provider that gives no answer has not drifted; one whose error the app lived through has")
  func unanswered() async {
    let live = [Self.call("question 0", nil), Self.body(.inconclusive)]
    let record = await compare(side("a"), live)
    #expect(record.obstacle == "a live call got no answer")
    #expect(!record.isChanged)
    let retried = [Self.call("question 0", nil), Self.call("question 0", "a"), Self.body(.passed)]
    #expect(await compare(side("a"), retried).obstacle == nil)
  }

  @Test("The form of the answers: format, JSON, Markdown, length, tools, refusal, why the model stopped")
  func form() async {
    func change(_ was: RunRecord, _ now: RunRecord) async -> [String] {
      await changes([was, Self.body(.passed)], [now, Self.body(.passed)], DriftComparison { _, _ in 1 })
    }
    #expect(
      await change(Self.call("q", "{\"a\": 1}"), Self.call("q", "```json\n{\"a\": \"1\"}\n```")) == [
        "format|answer 1|JSON|JSON in a Markdown fence", "JSON|answer 1, /a|number|string",
      ])
    #expect(
      await change(Self.call("q", "# Hi\n\ntext"), Self.call("q", "- Hi\n- text"))
        == ["Markdown|answer 1|headings|a bulleted list"])
    let (short, long) = (String(repeating: "word ", count: 20), String(repeating: "word ", count: 31))
    #expect(await change(Self.call("q", short), Self.call("q", long)) == ["length|answer 1|20 words|31 words"])
    #expect(await change(Self.call("q", "a b c"), Self.call("q", "a b c d e f")) == [])
    #expect(
      await change(
        Self.call("q", "", tools: [("find", #"{"day": 1, "city": 2}"#)]),
        Self.call("q", "", tools: [("find", #"{"city": 2}"#), ("book", "{")], finishReason: "toolCalls")) == [
          "finish reason|answer 1|stop|toolCalls",
          "tool calls|answer 1|find(city, day)|find(city), book(unreadable arguments)",
        ])
    #expect(
      await change(Self.call("q", "Here is how it works."), Self.call("q", "I'm sorry, but I can't help with that."))
        == ["refusal|answer 1|answers|refuses"])
  }

  @Test("The meaning: how alike the answers are, by the measure that is given, and the numbers that they name")
  func meaning() async {
    let half = DriftComparison(leastSimilarity: 0.6) { _, _ in 0.5 }
    #expect(
      await changes(side("You have 30 days, or 12."), side("You have 14 days, or 12."), half) == [
        "wording|answer 1|You have 30 days, or 12.|You have 14 days, or 12.", "numbers|answer 1|30|14",
      ])
    let record = await compare(side("a", "b"), side("c", "d"), DriftComparison { was, _ in was == "a" ? 0.9 : 0.7 })
    #expect(record.similarity == 0.7)
    #expect(record.changes == [])
    // A measure that cannot tell says nothing, and one that gives no number neither.
    #expect(await compare(side("a"), side("b"), DriftComparison { _, _ in nil }).similarity == nil)
    #expect(await compare(side("a"), side("b"), DriftComparison { _, _ in .nan }).similarity == nil)
    #expect(await compare(side("a"), side("b"), DriftComparison { _, _ in 7 }).similarity == 1)
  }

  @Test("The numbers that count the items of a list are none")
  func listNumbers() async {
    #expect(
      await changes(side("- pay 3 euros\n- wait"), side("1. pay 3 euros\n2. wait"), DriftComparison { _, _ in 1 })
        == ["Markdown|answer 1|a bulleted list|a numbered list"])
  }

  @Test("By default, other words are less alike than the same ones")
  func lexical() {
    let answer = "You can return shoes within 30 days of purchase."
    #expect(DriftComparison.lexical(answer, answer) == 1)
    #expect(DriftComparison.lexical("", "") == 1)
    #expect(DriftComparison.lexical(answer, "Shoes can be returned within 30 days after you purchased them.") > 0.6)
    #expect(DriftComparison.lexical(answer, "Please telephone our support team on Monday.") < 0.3)
  }

  @Test("Answers to equal questions are compared, whatever their order, and the others of a trial in theirs")
  func pairing() async {
    func records(_ answers: [(String, String)]) -> [RunRecord] {
      answers.map { Self.call($0.0, $0.1) } + [Self.body(.passed)]
    }
    let never = DriftComparison { _, _ in 0 }
    #expect(
      await changes(
        records([("A", "a"), ("B", "b"), ("A", "c")]), records([("B", "b"), ("A", "a"), ("A", "c")]), never)
        == [])
    #expect(
      await changes(
        records([("A", "a"), ("after a", "x"), ("last", "z")]),
        records([("A", "b"), ("after b", "y"), ("last", "z")]), never) == [
          "wording|answer 1|a|b", "wording|answer 2|x|y",
        ])
    let trials = [Self.call("A", "a"), Self.call("A", "b", trial: 2), Self.body(.passed)]
    #expect(
      await changes(trials, [Self.call("A", "a"), Self.call("A", "c", trial: 2), Self.body(.passed)], never)
        == ["wording|answer 1, trial 2|b|c"])
  }

  @Test("Of a judge's answers only those to equal questions are compared")
  func judges() async {
    func records(_ question: String, _ answer: String) -> [RunRecord] {
      [Self.call("q", "same"), Self.call(question, answer, purpose: "judge"), Self.body(.passed)]
    }
    let never = DriftComparison { _, _ in 0 }
    #expect(await changes(records("is a good?", "yes"), records("is b good?", "no"), never) == [])
    #expect(
      await changes(records("is a good?", "yes"), records("is a good?", "no"), never)
        == ["wording|the judge's answer 1|yes|no"])
  }

  @Test("Another number of calls is another structure")
  func callCount() async {
    #expect(await changes(side("a", "b"), side("a")) == ["calls||2|1"])
    #expect(await changes(side(), side("a")) == ["calls||0|1"])
  }

  @Test("An app whose calls leave no record is compared by what its expectations were given")
  func expectations() async {
    let never = DriftComparison { _, _ in 0 }
    let replayed = [
      Self.expectation(nil, output: "a"), Self.expectation(nil, output: "x", line: 9), Self.body(.passed),
    ]
    let live = [Self.expectation(nil, output: "b"), Self.expectation(nil, output: "x", line: 9), Self.body(.passed)]
    #expect(await changes(replayed, live, never) == ["wording|answer 1|a|b"])
  }

  @Test("A score that moved is a difference, before the verdict turns")
  func scores() async {
    func records(_ score: Double) -> [RunRecord] { [Self.expectation(score), Self.body(.passed)] }
    #expect(await changes(records(0.91), records(0.72)) == ["score|expectGraded at T/A.swift:3|0.91|0.72"])
    #expect(await changes(records(0.91), records(0.9)) == [])
    #expect(await changes(records(0), records(0)) == [])
  }

  @Test("Cost, time and tokens of both sides are added up; an unknown price makes the sum unknown")
  func usage() async {
    let record = await compare(side("a", "b"), [Self.call("question 0", "a", cost: nil), Self.body(.passed)])
    #expect(record.replayed.usage == DriftUsage(calls: 2, inputTokens: 20, outputTokens: 8, latency: 1, cost: 0.02))
    #expect(record.live.usage == DriftUsage(calls: 1, inputTokens: 10, outputTokens: 4, latency: 0.5, cost: nil))
  }

  @Test("Long answers are cut and many changes are bounded")
  func bounds() async {
    let long = String(repeating: "{\"a\": [1, \"🙂", count: 20_000)
    let record = await compare(side(long), side(String(long.reversed())))
    #expect(record.changes.count <= 50)
    for change in record.changes { #expect(change.was.unicodeScalars.count <= 241) }
    let many = (0..<300).map { Self.call("q\($0)", "a\($0)") } + [Self.body(.passed)]
    let others = (0..<300).map { Self.call("q\($0)", "b\($0)") } + [Self.body(.passed)]
    #expect(await compare(many, others, DriftComparison { _, _ in 0 }).changes.count == 50)
  }
}
