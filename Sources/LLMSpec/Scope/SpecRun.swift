import Dispatch
import DurableFiles
import FixtureReplay
import Foundation
import SpecRecords
import SpecReports
import Synchronization
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The run that this process takes part in: its recorders, and the paragraph at its end.
final class SpecRun: Sendable {
  static let shared = SpecRun()

  private let environment = ProcessInfo.processInfo.environment
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  private struct State {
    var roots: [String: Result<PackageRoot, FixtureFault>] = [:]
    var recorders: [PackageRoot: RunRecorder] = [:]
    var settings: [URL: Result<FixtureOptions, FixtureFault>] = [:]
    var announced: [SpecIdentity: PackageRoot] = [:]
  }

  /// The part of the specs that this process runs; nil for all of them.
  let shard = Result { () throws(SpecShardError) in try SpecShard.current() }

  private init() {
    // Libraries are given no end-of-run hook; what is printed at exit stands after the testing library's last line.
    atexit { SpecRun.shared.finish() }
  }

  /// The mode of the process.
  func mode() throws(FixtureFault) -> FixtureMode { try FixtureMode.current(environment: environment) }

  /// The root that belongs to a source file.
  func root(ofSourceFile path: String) throws(FixtureFault) -> PackageRoot {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? path
    let result = state.withLock { state in
      if let known = state.roots[folder] { return known }
      let found: Result<PackageRoot, FixtureFault>
      do throws(FixtureFault) {
        found = .success(try PackageRoot(sourceFile: path, environment: environment))
      } catch {
        found = .failure(error)
      }
      state.roots[folder] = found
      return found
    }
    return try result.get()
  }

  /// The store of a test's fixture.
  ///
  /// - Parameters:
  ///   - directory: The folder of all fixtures; nil for `LLMSPEC_FIXTURES`, else `Fixtures`.
  ///   - mode: What happens to calls; nil for what `LLMSPEC_MODE` says.
  ///   - options: What is declared about the fixture, the outermost first.
  func store(
    of test: SpecIdentity, sourceFile: String, directory: String?, mode: FixtureMode?, options: [FixtureOption]
  ) throws(FixtureFault) -> FixtureStore {
    try checkShard()
    let root = try root(ofSourceFile: sourceFile)
    let chosen: FixtureMode
    if let mode { chosen = mode } else { chosen = try self.mode() }
    var declared = try settings(in: FixturePath.directory(root: root, directory: directory))
    declared.add(options)
    return try FixtureStore(
      test: test, sourceFile: sourceFile, file: FixturePath.file(of: test, root: root, directory: directory),
      root: root, mode: chosen, options: declared)
  }

  /// What the package declares for all fixtures of a folder.
  private func settings(in directory: URL) throws(FixtureFault) -> FixtureOptions {
    let result = state.withLock { state in
      if let known = state.settings[directory] { return known }
      let read: Result<FixtureOptions, FixtureFault>
      do throws(FixtureFault) {
        read = .success(try FixtureSettings.options(in: directory))
      } catch {
        read = .failure(error)
      }
      state.settings[directory] = read
      return read
    }
    return try result.get()
  }

  /// The recorder of a package.
  func recorder(for root: PackageRoot) -> RunRecorder {
    state.withLock { state in
      if let recorder = state.recorders[root] { return recorder }
      let directory = RunDirectory(root: root.url, run: RunDirectory.currentRun(environment: environment))
      let mode = environment["LLMSPEC_MODE"].flatMap { $0.isEmpty ? nil : $0 } ?? FixtureMode.replay.rawValue
      let recorder = RunRecorder(directory: directory, mode: mode, shard: (try? shard.get()) ?? nil)
      state.recorders[root] = recorder
      return recorder
    }
  }

  /// Takes note of a test that is planned; one that never begins was skipped.
  func announce(_ test: SpecIdentity, root: PackageRoot) { state.withLock { $0.announced[test] = root } }

  /// Takes note of a test that begins.
  func begin(_ test: SpecIdentity) { state.withLock { $0.announced[test] = nil } }

  /// Reports a fault that no body of a spec can report: one from before the first or after the last.
  ///
  /// - Parameter stage: What was being done; it is told apart from the spec's cases, whose verdicts stand.
  func reportFault(
    _ fault: FixtureFault, of test: SpecIdentity, during stage: String? = nil, at location: SourceLocation
  ) {
    let message = "inconclusive: \(fault)"
    if let root = try? root(ofSourceFile: location.filePath) {
      recorder(for: root).record(
        .body(
          BodyRecord(
            subject: RecordSubject(spec: test.description, case: stage), verdict: .inconclusive, issues: [message],
            duration: 0)))
    }
    report(.inconclusive, message, at: location)
  }

  private func finish() {
    let announced = state.withLock { $0.announced }
    for (test, root) in announced.sorted(by: { $0.key.description < $1.key.description }) {
      recorder(for: root).record(.skipped(SkippedRecord(spec: test.description)))
    }
    let recorders = state.withLock { $0.recorders }
    let duration = start.duration(to: .now).inSeconds
    for (root, recorder) in recorders.sorted(by: { $0.key.url.path < $1.key.url.path }) {
      recorder.finish(after: duration)
      if environment["LLMSPEC_SUMMARY"] == "off" {
        // Whoever asked for silence sums the records up, and must be told where there are none.
        if let fault = recorder.fault { write("llmspec: records of this run were lost. \(fault)") }
      } else {
        write(summary(of: recorder, root: root))
      }
    }
  }

  /// The paragraph for a package. What other processes of the run recorded before is in it, so that the last one is
  /// whole.
  private func summary(of recorder: RunRecorder, root: PackageRoot) -> String {
    let isAlone = recorder.directory.files.count <= 1
    let tally = isAlone ? recorder.tally : (try? recorder.directory.tally()) ?? recorder.tally
    return ConsoleSummary(
      tally: tally, duration: tally.duration, recordPath: root.relativePath(of: recorder.directory.url),
      recordFault: recorder.fault?.description
    ).text
  }

  /// Writes where the testing library writes, so that the paragraph stands behind its last line: XCTest prints to the
  /// standard output, Swift Testing to the standard error.
  private func write(_ text: String) {
    let isSwiftTesting = CommandLine.arguments.contains("--testing-library")
    let handle = isSwiftTesting ? FileHandle.standardError : FileHandle.standardOutput
    handle.write(Data((text + "\n").utf8))
  }
}
