import SpecRecords
import Testing

/// Where the records of a spec go, with a scope or without one.
struct RecordedSpec: Sendable {
  /// The spec whose trials the running task belongs to, where no scope says it.
  @TaskLocal static var current: RecordedSpec?

  let recorder: CaseRecorder
  private let named: RecordSubject
  /// The spec of a scope that was opened inside of a trial, which writes a record of each trial itself.
  private let scoped = Mutable<RecordSubject?>(nil)

  var subject: RecordSubject { scoped.value ?? named }

  init(_ context: SpecContext) {
    recorder = context.recorder
    named = context.subject
  }

  /// A test of Swift Testing; nil where there is no folder for records.
  init?(_ test: Test, _ testCase: Test.Case?) {
    guard let root = try? SpecRun.shared.root(ofSourceFile: test.sourceLocation.filePath) else { return nil }
    recorder = CaseRecorder(SpecRun.shared.recorder(for: root))
    named = RecordSubject(
      spec: SpecIdentity(test).description, case: testCase.flatMap(label(of:)), role: SpecSettings(traitsOf: test).role)
  }

  /// Trials in a test that is not known: their line tells them from others of the file.
  init?(trialsAt location: SourceLocation) {
    guard let root = try? SpecRun.shared.root(ofSourceFile: location.filePath) else { return nil }
    recorder = CaseRecorder(SpecRun.shared.recorder(for: root))
    named = RecordSubject(spec: "\(location.fileID):\(location.line)", role: SpecSettings.current.role)
  }

  /// Takes over the name that a scope gives the spec.
  func adopt(_ subject: RecordSubject) { scoped.value = subject }

  /// Writes a record of one trial, for a body that writes none itself.
  func write(_ log: IssueLog, trial: Int, duration: Duration) {
    guard scoped.value == nil else { return }
    var subject = named
    subject.trial = trial
    recorder.record(.body(BodyRecord(subject, log, duration: duration)))
  }

  /// Writes a record of all trials together.
  func write(_ count: TrialCount, needed: Int, verdict: Verdict) {
    recorder.record(.trials(TrialsRecord(subject: subject, count: count, needed: needed, verdict: verdict)))
  }
}

extension BodyRecord {
  /// What the issues of a body come to.
  init(_ subject: RecordSubject, _ log: IssueLog, duration: Duration) {
    let (verdict, isKnown) = log.outcome
    self.init(
      subject: subject, verdict: verdict, isKnown: isKnown, issues: log.entries.filter { !$0.isRecorded }.map(\.text),
      duration: duration.inSeconds)
  }
}
