/// What passes as JSON where a text should be JSON.
public struct JSONReading: Sendable, Hashable, CustomStringConvertible {
  private enum Rule { case strict, extracting, repairing }

  private let rule: Rule

  /// The text is one JSON document by RFC 8259 and nothing else.
  public static let strict = JSONReading(rule: .strict)
  /// JSON by RFC 8259 may stand in a fenced block or in prose.
  public static let extracting = JSONReading(rule: .extracting)
  /// JSON may stand in other text, and is repaired where it is not quite JSON. Every change is listed.
  public static let repairing = JSONReading(rule: .repairing)

  /// `strict`, `extracting` or `repairing`.
  public var description: String { "\(rule)" }

  /// Reads the JSON of a text.
  /// - Throws: where and why there is none that passes, and whether a laxer reading would find some.
  public func read(_ text: String) throws(JSONRepairError) -> RepairedJSON {
    if rule == .strict { return try readStrictly(text) }
    let repaired = try JSONRepair().repair(text)
    guard rule == .extracting, let first = repaired.changes.first(where: { !$0.kind.isExtraction }) else {
      return repaired
    }
    let others = repaired.changes.count { !$0.kind.isExtraction } - 1
    throw JSONRepairError(
      reason: "the JSON is not quite JSON: \(first.message)\(others > 0 ? " (and \(others) more)" : ""); "
        + "where that may be, ask for .repairing",
      line: first.line, column: first.column, byteOffset: first.byteOffset)
  }

  private func readStrictly(_ text: String) throws(JSONRepairError) -> RepairedJSON {
    do throws(JSONParseError) {
      let value = try JSONValue(parsing: text)
      return RepairedJSON(value: value, changes: [], byteRange: 0..<text.utf8.count)
    } catch {
      throw JSONRepairError(
        reason: error.reason + Self.hint(text), line: error.line, column: error.column, byteOffset: error.byteOffset)
    }
  }

  private static func hint(_ text: String) -> String {
    // A guess at the next step is worth no long search.
    guard text.utf8.count < 1 << 20, let repaired = try? JSONRepair().repair(text) else { return "" }
    if repaired.isTruncated { return "; the text seems to end too early" }
    return repaired.isRepaired
      ? "; with repairs it could be read: .repairing" : "; the text holds JSON among other text: .extracting"
  }
}
