import SpecRecords

/// The specs that are not as they were recorded, the most important first: verdict, structure, meaning.
public struct DriftReport: Sendable {
  /// How many specs are shown.
  private let limit: Int
  private let tally: RunTally
  /// What was compared and is different, the most important first.
  public let changed: [DriftRecord]
  /// What could not be compared, in order of the names.
  public let notCompared: [DriftRecord]

  /// The most differences that are spelled out of one spec.
  private static let mostChanges = 6

  /// Makes the report of a run.
  ///
  /// - Parameter limit: How many specs are shown of each kind; the rest is counted.
  public init(_ tally: RunTally, limit: Int = 20) {
    self.tally = tally
    self.limit = max(0, limit)
    changed = tally.drifts.filter(\.isChanged).sorted { Rank($0) < Rank($1) }
    notCompared = tally.drifts.filter { $0.obstacle != nil }.sorted { Rank($0).name < Rank($1).name }
  }

  /// The report, of one or more lines without a line feed at the end; nil for a run that compared nothing.
  public var text: String? {
    guard tally.comparedCases + notCompared.count > 0 else { return nil }
    var lines: [String] = []
    if tally.comparedCases > 0 {
      let compared = CountPhrase.of(tally.comparedCases, "spec")
      lines.append(
        changed.isEmpty
          ? "No drift: \(compared) \(tally.comparedCases == 1 ? "is" : "are") as when recorded."
          : "Drift: \(CountPhrase.grouped(changedSpecs)) of \(compared) changed since recorded.")
      lines += changed.prefix(limit).flatMap { Self.lines(of: $0).map { "  " + $0 } }
      let rest = changed.count - min(limit, changed.count)
      if rest > 0 { lines.append("  and \(CountPhrase.grouped(rest)) more") }
      if let usage = Self.usage(tally.replayedUsage, tally.liveUsage) { lines.append("In all: \(usage).") }
    }
    if !notCompared.isEmpty {
      lines.append("\(CountPhrase.of(notCompared.count, "spec")) could not be compared:")
      lines += notCompared.prefix(limit).map { "  \(Self.name(of: $0)): \(OneLine.of($0.obstacle ?? ""))" }
      let rest = notCompared.count - min(limit, notCompared.count)
      if rest > 0 { lines.append("  and \(CountPhrase.grouped(rest)) more") }
      let missing = notCompared.filter { $0.obstacle == VerdictHeading.notRecorded.rawValue }.map(\.subject.spec)
      if !missing.isEmpty {
        let command = RecordingCommand(specs: Set(missing).sorted())
        lines.append("Record what is missing with `\(command)` or `llmspec run --mode record`.")
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Trials that were compared one by one are of one spec.
  private var changedSpecs: Int {
    Set(changed.map { [$0.subject.spec, $0.subject.case ?? ""] }).count
  }

  private static func lines(of record: DriftRecord) -> [String] {
    var parts: [String] = []
    if record.isVerdictChanged {
      parts.append("\(verdict(record.replayed)) when recorded, \(verdict(record.live)) live")
    }
    let aspects = record.changes.map(\.aspect)
    let structure = unique(aspects.filter { !$0.isMeaning })
    if !structure.isEmpty { parts.append("structure (\(structure.joined(separator: ", ")))") }
    let meaning = unique(aspects.filter(\.isMeaning))
    if !meaning.isEmpty { parts.append("meaning (\(meaning.joined(separator: ", ")))") }
    if let similarity = record.similarity {
      parts.append("similarity \((similarity * 100).rounded() / 100)")
    }
    var lines = ["\(name(of: record)): \(parts.joined(separator: "; "))"]
    let ordered = record.changes.filter { !$0.aspect.isMeaning } + record.changes.filter(\.aspect.isMeaning)
    for change in ordered.prefix(mostChanges) {
      let place = change.place.isEmpty ? "" : " of \(OneLine.of(change.place))"
      let (was, now) = (OneLine.of(change.was), OneLine.of(change.now))
      let isQuoted = change.aspect == .wording
      lines.append(
        "  \(OneLine.of(change.aspect.rawValue, limit: 40))\(place): "
          + (isQuoted ? "“\(was)” became “\(now)”" : "\(was) became \(now)"))
    }
    let rest = ordered.count - mostChanges
    if rest > 0 { lines.append("  and \(CountPhrase.of(rest, "more difference"))") }
    if let usage = usage(record.replayed.usage, record.live.usage) { lines.append("  " + usage) }
    return lines
  }

  private static func verdict(_ side: DriftSide) -> String {
    side.isKnown ? "\(side.verdict) (known)" : side.verdict.description
  }

  private static func name(of record: DriftRecord) -> String {
    var name = OneLine.of(record.subject.spec, limit: 300)
    if let label = record.subject.case { name += " [\(OneLine.of(label))]" }
    if record.subject.trial != 1 { name += ", trial \(record.subject.trial)" }
    return name
  }

  /// What the calls took and take now, as far as that is not the same; nil where all of it is.
  private static func usage(_ was: DriftUsage, _ now: DriftUsage) -> String? {
    var parts: [String] = []
    func add(_ name: String, _ old: String, _ new: String) {
      if old != new { parts.append("\(name) \(old) → \(new)") }
    }
    add("tokens in", CountPhrase.grouped(was.inputTokens), CountPhrase.grouped(now.inputTokens))
    add("tokens out", CountPhrase.grouped(was.outputTokens), CountPhrase.grouped(now.outputTokens))
    // Two calls never take the same time.
    let (short, long) = (min(was.latency, now.latency), max(was.latency, now.latency))
    if long > short * 1.2 + 0.1 { add("time", DurationPhrase.of(was.latency), DurationPhrase.of(now.latency)) }
    if let old = was.cost, let new = now.cost { add("cost", MoneyPhrase.of(old), MoneyPhrase.of(new)) }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private static func unique(_ aspects: [DriftAspect]) -> [String] {
    var names: [String] = []
    for aspect in aspects {
      let name = OneLine.of(aspect.rawValue, limit: 40)
      if !names.contains(name) { names.append(name) }
    }
    return names
  }
}

/// How important a difference is.
private struct Rank: Comparable {
  let kind: Int
  let similarity: Double
  let name: String

  init(_ record: DriftRecord) {
    if record.isVerdictChanged {
      switch (record.replayed.effectiveVerdict, record.live.effectiveVerdict) {
      case (_, .failed): kind = 0
      case (_, .inconclusive): kind = 1
      case (_, .passed): kind = 2
      }
    } else {
      kind = record.changes.contains { !$0.aspect.isMeaning } ? 3 : 4
    }
    similarity = record.similarity ?? 1
    name = "\(record.subject.spec) [\(record.subject.case ?? "")] \(record.subject.trial)"
  }

  static func < (left: Rank, right: Rank) -> Bool {
    (left.kind, left.similarity, left.name) < (right.kind, right.similarity, right.name)
  }
}
