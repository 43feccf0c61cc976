/// The JSON of a text that is not quite JSON, and every change that made it so.
public struct RepairedJSON: Sendable, Hashable {
  /// The value.
  public let value: JSONValue
  /// The changes, in the order of the text; empty exactly where the whole text was JSON.
  public let changes: [JSONRepairChange]
  /// The bytes of the text that the JSON took up, opening to closing bracket.
  public let byteRange: Range<Int>

  /// Makes a result.
  public init(value: JSONValue, changes: [JSONRepairChange], byteRange: Range<Int>) {
    self.value = value
    self.changes = changes
    self.byteRange = byteRange
  }

  /// Whether the JSON was taken out of a fence or of prose.
  public var isExtracted: Bool { changes.contains { $0.kind.isExtraction } }

  /// Whether the JSON itself had to be changed, truncation included. False for JSON that only had to be taken out.
  public var isRepaired: Bool { changes.contains { !$0.kind.isExtraction } }

  /// Whether the text ended before the JSON did, so that part of the value may be missing.
  public var isTruncated: Bool { changes.contains { $0.kind == .truncation } }

  /// The result as a JSON object: `value`, and `changes` as ``JSONRepairChange/json`` gives them.
  public var json: JSONValue { ["value": value, "changes": .array(changes.map(\.json))] }
}
