/// What stands in a text for something that was taken out: `[redacted:openai-key]` or `[e-mail 1]`.
struct Placeholder: Sendable, Hashable {
  var range: Range<Int>
  /// Such as `e-mail`.
  var name: String
  /// From 1; nil for a credential's.
  var number: Int?

  /// The placeholder's text for personal data.
  static func text(name: String, number: Int) -> String { "[\(name) \(number)]" }

  private static let longest = 64
  private static let mostDigits = 6
  private static let redacted = Array("redacted:".utf8)

  /// All that stand for credentials or for personal data of these names.
  static func all(in bytes: UnsafeBufferPointer<UInt8>, names: [String]) -> [Placeholder] {
    var found: [Placeholder] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == 0x5B, let placeholder = placeholder(at: index, in: bytes, names) else {
        index &+= 1
        continue
      }
      found.append(placeholder)
      index = placeholder.range.upperBound
    }
    return found
  }

  private static func placeholder(
    at start: Int, in bytes: UnsafeBufferPointer<UInt8>, _ names: [String]
  ) -> Placeholder? {
    let limit = min(bytes.count, start + longest)
    var end = start + 1
    var blank: Int?
    while end < limit, bytes[end] != 0x5D {
      switch bytes[end] {
      case 0x20: blank = end
      case 0x2D, 0x5F, 0x30...0x39, 0x3A, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: break
      default: return nil
      }
      end += 1
    }
    guard end < limit, end > start + 1 else { return nil }
    let inner = UnsafeBufferPointer(rebasing: bytes[start + 1..<end])
    if inner.count > redacted.count, inner.starts(with: redacted) {
      // Brackets around anything else must not hide it.
      let kind = String(decoding: inner.dropFirst(redacted.count), as: UTF8.self)
      return CredentialNames.kinds.contains(kind) ? Placeholder(range: start..<end + 1, name: kind, number: nil) : nil
    }
    guard let blank, blank > start + 1, end - blank > 1, end - blank <= mostDigits + 1, bytes[blank + 1] != 0x30 else {
      return nil
    }
    var number = 0
    for byte in bytes[blank + 1..<end] {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    let name = String(decoding: UnsafeBufferPointer(rebasing: bytes[start + 1..<blank]), as: UTF8.self)
    return names.contains(name) ? Placeholder(range: start..<end + 1, name: name, number: number) : nil
  }
}
