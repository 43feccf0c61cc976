/// What draft-07 has checked of strings that hold something encoded: `contentEncoding` and `contentMediaType`.
struct EncodedContent {
  private let isBase64: Bool
  private let isJSON: Bool

  init(_ rules: StringRules) {
    isBase64 = rules.contentIsBase64
    isJSON = rules.contentIsJSON
  }

  func fault(_ text: UnsafeBufferPointer<UInt8>) -> SchemaFault.Kind? {
    guard isBase64 else { return isJSON && !Self.isJSON(text) ? .contentIsNotJSON : nil }
    guard let decoded = Self.decoded(text) else { return .contentIsNotBase64 }
    return isJSON && !decoded.withUnsafeBufferPointer(Self.isJSON) ? .contentIsNotJSON : nil
  }

  private static func isJSON(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    do throws(JSONParseError) {
      _ = try JSONDocument(parsing: text)
      return true
    } catch {
      return false
    }
  }

  /// The bytes that base64 (RFC 4648, section 4) stands for, padding included; nil for what is none.
  private static func decoded(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard text.count % 4 == 0 else { return nil }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(text.count / 4 * 3)
    var bits: UInt32 = 0
    let padding = text.suffix(2).count { $0 == UInt8(ascii: "=") }
    if padding == 2, text[text.count - 2] != UInt8(ascii: "=") { return nil }
    for (index, byte) in text.dropLast(text.last == UInt8(ascii: "=") ? padding : 0).enumerated() {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x61 + 26
      case 0x30...0x39: value = byte - 0x30 + 52
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      default: return nil
      }
      bits = bits << 6 | UInt32(value)
      // Four digits are three bytes; the first digit alone is none.
      if index % 4 > 0 { decoded.append(UInt8(truncatingIfNeeded: bits >> (6 - UInt32(index % 4) * 2))) }
    }
    return decoded
  }
}
