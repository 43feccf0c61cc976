/// The format `uuid`: the production `UUID` of RFC 9562, section 4 (before it RFC 4122, section 3), of any version.
enum UUIDFormat {
  static func isUUID(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count == 36 else { return false }
    for index in 0..<36 {
      let byte = text[index]
      switch index {
      case 8, 13, 18, 23: if byte != UInt8(ascii: "-") { return false }
      default: if byte &- 0x30 >= 10, (byte | 0x20) &- 0x61 >= 6 { return false }
      }
    }
    return true
  }
}
