import AnswerScoring
import FixtureReplay
import LanguageModels
import SpecRecords
import Testing

/// Opens the scope that model calls need: what `.fixtures` is for Swift Testing, for XCTest.
///
/// The fixture is `Fixtures/<Target>/<File>/<test method>.json` under the package's root.
///
/// In the mode `drift` the body runs twice, tools included, first on the fixture and then live; what comes back is what
/// the live one gave. Expectations of this package that the fixture does not meet are kept to compare with; XCTest's own
/// assertions fail the test whichever side they are made on, and in Swift Testing, where `.fixtures` is the better choice,
/// so does `#expect`. With `LLMSPEC_SHARD` a test that another shard runs is
/// skipped.
///
/// - Parameters:
///   - options: What is declared about the fixture.
///   - judge: The model that judges answers; nil for `LLMSPEC_JUDGE`.
///   - encoder: The model that compares meanings; nil for the default.
///   - role: What the data may be used for.
///   - directory: The folder of all fixtures; nil for `LLMSPEC_FIXTURES`, else `Fixtures`.
///   - mode: What happens to calls; nil for what `LLMSPEC_MODE` says.
///   - maxAge: How old a recorded answer may be. Where the body uses an older one, a line is printed, or in Swift Testing
///     a warning is recorded; nil for any age.
///   - body: The test.
/// - Throws: What the body throws, and ``FixtureFault`` where no scope can be opened. In XCTest an error that is
///   reported already only ends a body that gives nothing back, so that it is not printed twice.
@discardableResult
public func withFixtures<R>(
  _ options: FixtureOption..., judge: Judge? = nil, encoder: (any EmbeddingModel)? = nil, role: SpecRole = .heldOut,
  directory: String? = nil, mode: FixtureMode? = nil, maxAge: FixtureAge? = nil,
  sourceLocation: SourceLocation = #_sourceLocation, function: String = #function,
  isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> R
) async throws -> R {
  let run = SpecRun.shared
  let file =
    sourceLocation.fileName.hasSuffix(".swift")
    ? String(sourceLocation.fileName.dropLast(6)) : sourceLocation.fileName
  let identity = SpecIdentity(target: sourceLocation.moduleName, path: [file, function])
  try run.skipIfInOtherShard(identity, at: sourceLocation)
  let store: FixtureStore
  do throws(FixtureFault) {
    store = try run.store(
      of: identity, sourceFile: sourceLocation.filePath, directory: directory, mode: mode,
      options: options + (maxAge.map { [.maxAge($0)] } ?? []))
  } catch {
    run.reportFault(error, of: identity, at: sourceLocation)
    throw error
  }
  var settings = SpecSettings.current
  if let judge { settings.judge = judge }
  if let encoder { settings.encoder = encoder }
  settings.role = role
  let subject = RecordSubject(spec: identity.description, trial: TrialNumber.current, role: role)
  RecordedSpec.current?.adopt(subject)
  let result: Result<R, any Error>
  do {
    result = .success(
      try await DriftRun.perform(store: store, subject: subject, location: sourceLocation) {
        let context = SpecContext(
          test: identity, caseLabel: nil, trial: subject.trial, settings: settings, store: store,
          location: sourceLocation)
        return try await context.perform {
          try await withSharedURLSession(store.options.sharesURLSession) {
            try await BodyRun(context: context).perform(body)
          }
        }
      })
  } catch {
    store.noteCutOffCase()
    result = .failure(error)
  }
  run.close(store, at: sourceLocation)
  do {
    return try result.get()
  } catch  where isReported(error) && Test.current == nil {
    // XCTest would print what is reported a second time, without a place. A body that gives nothing back can just end.
    guard let nothing = () as? R else { throw error }
    return nothing
  }
}

/// Whether an error that left a body has been reported with its place.
private func isReported(_ error: any Error) -> Bool {
  error is FixtureFault || error is ModelFault || error is RequirementNotMet
}
