import AnswerScoring
import FixtureReplay
import LanguageModels
import SpecRecords
import Synchronization
import Testing

/// Opens the scope that model calls need: they are answered from the test's fixture, or recorded into it.
public struct FixturesTrait: TestTrait, SuiteTrait, TestScoping {
  private static let serials = Atomic<Int>(0)

  private let serial: Int
  private let options: [FixtureOption]
  private let directory: String?
  private let mode: FixtureMode?

  fileprivate init(_ options: [FixtureOption] = [], directory: String? = nil, mode: FixtureMode? = nil) {
    serial = Self.serials.wrappingAdd(1, ordering: .relaxed).newValue
    self.options = options
    self.directory = directory
    self.mode = mode
  }

  /// A suite's trait is that of all its tests.
  public var isRecursive: Bool { true }

  /// Itself, so that it is asked around all cases and around each.
  public func scopeProvider(for test: Test, testCase: Test.Case?) -> FixturesTrait? { self }

  /// Takes note of a test that is planned, so that it is named if it never runs.
  public func prepare(for test: Test) async throws {
    guard !test.isSuite else { return }
    if let reason = SpecRun.shared.noteIfInOtherShard(SpecIdentity(test), at: test.sourceLocation) {
      try Test.cancel(Comment(rawValue: reason), sourceLocation: test.sourceLocation)
    }
    guard let root = try? SpecRun.shared.root(ofSourceFile: test.sourceLocation.filePath) else { return }
    SpecRun.shared.announce(SpecIdentity(test), root: root)
  }

  /// Opens the fixture around all cases of a test, and the scope around each.
  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    // Of the traits of a suite and of its test the innermost acts, for all of them.
    let traits = test.traits.compactMap { $0 as? FixturesTrait }
    guard !test.isSuite, traits.last?.serial == serial else { return try await function() }
    // One and the same trait may stand on the suite and on the test; then it acts where it is met first.
    let isAtWork = (testCase == nil ? Self.store?.test : SpecContext.current?.test) == SpecIdentity(test)
    guard !isAtWork else { return try await function() }
    if let testCase {
      try await DriftRun.perform(test, testCase, store: Self.store) { try await perform(test, testCase, function) }
    } else {
      try await open(test, traits: traits, function)
    }
  }

  /// The store of the running test, between the call around all cases and the call around each.
  @TaskLocal static var store: FixtureStore?

  private func open(
    _ test: Test, traits: [FixturesTrait], _ function: @Sendable () async throws -> Void
  ) async throws {
    let identity = SpecIdentity(test)
    let run = SpecRun.shared
    run.begin(identity)
    let store: FixtureStore
    do throws(FixtureFault) {
      store = try run.store(
        of: identity, sourceFile: test.sourceLocation.filePath,
        directory: traits.last { $0.directory != nil }?.directory, mode: traits.last { $0.mode != nil }?.mode,
        options: traits.flatMap(\.options))
    } catch {
      run.reportFault(error, of: identity, at: test.sourceLocation)
      return
    }
    let thrown = Mutable<(any Error)?>(nil)
    await Self.$store.withValue(store) {
      do {
        try await function()
      } catch {
        store.noteCutOffCase()
        thrown.value = error
      }
    }
    if Task.isCancelled { store.noteCutOffCase() }
    run.close(store, at: test.sourceLocation)
    if let error = thrown.value { throw error }
  }

  private func perform(
    _ test: Test, _ testCase: Test.Case, _ function: @Sendable () async throws -> Void
  ) async throws {
    guard let store = Self.store else { return try await function() }
    let context = SpecContext(
      test: store.test, caseLabel: label(of: testCase), trial: TrialNumber.current,
      settings: SpecSettings(traitsOf: test), store: store, location: test.sourceLocation)
    let trialsRunInside =
      (test.traits.lastIndex { $0 is TrialsTrait } ?? -1)
      > (test.traits.firstIndex { ($0 as? FixturesTrait)?.serial == serial } ?? -1)
    try await context.perform {
      try await withSharedURLSession(store.options.sharesURLSession, of: test) {
        if trialsRunInside {
          try await function()
        } else {
          try await BodyRun(context: context).perform(test, testCase, function)
        }
      }
    }
  }
}

extension SpecContext {
  init(
    test: SpecIdentity, caseLabel: String?, trial: Int, settings: SpecSettings, store: FixtureStore,
    location: SourceLocation
  ) {
    let recorder = CaseRecorder(SpecRun.shared.recorder(for: store.root), store: store)
    let subject = RecordSubject(spec: test.description, case: caseLabel, trial: trial, role: settings.role)
    let transport = FixtureTransport(store: store, mode: store.mode == .drift ? recorder.pass?.mode : nil)
    self.init(
      test: test, caseLabel: caseLabel, trial: trial, settings: settings,
      transport: transport, watch: WatchedTransport(transport),
      calls: CallObserver(
        subject: subject, recorder: recorder, fixture: store.root.relativePath(of: store.file)),
      recorder: recorder, location: location)
  }
}

extension Trait where Self == FixturesTrait {
  /// Answers model calls from the test's fixture, as the mode of the run says.
  ///
  /// The fixture is `Fixtures/<Target>/<Suite>/<test>.json` under the package's root. `LLMSPEC_MODE` chooses the mode:
  /// `replay` (the default), `record`, `rerecord`, `live` or `drift`. In `drift` the body of the test runs twice, tools
  /// included: see ``FixtureMode/drift``.
  ///
  /// `LLMSPEC_SHARD=2/8` runs an eighth of the tests that have this trait and skips the others, each with its name and
  /// the shard that it is in; tests without it run on every machine.
  ///
  /// Write it before `.enabled(if:)` and `.disabled()`: the testing library asks no trait that follows one of them, and
  /// the summary can name only those skipped specs that it was asked about.
  public static var fixtures: Self { FixturesTrait() }

  /// Answers model calls from the test's fixture.
  ///
  /// - Parameters:
  ///   - options: What is declared about the fixture; it adds to what the suites around the test declare.
  ///   - directory: The folder of all fixtures, from the package's root or absolute; nil for `LLMSPEC_FIXTURES`, else
  ///     `Fixtures`.
  ///   - mode: What happens to calls; nil for what `LLMSPEC_MODE` says.
  ///   - maxAge: How old a recorded answer may be. A test that uses an older one gets a warning, which makes nothing
  ///     red; nil for any age.
  public static func fixtures(
    _ options: FixtureOption..., directory: String? = nil, mode: FixtureMode? = nil, maxAge: FixtureAge? = nil
  ) -> Self {
    FixturesTrait(options + (maxAge.map { [.maxAge($0)] } ?? []), directory: directory, mode: mode)
  }
}
