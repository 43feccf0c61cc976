/// A JSON pointer (RFC 6901), as schemas refer to their parts and violations name places.
struct JSONPointer {
  /// The unescaped tokens, outermost first.
  var tokens: [String]

  init(tokens: [String]) { self.tokens = tokens }

  /// Takes a pointer's text apart; nil where it is neither empty nor begins with a slash.
  init?(_ text: String) {
    if text.isEmpty {
      tokens = []
      return
    }
    guard text.hasPrefix("/") else { return nil }
    tokens = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map { Self.unescape($0) }
  }

  /// The text of the pointer: each token behind a slash, `~` and `/` escaped.
  var text: String { tokens.map { "/" + Self.escape($0) }.joined() }

  /// A token as it stands in a pointer's text.
  static func escape(_ token: String) -> String {
    guard token.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return token }
    var escaped: [UInt8] = []
    for byte in token.utf8 {
      switch byte {
      case UInt8(ascii: "~"): escaped += "~0".utf8
      case UInt8(ascii: "/"): escaped += "~1".utf8
      default: escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  private static func unescape(_ token: Substring) -> String {
    guard token.utf8.contains(UInt8(ascii: "~")) else { return String(token) }
    var plain: [UInt8] = []
    var isEscape = false
    for byte in token.utf8 {
      if isEscape, byte == UInt8(ascii: "0") || byte == UInt8(ascii: "1") {
        plain[plain.count - 1] = byte == UInt8(ascii: "0") ? UInt8(ascii: "~") : UInt8(ascii: "/")
        isEscape = false
      } else {
        plain.append(byte)
        isEscape = byte == UInt8(ascii: "~")
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// The part of a value that one more token names; nil where there is none.
  static func step(_ token: String, into value: JSONValue) -> JSONValue? {
    switch value {
    case .object(let object): object[token]
    // An index has no sign and no leading zero.
    case .array: Int(token).flatMap { String($0) == token ? value[$0] : nil }
    default: nil
    }
  }
}
