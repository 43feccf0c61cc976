/// Where and why a text is not JSON.
public struct JSONParseError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What was found and what was expected, for a person to act on.
  public let reason: String
  /// The line of the fault, from 1; lines end at a line feed.
  public let line: Int
  /// The column of the fault, from 1, counted in Unicode scalars.
  public let column: Int
  /// The number of bytes before the fault.
  public let byteOffset: Int

  /// Makes an error about a place in a text.
  public init(reason: String, line: Int, column: Int, byteOffset: Int) {
    self.reason = reason
    self.line = line
    self.column = column
    self.byteOffset = byteOffset
  }

  /// The place, and what is wrong there.
  public var description: String { "line \(line), column \(column) (byte \(byteOffset)): \(reason)" }
}
