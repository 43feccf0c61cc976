import Foundation
import SpecRecords
import Testing

@Suite("The folder of a run")
struct RunDirectoryTests {
  let run = TemporaryRun()
  static let opening = #"{"kind":"process","format":1,"run":"r","mode":"replay"}"#
  static let skipped = #"{"kind":"skipped","spec":"s"}"#

  @Test("A run has one name in this process, and so in all that have its parent")
  func currentRun() {
    let name = RunDirectory.currentRun(environment: [:])
    #expect(name == RunDirectory.currentRun(environment: ["LLMSPEC_RUN": ""]))
    #expect(name.wholeMatch(of: /[0-9]{8}T[0-9]{6}Z-[0-9]+/) != nil, "\(name)")
    #expect(name.hasSuffix("-\(getppid())"))
  }

  @Test(
    "The environment names the run, in letters that are safe in a file's name",
    arguments: [
      ("nightly-7", "nightly-7"), ("a b/c:d", "a-b-c-d"), ("..", "-."), (".hidden", "-hidden"), ("é日", "--"),
      (String(repeating: "x", count: 300), String(repeating: "x", count: 80)),
    ])
  func namedRun(given: String, name: String) {
    #expect(RunDirectory.currentRun(environment: ["LLMSPEC_RUN": given]) == name)
  }

  @Test("Runs are listed oldest first")
  func list() throws {
    for name in ["20261124T020205Z-9", "20251124T020205Z-7", ".DS_Store"] {
      let folder = RunDirectory.allRuns(of: run.root).appending(path: name)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    #expect(RunDirectory.list(of: run.root).map(\.run) == ["20251124T020205Z-7", "20261124T020205Z-9"])
    #expect(RunDirectory.list(of: run.root.appending(path: "absent")).isEmpty)
  }

  @Test("Files are read in order of their names, and other files not at all")
  func files() throws {
    try run.write(Self.opening + "\n" + #"{"kind":"skipped","spec":"b"}"# + "\n", to: "20.jsonl")
    try run.write(Self.opening + "\n" + #"{"kind":"skipped","spec":"a"}"# + "\n", to: "10.jsonl")
    try run.write("notes", to: "notes.txt")
    let specs = try run.records().compactMap { record -> String? in
      if case .skipped(let skipped) = record { skipped.spec } else { nil }
    }
    #expect(specs == ["a", "b"])
  }

  @Test("A run without a folder has no records")
  func absent() throws {
    #expect(try run.records().isEmpty)
    #expect(try run.directory.tally() == RunTally())
  }

  @Test("A last line that a killed process cut off is left out")
  func tornTail() throws {
    try run.write("\(Self.opening)\n\(Self.skipped)\n" + #"{"kind":"skipped","sp"#, to: "1.jsonl")
    #expect(try run.records().count == 2)
  }

  @Test("A line in the middle that is not JSON is an error that names file, line and column")
  func spoiltLine() throws {
    try run.write("\(Self.opening)\n{\"kind\":}\n\(Self.skipped)\n", to: "1.jsonl")
    #expect(try #require(run.readFault()).contains("1.jsonl:2:9: not JSON: "))
  }

  @Test("A last line that is whole and not JSON is an error too")
  func spoiltLastLine() throws {
    try run.write("\(Self.opening)\nnonsense\n", to: "1.jsonl")
    #expect(try #require(run.readFault()).contains("1.jsonl:2:"))
  }

  @Test("A record that cannot be used is an error that names file and line")
  func unusableRecord() throws {
    try run.write("\(Self.opening)\n{\"kind\":\"skipped\"}\n", to: "1.jsonl")
    #expect(try #require(run.readFault()).contains(#"1.jsonl:2: A run record needs a text under "spec""#))
  }

  @Test("A record of a newer format is refused by file and line")
  func newerFormat() throws {
    try run.write(#"{"kind":"process","format":99,"run":"r","mode":"replay"}"# + "\n", to: "1.jsonl")
    #expect(try #require(run.readFault()).contains("1.jsonl:1: The run record has format 99"))
  }

  @Test("Kinds of a newer version beside ours are passed over")
  func unknownKind() throws {
    try run.write("\(Self.opening)\n{\"kind\":\"weather\"}\n\(Self.skipped)\n", to: "1.jsonl")
    #expect(try run.records().count == 2)
  }

  @Test("What the reader's own closure throws comes out as it is")
  func closureError() throws {
    struct Stop: Error {}
    try run.write("\(Self.opening)\n", to: "1.jsonl")
    #expect(throws: Stop.self) { try run.directory.read { _ in throw Stop() } }
  }
}
