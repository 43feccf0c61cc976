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
  guard let needed = requirement.passesNeeded(of: count) else {
    report(
      .inconclusive, "inconclusive: withTrials(\(count), passing: \(requirement)) asks for what cannot be.",
      at: sourceLocation)
    return TrialCount()
  }
  let outer = SpecContext.current
  outer?.calls.hasInnerTrials = true
  var results = TrialResults()
  for trial in 1...count {
    try Task.checkCancellation()
    let log = IssueLog()
    do {
      try await TrialCollector.$current.withValue(log) {
        if var context = outer {
          context.trial = trial
          try await context.perform { try await BodyRun(context: context, isInnerTrial: true).perform { try await body(trial) } }
        } else {
          try await TrialNumber.$current.withValue(trial) { try await body(trial) }
        }
      }
    } catch {
      if isCancellation(error) { throw error }
      if !(error is RequirementNotMet), !(error is FixtureFault) {
        log.add(IssueLog.Entry(verdict: .failed, isKnown: false, text: "threw \(error)", isRecorded: false))
      }
    }
    results.add(log, trial: trial)
  }
  results.conclude(of: count, needed: needed, at: sourceLocation, context: outer)
  return results.count
}
