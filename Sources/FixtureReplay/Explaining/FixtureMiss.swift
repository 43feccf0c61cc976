import Foundation
import SpecRecords
import StructuredOutput

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
  /// Finds among ``recorded`` what is like the request.
  let nearest: NearestRequests
  let hasAbandonedJournal: Bool

  var fault: FixtureFault { fault(isColoured: TerminalColour.isWanted) }

  /// - Parameter isColoured: Whether the terminal's message is another one than the plain one.
  func fault(isColoured: Bool) -> FixtureFault {
    FixtureFault(
      .notRecorded, message(isColoured: false), terminalMessage: isColoured ? message(isColoured: true) : nil)
  }

  private func message(isColoured: Bool) -> String {
    let path = root.relativePath(of: file)
    var lines = ["not recorded: \(test) made a call that has no recorded answer: \(call)."]
    if let recorded, !recorded.isEmpty {
      lines += explanation(among: recorded, path: path, isColoured: isColoured)
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

  /// What was called, in which trial, and which of its repetitions this is.
  private var call: String {
    var parts = [
      "\(MessageText.quoted(request.method, limit: 20)) \(MessageText.quoted(request.path, limit: 200))\(modelName)"
    ]
    if let name = key.case { parts.append("case \(MessageText.quoted(name))") }
    parts.append("trial \(key.trial)")
    if key.draw != 1 { parts.append("draw \(key.draw)") }
    parts.append("call \(key.ordinal) of this request")
    return parts.joined(separator: ", ")
  }

  private var modelName: String {
    guard let model = request.json?["model"]?.stringValue else { return "" }
    return " (\(MessageText.quoted(model)))"
  }

  private func explanation(among recorded: [FixtureExchange], path: String, isColoured: Bool) -> [String] {
    let same = recorded.filter { $0.key.request == key.request }
    if !same.isEmpty { return [sameRequestElsewhere(same)] }
    let positions = nearest.positions(near: request, key: key, promptVersion: promptVersion)
    guard let first = positions.first else {
      let exchanges = recorded.count == 1 ? "1 exchange" : "\(recorded.count) exchanges"
      return ["\(path) holds \(exchanges), none of them to \(MessageText.quoted(request.path, limit: 200))."]
    }
    let settled = settlement(among: recorded, at: positions)
    let position = settled?.position ?? first
    let exchange = recorded[position]
    let differences = DifferenceText(from: exchange.request, to: request, isColoured: isColoured)
    var lines: [String] = []
    if let old = exchange.promptVersion, let new = promptVersion, old != new {
      lines.append(
        "The judge's prompt changed since this was recorded: \(MessageText.quoted(old)) → \(MessageText.quoted(new)).")
    }
    lines.append(
      "Nearest recorded request: exchange \(position + 1) of \(recorded.count) in \(path)"
        + (exchange.key.trial == key.trial ? "." : ", of trial \(exchange.key.trial)."))
    if !differences.prompt.isEmpty {
      lines.append("The prompt differs ([-recorded-] {+now+}):")
      lines += differences.prompt.map { "  \($0)" }
    }
    if !differences.others.isEmpty {
      lines.append(differences.prompt.isEmpty ? "The prompt is the same. What changed:" : "What else changed:")
      lines += differences.others.map { "  \($0)" }
    }
    if let settled { lines.append(settled.rules.sentence) }
    return lines
  }

  /// Rules under which one of the nearest requests is this one, in this case and trial.
  private func settlement(
    among recorded: [FixtureExchange], at positions: [Int]
  ) -> (position: Int, rules: SettlingRules)? {
    for position in positions {
      let exchange = recorded[position]
      guard exchange.key.case == key.case, exchange.key.trial == key.trial, exchange.key.draw == key.draw else {
        continue
      }
      if let rules = SettlingRules(from: exchange.request, to: request) { return (position, rules) }
    }
    return nil
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
}
