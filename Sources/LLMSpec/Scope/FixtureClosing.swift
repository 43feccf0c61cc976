import FixtureReplay
import Foundation
import SpecRecords
import Synchronization
import Testing

extension SpecRun {
  /// The fixtures whose age was told already: a scope inside of trials is closed once a trial.
  private static let toldOfAge = Mutex<Set<URL>>([])

  /// What the test that closed a fixture last used of it, where other scopes of the same test may follow.
  private static let lastUse = Mutex<(recorder: RunRecorder, use: FixtureUseRecord)?>(nil)

  /// Takes note of a failure of XCTest outside of any scope: the test may have ended before it opened its next one, and
  /// what that would have used must not be taken for unused.
  func noteFailureOutsideScopes() {
    guard let last = Self.lastUse.withLock({ $0.take() }) else { return }
    var use = last.use
    use.isWhole = false
    last.recorder.record(.fixtureUse(use))
  }

  /// Ends the use of a fixture after the last case: writes what was recorded, then a record of what was used, and warns
  /// of answers that are older than the test wants.
  func close(_ store: FixtureStore, at location: SourceLocation) {
    do throws(FixtureFault) {
      try store.commit()
    } catch {
      reportFault(error, of: store.test, during: "writing the fixture", at: location)
      return
    }
    if let use = store.useRecord() {
      let recorder = recorder(for: store.root)
      recorder.record(.fixtureUse(use))
      if Test.current == nil { Self.lastUse.withLock { $0 = (recorder, use) } }
    }
    guard let maxAge = store.options.maximumAge, let staleness = store.staleness(olderThan: maxAge) else { return }
    guard Self.toldOfAge.withLock({ $0.insert(store.file).inserted }) else { return }
    warn("\(staleness)", at: location)
  }

  /// Says something at a test's line that makes nothing red. XCTest knows no warnings, so there it is a printed line, in
  /// the form that development environments show beside the source.
  private func warn(_ message: String, at location: SourceLocation) {
    if Test.current != nil {
      Issue.record(Comment(rawValue: message), severity: .warning, sourceLocation: location)
    } else {
      print("\(location.filePath):\(location.line): warning: \(message)")
    }
  }
}
