import Foundation

/// What an export wrote and what it refused.
public struct FineTuningReport: Sendable, Hashable {
  /// The format.
  public let target: FineTuningTarget
  /// The file.
  public let file: URL
  /// The rows that were written.
  public let rowCount: Int
  /// What was refused, by the name of the spec.
  public let refused: [Refusal]

  /// What a person should know before sending the file.
  public var notes: [String] {
    guard rowCount < target.fewestRows else { return [] }
    return ["The service takes files of \(target.fewestRows) rows or more; this one has \(rowCount)."]
  }

  /// The report for a console, without a line feed at the end.
  public var text: String {
    let rows = rowCount == 1 ? "1 row" : "\(rowCount) rows"
    var lines = ["Wrote \(rows) (\(target.name)) to \(file.path)."]
    lines += notes.map { "  " + $0 }
    if !refused.isEmpty { lines += ["  Refused:"] + RefusalList(refused).lines.map { "    " + $0 } }
    return lines.joined(separator: "\n")
  }
}
