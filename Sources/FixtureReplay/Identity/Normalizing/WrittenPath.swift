/// A path from the root of a file system, as it stands in a text: `/Users/me/notes.txt`, `C:\Users\me\notes.txt`,
/// `file:///tmp/a.txt`. It ends at white space, a quotation mark, a bracket or a colon.
///
/// One step alone, as in `/help`, is no path, and neither is the path of a web address.
struct WrittenPath {
  /// Where it ends, without the full stop of a sentence.
  let end: Int
  /// The separator before its last step.
  let lastSeparator: Int
  /// Whether it leads into a folder for temporary files.
  let isTemporary: Bool

  init?(unixIn bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    guard start == 0 || Self.mayPrecede(bytes[start - 1]) || Self.isFileAddress(bytes, start) else { return nil }
    guard start + 1 < bytes.count, bytes[start + 1] != UInt8(ascii: "/") else { return nil }
    self.init(in: bytes, from: start, root: start, leastSteps: 2) { $0 == UInt8(ascii: "/") }
  }

  init?(windowsIn bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    guard start + 3 < bytes.count, ByteText.isLetter(bytes[start]), bytes[start + 1] == UInt8(ascii: ":"),
      Self.isWindowsSeparator(bytes[start + 2])
    else { return nil }
    if bytes[start + 2] == UInt8(ascii: "/"), bytes[start + 3] == UInt8(ascii: "/") { return nil }
    guard start == 0 || !Self.isWindowsSeparator(bytes[start - 1]) || Self.isFileAddress(bytes, start - 1) else {
      return nil
    }
    self.init(in: bytes, from: start, root: start + 2, leastSteps: 1, isSeparator: Self.isWindowsSeparator)
  }

  private init?(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, root: Int, leastSteps: Int, isSeparator: (UInt8) -> Bool
  ) {
    var end = root
    var steps = 0
    var stepStart = root
    var separator = root
    var isTemporary = false
    while end < bytes.count {
      if isSeparator(bytes[end]) {
        if end > stepStart { isTemporary = isTemporary || Self.isTemporary(bytes, stepStart..<end, after: separator) }
        if end + 1 < bytes.count, Self.startsStep(bytes, end + 1) {
          separator = end
          steps += 1
        }
        end += 1
        stepStart = end
      } else if let next = Self.endOfPart(bytes, end) {
        end = next
      } else {
        break
      }
    }
    while end > separator + 1, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    guard steps >= leastSteps, end > separator + 1 else { return nil }
    self.end = end
    self.lastSeparator = separator
    self.isTemporary = isTemporary
  }

  private static let fileScheme = Array("file://".utf8)

  private static func isFileAddress(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    guard ByteText.has(fileScheme, in: bytes, at: start - fileScheme.count) else { return false }
    return start == fileScheme.count || mayPrecede(bytes[start - fileScheme.count - 1])
  }

  private static func mayPrecede(_ byte: UInt8) -> Bool {
    byte <= 0x20 || "\"'`([{=:,;|>".utf8.contains(byte)
  }

  private static func isWindowsSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "/")
  }

  private static func startsStep(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    endOfPart(bytes, place) != nil
  }

  /// The end of a character that belongs to a step, or of a placeholder of something that may stand in one.
  private static func endOfPart(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int? {
    let byte = bytes[place]
    if isPartOfStep(byte) { return place + 1 }
    guard byte == UInt8(ascii: "[") else { return nil }
    if ByteText.has(VolatileText.dateBytes, in: bytes, at: place) { return place + VolatileText.dateBytes.count }
    if ByteText.has(VolatileText.uuidBytes, in: bytes, at: place) { return place + VolatileText.uuidBytes.count }
    // A time with colons ends a path; one without stands behind its date.
    guard bytes[place - 1] | 0x20 == UInt8(ascii: "t"), ByteText.has(VolatileText.timeBytes, in: bytes, at: place)
    else {
      return nil
    }
    return place + VolatileText.timeBytes.count
  }

  /// Whether a character may stand between two separators.
  static func isPartOfStep(_ byte: UInt8) -> Bool {
    ByteText.isAlphanumeric(byte) || byte >= 0x80 || "-_.~%+@#$!&^".utf8.contains(byte)
  }

  /// Whether a step, which another one follows, is the name of a folder for temporary files: `tmp`, `temp`, or the
  /// `folders` of macOS.
  private static func isTemporary(_ bytes: UnsafeBufferPointer<UInt8>, _ step: Range<Int>, after separator: Int) -> Bool
  {
    guard step.count <= 7, let word = ByteText.word(in: bytes, at: step.lowerBound, limit: step.upperBound),
      word.end == step.upperBound
    else { return false }
    if word.code == tmp || word.code == temp { return true }
    return word.code == folders && ByteText.has(var_, in: bytes, at: separator - 4)
  }

  private static let tmp = ByteText.code(of: "tmp")
  private static let temp = ByteText.code(of: "temp")
  private static let folders = ByteText.code(of: "folders")
  private static let var_ = Array("/var".utf8)
}
