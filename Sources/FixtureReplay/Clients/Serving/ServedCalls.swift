import Foundation
import LanguageModels
import LoopbackHTTP
import SpecRecords
import Synchronization

/// Answers the calls that come to a ``FixtureServer``.
final class ServedCalls: Sendable {
  /// The path that clients find in the address.
  var path: String { upstream?.path ?? "" }

  private let transport: any HTTPTransport
  private let recording: FixtureTransport?
  private let upstream: Upstream?
  private let counts = Mutex(FixtureServer.Tally())

  init(
    fixtures: URL, mode: FixtureMode, upstream: Upstream?, repeatsLast: Bool, live: (any HTTPTransport)?
  ) throws {
    self.upstream = upstream
    let folder = fixtures.deletingLastPathComponent()
    let root = (try? PackageRoot(sourceFile: fixtures.path)) ?? PackageRoot(url: folder)
    // What suites and tests declare is not known here.
    let options = try FixtureSettings.options(
      above: fixtures.appending(path: FixtureSettings.fileName, directoryHint: .notDirectory), root: root)
    guard mode.isRecording else {
      let hint = "Record it: llmspec serve --fixtures \(fixtures.path) --mode record --upstream URL"
      transport = try FixtureLibrary(fixtures, options: options, repeatsLast: repeatsLast, recordingHint: hint)
      recording = nil
      return
    }
    let store = try FixtureStore(
      test: try Self.test(of: fixtures), sourceFile: fixtures.path, file: fixtures, root: root, mode: mode,
      options: options, live: live)
    // What an earlier recording was cut off with is wanted now, and not only with the first call.
    try store.recoverAbandonedJournals()
    let recording = FixtureTransport(store: store)
    self.recording = recording
    transport = recording
  }

  /// The test that a fixture belongs to: the one it names, else the one whose fixture would lie there.
  private static func test(of file: URL) throws(FixtureFault) -> SpecIdentity {
    let parts: [String]
    if let contents = try FixtureFile.read(file) {
      parts = contents.test.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    } else {
      let folders = file.standardizedFileURL.deletingLastPathComponent().pathComponents
      let inside = folders.lastIndex(of: "Fixtures").map { Array(folders[($0 + 1)...]) } ?? []
      parts =
        (inside.isEmpty ? ["llmspec"] : inside) + [functionName(of: file.deletingPathExtension().lastPathComponent)]
    }
    return SpecIdentity(target: parts[0], path: Array(parts.dropFirst()))
  }

  /// `window` is the file of `window()`, and `ask.question._` that of `ask(question:_:)`.
  private static func functionName(of name: String) -> String {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts[0] + "(" + parts.dropFirst().map { "\($0):" }.joined() + ")"
  }

  var tally: FixtureServer.Tally { counts.withLock { $0 } }

  func answer(_ request: LoopbackRequest) async -> LoopbackResponse {
    let trial = request.header("X-LLMSpec-Trial").flatMap { Int($0) }.map { max(1, $0) } ?? 1
    // In replay nothing is sent, so any host will do.
    let address = upstream?.address(of: request.path) ?? "http://127.0.0.1" + request.path
    return await TrialNumber.$current.withValue(trial) {
      await LoopbackAnswer.response(to: request, at: address) { request in
        do {
          let answer = try await transport.stream(request)
          counts.withLock { $0.count(answer.origin) }
          return answer
        } catch {
          counts.withLock { $0.unanswered += 1 }
          throw error
        }
      }
    }
  }

  func finish() throws(FixtureFault) {
    guard let recording else { return }
    try recording.finishBody(threw: false, wasCancelled: false)
    try recording.store.commit()
  }
}

extension FixtureServer.Tally {
  fileprivate mutating func count(_ origin: CallOrigin) {
    if origin == .replayed { replayed += 1 } else { recorded += 1 }
  }
}
