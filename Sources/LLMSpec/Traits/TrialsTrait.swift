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

  /// A suite's trait is that of all its tests.
  public var isRecursive: Bool { true }

  /// The test whose trials are running.
  @TaskLocal private static var running: Test.ID?

  /// Runs the trials of a case.
  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    // A suite's trials and its test's must not multiply: the innermost trait acts, and only once where it is both's.
    let isInnermost = test.traits.compactMap { ($0 as? TrialsTrait)?.serial }.last == serial
    guard let testCase, isInnermost, Self.running != test.id else { return try await function() }
    try await DriftRun.perform(test, testCase, store: FixturesTrait.store) {
      try await Self.$running.withValue(test.id) { try await runTrials(of: test, testCase, function) }
    }
  }

  private func runTrials(
    of test: Test, _ testCase: Test.Case, _ function: @Sendable () async throws -> Void
  ) async throws {
    let context = SpecContext.current.flatMap { $0.test == SpecIdentity(test) ? $0 : nil }
    let spec = context.map(RecordedSpec.init) ?? RecordedSpec(test, testCase)
    guard let needed = requirement.passesNeeded(of: count) else {
      TrialResults.refuse(".trials(\(count), passing: \(requirement))", at: test.sourceLocation, spec: spec)
      return
    }
    // A scope that is opened inside of the trials writes a record of each.
    let writesTrials = context == nil && !test.traits.contains { $0 is FixturesTrait }
    var results = TrialResults()
    for trial in 1...count {
      let log = IssueLog()
      let judging = IssueHandlingTrait.compactMapIssues { issue in
        note(issue, of: test, in: log)
        // A warning or a known issue is the test's own affair; a failure is this trial's, and decided about below.
        return issue.isFailure && issue.severity >= .error && Test.current?.id == test.id ? nil : issue
      }
      let start = ContinuousClock.now
      do {
        try await judging.provideScope(for: test, testCase: testCase) {
          try await TrialNumber.$current.withValue(trial) {
            if var context {
              context.trial = trial
              let run = context
              try await run.perform { try await BodyRun(context: run).perform(test, testCase, function) }
            } else {
              try await RecordedSpec.$current.withValue(spec) { try await function() }
            }
          }
        }
      } catch {
        if isCancellation(error) || Task.isCancelled { throw error }
        log.addThrown(error)
      }
      results.add(log, trial: trial)
      if writesTrials { spec?.write(log, trial: trial, duration: start.duration(to: .now)) }
      if Task.isCancelled { throw CancellationError() }
    }
    results.conclude(of: count, needed: needed, at: test.sourceLocation, spec: spec)
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
