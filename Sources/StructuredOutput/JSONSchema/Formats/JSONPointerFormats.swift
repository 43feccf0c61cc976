/// The formats `json-pointer` (RFC 6901, section 3) and `relative-json-pointer`
/// (draft-bhutton-relative-json-pointer-00, section 3).
enum JSONPointerFormats {
  static func isPointer(_ text: UnsafeBufferPointer<UInt8>) -> Bool { isPointer(text, from: 0) }

  static func isRelativePointer(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    guard number(text, &index) else { return false }
    if index < text.count, text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-") {
      // An array's index is moved by a number of steps: 0-1 is the element before.
      index += 1
      guard number(text, &index) else { return false }
    }
    if index < text.count, text[index] == UInt8(ascii: "#") { return index + 1 == text.count }
    return isPointer(text, from: index)
  }

  private static func isPointer(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    if start == text.count { return true }
    guard text[start] == UInt8(ascii: "/") else { return false }
    for index in start..<text.count where text[index] == UInt8(ascii: "~") {
      guard index + 1 < text.count, text[index + 1] == 0x30 || text[index + 1] == 0x31 else { return false }
    }
    return true
  }

  /// Passes over a whole number without leading zeros; false where there is none.
  private static func number(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Bool {
    let start = index
    while index < text.count, text[index] &- 0x30 < 10 { index += 1 }
    return index > start && (text[start] != 0x30 || index - start == 1)
  }
}
