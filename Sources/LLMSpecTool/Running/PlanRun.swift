import FixtureReplay
import Foundation
import SpecRecords

/// A run of the specs on their fixtures alone, that writes down which calls have none.
struct PlanRun {
  /// The calls without an answer, and the answers that were used.
  let planned: PlannedRun
  /// How many specs ran.
  let specCount: Int
  /// What ended the run before its end, for a person; nil where nothing did.
  let interruption: Interruption?

  /// Why a run tells nothing.
  struct Interruption: Error {
    let status: Int32
    let message: String
  }

  /// Runs `swift test` with the filters, the judge and the further arguments that the user gave.
  ///
  /// - Parameter skipsBuild: Whether what is tested was built by an earlier run of the same command.
  static func perform(
    _ arguments: ParsedArguments, in package: PackageFolder, swift: URL, at workplace: Workplace,
    skipsBuild: Bool = false
  ) async throws -> PlanRun {
    let directory = RunDirectory(root: package.recordsRoot, run: RunName.fresh())
    let temporary = FileManager.default.temporaryDirectory
    let events = temporary.appending(path: "llmspec-\(directory.run).events")
    let plan = temporary.appending(
      path: "llmspec-\(directory.run)-\(UUID().uuidString).plan", directoryHint: .isDirectory)
    defer {
      try? FileManager.default.removeItem(at: events)
      try? FileManager.default.removeItem(at: plan)
    }
    let skip = skipsBuild && !arguments.rest.contains("--skip-build") ? ["--skip-build"] : []
    let command = TestCommand(
      package: package.url, mode: FixtureMode.replay.rawValue, run: directory.run, judge: arguments[RunVerb.judge],
      filters: arguments.all(RunVerb.filter), rest: arguments.rest + skip, events: events, plan: plan,
      environment: workplace.environment)
    let ending = try await ChildProcess(
      executable: swift, arguments: command.arguments, environment: command.environment
    ).run()
    let planned = try PlannedRun(folder: plan)
    let specCount = try RunReading(directory).tally.specCount
    return PlanRun(planned: planned, specCount: specCount, interruption: interruption(ending, specCount))
  }

  /// A spec that fails is no reason to stop: one that misses a call does.
  private static func interruption(_ ending: ChildProcess.Ending, _ specCount: Int) -> Interruption? {
    switch ending {
    case .interrupted(let signal): Interruption(status: 128 + signal, message: "The run was interrupted.")
    case .killed(let signal):
      Interruption(status: 128 + signal, message: "swift test was ended by signal \(signal).")
    case .exited(let status) where specCount == 0 && status != 0:
      Interruption(
        status: status, message: "swift test ended with status \(status) before any spec ran: see its output.")
    case .exited where specCount == 0:
      Interruption(status: 1, message: "No spec ran. Do the names of the specs match --filter?")
    case .exited: nil
    }
  }
}
