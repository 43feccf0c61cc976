import AnswerScoring
import FixtureReplay
import LanguageModels
import SpecRecords
import Testing

#if canImport(XCTest)
  import XCTest
#endif

/// One run of a spec's body: one case, one trial.
struct BodyRun {
  let context: SpecContext
  /// Whether this is one of the trials of `withTrials`, whose surrounding body is no trial itself.
  let isInnerTrial: Bool
  let log: IssueLog

  init(context: SpecContext, log: IssueLog = IssueLog(), isInnerTrial: Bool = false) {
    self.context = context
    self.log = log
    self.isInnerTrial = isInnerTrial
  }

  /// What became of an error that the body threw.
  private enum Ending {
    /// The body ran to its end.
    case whole
    /// It threw something that is reported by now.
    case reported(any Error)
    /// It threw something that whoever called it has to report.
    case thrown(any Error)
    /// It was cancelled.
    case cancelled(any Error)
  }

  /// Runs a body of Swift Testing, whose issues pass by on their way to the test.
  func perform(_ test: Test, _ testCase: Test.Case?, _ body: @Sendable () async throws -> Void) async throws {
    let watching = IssueHandlingTrait.compactMapIssues { [log] issue in
      note(issue, of: test, in: log)
      return issue
    }
    let start = ContinuousClock.now
    let ending = Mutable<Ending>(.whole)
    try await watching.provideScope(for: test, testCase: testCase) {
      do {
        try await body()
      } catch {
        ending.value = settle(error)
      }
      reportFaults(threw: ending.value)
    }
    if case .cancelled = ending.value { noteTimeLimit(of: test) }
    writeRecord(ending.value, start: start)
    switch ending.value {
    case .whole, .reported: return
    case .thrown(let error), .cancelled(let error): throw error
    }
  }

  /// Runs a body where nobody else's issues can be seen; every error that it throws is thrown on.
  func perform<R>(isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> R) async throws -> R {
    #if canImport(XCTest)
      // The assertions of XCTest fail the whole test, and not one of its trials.
      let isWatching = Test.current == nil && !isInnerTrial
      if isWatching { AssertionWatch.begin(log) }
      defer { if isWatching { AssertionWatch.end(log) } }
    #endif
    let start = ContinuousClock.now
    return try await BodyLog.$current.withValue(log) {
      do {
        let result = try await body()
        reportFaults(threw: .whole)
        writeRecord(.whole, start: start)
        return result
      } catch {
        let ending = settle(error)
        reportFaults(threw: ending)
        writeRecord(ending, start: start)
        throw error
      }
    }
  }

  /// Says what an error of the body means. A call without an answer is no failure of the behaviour: nobody can tell.
  private func settle(_ error: any Error) -> Ending {
    if isCancellation(error) { return .cancelled(error) }
    switch error {
    case let fault as FixtureFault:
      // The transport remembers its own, and they are reported with the others.
      if context.transport.faults.isEmpty, log.entries.isEmpty { tell(.inconclusive, "inconclusive: \(fault)") }
      return .reported(error)
    case let fault as ModelFault:
      context.watch.acknowledge(fault)
      tell(.inconclusive, "inconclusive: the app under test threw a fault of its model. \(fault)")
      return .reported(error)
    case is ExpectationFailedError, is RequirementNotMet:
      return .thrown(error)
    case _ where !context.transport.faults.isEmpty || !context.watch.faults.isEmpty:
      // The app's own words for a call without an answer, which is reported by itself.
      return .reported(error)
    case _ where context.calls.isLastCallUnanswered:
      tell(.inconclusive, "inconclusive: the app under test threw an error after a call of its model failed: \(error)")
      return .reported(error)
    default:
      log.add(
        IssueLog.Entry(verdict: .failed, isKnown: false, text: "threw \(error)", isRecorded: false))
      return .thrown(error)
    }
  }

