/// What git leaves in a file that two branches changed (gitformat of `merge.conflictStyle` merge, diff3 and zdiff3).
enum MergeConflict {
  /// The line of the first conflict marker, from 1; nil where there is none.
  ///
  /// A fixture is indented JSON: none of its own lines begins so.
  static func line(in bytes: [UInt8]) -> Int? {
    var line = 1
    var start = 0
    while start < bytes.count {
      if isMarker(bytes, at: start) { return line }
      guard let end = bytes[start...].firstIndex(of: 0x0A) else { return nil }
      start = end + 1
      line += 1
    }
    return nil
  }

  /// Seven equal signs at the beginning of a line: `<<<<<<<`, `|||||||`, `=======` or `>>>>>>>`.
  private static func isMarker(_ bytes: [UInt8], at start: Int) -> Bool {
    guard start + 7 <= bytes.count, "<|=>".utf8.contains(bytes[start]) else { return false }
    return bytes[start..<start + 7].allSatisfy { $0 == bytes[start] }
  }
}
