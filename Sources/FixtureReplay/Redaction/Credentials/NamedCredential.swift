/// Finds values that are a credential by the name they are given: `password=…`, `"api_key": "…"`,
/// `https://user:password@host`.
///
/// Names are read backwards from the sign between name and value, and values forwards, both for a bounded length.
enum NamedCredential {
  private static let longestName = 40
  private static let longestValue = 1024
  private static let longestUserInformation = 256

  /// The credential behind the sign at `index`, a colon or an equals sign; nil where there is none.
  static func behind(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> CredentialScan.Finding? {
    if let token = botToken(around: index, in: bytes) { return token }
    if let signature = accessSignature(behind: index, in: bytes) { return signature }
    guard let (kind, strength) = meaning(before: index, in: bytes), let value = value(behind: index, in: bytes),
      isCredential(value.range, strength, isQuoted: value.isQuoted, sign: bytes[index], in: bytes)
    else { return nil }
    return CredentialScan.Finding(kind: kind, range: value.range)
  }

  /// The kind of credential that a whole JSON string under this key is; nil where it is none.
  static func kind(of value: String, under key: String) -> String? {
    guard value.utf8.count >= 4, value.utf8.count <= longestValue else { return nil }
    var (key, value) = (key, value)
    let meaning = key.withUTF8 { bytes in Self.meaning(before: bytes.count, in: bytes) }
    guard let (kind, strength) = meaning else { return nil }
    return value.withUTF8 { bytes in
      isCredential(0..<bytes.count, strength, isQuoted: true, sign: colon, in: bytes) ? kind : nil
    }
  }

  /// User and password of an address (RFC 3986, section 3.2.1) whose authority begins here.
  static func inAddress(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> CredentialScan.Finding? {
    let limit = min(bytes.count, start + longestUserInformation)
    var end = start
    var firstColon: Int?
    while end < limit, isUserInformation(bytes[end]) {
      if bytes[end] == colon, firstColon == nil { firstColon = end }
      end += 1
    }
    guard end < limit, bytes[end] == 0x40, let firstColon, firstColon + 1 < end else { return nil }
    guard !isExample(firstColon + 1..<end, in: bytes) else { return nil }
    return CredentialScan.Finding(kind: "address-credentials", range: start..<end)
  }

  // MARK: Names

  private static func meaning(
    before index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (kind: String, strength: CredentialNames.Strength)? {
    var at = index
    // What may stand between a name and its sign: quotes, escaped ones too, brackets, Markdown's emphasis, blanks.
    while at > 0, index - at < 6, isBetween(bytes[at - 1]) { at -= 1 }
    guard at > 0, isLetterOrDigit(bytes[at - 1]) else { return nil }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longestName) { name in
      var count = 0
      let first = max(0, at - longestName)
      while at > first, count < longestName {
        let byte = bytes[at - 1]
        if isLetterOrDigit(byte) {
          name[count] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
          count += 1
        } else if byte != 0x5F, byte != 0x2D, byte != 0x20 {
          break
        }
        at -= 1
      }
      return CredentialNames.meaning(ofReversed: UnsafeBufferPointer(rebasing: name[..<count]))
    }
  }

  private static func isBetween(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x22, 0x27, 0x60, 0x5C, 0x5D, 0x2A: true
    default: false
    }
  }

  // MARK: Values

  private static func value(
    behind index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (range: Range<Int>, isQuoted: Bool)? {
    var at = index + 1
    if at < bytes.count, bytes[at] == 0x3D || bytes[at] == 0x3E { at += 1 }
    let limit = min(bytes.count, at + 8)
    var quote: UInt8 = 0
    while at < limit {
      switch bytes[at] {
      case 0x20, 0x09, 0x5C, 0x2A: at += 1
      case 0x22, 0x27, 0x60:
        quote = bytes[at]
        at += 1
        while at < limit, bytes[at] == quote { at += 1 }
        return closed(at, by: quote, in: bytes).map { ($0, true) }
      default: return bare(at, sign: bytes[index], in: bytes).map { ($0, false) }
      }
    }
    return nil
  }

  /// To the closing quote, an escaped one too, or to the end of the line or the text.
  private static func closed(_ start: Int, by quote: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    let limit = min(bytes.count, start + longestValue)
    var end = start
    while end < limit, bytes[end] != quote, bytes[end] != 0x0A, bytes[end] != 0x5C { end += 1 }
    return end > start ? start..<end : nil
  }

  private static func bare(_ start: Int, sign: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    let limit = min(bytes.count, start + longestValue)
    var end = start
    while end < limit, !endsBareValue(bytes[end]) { end += 1 }
    // What ends a sentence.
    while end > start, bytes[end - 1] == 0x2E || sign == colon && (bytes[end - 1] == 0x21 || bytes[end - 1] == 0x3F) {
      end -= 1
    }
    return end > start ? start..<end : nil
  }

  private static func endsBareValue(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x22, 0x27, 0x60, 0x2C, 0x3B, 0x29, 0x3E, 0x7D, 0x5D, 0x26, 0x7C, 0x5C: true
    default: false
    }
  }

  private static func isCredential(
    _ range: Range<Int>, _ strength: CredentialNames.Strength, isQuoted: Bool, sign: UInt8,
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    switch bytes[range.lowerBound] {
    // Variables, placeholders and what was taken out already: $ % ( * . < [ {
    case 0x24, 0x25, 0x28, 0x2A, 0x2E, 0x3C, 0x5B, 0x7B: return false
    // A path, as in `PWD=/home`; a secret key of AWS may begin so.
    case 0x2F where range.count != 40: return false
    default: break
    }
    if strength == .token { return isToken(range, in: bytes) }
    if isExample(range, in: bytes) { return false }
    var (digits, blanks, calls, others) = (0, 0, 0, 0)
    for index in range {
      switch bytes[index] {
      case 0x30...0x39: digits += 1
      case 0x09, 0x20: blanks += 1
      case 0x28, 0x5B, 0x7B, 0x3C: calls += 1
      case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2E: break
      default: others += 1
      }
    }
    if isQuoted { return range.count >= 4 && blanks == 0 }
    if sign != colon, calls == 0, range.count >= 4, isFormField(range, in: bytes) { return true }
    // Bare words are variables in programs and words in prose.
    return range.count >= 6 && calls == 0 && (digits > 0 || sign != colon && others > 0)
  }

  /// Whether a value stands in `name=value&name=value`.
  private static func isFormField(_ value: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if value.upperBound < bytes.count, bytes[value.upperBound] == 0x26 { return true }
    var index = value.lowerBound - 1
    guard index > 0, bytes[index] == 0x3D else { return false }
    while index > 0, value.lowerBound - index < longestName,
      isLetterOrDigit(bytes[index - 1]) || bytes[index - 1] == 0x5F || bytes[index - 1] == 0x2D
    {
      index -= 1
    }
    return index > 0 && (bytes[index - 1] == 0x26 || bytes[index - 1] == 0x3F)
  }

  /// 16 characters or more that look drawn by lot.
  private static func isToken(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard range.count >= 16, CredentialScan.looksRandom(range, in: bytes) else { return false }
    return range.allSatisfy { index in
      let byte = bytes[index]
      return isLetterOrDigit(byte) || byte == 0x2D || byte == 0x5F || byte == 0x2E || byte == 0x2B || byte == 0x2F
        || byte == 0x3D || byte == 0x7E || byte == 0x25 || byte == colon
    }
  }

  private static let examples: Set<String> = [
    "password", "passwd", "passphrase", "pass", "pwd", "secret", "string", "required", "optional", "null", "none",
    "nil",
    "true", "false", "text", "hidden", "undefined", "placeholder", "changeme", "redacted", "example", "value", "token",
    "input", "varchar", "minlength", "maxlength", "type", "field",
  ]

  private static let exampleBeginnings = ["your", "my_", "my-", "the_", "new_", "some", "enter"]

  /// Whether a value stands in the place of one: a word such as `string`, `your_password`, `xxxx`.
  private static func isExample(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard range.count <= 40 else { return false }
    switch bytes[range.lowerBound] {
    case 0x24, 0x3C, 0x7B, 0x25, 0x5B, 0x2A, 0x2E: return true
    default: break
    }
    if range.allSatisfy({ bytes[$0] == bytes[range.lowerBound] }) { return true }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self).lowercased()
    return examples.contains(text) || exampleBeginnings.contains(where: text.hasPrefix)
  }