  /// Reports at the test's line what the app kept to itself, and ends the recording of this body.
  private func reportFaults(threw ending: Ending) {
    var threw = false
    var wasCancelled = false
    switch ending {
    case .whole: break
    case .reported, .thrown: threw = true
    case .cancelled: wasCancelled = true
    }
    do throws(FixtureFault) {
      try context.transport.finishBody(threw: threw, wasCancelled: wasCancelled)
    } catch {
      tell(.inconclusive, "inconclusive: \(error)")
    }
    for fault in context.transport.takeFaults() {
      record(fault, isKnown: false)
      tell(.inconclusive, fault.kind == .notRecorded ? fault.terminalMessage : "inconclusive: \(fault.message)")
    }
    guard !wasCancelled else { return }
    for fault in context.watch.takeFaults() {
      tell(.inconclusive, "inconclusive: a call of the app under test got no answer. \(fault)")
    }
  }

  /// The testing library reports a time limit past every handler, and cancels the test as if it had asked for it.
  private func noteTimeLimit(of test: Test) {
    guard let limit = test.timeLimit, context.start.duration(to: .now) >= limit else { return }
    log.add(
      IssueLog.Entry(
        verdict: .inconclusive, isKnown: false, text: "the time limit of \(limit.components.seconds) s was exceeded",
        isRecorded: false))
  }

  private func tell(_ verdict: Verdict, _ message: String) {
    if verdict == .inconclusive { context.transport.store.noteInconclusiveCase() }
    report(verdict, message, at: context.location)
  }

  private func record(_ fault: FixtureFault, isKnown: Bool) {
    let heading: VerdictHeading = fault.kind == .notRecorded ? .notRecorded : .inconclusive
    context.recorder.record(
      .expectation(
        ExpectationRecord(
          subject: context.subject, expectation: "fixture", verdict: .inconclusive, heading: heading.rawValue,
          isKnown: isKnown, reason: fault.message, location: "\(context.location.fileID):\(context.location.line)")))
  }

  private func writeRecord(_ ending: Ending, start: ContinuousClock.Instant) {
    let trials = isInnerTrial ? nil : context.calls.trialsInside
    // The trials wrote their own.
    if trials != nil, log.entries.isEmpty { return }
    var record = BodyRecord(context.subject, log, duration: start.duration(to: .now))
    // What was red before stays red.
    if case .cancelled = ending { record.isCancelled = !record.verdict.isRed || record.isKnown }
    context.recorder.record(.body(record))
    if let trials {
      // The last word on the spec is the whole body's: what stands beside the trials counts too.
      let verdict = record.isKnown ? Verdict.passed : record.verdict
      RecordedSpec(context).write(trials.count, needed: trials.needed, verdict: verdict)
    }
  }
}

/// Takes note of an issue that passes by on its way to a test.
func note(_ issue: Issue, of test: Test, in log: IssueLog) {
  // An issue of a detached task of another test passes every handler that is active.
  guard issue.severity >= .error, Test.current?.id == test.id else { return }
  let isKnown = !issue.isFailure
  if let tag = IssueTag.current {
    tag.isKnown = isKnown
    log.add(IssueLog.Entry(verdict: tag.verdict, isKnown: isKnown, text: text(of: issue), isRecorded: true))
  } else {
    log.add(IssueLog.Entry(verdict: .failed, isKnown: isKnown, text: text(of: issue), isRecorded: false))
  }
}

/// An issue in one line or a few, with its place.
func text(of issue: Issue) -> String {
  let place = issue.sourceLocation.map { "\($0.fileName):\($0.line): " } ?? ""
  let comments = issue.comments.map(\.rawValue).joined(separator: " ")
  if IssueTag.current != nil, !comments.isEmpty { return place + comments }
  return place + "\(issue.kind)" + (comments.isEmpty ? "" : " – \(comments)")
}

/// Whether an error says that the running test was stopped and not that it failed.
func isCancellation(_ error: any Error) -> Bool {
  // An app may throw this for reasons of its own, and then nobody stopped the test.
  if error is CancellationError { return Task.isCancelled }
  #if canImport(XCTest)
    if error is XCTSkip { return true }
  #endif
  // What `Test.cancel` throws is a type that the testing library keeps to itself.
  return String(describing: type(of: error)) == "SkipInfo"
}
