/// One difference between what a text holds and the JSON that was made of it: what was changed, and where.
public struct JSONRepairChange: Sendable, Hashable, CustomStringConvertible {
  /// What was changed.
  public let kind: Kind
  /// What stood in the text and what was made of it, in a sentence.
  public let message: String
  /// The line in the original text, from 1; lines end at a line feed.
  public let line: Int
  /// The column in the original text, from 1, counted in Unicode scalars.
  public let column: Int
  /// The number of bytes before the place in the original text.
  public let byteOffset: Int
  /// What stood in the text, at most 60 characters of it; empty where something was missing.
  public let found: String
  /// What stands there now; empty where something was left out, nil where it is too long to show.
  public let replacement: String?

  /// Makes a change.
  public init(
    kind: Kind, message: String, line: Int, column: Int, byteOffset: Int, found: String, replacement: String?
  ) {
    self.kind = kind
    self.message = message
    self.line = line
    self.column = column
    self.byteOffset = byteOffset
    self.found = found
    self.replacement = replacement
  }

  /// The place, the kind and the sentence.
  public var description: String { "line \(line), column \(column) (byte \(byteOffset)): \(kind): \(message)" }

  /// The change as a JSON object: `kind`, `message`, `line`, `column`, `byteOffset`, `found`, `replacement`.
  public var json: JSONValue {
    [
      "kind": .string(kind.name), "message": .string(message), "line": .number(JSONNumber(line)),
      "column": .number(JSONNumber(column)), "byteOffset": .number(JSONNumber(byteOffset)), "found": .string(found),
      "replacement": replacement.map(JSONValue.string) ?? .null,
    ]
  }
}
