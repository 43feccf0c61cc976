/// Where and why a text cannot be repaired into JSON.
public struct JSONRepairError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What was found and what was expected.
  public let reason: String
  /// The line, from 1; lines end at a line feed.
  public let line: Int
  /// The column, from 1, counted in Unicode scalars.
  public let column: Int
  /// The number of bytes before the place.
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

/// A fault as the reader meets it, before its place is counted.
struct RepairFault: Error {
  var reason: String
  var offset: Int
}

extension JSONRepairError {
  init(_ fault: RepairFault, in bytes: UnsafeBufferPointer<UInt8>) {
    let place = TextPlace(offset: fault.offset, in: bytes)
    self.init(reason: fault.reason, line: place.line, column: place.column, byteOffset: fault.offset)
  }
}
