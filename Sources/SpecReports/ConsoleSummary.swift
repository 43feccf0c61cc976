import SpecRecords

/// The paragraph at the end of a run: what the specs came to, what was called, what it cost and where the record is.
///
/// Only what matters is printed: a count of zero is left out, but for the origins of calls, where a zero says that
/// nothing left the process.
public struct ConsoleSummary: Sendable {
  /// The names of specs that were not run which are printed at most; the rest is counted.
  static let longestNameList = 5

  private let tally: RunTally
  private let duration: Double?
  private let recordPath: String?
  private let recordFault: String?
  private let longestDriftList: Int

  /// Makes the summary of a run.
  ///
  /// - Parameters:
  ///   - tally: what the run adds up to.
  ///   - duration: how long it took, in seconds.
  ///   - recordPath: where the run's record is, as it is printed.
  ///   - recordFault: why records were lost, if they were.
  ///   - longestDriftList: how many of the specs that drifted are listed at most.
  public init(
    tally: RunTally, duration: Double?, recordPath: String?, recordFault: String? = nil, longestDriftList: Int = 20
  ) {
    self.tally = tally
    self.duration = duration
    self.recordPath = recordPath
    self.recordFault = recordFault
    self.longestDriftList = longestDriftList
  }

  /// The summary, of one or more lines, without a line feed at the end.
  public var text: String {
    let details = [calls, misses, plainExpectations, notRun, shards, drift, record].compactMap { $0 }
    let lines = details.flatMap { $0.split(separator: "\n") }
    return (["llmspec: " + headline] + lines.map { "  " + $0 }).joined(separator: "\n")
  }

  private var headline: String {
    var line = tally.specCount == 0 ? "no spec ran" : CountPhrase.of(tally.specCount, "spec")
    if tally.trialCount != tally.specCount { line += " (\(CountPhrase.of(tally.trialCount, "trial")))" }
    if let duration { line += " in \(DurationPhrase.of(duration))" }
    if let mode = tally.mode { line += ", mode \(mode)" }
    guard tally.specCount > 0 else { return line + "." }
    var outcomes = Self.outcomes(tally.cases, passedAlways: tally.knownCases.total == 0)
    if tally.knownCases.total > 0 {
      outcomes.append(
        CountPhrase.of(tally.knownCases.total, "known issue")
          + " (\(Self.outcomes(tally.knownCases, passedAlways: false).joined(separator: ", ")))")
    }
    return line + ": " + outcomes.joined(separator: ", ") + "."
  }

  private var calls: String? {
    let count =
      tally.replayedCalls + tally.recordedCalls + tally.liveCalls + tally.localCalls + tally.missedCalls
    guard count > 0 else { return nil }
    var origins = [
      "\(CountPhrase.grouped(tally.replayedCalls)) replayed", "\(CountPhrase.grouped(tally.recordedCalls)) recorded",
      "\(CountPhrase.grouped(tally.liveCalls)) live",
    ]
    if tally.localCalls > 0 { origins.append("\(CountPhrase.grouped(tally.localCalls)) local") }
    if tally.missedCalls > 0 { origins.append("\(CountPhrase.grouped(tally.missedCalls)) not recorded") }
    var line = "\(CountPhrase.of(count, "call")): \(origins.joined(separator: ", "))."
    if tally.failedCalls > 0 { line += " \(CountPhrase.of(tally.failedCalls, "call")) failed." }
    if tally.inputTokens > 0 || tally.outputTokens > 0 {
      let input = CountPhrase.of(tally.inputTokens, "token")
      line += " \(input) in, \(CountPhrase.grouped(tally.outputTokens)) out."
    }
    return line + cost
  }

  private var cost: String {
    let wentOut = tally.recordedCalls + tally.liveCalls
    guard wentOut + tally.replayedCalls > 0 else { return "" }
    var remarks: [String] = []
    if tally.replayedCost > 0 {
      let replayed = tally.replayedCalls == 1 ? "the replayed call" : "replayed calls"
      remarks.append("\(replayed) would have cost \(MoneyPhrase.of(tally.replayedCost))")
    }
    let unpriced = tally.unpricedCalls + tally.unpricedReplayedCalls
    if unpriced > 0 { remarks.append("price unknown for \(CountPhrase.of(unpriced, "call"))") }
    // A sum of nothing but unknown prices is not nothing.
    let isKnown = tally.cost > 0 || tally.unpricedCalls == 0
    let sum = isKnown ? "Cost \(MoneyPhrase.of(tally.cost))" : "Cost unknown"
    return " " + sum + (remarks.isEmpty ? "." : " (\(remarks.joined(separator: "; "))).")
  }

  private var misses: String? {
    guard tally.missedCalls > 0 else { return nil }
    let command = RecordingCommand(specs: tally.missedSpecs)
    return "Record what is missing with `\(command)` or `llmspec run --mode record`."
  }

  private var plainExpectations: String? {
    let count = tally.expectationsOutsideSpecs
    guard count.total > 0 else { return nil }
    let outcomes = Self.outcomes(count, passedAlways: true).joined(separator: ", ")
    return "\(CountPhrase.of(count.total, "expectation")) in other tests: \(outcomes)."
  }

  private var notRun: String? {
    guard !tally.skipped.isEmpty else { return nil }
    let rest = tally.skipped.count - Self.longestNameList
    let names = tally.skipped.prefix(Self.longestNameList).joined(separator: ", ")
    let tail = rest > 0 ? " and \(CountPhrase.grouped(rest)) more" : ""
    return "\(CountPhrase.grouped(tally.skipped.count)) not run: \(names)\(tail)."
  }

  /// Which part of the specs was run, where they are divided among machines.
  private var shards: String? {
    guard let count = tally.shards.first?.count else { return nil }
    // Shards of several divisions in one run are a mistake that merging refuses.
    let numbers = tally.shards.filter { $0.count == count }.map(\.index)
    let elsewhere = tally.specsInOtherShards
    if numbers.count == count, elsewhere.isEmpty { return "All \(CountPhrase.of(count, "shard")) took part." }
    let list = numbers.prefix(Self.longestNameList * 2).map(String.init).joined(separator: ", ")
    let part = numbers.count == 1 ? "Shard \(list)" : "Shards \(list)\(numbers.count > 10 ? ", …" : "")"
    let rest = elsewhere.count - Self.longestNameList
    let names = elsewhere.prefix(Self.longestNameList).joined(separator: ", ")
    let tail = rest > 0 ? " and \(CountPhrase.grouped(rest)) more" : ""
    let others =
      elsewhere.isEmpty ? "" : " \(CountPhrase.of(elsewhere.count, "spec")) in other shards: \(names)\(tail)."
    return "\(part) of \(CountPhrase.grouped(count)).\(others)"
  }

  private var drift: String? { DriftReport(tally, limit: longestDriftList).text }

  private var record: String? {
    if let recordFault { return "The record of this run is not complete: \(recordFault)" }
    return recordPath.map { "Record: \($0)" }
  }

  private static func outcomes(_ count: TrialCount, passedAlways: Bool) -> [String] {
    var parts: [String] = []
    if count.passed > 0 || passedAlways { parts.append("\(CountPhrase.grouped(count.passed)) passed") }
    if count.failed > 0 { parts.append("\(CountPhrase.grouped(count.failed)) failed") }
    if count.inconclusive > 0 { parts.append("\(CountPhrase.grouped(count.inconclusive)) inconclusive") }
    return parts
  }
}
