import FixtureReplay
import Foundation
import SpecRecords
import StructuredOutput
import Testing

@Suite("What the last runs used")
struct FixtureEvidenceTests {
  private let path = "Fixtures/SupportSpecs/RefundSpecs/window.json"
  private let spec = "SupportSpecs/RefundSpecs/window()"

  private func use(unused: [Int] = [], spec: String? = nil, mode: String = "replay") -> FixtureUseRecord {
    FixtureUseRecord(
      spec: spec ?? self.spec, fixture: path, mode: mode, exchanges: 9, keys: "aa", unused: PositionRanges(unused))
  }

  @Test("The newest run of each test counts, whatever ran since")
  func newest() throws {
    let stage = try Rehearsal()
    try stage.record(use(unused: [1]), run: 1)
    try stage.record(use(unused: [2]), run: 2)
    try stage.record(use(unused: [3], spec: "SupportSpecs/RefundSpecs/other()"), run: 3)
    #expect(stage.evidence[fixture: path, of: spec]?.record.unused == PositionRanges([2]))
    #expect(stage.evidence[fixture: path, of: spec]?.run == Rehearsal.runName(2))
    #expect(stage.evidence[fixture: "elsewhere.json", of: spec] == nil)
    #expect(stage.evidence.uses.map(\.record.spec) == ["SupportSpecs/RefundSpecs/other()", spec])
  }

  @Test("Of two processes of one run the later counts; what one process used in two scopes is taken together")
  func processes() throws {
    let stage = try Rehearsal()
    try stage.record(use(unused: [1, 2, 3]), process: 2)
    try stage.record(use(unused: [2, 3, 4]), process: 2)
    try stage.record(use(unused: [9]), process: 1)
    #expect(stage.evidence[fixture: path, of: spec]?.record.unused == PositionRanges([2, 3]))
  }

  @Test("Runs that somebody named are ordered by time too, and only the last ones are looked through")
  func names() throws {
    let stage = try Rehearsal()
    for run in 1...FixtureEvidence.mostRuns { try stage.record(use(unused: [run]), run: run) }
    let runs = stage.folder.url.appending(path: ".build/llmspec/runs")
    let name = runs.appending(path: "a-name")
    try FileManager.default.moveItem(at: runs.appending(path: Rehearsal.runName(1)), to: name)
    #expect(stage.evidence[fixture: path, of: spec]?.record.unused == PositionRanges([FixtureEvidence.mostRuns]))
    try stage.record(use(spec: "SupportSpecs/RefundSpecs/other()"), run: 1)
    let later = Rehearsal.moment.addingTimeInterval(1_000_000)
    for url in [name.appending(path: "1.jsonl"), name] {
      try FileManager.default.setAttributes([.modificationDate: later], ofItemAtPath: url.path)
    }
    #expect(stage.evidence[fixture: path, of: spec]?.run == "a-name")
    #expect(stage.evidence[fixture: path, of: "SupportSpecs/RefundSpecs/other()"] == nil, "33 runs ago")
  }

  @Test("A miss of a test that ran since, without calling any model, is over")
  func over() async throws {
    let stage = try Rehearsal()
    try stage.writeSource()
    try await stage.rehearse(run: 1) { _ = try? await ask("One?") }
    #expect(stage.status().hasProblems)
    for spec in ["SupportSpecs/RefundSpecs/windows()", spec] {
      let body = RunRecord.body(BodyRecord(subject: RecordSubject(spec: spec), verdict: .passed, duration: 0))
      #expect(stage.status().hasProblems)
      try stage.folder.write(body.json.compactText + "\n", to: ".build/llmspec/runs/\(spec.utf8.count)/1.jsonl")
    }
    #expect(!stage.status().hasProblems)
  }

  @Test("A record that names positions beyond the file names none there")
  func beyond() async throws {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) { try await ask("One?") }
    var use = try #require(try await stage.rehearse { _ = try await ask("One?") })
    use.unused = try #require(PositionRanges("2-\(Int.max)"))
    try stage.record(use, run: 2)
    #expect(!stage.status().hasFindings)
    #expect(stage.pruning.perform().removals.isEmpty)
  }

  @Test("No runs, and files that cannot be used, are no evidence")
  func none() throws {
    let stage = try Rehearsal()
    #expect(stage.evidence.uses.isEmpty)
    try stage.folder.write("{\"kind\":\"fixtureUse\",\"spec\":\n{\u{0}", to: ".build/llmspec/runs/r/1.jsonl")
    try stage.folder.write("", to: ".build/llmspec/runs/file")
    #expect(stage.evidence.uses.isEmpty)
  }
}
