#if canImport(XCTest)
  import Foundation
  import SpecRecords
  import Synchronization
  import XCTest

  /// Takes note of what XCTest's own assertions report, so that the record of a red test is not that of a passed one.
  ///
  /// XCTest runs one test at a time in a process, so whatever it reports belongs to the bodies that are running.
  final class AssertionWatch: NSObject, Sendable {
    /// Whether this package is reporting something, which its records hold already.
    @TaskLocal static var isOwnReport = false

    private static let shared: AssertionWatch = {
      let watch = AssertionWatch()
      XCTestObservationCenter.shared.addTestObserver(watch)
      return watch
    }()

    private let running = Mutex<[IssueLog]>([])

    /// Watches the assertions for a body whose issues go into a log, until ``end(_:)``.
    static func begin(_ log: IssueLog) { shared.running.withLock { $0.append(log) } }

    /// Ends what ``begin(_:)`` began.
    static func end(_ log: IssueLog) { shared.running.withLock { $0.removeAll { $0 === log } } }

    fileprivate func note(_ description: String, _ file: String?, _ line: Int) {
      guard !Self.isOwnReport else { return }
      let name = file?.split(separator: "/").last.map { "\($0):\(line): " } ?? ""
      let entry = IssueLog.Entry(verdict: .failed, isKnown: false, text: name + description, isRecorded: false)
      let logs = running.withLock { $0 }
      for log in logs { log.add(entry) }
      if logs.isEmpty { SpecRun.shared.noteFailureOutsideScopes() }
    }
  }

  extension AssertionWatch: XCTestObservation {
    #if canImport(Darwin)
      nonisolated func testCase(_ testCase: XCTestCase, didRecord issue: XCTIssue) {
        let place = issue.sourceCodeContext.location
        note(issue.compactDescription, place?.fileURL.path, place?.lineNumber ?? 0)
      }
    #else
      func testCase(
        _ testCase: XCTestCase, didFailWithDescription description: String, inFile filePath: String?,
        atLine lineNumber: Int
      ) {
        note(description, filePath, lineNumber)
      }
    #endif
  }
#endif
