import SpecRecords

extension FixtureStatus {
  /// The status as a table for people: a line a file, its problem under it, and a last line with the totals.
  public var text: String {
    var lines = table
    if !interrupted.isEmpty {
      if !lines.isEmpty { lines.append("") }
      lines.append("Recordings that were cut off; LLMSPEC_MODE=record takes their answers over:")
      for recording in interrupted {
        let name = recording.fixture ?? "a test that is not named"
        lines.append("  \(name): \(Self.count(recording.answers, "answer"))")
      }
    }
    if !missing.isEmpty {
      if !lines.isEmpty { lines.append("") }
      lines.append("Calls of tests that have no fixture at all:")
      lines += missing.map { "  ! \($0.record.spec): \(Self.count($0.record.misses, "call")), in run \($0.run)" }
      lines.append("  Record them: \(RecordingCommand(specs: missing.map(\.record.spec)))")
    }
    if asksForUse, let note = unknownUse {
      if !lines.isEmpty { lines.append("") }
      lines.append(note)
    }
    if !lines.isEmpty { lines.append("") }
    lines.append(totals)
    return lines.joined(separator: "\n") + "\n"
  }

  private var table: [String] {
    guard !entries.isEmpty else { return [] }
    let rows =
      [["fixture", "exchanges", "trials", "recorded", "size", "models"]]
      + entries.map { entry in
        guard entry.test != nil else { return [entry.path, "?", "?", "?", Self.size(entry.bytes), "?"] }
        return [
          entry.path, "\(entry.exchanges)", "\(entry.trials)", entry.dates, Self.size(entry.bytes),
          entry.models.joined(separator: ", "),
        ]
      }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    var lines: [String] = []
    for (index, row) in rows.enumerated() {
      var line = ""
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        let isNumber = [1, 2, 4].contains(column)
        line += (column == 0 ? "" : "  ") + (isNumber ? padding + cell : cell + padding)
      }
      while line.hasSuffix(" ") { line.removeLast() }
      lines.append(line)
      if index > 0, let problem = entries[index - 1].problem {
        lines.append("  ! " + problem.split(separator: "\n").joined(separator: "\n    "))
      }
      guard index > 0 else { continue }
      lines += entries[index - 1].findings.map { ($0.isProblem ? "  ! " : "  - ") + $0.message }
    }
    return lines
  }

  /// What would tell which exchanges are unused, where it is not known.
  private var unknownUse: String? {
    let unknown = entries.filter { entry in
      entry.test != nil && !entry.isUseKnown && !entry.findings.contains { $0.kind == .goneTest || $0.kind == .missing }
    }.compactMap(\.test)
    guard !unknown.isEmpty else { return nil }
    let (hold, their, files) =
      unknown.count == 1
      ? ("1 fixture holds", "its test", "the file as it is")
      : ("\(unknown.count) fixtures hold", "their tests", "the files as they are")
    return """
      It is not known whether \(hold) what is not used, or what is used is missing: of the last \
      \(FixtureEvidence.mostRuns) runs none ran \(their) whole, in mode replay, on \(files) now. This tells: \
      \(RecordingCommand(mode: FixtureMode.replay.rawValue, specs: unknown))
      """
  }

  private var totals: String {
    guard exists else { return "\(directory) does not exist: nothing is recorded." }
    guard !entries.isEmpty else { return "\(directory) holds no fixtures." }
    var parts = [
      Self.count(entries.count, "fixture"), Self.count(entries.map(\.exchanges).reduce(0, +), "exchange"),
      Self.count(Set(entries.flatMap(\.models)).count, "model"), Self.size(entries.map(\.bytes).reduce(0, +)),
    ]
    let problems = entries.count { $0.problem != nil }
    if problems > 0 { parts.append("\(problems) with a problem") }
    let findings = entries.flatMap(\.findings)
    for (kind, word) in [(FixtureFinding.Kind.unused, "unused"), (.stale, "stale"), (.otherModel, "of another model")] {
      let exchanges = findings.filter { $0.kind == kind }.reduce(0) { $0 + $1.exchanges.count }
      if exchanges > 0 { parts.append("\(Self.count(exchanges, "exchange")) \(word)") }
    }
    let gone = findings.count { $0.kind == .goneTest }
    if gone > 0 { parts.append("\(gone) of tests that are gone") }
    let misses = missing.count + findings.count { $0.kind == .missing }
    if misses > 0 { parts.append("\(Self.count(misses, "test")) with calls that are not recorded") }
    if !interrupted.isEmpty { parts.append(Self.count(interrupted.count, "recording") + " cut off") }
    return parts.joined(separator: ", ")
  }

  private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  private static func size(_ bytes: Int) -> String {
    if bytes < 1000 { return "\(bytes) B" }
    let (unit, name) = bytes < 1_000_000 ? (1000, "kB") : (1_000_000, "MB")
    let tenths = bytes / (unit / 10)
    return "\(tenths / 10).\(tenths % 10) \(name)"
  }
}

extension FixtureStatus.Entry {
  /// From the oldest to the newest day.
  fileprivate var dates: String {
    guard let oldest, let newest else { return "-" }
    let (first, last) = (oldest.prefix(10), newest.prefix(10))
    return first == last ? "\(first)" : "\(first) to \(last)"
  }
}