  // MARK: Forms without a name

  /// The token of a Telegram bot: its number, a colon, and 35 characters that begin with `AA`.
  private static func botToken(
    around index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> CredentialScan.Finding? {
    guard bytes[index] == colon, index + 35 < bytes.count, bytes[index + 1] == 0x41, bytes[index + 2] == 0x41 else {
      return nil
    }
    var first = index
    while first > 0, index - first <= 10, bytes[first - 1] >= 0x30, bytes[first - 1] <= 0x39 { first -= 1 }
    guard index - first >= 8, index - first <= 10 else { return nil }
    var end = index + 1
    while end < bytes.count, isLetterOrDigit(bytes[end]) || bytes[end] == 0x2D || bytes[end] == 0x5F { end += 1 }
    guard end - index == 36 else { return nil }
    return CredentialScan.Finding(kind: "telegram-token", range: index + 1..<end)
  }

  /// The signature of an Azure shared access address: `&sig=` and 32 bytes in base64, percent signs for what an address
  /// does not allow.
  private static func accessSignature(
    behind index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> CredentialScan.Finding? {
    guard bytes[index] == 0x3D, index >= 4, bytes[index - 1] == 0x67, bytes[index - 2] == 0x69,
      bytes[index - 3] == 0x73, bytes[index - 4] == 0x26 || bytes[index - 4] == 0x3F
    else { return nil }
    var end = index + 1
    while end < bytes.count, isLetterOrDigit(bytes[end]) || "%+/=-_".utf8.contains(bytes[end]) { end += 1 }
    guard end - index > 40 else { return nil }
    return CredentialScan.Finding(kind: "azure-signature", range: index + 1..<end)
  }

  // MARK: Bytes

  private static let colon: UInt8 = 0x3A

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// RFC 3986 without the signs that only placeholders hold.
  private static func isUserInformation(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || "-._~%!$&'*+;=:".utf8.contains(byte)
  }
}
