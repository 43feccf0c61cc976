/// Replaces what of a text changes from run to run by its nature: dates, times, UUIDs and paths.
///
/// One pass over the bytes. Everything of these kinds is recognised whether it is to be replaced or not, and what stands
/// next to a placeholder is read as if the placeholder were the thing itself. So a text that was normalised by some
/// kinds and then by more is the same as one that was normalised by all of them at once.
enum VolatileText {
  /// The kinds that are replaced.
  struct Kinds: OptionSet, Sendable, Hashable {
    let rawValue: UInt8

    static let dates = Kinds(rawValue: 1)
    static let times = Kinds(rawValue: 2)
    static let uuids = Kinds(rawValue: 4)
    static let temporaryPaths = Kinds(rawValue: 8)
    /// Temporary paths are absolute: this kind replaces them too.
    static let absolutePaths = Kinds(rawValue: 16)
  }

  static let date = "[date]"
  static let time = "[time]"
  static let uuid = "[uuid]"
  static let temporaryPath = "[temporary-path]"
  static let path = "[path]"

  static func normalized(_ text: String, _ kinds: Kinds) -> String {
    if kinds.isEmpty { return text }
    var copy = text
    let changed = copy.withUTF8 { bytes in
      var scan = VolatileTextScan(bytes, kinds)
      return scan.run()
    }
    return changed.map { String(decoding: $0, as: UTF8.self) } ?? text
  }

  /// The end of a placeholder that begins here; nil where none does.
  @inline(__always)
  static func endOfPlaceholder(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    guard bytes[start] == UInt8(ascii: "[") else { return nil }
    for placeholder in placeholders where ByteText.has(placeholder, in: bytes, at: start) {
      return start + placeholder.count
    }
    return nil
  }

  static let dateBytes = Array(date.utf8)
  static let timeBytes = Array(time.utf8)
  static let uuidBytes = Array(uuid.utf8)
  private static let placeholders = [date, time, uuid, temporaryPath, path, IgnoredPath.placeholder].map {
    Array($0.utf8)
  }
}

/// One pass over one text.
private struct VolatileTextScan {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let kinds: VolatileText.Kinds
  private var output: [UInt8] = []
  /// All before it is in the output.
  private var copied = 0
  private var index = 0
  /// The end of the path that the scan is inside of; 0 elsewhere.
  private var pathEnd = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ kinds: VolatileText.Kinds) {
    self.bytes = bytes
    self.kinds = kinds
  }

  /// Nil where nothing changes.
  mutating func run() -> [UInt8]? {
    while index < bytes.count {
      let byte = bytes[index]
      if ByteText.isAlphanumeric(byte) {
        if !takeWord(startingWith: byte) { skipWord() }
      } else if byte == UInt8(ascii: "/") {
        if !takePath(WrittenPath(unixIn: bytes, at: index)) { index += 1 }
      } else if let end = VolatileText.endOfPlaceholder(in: bytes, at: index) {
        let isDate = end - index == VolatileText.dateBytes.count && bytes[index + 1] == UInt8(ascii: "d")
        index = end
        if isDate { takeJoinedTime() }
      } else {
        index += 1
      }
    }
    if copied == 0 { return nil }
    output += bytes[copied...]
    return output
  }

  /// Things end where the path ends that they stand in.
  private var limit: Int { index < pathEnd ? pathEnd : bytes.count }

  private mutating func takeWord(startingWith byte: UInt8) -> Bool {
    if let end = WrittenIdentifier.end(in: bytes, at: index, limit: limit) {
      replace(to: end, with: VolatileText.uuid, if: .uuids)
      return true
    }
    if let end = WrittenDate.end(in: bytes, at: index, limit: limit, isInPath: index < pathEnd) {
      replace(to: end, with: VolatileText.date, if: .dates)
      takeJoinedTime()
      return true
    }
    if byte < UInt8(ascii: "A") {
      guard let end = WrittenTime.end(in: bytes, at: index, limit: limit) else { return false }
      replace(to: end, with: VolatileText.time, if: .times)
      return true
    }
    return takePath(WrittenPath(windowsIn: bytes, at: index))
  }

  /// The time of a time stamp, right behind its date.
  private mutating func takeJoinedTime() {
    guard let end = WrittenTime.joinedEnd(in: bytes, at: index, limit: limit) else { return }
    index += 1
    replace(to: end, with: VolatileText.time, if: .times)
  }

  private mutating func takePath(_ path: WrittenPath?) -> Bool {
    guard index >= pathEnd, let path else { return false }
    if path.isTemporary, !kinds.isDisjoint(with: [.temporaryPaths, .absolutePaths]) {
      replace(to: path.end, with: VolatileText.temporaryPath)
      return true
    }
    pathEnd = path.end
    if kinds.contains(.absolutePaths), !path.isTemporary {
      replace(to: path.lastSeparator, with: VolatileText.path)
    }
    // Its parts may be dates and UUIDs.
    index += 1
    return true
  }

  private mutating func skipWord() {
    while index < bytes.count, ByteText.isAlphanumeric(bytes[index]) { index += 1 }
  }

  private mutating func replace(to end: Int, with placeholder: String, if kind: VolatileText.Kinds) {
    if kinds.contains(kind) { replace(to: end, with: placeholder) } else { index = end }
  }

  private mutating func replace(to end: Int, with placeholder: String) {
    output += bytes[copied..<index]
    output += placeholder.utf8
    copied = end
    index = end
  }
}
