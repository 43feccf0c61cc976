import SpecRecords

/// Where the records of a case go, on the side that it runs on.
struct CaseRecorder: Sendable {
  let run: RunRecorder
  /// The side of a spec that runs twice; nil in every mode but `drift`.
  let pass: DriftPass?

  init(_ run: RunRecorder, pass: DriftPass? = DriftPass.current) {
    self.run = run
    self.pass = pass
  }

  /// Writes a record, marked with the side.
  func record(_ record: RunRecord) {
    guard let pass else { return run.record(record) }
    var record = record
    record.subject?.side = pass.side
    run.record(record)
    pass.note(record)
  }
}
