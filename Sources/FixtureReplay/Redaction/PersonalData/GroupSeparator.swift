/// What stands between the groups of a long number: a blank or a dash, the ones that do not break included.
enum GroupSeparator {
  /// How many bytes the separator takes that begins here; 0 where none does.
  static func length(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard index < bytes.count else { return 0 }
    switch bytes[index] {
    case 0x20, 0x2D: return 1
    // U+00A0
    case 0xC2: return index + 1 < bytes.count && bytes[index + 1] == 0xA0 ? 2 : 0
    // U+2009 to U+2013, U+202F
    case 0xE2:
      guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return 0 }
      return (0x89...0x93).contains(bytes[index + 2]) || bytes[index + 2] == 0xAF ? 3 : 0
    default: return 0
    }
  }
}
