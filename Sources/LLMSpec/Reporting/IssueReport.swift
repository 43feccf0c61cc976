import FixtureReplay
import Foundation
import LanguageModels
import SpecRecords
import Synchronization
import Testing

#if canImport(XCTest)
  import XCTest
#endif

/// Tells the handlers of the running test what an issue of this package is, and is told what became of it.
final class IssueTag: Sendable {
  /// The tag of the issue that is being recorded on this task, nil for everybody else's issues.
  @TaskLocal static var current: IssueTag?

  let verdict: Verdict
  private let knownFlag = Atomic<Bool>(false)

  init(_ verdict: Verdict) { self.verdict = verdict }

  /// Whether the spec declares the issue as known.
  var isKnown: Bool {
    get { knownFlag.load(ordering: .relaxed) }
    set { knownFlag.store(newValue, ordering: .relaxed) }
  }
}

/// What is red in one run of a body, whoever reported it.
final class IssueLog: Sendable {
  struct Entry: Sendable {
    var verdict: Verdict
    var isKnown: Bool
    var text: String
    /// Whether an expectation of this package wrote a record of it.
    var isRecorded: Bool
  }

  private let storage = Mutex<[Entry]>([])

  var entries: [Entry] { storage.withLock { $0 } }

  func add(_ entry: Entry) { storage.withLock { $0.append(entry) } }

  /// Adds an error that was thrown out of a trial, unless it stands for an issue that is there already.
  func addThrown(_ error: any Error) {
    if error is ExpectationFailedError || error is RequirementNotMet { return }
    // A model that gives no answer tells nothing of the behaviour.
    let verdict: Verdict = error is ModelFault || error is FixtureFault ? .inconclusive : .failed
    add(Entry(verdict: verdict, isKnown: false, text: "threw \(error)", isRecorded: false))
  }

  /// What they come to: known ones count only where nothing else is red.
  var outcome: (verdict: Verdict, isKnown: Bool) {
    let entries = self.entries
    let open = entries.filter { !$0.isKnown }
    if !open.isEmpty { return (Verdict(allOf: open.map(\.verdict)), false) }
    return (Verdict(allOf: entries.map(\.verdict)), !entries.isEmpty)
  }
}

/// Collects what `withTrials` must decide about instead of reporting it.
enum TrialCollector {
  @TaskLocal static var current: IssueLog?
}

/// What is red in a body whose issues cannot be watched: one of XCTest, or one inside `withTrials`.
enum BodyLog {
  @TaskLocal static var current: IssueLog?
}

/// The error that `require…` throws in XCTest after it reported; in Swift Testing the library's own is thrown.
struct RequirementNotMet: Error, CustomStringConvertible {
  let description: String
}

/// Reports something red at the caller's line, in Swift Testing and in XCTest.
///
/// - Returns: Whether the spec declares it as known.
@discardableResult
func report(_ verdict: Verdict, _ message: String, at location: SourceLocation, isRecorded: Bool = true) -> Bool {
  var entry = IssueLog.Entry(
    verdict: verdict, isKnown: false, text: "\(location.fileName):\(location.line): \(message)",
    isRecorded: isRecorded)
  if let collector = TrialCollector.current {
    collector.add(entry)
    if let body = BodyLog.current, body !== collector { body.add(entry) }
    return false
  }
  let tag = IssueTag(verdict)
  let issue = IssueTag.$current.withValue(tag) {
    Issue.record(Comment(rawValue: message), severity: .error, sourceLocation: location)
  }
  entry.isKnown = Test.current != nil && (tag.isKnown || !issue.isFailure)
  BodyLog.current?.add(entry)
  if Test.current == nil { failInXCTest(message, at: location) }
  return entry.isKnown
}

/// Reports something red at the caller's line, as ``report(_:_:at:isRecorded:)`` does, and throws.
///
/// In Swift Testing the issue and the error are the library's own, so that one failure is not reported twice.
///
/// - Parameters:
///   - note: Is told whether the spec declares the issue as known, before the error is thrown.
func reportAndThrow(
  _ verdict: Verdict, _ message: String, at location: SourceLocation, note: (_ isKnown: Bool) -> Void
) throws -> Never {
  if Test.current != nil, TrialCollector.current == nil {
    let tag = IssueTag(verdict)
    do {
      try IssueTag.$current.withValue(tag) {
        let requirementIsMet = verdict == .passed
        try #require(requirementIsMet, Comment(rawValue: message), sourceLocation: location)
      }
    } catch {
      note(tag.isKnown)
      throw error
    }
  }
  note(report(verdict, message, at: location))
  throw RequirementNotMet(description: message)
}

/// XCTest shares nothing with the issues of Swift Testing before Swift 6.4, so it is told by itself.
private func failInXCTest(_ message: String, at location: SourceLocation) {
  #if canImport(XCTest) && compiler(<6.4)
    AssertionWatch.$isOwnReport.withValue(true) {
      XCTFail(message, file: ImmortalText.staticString(location.filePath), line: UInt(location.line))
    }
  #endif
}
