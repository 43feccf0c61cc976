import Foundation
import SpecRecords
import Testing

@Suite("Recording a run")
struct RunRecorderTests {
  let run = TemporaryRun()

  @Test("Writes the process first, then each record at once, and adds them up")
  func records() throws {
    let recorder = RunRecorder(directory: run.directory, mode: "replay")
    #expect(!FileManager.default.fileExists(atPath: recorder.file.path))
    let body = RunRecord.body(BodyRecord(subject: RecordSubject(spec: "s"), verdict: .passed, duration: 1))
    recorder.record(body)
    let opening = RunRecord.process(ProcessRecord(run: run.directory.run, mode: "replay"))
    #expect(try run.records() == [opening, body])
    #expect(try run.directory.tally() == recorder.tally)
    #expect(recorder.tally.mode == "replay")
    #expect(recorder.fault == nil)
  }

  @Test("Records of many tasks at once are all kept, each on a line of its own")
  func concurrent() async throws {
    let recorder = RunRecorder(directory: run.directory, mode: "live")
    await withTaskGroup(of: Void.self) { group in
      for index in 0..<200 {
        group.addTask {
          recorder.record(
            .body(BodyRecord(subject: RecordSubject(spec: "s\(index)"), verdict: .inconclusive, duration: 0)))
        }
      }
    }
    #expect(try run.records().count == 201)
    #expect(recorder.tally.cases.inconclusive == 200)
    #expect(try run.directory.tally() == recorder.tally)
  }

  @Test("A shard stands in the file's name and in its first and last record, with what it left to others")
  func shard() throws {
    let recorder = RunRecorder(directory: run.directory, mode: "replay", shard: SpecShard("2/8"))
    recorder.record(.body(BodyRecord(subject: RecordSubject(spec: "s", case: "1"), verdict: .passed, duration: 1)))
    recorder.record(.skipped(SkippedRecord(spec: "t", shard: "3/8")))
    recorder.finish(after: 2)
    #expect(recorder.file.lastPathComponent.hasPrefix("shard-2-of-8-"))
    let records = try run.records()
    let name = run.directory.run
    #expect(records.first == .process(ProcessRecord(run: name, mode: "replay", shard: "2/8")))
    #expect(
      records.last
        == .process(
          ProcessRecord(run: name, mode: "replay", shard: "2/8", specs: 1, specsElsewhere: 1, duration: 2)))
  }

  @Test("A folder that cannot be written keeps every verdict and reports the fault")
  func unwritable() throws {
    // A file where the folder should be: that no user can write, the superuser included.
    try FileManager.default.createDirectory(
      at: RunDirectory.allRuns(of: run.root), withIntermediateDirectories: true)
    try Data().write(to: run.directory.url)
    let recorder = RunRecorder(directory: run.directory, mode: "replay")
    for verdict in Verdict.allCases {
      recorder.record(
        .body(BodyRecord(subject: RecordSubject(spec: "\(verdict)"), verdict: verdict, duration: 0)))
    }
    #expect(recorder.tally.cases == TrialCount(passed: 1, failed: 1, inconclusive: 1))
    #expect(recorder.tally.verdict == .failed)
    let fault = try #require(recorder.fault)
    #expect("\(fault)".contains(run.directory.run))
  }
}
