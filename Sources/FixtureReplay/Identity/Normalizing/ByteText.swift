/// Reading ASCII in UTF-8 byte by byte.
enum ByteText {
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  @inline(__always)
  static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }

  static func isHexadecimal(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 0x20) &- 0x61 < 6 }

  static func has(_ text: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start >= 0, bytes.count - start >= text.count else { return false }
    for index in 0..<text.count where bytes[start + index] != text[index] { return false }
    return true
  }

  /// The number that some digits write, and where they end; nil for more or fewer of them.
  static func number(
    in bytes: UnsafeBufferPointer<UInt8>, at start: Int, digits: ClosedRange<Int>, limit: Int
  ) -> (value: Int, end: Int)? {
    var end = start
    var value = 0
    while end < limit, isDigit(bytes[end]) {
      if end - start == digits.upperBound { return nil }
      value = value * 10 + Int(bytes[end] &- 0x30)
      end += 1
    }
    return end - start >= digits.lowerBound ? (value, end) : nil
  }

  /// Whether something may end here: what follows is no letter, no digit and no hyphen.
  static func mayEnd(in bytes: UnsafeBufferPointer<UInt8>, at end: Int) -> Bool {
    end >= bytes.count || !(isAlphanumeric(bytes[end]) || bytes[end] == UInt8(ascii: "-"))
  }

  /// The letters from here, in small letters, packed into a number of their ASCII codes; nil for more than eight or none.
  ///
  /// Month names and weekdays of more letters are told apart by their first eight.
  static func word(in bytes: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int) -> (code: UInt64, end: Int)? {
    var end = start
    var code: UInt64 = 0
    while end < limit, isLetter(bytes[end]) {
      if end - start < 8 { code = code << 8 | UInt64(bytes[end] | 0x20) }
      if end - start == 10 { return nil }
      end += 1
    }
    return end > start ? (code, end) : nil
  }

  /// The code that ``word(in:at:limit:)`` gives a word.
  static func code(of word: String) -> UInt64 { word.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1 | 0x20) } }
}
