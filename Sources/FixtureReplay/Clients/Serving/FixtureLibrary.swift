import DurableFiles
import Foundation
import LanguageModels
import StructuredOutput
import Synchronization

/// Answers from recorded fixtures of any number of tests, for clients that belong to no test.
///
/// Equal requests are answered in the order in which they were recorded: within a file in its order, and of several
/// files in the order of their paths. Cases and draws, which a client cannot name, count as repetitions; the trial is
/// that of the running task.
final class FixtureLibrary: HTTPTransport {
  private struct Question: Hashable {
    var request: ContentHash
    var trial: Int
  }

  private let folder: URL
  private let isFolder: Bool
  private let exchanges: [FixtureExchange]
  private let nearestRequests: NearestRequests
  private let positions: [Question: [Int]]
  private let rules: IdentityRules
  private let redactor: FixtureRedactor
  private let repeatsLast: Bool
  private let recordingHint: String
  private let asked = Mutex<[Question: Int]>([:])

  /// Reads a fixture, or every fixture of a folder.
  ///
  /// - Parameters:
  ///   - options: What is declared about all of them.
  ///   - repeatsLast: Whether a request that is made more often than it was recorded is given its last answer again.
  ///   - recordingHint: How what is missing is recorded, one sentence.
  /// - Throws: ``FixtureFault`` for a file that cannot be used, and where there is none.
  init(
    _ url: URL, options: FixtureOptions = FixtureOptions(), repeatsLast: Bool, recordingHint: String
  ) throws(FixtureFault) {
    rules = options.rules
    redactor = FixtureRedactor(personalData: options.personalData)
    self.repeatsLast = repeatsLast
    self.recordingHint = recordingHint
    folder = url
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
      throw FixtureFault(.notRecorded, "\(url.path) does not exist, so there is nothing to replay. \(recordingHint)")
    }
    self.isFolder = isFolder.boolValue
    var exchanges: [FixtureExchange] = []
    for file in isFolder.boolValue ? Self.files(in: url) : [url] {
      guard let contents = try FixtureFile.read(file) else { continue }
      for (index, exchange) in contents.exchanges.enumerated() {
        if let edit = exchange.edit {
          throw FixtureFault(
            .edited,
            """
            The fixture \(file.path) was edited by hand: exchange \(index + 1) (\(exchange.request.method) \
            \(exchange.request.path), trial \(exchange.key.trial)) is not as it was recorded: \(edit) was changed.
            Bring the file back with `git checkout`, or take the exchange's "digest" line out to keep the answer.
            """)
        }
      }
      exchanges += contents.renewed(rules, redactor: redactor).file.exchanges
    }
    self.exchanges = exchanges
    nearestRequests = NearestRequests(exchanges)
    var positions: [Question: [Int]] = [:]
    for (index, exchange) in exchanges.enumerated() {
      let question = Question(request: exchange.key.request, trial: exchange.key.trial)
      positions[question, default: []].append(index)
    }
    self.positions = positions
  }

  private static func files(in folder: URL) -> [URL] {
    (FileManager.default.subpaths(atPath: folder.path) ?? [])
      .filter {
        $0 != FixtureSettings.fileName && $0.hasSuffix(".json")
          && !$0.split(separator: "/").contains { $0.hasPrefix(".") }
      }
      .sorted().map { folder.appending(path: $0, directoryHint: .notDirectory) }
  }

  func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    try await answer(to: request).response(origin: .replayed, timing: .immediate)
  }

  func stream(_ request: HTTPRequest) async throws -> HTTPStreamedResponse {
    try await answer(to: request).streamedResponse(origin: .replayed, timing: .immediate)
  }

  private func answer(to request: HTTPRequest) throws(FixtureFault) -> RecordedAnswer {
    let identity = RequestIdentity(of: request, rules: rules, redactor: redactor)
    let question = Question(request: identity.hash, trial: TrialNumber.current)
    let recorded = positions[question] ?? []
    let count = asked.withLock { asked in
      let count = (asked[question] ?? 0) + 1
      asked[question] = count
      return count
    }
    if count <= recorded.count { return exchanges[recorded[count - 1]].answer }
    if repeatsLast, let last = recorded.last { return exchanges[last].answer }
    throw FixtureFault(.notRecorded, miss(identity, recorded: recorded.count, count: count))
  }

  private func miss(_ request: RequestIdentity, recorded: Int, count: Int) -> String {
    var model = ""
    if case .json(let body) = request.body, let name = body["model"]?.stringValue { model = " (\(name.prefix(80)))" }
    let call = "\(request.method) \(request.path)\(model)"
    var lines = ["not recorded: the client made a call that has no recorded answer: \(call)."]
    if recorded > 0 {
      let times = recorded == 1 ? "once" : "\(recorded) times"
      lines.append("It is recorded \(times), and this is call \(count) of it. --repeat answers the last one again.")
    } else if exchanges.contains(where: { $0.key.request == request.hash }) {
      lines.append(
        "It is recorded in other trials than \(TrialNumber.current), which the header X-LLMSpec-Trial chooses.")
    } else {
      lines += nearest(request)
    }
    lines.append(recordingHint)
    return lines.joined(separator: "\n")
  }

  private func nearest(_ request: RequestIdentity) -> [String] {
    let place = isFolder ? "The fixtures of \(folder.path)" : folder.path
    let key = CallKey(request: request.hash, trial: TrialNumber.current)
    guard let nearest = nearestRequests.positions(near: request, key: key, promptVersion: nil).first else {
      return ["\(place) hold\(isFolder ? "" : "s") no \(request.method) \(request.path)."]
    }
    let differences = DifferenceText(from: exchanges[nearest].request, to: request, isColoured: false).lines
    return ["The nearest recorded request differs in ([-recorded-] {+now+}):"] + differences.map { "  \($0)" }
  }
}
