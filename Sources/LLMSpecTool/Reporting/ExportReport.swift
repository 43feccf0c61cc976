import FineTuning

/// What an export wrote and what it refused, for a console.
struct ExportReport {
  /// The refusals that are named at most; the rest is counted.
  static let longestList = 20

  let text: String

  init(_ report: FineTuningReport, path: String, run: String) {
    let rows = report.rowCount == 1 ? "1 row" : "\(report.rowCount) rows"
    var lines = ["Wrote \(rows) of run \(run) for \(report.target.name): \(path)"]
    lines += report.notes.map { "  " + $0 }
    if !report.refused.isEmpty {
      let times = report.refused.reduce(0) { $0 + $1.count }
      lines.append("  Refused \(times):")
      lines += report.refused.prefix(Self.longestList).map { "    \($0)" }
      let rest = report.refused.dropFirst(Self.longestList)
      if !rest.isEmpty {
        lines.append("    and \(rest.count) more, \(rest.reduce(0) { $0 + $1.count }) refusals in all")
      }
    }
    text = lines.joined(separator: "\n")
  }
}
