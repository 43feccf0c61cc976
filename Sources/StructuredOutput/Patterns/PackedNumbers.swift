/// Whole numbers packed into text, so that tables of Unicode's data compile fast and stay small.
///
/// A number is written five bits at a time, the lowest first, as digits of base64url's alphabet beginning with `0`
/// (`0-9A-Za-z-_`); the sixth bit of a digit says that another digit follows. Ends of lines are skipped.
struct PackedNumbers: Sequence, IteratorProtocol {
  private var digits: String.UTF8View.Iterator

  init(_ text: String) { digits = text.utf8.makeIterator() }

  mutating func next() -> UInt32? {
    var value: UInt32 = 0
    var shift: UInt32 = 0
    while let byte = digits.next() {
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x5A: digit = byte - 0x41 + 10
      case 0x61...0x7A: digit = byte - 0x61 + 36
      case UInt8(ascii: "-"): digit = 62
      case UInt8(ascii: "_"): digit = 63
      default: continue
      }
      value |= UInt32(digit & 31) << shift
      shift += 5
      if digit < 32 { return value }
    }
    return nil
  }
}
