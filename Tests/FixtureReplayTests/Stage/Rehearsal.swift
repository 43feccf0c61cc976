import FixtureReplay
import Foundation
import LanguageModels
import SpecRecords
import Testing

/// A package in a folder of its own with one test, which is run again and again.
struct Rehearsal {
  /// What came of one run of the test.
  struct Run<R: Sendable>: Sendable {
    var result: Result<R, any Error>
    /// What the transport remembers when the body is over.
    var faults: [FixtureFault]
    /// What writing the fixture met.
    var commitFault: FixtureFault?

    var value: R { get throws { try result.get() } }
  }

  static let moment = Date(timeIntervalSince1970: 1_780_000_000)

  let folder: TemporaryFolder
  let root: PackageRoot
  let test: SpecIdentity
  let file: URL
  /// What the test declares to be taken out.
  var personalData: [PersonalDataRedactor] = []

  init(
    _ name: String = "window()", suite: String = "RefundSpecs", in folder: TemporaryFolder? = nil
  ) throws {
    self.folder = try folder ?? TemporaryFolder()
    root = PackageRoot(url: self.folder.url)
    test = SpecIdentity(target: "SupportSpecs", path: [suite, name])
    file = FixturePath.file(of: test, root: root, directory: "Fixtures")
  }

  func store(
    _ mode: FixtureMode, options: FixtureOptions? = nil, rules: IdentityRules = .none,
    live: any HTTPTransport = ForbiddenTransport(), plan: PlanJournal? = nil
  ) throws -> FixtureStore {
    try FixtureStore(
      test: test, sourceFile: "/package/Tests/SupportSpecs/RefundSpecs.swift", file: file, root: root, mode: mode,
      options: options ?? FixtureOptions(rules: rules, personalData: personalData), live: live,
      now: { Self.moment }, plan: plan)
  }

  /// Runs the test with one case, and ends it as the trait does.
  func run<R: Sendable>(
    _ mode: FixtureMode, options: FixtureOptions? = nil, rules: IdentityRules = .none,
    live: any HTTPTransport = ForbiddenTransport(), cancelled: Bool = false, plan: PlanJournal? = nil,
    _ body: @Sendable () async throws -> R
  ) async throws -> Run<R> {
    let store = try store(mode, options: options, rules: rules, live: live, plan: plan)
    let transport = FixtureTransport(store: store)
    var run = try await Self.body(on: transport, body)
    if cancelled { store.noteCutOffCase() }
    do throws(FixtureFault) { try store.commit() } catch { run.commitFault = error }
    return run
  }

  /// Runs one case.
  static func body<R: Sendable>(
    on transport: FixtureTransport, _ body: @Sendable () async throws -> R
  ) async throws -> Run<R> {
    let result: Result<R, any Error>
    do {
      result = .success(try await ModelCallContext.$current.withValue(.init(transport: transport)) { try await body() })
    } catch {
      result = .failure(error)
    }
    switch result {
    case .success: try transport.finishBody(threw: false, wasCancelled: false)
    case .failure(let error): try transport.finishBody(threw: true, wasCancelled: error is CancellationError)
    }
    return Run(result: result, faults: transport.faults, commitFault: nil)
  }

  /// The text of the fixture; nil where there is none.
  var text: String? { try? String(contentsOf: file, encoding: .utf8) }

  var contents: FixtureFile? { get throws { try FixtureFile.read(file) } }

  /// Changes the fixture as a person with an editor does.
  func edit(_ old: String, _ new: String) throws {
    let text = try #require(self.text)
    let edited = text.replacing(old, with: new, maxReplacements: 1)
    try #require(edited != text, "the fixture does not hold \(old)")
    try Data(edited.utf8).write(to: file)
  }

  func overwrite(_ text: String) throws {
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}

/// What an app under test does: asks its model, made without address and key.
func ask(
  _ question: String, model: String = "gpt-test", system: String? = nil, temperature: Double? = nil, draw: Int = 1,
  purpose: CallPurpose = .subject, promptVersion: String? = nil
) async throws -> String {
  try await ask(
    OpenAICompatibleModel(model), question, system: system, temperature: temperature, draw: draw, purpose: purpose,
    promptVersion: promptVersion)
}

func ask(
  _ model: OpenAICompatibleModel, _ question: String, system: String? = nil, temperature: Double? = nil, draw: Int = 1,
  purpose: CallPurpose = .subject, promptVersion: String? = nil
) async throws -> String {
  let messages = (system.map { [ChatMessage.system($0)] } ?? []) + [.user(question)]
  let request = ChatRequest(
    messages: messages, temperature: temperature, draw: draw, purpose: purpose, promptVersion: promptVersion)
  return try await model.respond(to: request).text
}
