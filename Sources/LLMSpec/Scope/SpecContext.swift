import FixtureReplay
import Foundation
import LanguageModels
import SpecRecords
import Testing

/// The scope of a running spec: which test, case and trial it is, and where its model calls go.
///
/// A task-local carries it to child tasks and `Task { }`. Hand it to a detached task or a callback with
/// ``withScope(_:_:)``.
public struct SpecContext: Sendable {
  /// The scope of the running task; nil outside of `.fixtures` and `withFixtures`.
  @TaskLocal public static var current: SpecContext?

  /// The test.
  public let test: SpecIdentity
  /// The case of a parameterised test, for people.
  public let caseLabel: String?
  /// The trial, from 1.
  public var trial: Int
  /// In the mode `drift`, which of the two times that the body runs this is; nil in every other mode.
  ///
  /// A tool that must not act twice can ask for it.
  public var side: RecordSide? { recorder.pass?.side }
  let settings: SpecSettings
  let transport: FixtureTransport
  let watch: WatchedTransport
  let calls: CallObserver
  let recorder: CaseRecorder
  let location: SourceLocation
  /// When the case began.
  let start = ContinuousClock.now

  var subject: RecordSubject {
    RecordSubject(spec: test.description, case: caseLabel, trial: trial, role: settings.role)
  }

  /// Runs a body with this scope as the current one.
  func perform<R>(isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> R) async rethrows -> R {
    try await Self.$current.withValue(self) {
      try await ModelCallContext.$current.withValue(ModelCallContext(transport: watch, observer: calls)) {
        try await SpecSettings.$current.withValue(settings) {
          try await TrialNumber.$current.withValue(trial) {
            try await DriftPass.$current.withValue(recorder.pass) { try await body() }
          }
        }
      }
    }
  }
}

/// Hands a spec's scope to code that runs where the scope is not inherited: a detached task, a callback, another queue.
///
/// ```swift
/// let scope = SpecContext.current
/// Task.detached {
///   try await withScope(scope) { try await assistant.answer(question) }
/// }
/// ```
///
/// Expectations belong into the test itself: what a detached task reports, the testing library cannot assign to a test.
///
/// - Parameters:
///   - scope: The scope, as ``SpecContext/current`` gave it in the test; nil runs the body as it is.
public func withScope<R>(
  _ scope: SpecContext?, isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> R
) async rethrows -> R {
  guard let scope else { return try await body() }
  return try await scope.perform(body)
}
