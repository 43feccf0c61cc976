/// A line and a column, from 1: lines end at a line feed, columns count Unicode scalars.
struct TextPlace: CustomStringConvertible {
  /// What ``JSONScanner`` leaves between a string whose escapes it undid and the closing quote, for the columns that the
  /// escapes took.
  static let oneColumn: UInt8 = 1
  static let twoColumns: UInt8 = 2

  private(set) var line: Int
  private(set) var column = 1

  /// The beginning of a text.
  init() { line = 1 }

  /// Counts the lines and columns before a byte.
  /// - Parameter line: the line in which the bytes begin.
  init(offset: Int, in bytes: UnsafeBufferPointer<UInt8>, fromLine line: Int = 1) {
    self.line = line
    pass(bytes, 0..<min(offset, bytes.count))
  }

  /// The places of keys' opening quotes in the text that a document was read from, in one pass.
  /// - Parameters:
  ///   - keys: indices of nodes, ascending.
  ///   - bytes: the document's bytes, in which the escapes are undone.
  static func places(
    ofKeys keys: [Int], in nodes: UnsafeBufferPointer<JSONNode>, bytes: UnsafeBufferPointer<UInt8>
  ) -> [TextPlace] {
    var places: [TextPlace] = []
    places.reserveCapacity(keys.count)
    var place = TextPlace()
    var at = 0
    for (index, node) in nodes.enumerated() where node.kind == .string || node.kind == .key {
      if places.count == keys.count { break }
      let start = Int(UInt32(truncatingIfNeeded: node.payload))
      place.pass(bytes, at..<start - 1)
      if keys[places.count] == index { places.append(place) }
      // A line feed in here was an escape, and the quote is a column.
      at = start + Int(node.count)
      place.column += 1
      for byte in bytes[start..<at] where byte & 0xC0 != 0x80 { place.column += 1 }
      while bytes[at] <= Self.twoColumns {
        place.column += Int(bytes[at])
        at += 1
      }
    }
    return places
  }

  /// Goes on over bytes, whose first is where the place is.
  mutating func pass(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    for byte in bytes[range] {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
  }

  var description: String { "line \(line), column \(column)" }
}
