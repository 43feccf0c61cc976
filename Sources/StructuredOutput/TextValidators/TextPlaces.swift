/// A text's bytes with the lines they stand in; a line feed, a carriage return or both end a line.
struct TextPlaces: Sendable {
  let bytes: [UInt8]
  /// The offset at which each line begins.
  let lineStarts: [Int]

  init(_ text: String) { self.init(bytes: Array(text.utf8)) }

  init(bytes: [UInt8]) {
    var starts = [0]
    for (index, byte) in bytes.enumerated() {
      let endsLine = byte == 0x0A || byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
      if endsLine { starts.append(index + 1) }
    }
    self.bytes = bytes
    lineStarts = starts
  }

  /// The line of an offset, from 1.
  func line(of offset: Int) -> Int { lineStarts.lastIndex(atOrBefore: offset) + 1 }

  /// The column of an offset in its line, from 1, counted in Unicode scalars.
  func column(of offset: Int) -> Int {
    let start = lineStarts[line(of: offset) - 1]
    return bytes[start..<max(start, min(offset, bytes.count))].count { $0 & 0xC0 != 0x80 } + 1
  }

  /// An offset as messages name it: `line 3, column 7`.
  func place(of offset: Int) -> String { "line \(line(of: offset)), column \(column(of: offset))" }

  /// The bytes of a line, counted from 0, without what ends it.
  func content(ofLine index: Int) -> Range<Int> {
    let start = lineStarts[index]
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count
    if end > start, bytes[end - 1] == 0x0A { end -= 1 }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// A part of the text.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

extension String {
  /// The beginning of a text in quotation marks, as messages show what they saw.
  var quotedInBrief: String {
    let start = unicodeScalars.prefix(60)
    return JSONValue.string(String(start) + (start.endIndex == unicodeScalars.endIndex ? "" : "…")).compactText
  }
}

extension [Int] {
  /// Of ascending numbers the index of the last that is not above another; 0 where all are.
  func lastIndex(atOrBefore number: Int) -> Int {
    var low = 0
    var high = count
    while high - low > 1 {
      let middle = (low + high) / 2
      if self[middle] <= number { low = middle } else { high = middle }
    }
    return low
  }
}

extension UInt8 {
  var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
  var isASCIIDigit: Bool { self &- 0x30 < 10 }
  var isSpaceOrTab: Bool { self == 0x20 || self == 0x09 }
  var isASCIISpace: Bool { self == 0x20 || self &- 0x09 < 5 }
  var isASCIIPunctuation: Bool {
    self &- 0x21 < 15 || self &- 0x3A < 7 || self &- 0x5B < 6 || self &- 0x7B < 4
  }
  /// A letter, a digit, an underscore or anything beyond ASCII.
  var isWordByte: Bool { isASCIILetter || isASCIIDigit || self == UInt8(ascii: "_") || self >= 0x80 }
  var lowercasedASCII: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
