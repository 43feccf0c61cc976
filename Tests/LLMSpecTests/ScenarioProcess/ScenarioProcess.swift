import Foundation
import LLMSpec
import SpecRecords
import Testing

/// Runs scenarios that are supposed to be red in a process of their own, and reads what it says and records.
///
/// The process is this test program, started once more for nothing but the scenarios.
struct ScenarioProcess {
  /// Which testing library runs the scenarios.
  enum Library {
    case swiftTesting
    case xcTest
  }

  /// What a process left behind.
  struct Outcome: Sendable {
    let exitStatus: Int32
    /// What it printed, both streams.
    let output: String
    /// The issues in it.
    let issues: [PrintedIssue]
    let records: [RunRecord]
    let tally: RunTally
    /// The files under its root, without those of the run.
    let files: [String]

    /// What the records of one spec add up to.
    func tally(of spec: String) -> RunTally {
      var tally = RunTally()
      for record in records where record.spec == spec { tally.add(record) }
      return tally
    }

    /// The records of one spec, by its name without target and suite.
    func records(of test: String) -> [RunRecord] { records.filter { $0.spec?.hasSuffix("/\(test)") == true } }
  }

  /// The variable without which no scenario runs.
  static let variable = "LLMSPEC_SCENARIO"

  /// Why no such process can be started here; nil where it can.
  static let obstacle: Comment? = {
    #if os(Linux)
      FileManager.default.isExecutableFile(atPath: "/proc/self/exe")
        ? nil : "/proc is needed to start this program again"
    #else
      "test bundles cannot be started as programs on this platform"
    #endif
  }()

  /// Whether this process is such a process.
  static var isCurrent: Bool { ProcessInfo.processInfo.environment[variable] != nil }

  /// Whether this process is one that replays.
  static var isReplaying: Bool { ProcessInfo.processInfo.environment["LLMSPEC_MODE"] == nil }

  /// Runs the scenarios whose names match a filter.
  ///
  /// - Parameters:
  ///   - filter: For Swift Testing a regular expression, for XCTest `Class` or `Class/method`.
  ///   - root: The root of fixtures and records; nil for a folder that is removed afterwards.
  ///   - mounts: What the process alone sees mounted, as a command of the shell; see ``MountedFolders``.
  static func run(
    _ library: Library, _ filter: String, root: URL? = nil, environment: [String: String] = [:], mounts: String? = nil
  ) async throws -> Outcome {
    if let root { return try await start(library, filter, root, environment, mounts) }
    return try await withTemporaryFolder { try await start(library, filter, $0, environment, mounts) }
  }

  private static func start(
    _ library: Library, _ filter: String, _ root: URL, _ environment: [String: String], _ mounts: String?
  ) async throws -> Outcome {
    let run = "scenarios-\(UUID().uuidString)"
    // Beside the root, where a process writes to that may write nothing in it.
    let output = root.deletingLastPathComponent().appending(path: "\(run).txt")
    #expect(FileManager.default.createFile(atPath: output.path, contents: nil))
    let handle = try FileHandle(forWritingTo: output)
    let arguments =
      switch library {
      case .swiftTesting: ["--testing-library", "swift-testing", "--filter", filter]
      case .xcTest: ["LLMSpecTests.\(filter)"]
      }
    var inherited = ProcessInfo.processInfo.environment
    for name in inherited.keys where name.hasPrefix("LLMSPEC_") || name.hasPrefix("OPENAI_") { inherited[name] = nil }
    inherited[variable] = "1"
    inherited["NO_COLOR"] = "1"
    inherited["LLMSPEC_ROOT"] = root.path
    inherited["LLMSPEC_RUN"] = run
    let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path
    let (variables, descriptor) = (inherited.merging(environment) { $1 }, handle.fileDescriptor)
    let exitStatus = try await ProcessTurns.shared.take {
      try await LoneProcess(
        executable: mounts == nil ? program : MountedFolders.executable,
        arguments: mounts.map { MountedFolders.arguments(mounting: $0, program: program, arguments) } ?? arguments,
        environment: variables, output: descriptor
      ).exitStatus
    }
    try handle.close()
    let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    try FileManager.default.removeItem(at: output)
    var records: [RunRecord] = []
    let directory = RunDirectory(root: root, run: run)
    try directory.read { records.append($0) }
    let names = FileManager.default.subpaths(atPath: root.path) ?? []
    return Outcome(
      exitStatus: exitStatus, output: text,
      issues: library == .xcTest ? PrintedIssue.ofXCTest(text) : PrintedIssue.ofSwiftTesting(text), records: records,
      tally: try directory.tally(),
      files: names.filter { !$0.hasPrefix(".build") }.sorted())
  }
}

extension RunRecord {
  /// The name of the spec that a record belongs to.
  var spec: String? {
    switch self {
    case .process: nil
    case .call(let record): record.subject.spec
    case .expectation(let record): record.subject.spec
    case .body(let record): record.subject.spec
    case .trials(let record): record.subject.spec
    case .skipped(let record): record.spec
    case .drift(let record): record.subject.spec
    case .fixtureUse(let record): record.spec
    }
  }
}

/// Runs a body with a folder that is removed afterwards.
func withTemporaryFolder<R>(
  isolation: isolated (any Actor)? = #isolation, _ body: (URL) async throws -> R
) async throws -> R {
  let folder = FileManager.default.temporaryDirectory.appending(
    path: "llmspec-\(UUID().uuidString)", directoryHint: .isDirectory)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await body(folder)
}
