import StructuredOutput

/// The fields of a form (`application/x-www-form-urlencoded`, https://url.spec.whatwg.org, section 5.1) as JSON: an
/// object of texts, a list of texts for a name that comes more than once.
enum FormBody {
  static let type = "application/x-www-form-urlencoded"

  /// Nil where the bytes are no form.
  static func json(of bytes: [UInt8]) -> JSONValue? {
    if bytes.isEmpty { return nil }
    var names: [String] = []
    var values: [String: [JSONValue]] = [:]
    for pair in bytes.split(separator: UInt8(ascii: "&")) {
      guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else { return nil }
      guard let name = decoded(pair[..<equals]), let value = decoded(pair[(equals + 1)...]) else { return nil }
      if values[name] == nil { names.append(name) }
      values[name, default: []].append(.string(value))
    }
    if names.isEmpty { return nil }
    return .object(
      JSONObject(
        names.map { name in
          let all = values[name] ?? []
          return (name, all.count == 1 ? all[0] : .array(all))
        }))
  }

  private static func decoded(_ text: ArraySlice<UInt8>) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      switch text[index] {
      case UInt8(ascii: "+"): bytes.append(0x20)
      case UInt8(ascii: "%"):
        guard index + 2 < text.endIndex, let high = digit(text[index + 1]), let low = digit(text[index + 2]) else {
          return nil
        }
        bytes.append(high << 4 | low)
        index += 2
      case 0x20, 0x00..<0x20, 0x7F...: return nil
      default: bytes.append(text[index])
      }
      index += 1
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    guard ByteText.isHexadecimal(byte) else { return nil }
    return ByteText.isDigit(byte) ? byte - 0x30 : (byte | 0x20) - 0x61 + 10
  }
}
