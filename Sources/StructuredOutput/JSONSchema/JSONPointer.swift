import Foundation

/// A JSON pointer (RFC 6901), as schemas refer to their parts and violations name places.
struct JSONPointer {
  /// The unescaped tokens, outermost first.
  var tokens: [String]

  init(tokens: [String]) { self.tokens = tokens }

  /// Reads the pointer in a reference within the same document: `#`, or `#/` and percent-encoded tokens; else nil.
  init?(fragmentReference reference: String) {
    guard reference.hasPrefix("#"), let text = String(reference.dropFirst()).removingPercentEncoding else { return nil }
    if text.isEmpty {
      tokens = []
      return
    }
    guard text.hasPrefix("/") else { return nil }
    tokens = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map {
      $0.replacingOccurrences(of: "~1", with: "/").replacingOccurrences(of: "~0", with: "~")
    }
  }

  /// The text of the pointer: each token behind a slash, `~` and `/` escaped.
  var text: String { tokens.map { "/" + Self.escape($0) }.joined() }

  /// A token as it stands in a pointer's text.
  static func escape(_ token: String) -> String {
    guard token.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return token }
    return token.replacingOccurrences(of: "~", with: "~0").replacingOccurrences(of: "/", with: "~1")
  }

  /// The part of a value that the pointer names; nil where there is none.
  func value(in root: JSONValue) -> JSONValue? {
    var value = root
    for token in tokens {
      let next: JSONValue?
      switch value {
      case .object(let object): next = object[token]
      case .array:
        // An index has no sign and no leading zero.
        next = Int(token).flatMap { String($0) == token ? value[$0] : nil }
      default: next = nil
      }
      guard let next else { return nil }
      value = next
    }
    return value
  }
}
