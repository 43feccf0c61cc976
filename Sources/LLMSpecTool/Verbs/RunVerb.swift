import FixtureReplay
import Foundation
import SpecRecords
import SpecReports

/// Runs the specs of a package as one run, with one summary for all of its processes.
struct RunVerb: Verb {
  static let mode = Option(name: "--mode", value: "MODE")
  static let filter = Option(name: "--filter", value: "REGEX", isRepeatable: true)
  static let judge = Option(name: "--judge", value: "SPEC")
  static let shard = Option(name: "--shard", value: "I/N")

  /// The `swift` that runs the tests; nil for the one on `PATH`.
  var swift: URL?

  let name = "run"
  let syntax = ArgumentSyntax(options: [mode, filter, judge, shard, .packagePath], rest: "swift test")

  func perform(
    _ arguments: ParsedArguments, at workplace: Workplace, telling console: Console
  ) async throws -> Int32 {
    let mode = try mode(arguments, workplace)
    let shard = try shard(arguments, workplace)
    let package = try PackageFolder(arguments, at: workplace)
    let program = try swift ?? SwiftProgram.find(workplace)
    let directory = RunDirectory(root: package.recordsRoot, run: RunName.fresh())
    let events = FileManager.default.temporaryDirectory.appending(path: "llmspec-\(directory.run).events")
    defer { try? FileManager.default.removeItem(at: events) }
    let command = TestCommand(
      package: package.url, mode: mode.rawValue, run: directory.run, judge: arguments[Self.judge],
      shard: shard, filters: arguments.all(Self.filter), rest: arguments.rest, events: events,
      environment: workplace.environment)
    if let warning = Self.warning(mode) { console.complain(warning) }

    let start = ContinuousClock.now
    let ending = try await ChildProcess(
      executable: program, arguments: command.arguments, environment: command.environment
    ).run()
    let duration = start.duration(to: .now).inSeconds

    let reading: RunReading
    do {
      reading = try RunReading(directory)
    } catch {
      console.complain("The record of this run cannot be read, so nothing is known of its specs. \(error)")
      if case .exited(let status) = ending, status != 0 { return status }
      return Verdict.inconclusive.exitStatus
    }
    let outcome = RunOutcome(
      ending, tally: reading.tally, failedOutside: TestEvents(contentsOf: events).unexplained(by: reading))
    let hasRecord = !directory.files.isEmpty
    if hasRecord || outcome.status == 0 {
      let summary = ConsoleSummary(
        tally: reading.tally, duration: duration,
        recordPath: hasRecord ? package.relativePath(of: directory.url) : nil)
      console.say(summary.text)
    }
    if let remark = outcome.remark { console.complain(remark) }
    return outcome.status
  }

  /// The mode of `--mode`, else that of the environment.
  private func mode(_ arguments: ParsedArguments, _ workplace: Workplace) throws -> FixtureMode {
    guard let name = arguments[Self.mode] else { return try FixtureMode.current(environment: workplace.environment) }
    guard let mode = FixtureMode(rawValue: name) else {
      throw arguments.notAChoice(name, of: Self.mode, choices: FixtureMode.all.map(\.rawValue))
    }
    return mode
  }

  /// The shard of `--shard`, else that of the environment, which must not be found out to be wrong spec by spec.
  private func shard(_ arguments: ParsedArguments, _ workplace: Workplace) throws -> SpecShard? {
    guard let text = arguments[Self.shard] else {
      do throws(SpecShardError) {
        return try SpecShard.current(environment: workplace.environment)
      } catch {
        throw UsageError("\(error)", verb: name)
      }
    }
    guard let shard = SpecShard(text) else {
      throw UsageError(
        "--shard is \"\(text.prefix(80))\", which is no shard: write which one and how many there are, as in 2/8.",
        verb: name)
    }
    return shard
  }

  private static func warning(_ mode: FixtureMode) -> String? {
    switch mode {
    case .replay: nil
    case .record: "mode record: calls without a fixture go out to their providers, which may cost money."
    case .rerecord: "mode rerecord: all calls go out to their providers, which may cost money; fixtures are replaced."
    case .drift:
      "mode drift: every spec runs twice, on its fixture and live, with all that it does; the live calls may cost money."
    default: "mode \(mode): all calls go out to their providers, which may cost money; no fixture is read or written."
    }
  }
}
