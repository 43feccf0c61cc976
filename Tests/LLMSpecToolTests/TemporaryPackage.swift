import Foundation
import SpecRecords
import StructuredOutput
import Synchronization

@testable import LLMSpecTool

/// A package of one test's own, removed when the test is over, and the tool standing in it.
final class TemporaryPackage: Sendable {
  let folder: URL
  private let printed = Mutex("")
  private let complained = Mutex("")

  init() throws {
    folder =
      FileManager.default.temporaryDirectory.appending(
        path: "llmspec-tool-\(UUID().uuidString)", directoryHint: .isDirectory
      ).standardizedFileURL
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write("// swift-tools-version: 6.3\n", to: "Package.swift")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// What the tool answered.
  var output: String { printed.withLock { $0 } }
  /// What the tool complained about.
  var errors: String { complained.withLock { $0 } }

  var console: Console {
    Console(
      output: { text in self.printed.withLock { $0 += text } },
      errors: { text in self.complained.withLock { $0 += text } })
  }

  func workplace(_ environment: [String: String] = [:], in subfolder: String = "") -> Workplace {
    Workplace(folder: subfolder.isEmpty ? folder : folder.appending(path: subfolder), environment: environment)
  }

  func tool(_ arguments: String..., environment: [String: String] = [:]) async -> Int32 {
    await LLMSpecTool(workplace: workplace(environment), console: console).run(arguments)
  }

  func write(_ text: String, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func text(of path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  /// Writes a run's records.
  func record(_ run: String, mode: String = "replay", _ records: [RunRecord]) throws {
    let lines = [.process(ProcessRecord(run: run, mode: mode))] + records
    try write(lines.map { $0.json.compactText + "\n" }.joined(), to: ".build/llmspec/runs/\(run)/1.jsonl")
  }
}

/// Hand-made records of a spec.
enum Recorded {
  static let spec = "Specs/Refunds/window()"

  static func body(
    _ verdict: Verdict, spec: String = spec, role: SpecRole = .heldOut, cancelled: Bool = false
  ) -> RunRecord {
    .body(
      BodyRecord(
        subject: RecordSubject(spec: spec, role: role), verdict: verdict, duration: 0, isCancelled: cancelled))
  }

  static func expectation(_ verdict: Verdict, spec: String = spec) -> RunRecord {
    .expectation(
      ExpectationRecord(
        subject: RecordSubject(spec: spec), expectation: "expectGraded", verdict: verdict, reason: "r",
        location: "Specs/Refunds.swift:3"))
  }

  /// A call that a fixture answered.
  static func call(spec: String = spec, role: SpecRole = .heldOut) -> RunRecord {
    .call(
      CallRecord(
        subject: RecordSubject(spec: spec, role: role), purpose: "subject", provider: "openai", model: "small",
        origin: "replayed", input: [["role": "user", "content": "How long?"]],
        output: ["role": "assistant", "content": "30 days."]))
  }
}
