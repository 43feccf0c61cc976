import DurableFiles
import Foundation
import LanguageModels
import SpecRecords
import StructuredOutput
import TextMetrics

/// Explains why a call has no recorded answer: the nearest recorded request, the smallest difference, and the command
/// that records it.
struct FixtureMiss {
  let key: CallKey
  let request: RequestIdentity
  let promptVersion: String?
  let test: SpecIdentity
  let file: URL
  let root: PackageRoot
  /// What the file holds; nil where there is no file.
  let recorded: [FixtureExchange]?
  let hasAbandonedJournal: Bool

  var fault: FixtureFault { FixtureFault(.notRecorded, message) }

  private var message: String {
    let path = root.relativePath(of: file)
    var lines = ["not recorded: \(test) made a call that has no recorded answer: \(call)."]
    if let recorded, !recorded.isEmpty {
      lines += explanation(among: recorded, path: path)
    } else if recorded != nil {
      lines.append("\(path) holds no exchanges.")
    } else {
      lines.append("\(path) does not exist: nothing is recorded for this test.")
    }
    if hasAbandonedJournal {
      lines.append("A recording of this test was cut off. Its answers are safe: recording takes them over.")
    }
    let mode: FixtureMode = .record
    lines.append("Record it: \(RecordingCommand(mode: mode, test: test))")
    return lines.joined(separator: "\n")
  }

  /// What was called, and which of its repetitions where there may be several.
  private var call: String {
    var parts = ["\(request.method) \(request.path)\(modelName)"]
    if let name = key.case { parts.append("case \(name)") }
    if key.trial != 1 || recorded?.contains(where: { $0.key.trial != 1 }) == true { parts.append("trial \(key.trial)") }
    if key.draw != 1 { parts.append("draw \(key.draw)") }
    return parts.joined(separator: ", ")
  }

  private var modelName: String {
    guard case .json(let body) = request.body, let model = body["model"]?.stringValue else { return "" }
    return " (\(model.prefix(80)))"
  }

  private func explanation(among recorded: [FixtureExchange], path: String) -> [String] {
    let same = recorded.filter { $0.key.request == key.request }
    if !same.isEmpty { return [sameRequestElsewhere(same)] }
    guard let (nearest, index) = nearest(among: recorded) else {
      let exchanges = recorded.count == 1 ? "1 exchange" : "\(recorded.count) exchanges"
      return ["\(path) holds \(exchanges), none of them to \(request.path)."]
    }
    let differences = RequestDifference.between(nearest.request.body, request.body)
    var lines: [String] = []
    if let old = nearest.promptVersion, let new = promptVersion, old != new {
      lines.append("The judge's prompt changed since this was recorded: \(old) became \(new).")
    }
    lines.append(
      "Nearest recorded request: exchange \(index + 1) of \(recorded.count) in \(path)"
        + (nearest.key.trial == key.trial ? "" : ", of trial \(nearest.key.trial)")
        + (differences.isEmpty ? ", whose body is equal." : ". It differs in ([-recorded-] {+now+}):"))
    lines += differences.prefix(6).map { "  \($0)" }
    if differences.count > 6 { lines.append("  and \(differences.count - 6) more places") }
    if differences.isEmpty { lines += placesBeside(nearest.request).map { "  \($0)" } }
    return lines
  }

  /// Where the requests differ outside of their bodies.
  private func placesBeside(_ old: RequestIdentity) -> [String] {
    func query(_ fields: [HTTPHeaders.Field]) -> String {
      fields.isEmpty ? "none" : fields.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
    }
    return [
      ("provider", old.provider, request.provider), ("method", old.method, request.method),
      ("query", query(old.query), query(request.query)),
    ].filter { $0.1 != $0.2 }.map { "\($0.0): \($0.1) became \($0.2)" }
  }

  /// The request is known and this repetition of it is not.
  private func sameRequestElsewhere(_ same: [FixtureExchange]) -> String {
    let inTrial = same.filter { $0.key.trial == key.trial && $0.key.case == key.case && $0.key.draw == key.draw }
    if !inTrial.isEmpty {
      return """
        The same request is recorded \(Self.times(inTrial.count)), and this is call \(key.ordinal) of it: the test \
        makes this call more often than when it was recorded.
        """
    }
    let trials = Set(same.map(\.key.trial)).sorted()
    if !trials.contains(key.trial), let first = trials.first, let last = trials.last {
      let range = trials.count == 1 ? "trial \(first)" : "\(trials.count) trials, \(first) to \(last)"
      return "The same request is recorded in \(range); in trial \(key.trial) it never was."
    }
    if same.contains(where: { $0.key.case == key.case }) {
      let draws = Set(same.filter { $0.key.case == key.case && $0.key.trial == key.trial }.map(\.key.draw)).sorted()
      if !draws.isEmpty {
        let list = draws.map { "\($0)" }.joined(separator: ", ")
        return "The same request is recorded with draw \(list); with draw \(key.draw) it never was."
      }
    }
    return "The same request is recorded for other cases of this test only."
  }

  private static func times(_ count: Int) -> String {
    switch count {
    case 1: "once"
    case 2: "twice"
    default: "\(count) times"
    }
  }

  private func nearest(among recorded: [FixtureExchange]) -> (FixtureExchange, Int)? {
    let profile = WordBigramProfile(request.plainText)
    var best: (exchange: FixtureExchange, index: Int, score: Double)?
    for (index, exchange) in recorded.enumerated() where exchange.request.path == request.path {
      var score = profile.similarity(to: WordBigramProfile(exchange.request.plainText))
      // Of equally near ones the same trial's, and among those the first, is the one that people expect.
      if exchange.key.trial == key.trial { score += 1e-6 }
      if exchange.promptVersion?.prefix(while: { $0 != "/" }) != promptVersion?.prefix(while: { $0 != "/" }) {
        score -= 0.5
      }
      if best.map({ score > $0.score }) ?? true { best = (exchange, index, score) }
    }
    return best.map { ($0.exchange, $0.index) }
  }
}

extension RequestIdentity {
  /// All texts of the body, for comparing.
  var plainText: String {
    var text = ""
    func collect(_ json: JSONValue) {
      switch json {
      case .string(let string): text += string + "\n"
      case .array(let items): items.forEach(collect)
      case .object(let object): for (_, value) in object { collect(value) }
      default: break
      }
    }
    switch body {
    case .none: break
    case .json(let json): collect(json)
    case .bytes(let bytes): text = String(decoding: bytes, as: UTF8.self)
    }
    return text
  }
}
