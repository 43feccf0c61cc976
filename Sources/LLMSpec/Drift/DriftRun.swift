import FixtureReplay
import SpecRecords
import SpecReports
import Testing

/// Runs a case on its fixture and then live, and compares what came out.
///
/// All trials of a case run on the fixture before the first of them runs live, so that each side comes to a verdict of
/// its own as it does in `replay` and in `live`. What the fixture's side finds wrong is kept to compare with, and no
/// issue is made of it.
struct DriftRun: Sendable {
  private let replayed = DriftPass(.replayed)
  private let live = DriftPass(.live)
  private let subject: RecordSubject
  private let recorder: RunRecorder
  private let location: SourceLocation

  private init(_ store: FixtureStore, subject: RecordSubject, location: SourceLocation) {
    self.subject = subject
    recorder = SpecRun.shared.recorder(for: store.root)
    self.location = location
  }

  /// Whether a body has to run on both sides, and is not on one already.
  private static func isNeeded(for store: FixtureStore) -> Bool { store.mode == .drift && DriftPass.current == nil }

  /// Runs the cases of a test of Swift Testing as the mode of its store says: once, or once on each side.
  ///
  /// Whichever of the traits comes first calls this, so that trials run inside of a side and never around both.
  static func perform(
    _ test: Test, _ testCase: Test.Case, store: FixtureStore?, _ body: @Sendable () async throws -> Void
  ) async throws {
    guard let store, store.test == SpecIdentity(test), isNeeded(for: store) else { return try await body() }
    let subject = RecordSubject(
      spec: store.test.description, case: label(of: testCase), role: SpecSettings(traitsOf: test).role)
    let run = DriftRun(store, subject: subject, location: test.sourceLocation)
    let silence = IssueHandlingTrait.compactMapIssues { Test.current?.id == test.id ? nil : $0 }
    do {
      try await DriftPass.$current.withValue(run.replayed) {
        try await silence.provideScope(for: test, testCase: testCase, performing: body)
      }
    } catch {
      try run.endIfCancelled(error)
    }
    do {
      try await DriftPass.$current.withValue(run.live) { try await body() }
    } catch {
      if !isCancellation(error) { await run.conclude() }
      throw error
    }
    await run.conclude()
  }

  /// Runs a body where nobody else's issues can be seen as the mode of its store says: once, or once on each side.
  static func perform<R>(
    store: FixtureStore, subject: RecordSubject, location: SourceLocation,
    isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> R
  ) async throws -> R {
    guard isNeeded(for: store) else { return try await body() }
    let run = DriftRun(store, subject: subject, location: location)
    do {
      _ = try await DriftPass.$current.withValue(run.replayed) {
        try await TrialCollector.$current.withValue(IssueLog()) { try await body() }
      }
    } catch {
      try run.endIfCancelled(error)
    }
    do {
      let result = try await DriftPass.$current.withValue(run.live) { try await body() }
      await run.conclude()
      return result
    } catch {
      if !isCancellation(error) { await run.conclude() }
      throw error
    }
  }

  /// What ends the test on the fixture's side ends it before it runs live: it was not run.
  private func endIfCancelled(_ error: any Error) throws {
    guard isCancellation(error) || Task.isCancelled else { return }
    recorder.record(.body(BodyRecord(subject: subject, verdict: .passed, duration: 0, isCancelled: true)))
    throw error
  }

  /// Compares both sides, writes a record, and warns of a spec that is red on its fixture alone.
  private func conclude() async {
    let comparison = DriftComparison { DriftLikeness.measure($0, $1) }
    let record = await comparison.compare(subject, replayed: replayed.records, live: live.records)
    recorder.record(.drift(record))
    guard record.isRecovered, Test.current != nil else { return }
    Issue.record(
      Comment(
        rawValue: """
          drift: the spec is \(record.replayed.verdict) on its fixture and passes live. The fixture no longer shows what \
          the model does: record it again with \(RecordingCommand(mode: "rerecord", specs: [subject.spec])).
          """), severity: .warning, sourceLocation: location)
  }
}
