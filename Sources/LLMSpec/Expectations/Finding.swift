import AnswerScoring
import DurableFiles
import FixtureReplay
import Foundation
import LanguageModels
import SpecRecords
import Testing

/// What an expectation found out, before it is recorded and reported.
struct Finding {
  var verdict: Verdict
  var heading: VerdictHeading?
  var reason: String
  var score: Double?
  var threshold: Double?
  var output: String?
  var reference: String?
  var baseline: String?
  var vote: PairwiseVote?
  var judge: String?
  /// What the message calls it: a judge, or an encoder.
  var judgeName = "judge"
  /// What the message calls the output: an answer, or retrieved contexts.
  var outputName = "answer"
  /// What the message calls the reference: a reference, a source, a question.
  var referenceName = "reference"
  var rawAnswer: String?
  /// The fault of the fixture that made it inconclusive, which the scope need not report again.
  var fixtureFault: FixtureFault?
  /// The fault of a model that made it inconclusive, likewise.
  var modelFault: ModelFault?
  /// Whether calls were not made that judging needs: what is recorded for them must not be taken for unused.
  var isHindered = false

  init(
    _ verdict: Verdict, _ reason: String, score: Double? = nil, threshold: Double? = nil, output: String? = nil,
    reference: String? = nil, baseline: String? = nil, vote: PairwiseVote? = nil, judge: String? = nil,
    rawAnswer: String? = nil
  ) {
    self.verdict = verdict
    self.heading = VerdictHeading(verdict)
    self.reason = reason
    self.score = score
    self.threshold = threshold
    self.output = output
    self.reference = reference
    self.baseline = baseline
    self.vote = vote
    self.judge = judge
    self.rawAnswer = rawAnswer
  }

  /// What an error means that came up while an answer was being judged: nobody can tell.
  init(_ error: any Error, output: String?, reference: String? = nil, baseline: String? = nil, judge: String? = nil) {
    self.init(.inconclusive, "\(error)", output: output, reference: reference, baseline: baseline, judge: judge)
    isHindered = true
    if let fault = error as? FixtureFault {
      fixtureFault = fault
      if fault.kind == .notRecorded { heading = .notRecorded }
    }
    modelFault = error as? ModelFault
    if let fault = error as? JudgeFault { rawAnswer = fault.rawAnswer }
  }

  /// Records what was found and, where it is red, reports it at the caller's line.
  func conclude(_ expectation: String, at location: SourceLocation) {
    guard verdict.isRed else { return record(expectation, isKnown: false, at: location) }
    let isKnown = report(verdict, message(expectation), at: location)
    settle(isKnown: isKnown)
    record(expectation, isKnown: isKnown, at: location)
  }

  /// Records what was found and, where it is red, reports it at the caller's line and throws.
  func require(_ expectation: String, at location: SourceLocation) throws {
    guard verdict.isRed else { return record(expectation, isKnown: false, at: location) }
    try reportAndThrow(verdict, message(expectation), at: location) { isKnown in
      settle(isKnown: isKnown)
      record(expectation, isKnown: isKnown, at: location)
    }
  }

  /// A miss that a known issue has swallowed is still reported by the scope: it is no known behaviour of anything.
  private func settle(isKnown: Bool) {
    guard !isKnown, let context = SpecContext.current else { return }
    if let fixtureFault { context.transport.acknowledge(fixtureFault) }
    if let modelFault { context.watch.acknowledge(modelFault) }
  }

  private func message(_ expectation: String) -> String {
    let prefix = "\(heading ?? .failed): "
    var lines = [
      prefix + expectation + ": " + (reason.hasPrefix(prefix) ? String(reason.dropFirst(prefix.count)) : reason)
    ]
    func add(_ name: String, _ text: String?) {
      guard let text else { return }
      let shown = text.count <= 600 ? text : text.prefix(600) + " … (\(text.count) characters)"
      lines.append(
        "\(name): " + shown.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n  "))
    }
    if fixtureFault == nil {
      add(outputName, output.map(quoted))
      add(referenceName, reference.map(quoted))
      add("compared with", baseline.map(quoted))
      if !reason.contains(rawAnswer ?? "\u{0}") { add("the judge's raw answer", rawAnswer.map(quoted)) }
      add(judgeName, judge)
    }
    return lines.joined(separator: "\n")
  }

  private func record(_ expectation: String, isKnown: Bool, at location: SourceLocation) {
    let context = SpecContext.current
    if isHindered { context?.transport.store.noteInconclusiveCase() }
    let recorder: CaseRecorder
    var subject: RecordSubject
    if let context {
      recorder = context.recorder
      subject = context.subject
      subject.trial = TrialNumber.current
    } else if let spec = RecordedSpec.current {
      recorder = spec.recorder
      subject = spec.subject
      subject.trial = TrialNumber.current
    } else {
      // Without a scope the test itself still says where its record belongs.
      guard let root = try? SpecRun.shared.root(ofSourceFile: location.filePath) else { return }
      recorder = CaseRecorder(SpecRun.shared.recorder(for: root))
      let test = Test.current.map { SpecIdentity($0).description }
      subject = RecordSubject(
        spec: test ?? location.fileID, case: Test.Case.current.flatMap(label(of:)), trial: TrialNumber.current,
        role: SpecSettings.current.role)
    }
    recorder.record(
      .expectation(
        ExpectationRecord(
          subject: subject, expectation: expectation, verdict: verdict, heading: heading?.rawValue, isKnown: isKnown,
          score: score.flatMap { $0.isFinite ? $0 : nil }, threshold: threshold, reason: reason, output: output,
          reference: reference, baseline: baseline, vote: vote, judge: judge, rawAnswer: rawAnswer,
          location: "\(location.fileID):\(location.line)")))
  }
}

/// A text of a model as it may stand in a message: between quotes, control characters escaped.
private func quoted(_ text: String) -> String {
  var shown = "\""
  for scalar in text.unicodeScalars {
    if scalar == "\n" || scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) {
      shown.unicodeScalars.append(scalar)
    } else {
      shown += scalar.escaped(asASCII: true)
    }
  }
  return shown + "\""
}
