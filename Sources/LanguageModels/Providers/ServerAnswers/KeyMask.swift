/// Makes text from outside fit to stand in a message for people: short, on one line and without keys.
enum KeyMask {
  static let mask = "[key masked]"

  // Key shapes of the providers.
  private static let prefixes = [
    "sk-", "AIza", "gsk_", "AKIA", "ASIA", "pa-", "hf_", "xai-", "fw_", "ABSK", "pplx-", "r8_", "tgp_", "csk-",
    "nvapi-",
  ]

  /// `text` with control characters escaped, keys masked, and what is longer than `limit` characters cut off.
  static func quoted(_ text: String, limit: Int) -> String {
    // A key may straddle the cut, so more is masked than is shown.
    var shown = ""
    var count = 0
    for character in escaped(masked(String(text.prefix(limit * 2 + 256)))) {
      guard count < limit else { return shown + "…" }
      shown.append(character)
      count += 1
    }
    return shown
  }

  /// `text` with everything that looks like a key replaced.
  static func masked(_ text: String) -> String {
    var masked = ""
    var word: [Unicode.Scalar] = []
    var followsBearer = false
    func endWord() {
      guard !word.isEmpty else { return }
      var letters = String.UnicodeScalarView()
      letters.append(contentsOf: word)
      let text = String(letters)
      masked += followsBearer && word.count >= 8 || isKey(text) ? mask : text
      followsBearer = text.lowercased() == "bearer"
      word.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      if isPartOfKey(scalar) {
        word.append(scalar)
      } else {
        endWord()
        masked.unicodeScalars.append(scalar)
      }
    }
    endWord()
    return masked
  }

  private static func isPartOfKey(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", "*", "+", "=": true
    default: false
    }
  }

  private static func isKey(_ word: String) -> Bool {
    let count = word.utf8.count
    if count >= 10, prefixes.contains(where: { word.hasPrefix($0) }) { return true }
    // Keys without a prefix of their own: one long run of letters and digits.
    guard count >= 32, word.utf8.allSatisfy({ $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }) else {
      return false
    }
    return word.contains { $0.isNumber } && word.contains { $0.isLetter }
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "\t": escaped += "\\t"
      default:
        switch scalar.properties.generalCategory {
        // Control and direction characters could rewrite the terminal or the line that shows the message.
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
          escaped += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        default: escaped.unicodeScalars.append(scalar)
        }
      }
    }
    return escaped
  }
}
