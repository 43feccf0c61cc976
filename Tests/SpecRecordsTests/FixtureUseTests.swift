import Foundation
import SpecRecords
import StructuredOutput
import Testing

@Suite("Records of used fixtures")
struct FixtureUseTests {
  private func use(
    _ spec: String = "Specs/Refunds/window()", keys: String = "aa", unused: [Int] = [], misses: Int = 0,
    models: [String] = ["small"], isWhole: Bool = true
  ) -> FixtureUseRecord {
    FixtureUseRecord(
      spec: spec, fixture: "Fixtures/a.json", mode: "replay", exchanges: 5, keys: keys, unused: PositionRanges(unused),
      usedKeys: unused.isEmpty ? nil : "bb", misses: misses, models: models, isWhole: isWhole)
  }

  @Test("Ten thousand exchanges take a short line")
  func short() {
    var record = use()
    record.exchanges = 10_000
    record.unused = PositionRanges(2...9_999)
    #expect(RunRecord.fixtureUse(record).json.compactBytes.count < 300)
  }

  @Test("Are found among other lines, which may be long, torn or no JSON")
  func found() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "uses-\(UUID().uuidString).jsonl")
    defer { try? FileManager.default.removeItem(at: file) }
    let body = RunRecord.body(BodyRecord(subject: RecordSubject(spec: "s"), verdict: .passed, duration: 0))
    let long = RunRecord.body(
      BodyRecord(
        subject: RecordSubject(spec: "s"), verdict: .failed,
        issues: [String(repeating: #"{"kind":"fixtureUse","#, count: 150_000)], duration: 0))
    let lines = [
      body.json.compactText, RunRecord.fixtureUse(use()).json.compactText, "", "{", long.json.compactText,
      #"{"kind":"fixtureUse","spec":3}"#, #"{"kind":"fixtureUseOfANewerKind","spec":"s"}"#, #"{"kind":"fixtureUse","#,
      RunRecord.fixtureUse(use("Specs/Refunds/other()", unused: [1, 2, 4])).json.compactText,
      RunRecord.fixtureUse(use("Specs/Refunds/torn()")).json.compactText,
    ]
    try Data(lines.joined(separator: "\n").utf8).write(to: file)
    #expect(
      try RunDirectory.fixtureUses(in: file) == [use(), use("Specs/Refunds/other()", unused: [1, 2, 4])])
    #expect(try RunDirectory.specsThatRan(in: file) == ["s"])
    #expect(throws: RunRecordError.self) { try RunDirectory.fixtureUses(in: file.appending(path: "none")) }
  }

  @Test("The names of specs that ran are read as they were written")
  func names() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "bodies-\(UUID().uuidString).jsonl")
    defer { try? FileManager.default.removeItem(at: file) }
    let names = ["A/b()", #"A/`say "no\"`()"#, "A/größe()\n", "", String(repeating: "long", count: 5_000)]
    let lines = names.map {
      RunRecord.body(BodyRecord(subject: RecordSubject(spec: $0), verdict: .passed, duration: 0)).json.compactText
    }
    let odd = [#"{"kind":"body","spec":"never ends"#, #"{"kind":"body","spec":3}"#, #"{"kind":"body","spec":"\"#]
    try Data(((lines + odd).joined(separator: "\n") + "\n").utf8).write(to: file)
    #expect(try RunDirectory.specsThatRan(in: file) == Set(names.dropLast()))
  }

  @Test("What one of two scopes of a test used is used, what one missed is missing")
  func together() {
    let both = use(unused: [1, 2, 3], models: ["b"]).merging(use(unused: [2, 3, 4], misses: 2, models: ["a"]))
    #expect(both.unused.description == "2-3" && both.usedKeys == nil)
    #expect(both.misses == 2 && both.models == ["a", "b"] && both.isWhole)
    #expect(!use(isWhole: false).merging(use()).isWhole)
    #expect(use(unused: [1]).merging(use(unused: [1])).usedKeys == "bb")
    #expect(use(misses: .max).merging(use(misses: 1)).misses == .max)
  }

  @Test("A fixture that grew between two scopes gives no whole record")
  func grown() {
    let both = use(keys: "aa").merging(use(keys: "cc", unused: [1]))
    #expect(!both.isWhole && both.keys == "cc")
  }
}
