/// Decodes base64 (RFC 4648), of both alphabets, with or without padding and line breaks.
enum Base64Text {
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 0xFF, count: 256)
    for (index, byte) in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8.enumerated() {
      values[Int(byte)] = UInt8(index)
    }
    values[Int(UInt8(ascii: "-"))] = 62
    values[Int(UInt8(ascii: "_"))] = 63
    return values
  }()

  /// The bytes; nil where the text is no base64.
  static func decoded(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var end = text.count
    while end > 0, isBreak(text[end - 1]) { end -= 1 }
    var padding = 0
    while end > 0, padding < 2, text[end - 1] == UInt8(ascii: "=") {
      end -= 1
      padding += 1
    }
    var digits = 0
    var isValid = true
    let bytes = values.withUnsafeBufferPointer { values in
      [UInt8](unsafeUninitializedCapacity: end / 4 * 3 + 3) { buffer, count in
        var group: UInt32 = 0
        for index in 0..<end {
          let value = values[Int(text[index])]
          if value == 0xFF {
            if isBreak(text[index]) { continue }
            isValid = false
            return
          }
          group = group << 6 | UInt32(value)
          digits += 1
          if digits & 3 == 0 {
            buffer[count] = UInt8(truncatingIfNeeded: group >> 16)
            buffer[count + 1] = UInt8(truncatingIfNeeded: group >> 8)
            buffer[count + 2] = UInt8(truncatingIfNeeded: group)
            count += 3
            group = 0
          }
        }
        switch digits & 3 {
        case 2:
          buffer[count] = UInt8(truncatingIfNeeded: group >> 4)
          count += 1
        case 3:
          buffer[count] = UInt8(truncatingIfNeeded: group >> 10)
          buffer[count + 1] = UInt8(truncatingIfNeeded: group >> 2)
          count += 2
        default: break
        }
      }
    }
    guard isValid, digits & 3 != 1, padding == 0 || (digits + padding) & 3 == 0 else { return nil }
    return bytes
  }

  private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
