/// Reads newline-delimited JSON, or any other text of lines, piece by piece (`application/x-ndjson`).
///
/// Lines end with LF or CR LF; empty ones are skipped. However the bytes are cut into pieces, the lines are the same.
public struct LineDecoder: Sendable {
  private var line: [UInt8] = []

  /// Makes a decoder at the beginning of a stream.
  public init() {}

  /// Takes the next bytes and gives the lines that they complete, without their ends.
  public mutating func feed(_ bytes: [UInt8]) -> [String] {
    var lines: [String] = []
    var start = 0
    for position in bytes.indices where bytes[position] == 0x0A {
      line += bytes[start..<position]
      start = position + 1
      if let text = endLine() { lines.append(text) }
    }
    line += bytes[start...]
    return lines
  }

  /// Ends the stream and gives the line that was still open; nil where there is none.
  public mutating func finish() -> String? { endLine() }

  private mutating func endLine() -> String? {
    if line.last == 0x0D { line.removeLast() }
    defer { line.removeAll(keepingCapacity: line.count < 1 << 16) }
    return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
  }
}
