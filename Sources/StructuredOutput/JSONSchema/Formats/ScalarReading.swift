/// Reading scalars one by one out of UTF-8 that need not be well formed.
enum ScalarReading {
  /// The scalar that starts at an index, and the index after it; nil where the bytes there are not UTF-8.
  static func scalar(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, next: Int)? {
    guard index < text.count else { return nil }
    let first = text[index]
    if first < 0x80 { return (UInt32(first), index + 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, text.count - index >= length else { return nil }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for place in 1..<length {
      guard text[index + place] & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(text[index + place] & 0x3F)
    }
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard value >= least, value <= 0x10FFFF, value >> 11 != 0x1B else { return nil }
    return (value, index + length)
  }
}
