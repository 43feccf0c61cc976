/// Where and why a text is no YAML that can be read here.
struct YAMLError: Error, Hashable, CustomStringConvertible {
  /// What was found and what is needed.
  let reason: String
  /// From 1.
  let line: Int
  /// From 1, counted in Unicode scalars.
  let column: Int

  var description: String { "line \(line), column \(column): \(reason)" }

  init(_ reason: String, at offset: Int, in bytes: [UInt8]) {
    self.reason = reason
    var line = 1
    var column = 1
    var previous: UInt8 = 0
    for byte in bytes.prefix(offset) {
      if byte == 0x0A && previous == 0x0D {
        // The carriage return before it has counted.
      } else if byte == 0x0A || byte == 0x0D {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      previous = byte
    }
    self.line = line
    self.column = column
  }
}

/// A fault while reading, before its line is counted.
struct YAMLFault: Error {
  let reason: String
  let offset: Int

  init(_ reason: String, _ offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}
