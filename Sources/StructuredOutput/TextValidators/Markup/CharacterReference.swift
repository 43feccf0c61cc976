/// References to characters in HTML and XML: `&amp;`, `&#106;`, `&#x6A;`.
enum CharacterReference {
  /// The ASCII characters that HTML names, which are those that can hide an address.
  private static let names: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "colon": ":", "sol": "/", "bsol": "\\",
    "period": ".", "commat": "@", "quest": "?", "num": "#", "percnt": "%", "Tab": "\t", "NewLine": "\n",
    "nbsp": "\u{A0}", "lowbar": "_", "UnderBar": "_", "dash": "\u{2010}", "hyphen": "\u{2010}", "excl": "!",
    "dollar": "$", "lpar": "(", "rpar": ")", "ast": "*", "midast": "*", "plus": "+", "comma": ",", "semi": ";",
    "equals": "=", "lsqb": "[", "lbrack": "[", "rsqb": "]", "rbrack": "]", "Hat": "^", "grave": "`", "lcub": "{",
    "lbrace": "{", "rcub": "}", "rbrace": "}", "verbar": "|", "vert": "|", "VerticalLine": "|", "QUOT": "\"",
    "AMP": "&", "LT": "<", "GT": ">", "DiacriticalGrave": "`", "shy": "\u{AD}", "ZeroWidthSpace": "\u{200B}",
  ]

  /// A text with its references replaced by the characters they stand for; those that are not known stay.
  static func resolved(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var plain = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      plain += rest[..<start]
      rest = rest[start...]
      if let (character, end) = character(at: rest) {
        plain += character
        rest = rest[end...]
      } else {
        plain.append("&")
        rest = rest.dropFirst()
      }
    }
    return plain + rest
  }

  /// The character that a text begins with a reference to. Numbers do without the semicolon, as browsers allow.
  private static func character(at text: Substring) -> (text: String, end: Substring.Index)? {
    let body = text.dropFirst()
    guard body.first == "#" else {
      let name = body.prefix(20).prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
      guard let character = names[String(name)], name.endIndex < text.endIndex else { return nil }
      let end = text[name.endIndex] == ";" ? text.index(after: name.endIndex) : nil
      return end.map { (character, $0) }
    }
    let number = body.dropFirst()
    let isHexadecimal = number.first == "x" || number.first == "X"
    let digits = (isHexadecimal ? number.dropFirst() : number).prefix(10).prefix { $0.isASCII && $0.isHexDigit }
    let taken = isHexadecimal ? digits : digits.prefix { $0.isNumber }
    guard let value = UInt32(taken, radix: isHexadecimal ? 16 : 10) else { return nil }
    let character = Unicode.Scalar(value).map(String.init) ?? "\u{FFFD}"
    let end = taken.endIndex
    return (character, end < text.endIndex && text[end] == ";" ? text.index(after: end) : end)
  }
}
