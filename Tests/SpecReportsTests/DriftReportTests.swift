import SpecRecords
import SpecReports
import StructuredOutput
import Testing

@Suite("The report of what drifted")
struct DriftReportTests {
  private var tally = RunTally()

  private mutating func add(
    _ spec: String, case: String? = nil, trial: Int = 1, _ was: Verdict = .passed, _ now: Verdict = .passed,
    obstacle: String? = nil, similarity: Double? = nil, usage: (DriftUsage, DriftUsage) = (DriftUsage(), DriftUsage()),
    changes: [DriftChange] = []
  ) {
    tally.add(
      .drift(
        DriftRecord(
          subject: RecordSubject(spec: spec, case: `case`, trial: trial),
          replayed: DriftSide(verdict: was, usage: usage.0), live: DriftSide(verdict: now, usage: usage.1),
          obstacle: obstacle, similarity: similarity, changes: changes)))
  }

  private let numbers = DriftChange(.numbers, at: "answer 1", was: "30", now: "14")
  private let wording = DriftChange(.wording, at: "answer 1", was: "You can.", now: "Call\nus.")
  private let shape = DriftChange(.jsonShape, at: "answer 2, /total", was: "number", now: "string")

  @Test("A run that compared nothing has no report")
  func none() {
    #expect(DriftReport(tally).text == nil)
  }

  @Test("Specs that are as they were recorded are counted")
  mutating func same() {
    add("T/a()")
    #expect(DriftReport(tally).text == "No drift: 1 spec is as when recorded.")
    add("T/b()")
    #expect(DriftReport(tally).text == "No drift: 2 specs are as when recorded.")
  }

  @Test("The most important stand first: verdict, structure, meaning, and what cannot be compared last")
  mutating func order() {
    add("T/meaning2()", similarity: 0.5, changes: [wording])
    add("T/meaning1()", similarity: 0.2, changes: [wording])
    add("T/structure()", similarity: 0.9, changes: [numbers, shape])
    add("T/better()", .failed, .passed)
    add("T/unknown()", .passed, .inconclusive)
    add("T/worse()", case: "\"shoes\"", .passed, .failed, similarity: 0.414, changes: [numbers])
    add("T/same()")
    add("T/new()", .inconclusive, .passed, obstacle: "not recorded")
    #expect(
      DriftReport(tally).text == """
        Drift: 6 of 7 specs changed since recorded.
          T/worse() ["shoes"]: passed when recorded, failed live; meaning (numbers); similarity 0.41
            numbers of answer 1: 30 became 14
          T/unknown(): passed when recorded, inconclusive live
          T/better(): failed when recorded, passed live
          T/structure(): structure (JSON); meaning (numbers); similarity 0.9
            JSON of answer 2, /total: number became string
            numbers of answer 1: 30 became 14
          T/meaning1(): meaning (wording); similarity 0.2
            wording of answer 1: “You can.” became “Call⏎us.”
          T/meaning2(): meaning (wording); similarity 0.5
            wording of answer 1: “You can.” became “Call⏎us.”
        1 spec could not be compared:
          T/new(): not recorded
        Record what is missing with `LLMSPEC_MODE=record swift test --filter T.new` or `llmspec run --mode record`.
        """)
  }

  @Test("Cost, time and tokens are named as far as they changed, for a spec and in all")
  mutating func usage() {
    let was = DriftUsage(calls: 1, inputTokens: 100, outputTokens: 1_200, latency: 1.5, cost: 0.02)
    let now = DriftUsage(calls: 1, inputTokens: 100, outputTokens: 800, latency: 4, cost: 0.01)
    add("T/a()", similarity: 1, usage: (was, now), changes: [numbers])
    #expect(
      DriftReport(tally).text == """
        Drift: 1 of 1 spec changed since recorded.
          T/a(): meaning (numbers); similarity 1.0
            numbers of answer 1: 30 became 14
            tokens out 1,200 → 800, time 1.5 s → 4.0 s, cost $0.02 → $0.01
        In all: tokens out 1,200 → 800, time 1.5 s → 4.0 s, cost $0.02 → $0.01.
        """)
  }

  @Test("Long lists are cut and the rest is counted, and so are a spec's differences")
  mutating func cut() throws {
    for number in 0..<30 { add("T/\(number)()", changes: [numbers]) }
    let text = try #require(DriftReport(tally, limit: 3).text)
    #expect(text.contains("\n  and 27 more"))
    #expect(text.split(separator: "\n").count == 8)
    #expect(try #require(DriftReport(tally, limit: .max).text).split(separator: "\n").count == 61)
    var other = Self()
    other.add("T/a()", changes: Array(repeating: numbers, count: 8))
    #expect(try #require(DriftReport(other.tally).text).contains("    and 2 more differences"))
  }

  @Test("Trials that were compared one by one are of one spec")
  mutating func trials() throws {
    for trial in 1...3 { add("T/a()", trial: trial, changes: [numbers]) }
    let text = try #require(DriftReport(tally).text)
    #expect(text.hasPrefix("Drift: 1 of 1 spec changed since recorded.\n  T/a(): "))
    #expect(text.contains("T/a(), trial 3: "))
  }

  @Test("What models and tests write cannot draw on the terminal or make lines")
  mutating func escaped() throws {
    add(
      "T/\u{1B}[31m()", case: "a\nb", similarity: 0,
      changes: [
        DriftChange(
          .wording, at: "x\u{7}", was: "\u{1B}]0;t\u{7}", now: "\u{202E}\u{2028}" + String(repeating: "y", count: 5_000)
        ),
        DriftChange(DriftAspect(rawValue: "new\nkind"), at: "", was: "", now: ""),
      ])
    let text = try #require(DriftReport(tally).text)
    #expect(text.split(separator: "\n").count == 4)
    #expect(text.count < 900)
    for scalar in ["\u{1B}", "\u{7}", "\u{202E}", "\u{2028}"] { #expect(!text.contains(scalar)) }
  }
}
