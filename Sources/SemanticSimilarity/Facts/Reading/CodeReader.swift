/// Reads addresses and codes.
enum CodeReader {
  static func fact(for token: FactToken, at index: Int) -> Fact {
    var text = token.text.lowercased()
    var form = "code"
    if text.contains("@") {
      form = "e-mail address"
    } else if token.text.contains("/") && text.first != "+" || text.hasPrefix("www.") || isHost(text) {
      form = "web address"
      for prefix in ["https://", "http://", "www."] where text.hasPrefix(prefix) { text.removeFirst(prefix.count) }
      while text.hasSuffix("/") { text.removeLast() }
    } else {
      if text.unicodeScalars.allSatisfy({ !$0.properties.isAlphabetic }) { form = "number" }
      text.removeAll { !$0.isLetter && !$0.isNumber }
    }
    return Fact(value: .code(text, form: form), tokens: index..<(index + 1))
  }

  private static func isHost(_ text: String) -> Bool {
    guard let dot = text.lastIndex(of: ".") else { return false }
    let top = text[text.index(after: dot)...]
    return top.count >= 2 && top.unicodeScalars.allSatisfy { $0.properties.isAlphabetic }
  }
}
