import FixtureReplay
import SpecRecords

/// Where the records of a case go, on the side that it runs on.
struct CaseRecorder: Sendable {
  let run: RunRecorder
  /// The side of a spec that runs twice; nil in every mode but `drift`.
  let pass: DriftPass?
  /// What is declared not to be kept; nil where a case has no scope.
  private let store: FixtureStore?

  init(_ run: RunRecorder, pass: DriftPass? = DriftPass.current, store: FixtureStore? = nil) {
    self.run = run
    self.pass = pass
    self.store = store
  }

  /// Writes a record without what must not be kept, marked with the side.
  func record(_ record: RunRecord) {
    var record = record.redacted(by: store?.redactorOfRecords ?? .standard)
    guard let pass else { return run.record(record) }
    record.subject?.side = pass.side
    run.record(record)
    pass.note(record)
  }
}
