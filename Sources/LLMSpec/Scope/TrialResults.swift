import SpecRecords
import Testing

/// How the trials of a case went, and what is said about them.
struct TrialResults {
  /// The most red trials that are spelled out; of the others the verdict is named.
  private static let mostSpelledOut = 3

  private(set) var count = TrialCount()
  private var reds: [(name: String, causes: String)] = []

  /// Adds a trial. Known issues do not make it red.
  mutating func add(_ log: IssueLog, trial: Int) {
    let open = log.entries.filter { !$0.isKnown }
    let verdict = Verdict(allOf: open.map(\.verdict))
    count.add(verdict)
    if verdict.isRed {
      let causes = open.map { "  " + $0.text.split(separator: "\n").joined(separator: "\n  ") }
      reds.append(("trial \(trial) \(verdict)", causes.joined(separator: "\n")))
    }
  }

  /// Reports trials that cannot be: none, or fewer than must pass.
  static func refuse(_ trials: String, at location: SourceLocation, spec: RecordedSpec?) {
    let message = "inconclusive: \(trials) asks for what cannot be."
    let log = IssueLog()
    log.add(IssueLog.Entry(verdict: .inconclusive, isKnown: false, text: message, isRecorded: false))
    spec?.write(log, trial: 1, duration: .zero)
    report(.inconclusive, message, at: location, isRecorded: false)
  }

  /// Decides about the trials, writes a record and reports what is red, once, at the test's line.
  func conclude(of total: Int, needed: Int, at location: SourceLocation, spec: RecordedSpec?) {
    let verdict = Verdict(trials: count, needed: needed)
    spec?.write(count, needed: needed, verdict: verdict)
    guard verdict.isRed else { return }
    var message = "\(verdict): \(count.passed) of \(total) trials passed, at least \(needed) had to"
    if count.inconclusive > 0 { message += " (\(count.failed) failed, \(count.inconclusive) inconclusive)" }
    message += "."
    for red in reds.prefix(Self.mostSpelledOut) { message += "\n\(red.name):\n\(red.causes)" }
    if reds.count > Self.mostSpelledOut {
      message += "\n" + reds.dropFirst(Self.mostSpelledOut).map(\.name).joined(separator: ", ")
    }
    report(verdict, message, at: location, isRecorded: false)
  }
}
