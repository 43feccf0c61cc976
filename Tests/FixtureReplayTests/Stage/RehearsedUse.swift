import FixtureReplay
import Foundation
import LanguageModels
import SpecRecords
import StructuredOutput

extension Rehearsal {
  /// The name of a run that began so many minutes after the first.
  static func runName(_ number: Int) -> String { "20261128T\(100_000 + number * 100)Z-1" }

  /// Runs the test as the trait does, and writes the record of what it used into a run of the package.
  @discardableResult
  func rehearse(
    _ mode: FixtureMode = .replay, run: Int = 1, process: Int = 1, live: any HTTPTransport = ForbiddenTransport(),
    cancelled: Bool = false, _ body: @Sendable () async throws -> Void
  ) async throws -> FixtureUseRecord? {
    let store = try store(mode, live: live)
    _ = try await Self.body(on: FixtureTransport(store: store), body)
    if cancelled { store.noteCutOffCase() }
    try store.commit()
    let use = store.useRecord()
    if let use { try record(use, run: run, process: process) }
    return use
  }

  /// Writes a record into a run of the package.
  func record(_ use: FixtureUseRecord, run: Int = 1, process: Int = 1) throws {
    let path = ".build/llmspec/runs/\(Self.runName(run))/\(process).jsonl"
    let before = (try? String(contentsOf: folder.url.appending(path: path), encoding: .utf8)) ?? ""
    try folder.write(before + RunRecord.fixtureUse(use).json.compactText + "\n", to: path)
    // File systems tell times apart only coarsely.
    let moment = Self.moment.addingTimeInterval(Double(run * 60 + process))
    let file = folder.url.appending(path: path)
    for changed in [file, file.deletingLastPathComponent()] {
      try FileManager.default.setAttributes([.modificationDate: moment], ofItemAtPath: changed.path)
    }
  }

  /// Writes the source of the test, so that it is there.
  func writeSource(_ text: String? = nil) throws {
    let name = test.path.last.map { $0.prefix { $0 != "(" } } ?? ""
    try folder.write(
      text ?? "@Suite struct \(test.path[0]) { @Test func \(name)() {} }\n",
      to: "Tests/\(test.target)/Source.swift")
  }

  var evidence: FixtureEvidence { FixtureEvidence(root: root) }

  /// The status with every question but that of age, unless one is given.
  func status(maxAge: FixtureAge? = nil, now: Date = Self.moment) -> FixtureStatus {
    FixtureStatus(
      root: root, directory: "Fixtures",
      asking: .init(evidence: evidence, package: folder.url, maxAge: maxAge, now: now))
  }

  var pruning: FixturePruning {
    FixturePruning(root: root, directory: "Fixtures", package: folder.url, evidence: evidence)
  }
}

extension FixtureStatus {
  /// The kinds of all findings, file by file.
  var kinds: [String] { entries.flatMap { $0.findings.map(\.kind.rawValue) } }

  func finding(_ kind: FixtureFinding.Kind) -> FixtureFinding? {
    entries.flatMap(\.findings).first { $0.kind == kind }
  }
}
