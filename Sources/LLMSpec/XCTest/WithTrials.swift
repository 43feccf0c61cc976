import FixtureReplay
import SpecRecords
import Testing

/// Runs a body several times and asks that enough of the trials pass: what `.trials` is for Swift Testing, for XCTest.
///
/// The expectations of this package count for their trial; XCTest's own assertions fail the test at once, whatever the
/// other trials do.
///
/// - Parameters:
///   - count: How many trials there are.
///   - requirement: How many must pass.
///   - body: The trial; it is given its number, from 1. An error that it throws fails the trial.
/// - Throws: `CancellationError` when the task is cancelled; no trial starts after that.
@discardableResult
public func withTrials(
  _ count: Int, passing requirement: TrialRequirement = .all, sourceLocation: SourceLocation = #_sourceLocation,
  isolation: isolated (any Actor)? = #isolation, _ body: (_ trial: Int) async throws -> Void
) async throws -> TrialCount {
  let outer = SpecContext.current
  let spec =
    outer.map(RecordedSpec.init) ?? Test.current.flatMap { RecordedSpec($0, Test.Case.current) }
    ?? RecordedSpec(trialsAt: sourceLocation)
  guard let needed = requirement.passesNeeded(of: count) else {
    TrialResults.refuse("withTrials(\(count), passing: \(requirement))", at: sourceLocation, spec: spec)
    return TrialCount()
  }
  outer?.calls.noteTrials()
  var results = TrialResults()
  for trial in 1...count {
    try Task.checkCancellation()
    let log = IssueLog()
    let start = ContinuousClock.now
    do {
      try await TrialCollector.$current.withValue(log) {
        if var context = outer {
          context.trial = trial
          let run = BodyRun(context: context, log: log, isInnerTrial: true)
          try await context.perform { try await run.perform { try await body(trial) } }
        } else {
          try await RecordedSpec.$current.withValue(spec) {
            try await TrialNumber.$current.withValue(trial) { try await body(trial) }
          }
        }
      }
    } catch {
      if isCancellation(error) { throw error }
      // With a scope the log holds it.
      if outer == nil { log.addThrown(error) }
    }
    results.add(log, trial: trial)
    if outer == nil { spec?.write(log, trial: trial, duration: start.duration(to: .now)) }
  }
  outer?.calls.noteTrials(results.count, needed: needed)
  results.conclude(of: count, needed: needed, at: sourceLocation, spec: spec)
  return results.count
}
