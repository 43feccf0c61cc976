import FixtureReplay
import SpecRecords
import Synchronization
import Testing

/// Runs a test's body several times and asks that enough of the trials pass.
public struct TrialsTrait: TestTrait, SuiteTrait, TestScoping {
  private static let serials = Atomic<Int>(0)

  private let serial: Int
  private let count: Int
  private let requirement: TrialRequirement

  fileprivate init(count: Int, requirement: TrialRequirement) {
    serial = Self.serials.wrappingAdd(1, ordering: .relaxed).newValue
    self.count = count
    self.requirement = requirement
  }

  public var isRecursive: Bool { true }

  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    // A suite's trials and its test's must not multiply: the innermost trait acts.
    let isInnermost = test.traits.compactMap { ($0 as? TrialsTrait)?.serial }.last == serial
    guard testCase != nil, isInnermost else { return try await function() }
    guard let needed = requirement.passesNeeded(of: count) else {
      report(
        .inconclusive, "inconclusive: .trials(\(count), passing: \(requirement)) asks for what cannot be.",
        at: test.sourceLocation)
      return
    }
    let outer = SpecContext.current
    let fixturesRunInside =
      (test.traits.lastIndex { $0 is FixturesTrait } ?? -1)
      > (test.traits.lastIndex { ($0 as? TrialsTrait)?.serial == serial } ?? -1)
    var results = TrialResults()
    for trial in 1...count {
      let log = IssueLog()
      let judging = IssueHandlingTrait.compactMapIssues { issue in
        note(issue, of: test, in: log)
        // A warning or a known issue is the test's own affair; a failure is this trial's, and decided about below.
        return issue.isFailure && issue.severity >= .error && Test.current?.id == test.id ? nil : issue
      }
      do {
        try await judging.provideScope(for: test, testCase: testCase) {
          try await TrialNumber.$current.withValue(trial) {
            if var context = outer, !fixturesRunInside {
              context.trial = trial
              let run = context
              try await run.perform { try await BodyRun(context: run).perform(test, testCase, function) }
            } else {
              try await function()
            }
          }
        }
      } catch {
        if isCancellation(error) || Task.isCancelled { throw error }
        if !(error is ExpectationFailedError) {
          log.add(IssueLog.Entry(verdict: .failed, isKnown: false, text: "threw \(error)", isRecorded: false))
        }
      }
      results.add(log, trial: trial)
      if Task.isCancelled { throw CancellationError() }
    }
    results.conclude(of: count, needed: needed, at: test.sourceLocation, context: outer ?? nil)
  }
}

extension Trait where Self == TrialsTrait {
  /// Runs the body `count` times and asks that enough of the trials pass.
  ///
  /// Each trial has recorded answers of its own. A trial passes when nothing in it is red; one that nobody can judge is
  /// neither passed nor failed.
  ///
  /// ```swift
  /// @Test(.trials(5, passing: .atLeast(4))) func greets() async throws { … }
  /// ```
  public static func trials(_ count: Int, passing requirement: TrialRequirement = .all) -> Self {
    TrialsTrait(count: count, requirement: requirement)
  }
}
