import Foundation
import SpecRecords
import StructuredOutput
import Testing

@Suite("Merging the records of shards")
struct ShardMergeTests {
  let run = TemporaryRun()

  /// Writes the file of a process into a folder, and reads what it says of itself.
  @discardableResult
  private func file(
    _ folder: String, _ shard: String?, run name: String = "20261124T020205Z-1", mode: String = "replay",
    spec: String = "T/a()", process: Int = 7, whole: Bool = true
  ) throws -> ShardFile {
    var records: [RunRecord] = [
      .process(ProcessRecord(run: name, mode: mode, shard: shard)),
      .body(BodyRecord(subject: RecordSubject(spec: spec), verdict: .passed, duration: 0)),
    ]
    if whole { records.append(.process(ProcessRecord(run: name, mode: mode, shard: shard, specs: 1, duration: 1))) }
    let url = run.root.appending(path: "\(folder)/\(process).jsonl")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(records.map { $0.json.compactText + "\n" }.joined().utf8).write(to: url)
    return try ShardFile(url)
  }

  @Test("All shards of one division make a run, in the order of the shards")
  func whole() throws {
    let merge = try ShardMerge([file("b", "2/2", spec: "T/b()"), file("a", "1/2")])
    #expect(merge.files.map { $0.shard?.description } == ["1/2", "2/2"])
    #expect(merge.missing.isEmpty && merge.duplicates.isEmpty && merge.cutOff.isEmpty)
    #expect(merge.mode == "replay")
    #expect(merge.firstRun == "20261124T020205Z-1")
  }

  @Test("Several processes of a machine belong to one shard")
  func processes() throws {
    let merge = try ShardMerge([
      file("a", "1/1", spec: "T/a()", process: 1), file("a", "1/1", spec: "T/b()", process: 2),
    ])
    #expect(merge.files.count == 2)
    #expect(merge.duplicates.isEmpty)
  }

  @Test("Missing shards are named, and so are processes that were cut off")
  func missing() throws {
    let merge = try ShardMerge([file("a", "2/4", whole: false), file("b", "3/4")])
    #expect(merge.missing.map(\.description) == ["1/4", "4/4"])
    #expect(merge.cutOff.map { $0.shard?.description } == ["2/4"])
  }

  @Test("Of two attempts at a shard the later run counts, of equal names the one given last")
  func duplicates() throws {
    let early = try file("a", "1/2", run: "20261124T020205Z-1", spec: "T/a()")
    let late = try file("b", "1/2", run: "20261124T030205Z-1", spec: "T/a()")
    let other = try file("c", "2/2")
    for files in [[early, late, other], [late, early, other]] {
      let merge = try ShardMerge(files)
      #expect(merge.files.map(\.url) == [late.url, other.url])
      let duplicate = try #require(merge.duplicates.first)
      #expect(duplicate.shard.description == "1/2")
      #expect(duplicate.counted.lastPathComponent == "b")
      #expect(duplicate.folders.count == 2)
    }
    let first = try file("d", "1/1", run: "nightly", spec: "T/x()")
    let second = try file("e", "1/1", run: "nightly", spec: "T/y()")
    #expect(try ShardMerge([first, second]).files == [second])
    #expect(try ShardMerge([second, first]).files == [first])
  }

  @Test("One and the same file, given twice, counts once and is no second attempt")
  func twice() throws {
    let merge = try ShardMerge([file("a", "1/1"), file("b", "1/1"), file("a", "1/1")])
    #expect(merge.files.count == 1)
    #expect(merge.duplicates.isEmpty)
  }

  @Test("Runs that do not belong together are refused, with the files that show it")
  func strangers() throws {
    func fault(_ files: [ShardFile]) -> String {
      do throws(ShardMergeError) {
        _ = try ShardMerge(files)
        return "none"
      } catch {
        return error.description
      }
    }
    let one = try file("a", "1/2")
    #expect(fault([]) == "There are no records to merge.")
    #expect(try fault([one, file("b", "2/2", mode: "live")]).contains("of mode live"))
    #expect(try fault([one, file("c", "2/3")]).contains("is one of 2 shards"))
    #expect(try fault([one, file("d", nil)]).contains("LLMSPEC_SHARD was not set"))
  }

  @Test("What is no record of a run is refused")
  func noRecord() throws {
    try run.write("{\"kind\": \"skipped\", \"spec\": \"a\"}\n", to: "1.jsonl")
    #expect(throws: RunRecordError.self) { try ShardFile(run.directory.url.appending(path: "1.jsonl")) }
    #expect(throws: RunRecordError.self) { try ShardFile(run.directory.url.appending(path: "2.jsonl")) }
    try run.write("", to: "3.jsonl")
    #expect(throws: RunRecordError.self) { try ShardFile(run.directory.url.appending(path: "3.jsonl")) }
    #expect(throws: RunRecordError.self) { try file("x", "9/8") }
  }
}
