/// One field of a table in text, with the place where it begins.
struct CSVField {
  let text: String
  /// The offset of its first byte, quotation mark included.
  let offset: Int
}

/// What cannot be read of a table in text.
struct CSVFault {
  let offset: Int
  let reason: String
}

/// Divides comma-separated values by RFC 4180 and tab-separated ones as IANA's `text/tab-separated-values` does.
///
/// A line ends at a line feed, alone or behind a carriage return. In comma-separated values a field in quotation marks
/// holds anything, a quotation mark twice; in tab-separated ones quotation marks are letters like others.
struct CSVReader {
  private let bytes: [UInt8]
  private let separator: UInt8
  private let hasQuotes: Bool
  private var index = 0
  /// What was wrong so far. Reading goes on where it makes sense.
  private(set) var faults: [CSVFault] = []

  init(_ bytes: [UInt8], separator: UInt8, hasQuotes: Bool) {
    self.bytes = bytes
    self.separator = separator
    self.hasQuotes = hasQuotes
    // A byte order mark is what spreadsheets want in front.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  /// The next row; nil at the end of the text. A line end there begins no further row.
  mutating func next() -> [CSVField]? {
    guard index < bytes.count else { return nil }
    var row: [CSVField] = []
    while true {
      row.append(nextField())
      guard index < bytes.count, bytes[index] == separator else { break }
      index += 1
    }
    if index < bytes.count, bytes[index] == 0x0D { index += 1 }
    if index < bytes.count, bytes[index] == 0x0A { index += 1 }
    return row
  }

  private mutating func nextField() -> CSVField {
    let start = index
    if hasQuotes, index < bytes.count, bytes[index] == UInt8(ascii: "\"") { return quotedField() }
    var hasFault = false
    while index < bytes.count, bytes[index] != separator, !isLineEnd(at: index) {
      if hasQuotes, bytes[index] == UInt8(ascii: "\""), !hasFault {
        let reason =
          bytes[start..<index].allSatisfy { $0 == 0x20 }
          ? "a space stands before the opening quotation mark; remove it"
          : "a quotation mark within a field without quotation marks; put the field in them and double this one"
        faults.append(CSVFault(offset: index, reason: reason))
        hasFault = true
      }
      index += 1
    }
    return CSVField(text: String(decoding: bytes[start..<index], as: UTF8.self), offset: start)
  }

  private mutating func quotedField() -> CSVField {
    let start = index
    var content: [UInt8] = []
    index += 1
    while true {
      guard let quote = bytes[index...].firstIndex(of: UInt8(ascii: "\"")) else {
        faults.append(CSVFault(offset: start, reason: "the quotation mark is not closed"))
        content += bytes[index...]
        index = bytes.count
        break
      }
      content += bytes[index..<quote]
      index = quote + 1
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { break }
      content.append(UInt8(ascii: "\""))
      index += 1
    }
    if index < bytes.count, bytes[index] != separator, !isLineEnd(at: index) {
      faults.append(
        CSVFault(offset: index, reason: "text behind a closing quotation mark; a mark within a field is doubled"))
      let rest = index
      while index < bytes.count, bytes[index] != separator, !isLineEnd(at: index) { index += 1 }
      content += bytes[rest..<index]
    }
    return CSVField(text: String(decoding: content, as: UTF8.self), offset: start)
  }

  private func isLineEnd(at index: Int) -> Bool {
    bytes[index] == 0x0A || bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] == 0x0A)
  }
}
