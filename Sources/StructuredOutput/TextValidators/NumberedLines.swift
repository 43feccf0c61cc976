/// A text's lines with their numbers from 1, divided at line feeds.
struct NumberedLines: Sequence {
  let text: String

  init(_ text: String) { self.text = text }

  func makeIterator() -> AnyIterator<(number: Int, text: Substring)> {
    var rest = text[...]
    var number = 0
    var isAtEnd = false
    return AnyIterator {
      if isAtEnd { return nil }
      number += 1
      let end = rest.utf8.firstIndex(of: 0x0A)
      var line = rest[..<(end ?? rest.endIndex)]
      if let end { rest = rest[rest.utf8.index(after: end)...] } else { isAtEnd = true }
      if line.utf8.last == 0x0D { line = Substring(line.utf8.dropLast()) }
      return (number, line)
    }
  }

  /// A line as a message quotes it.
  static func quote(_ line: Substring) -> String {
    let trimmed = line.unicodeScalars.drop { $0.isWhiteSpace }
    let start = trimmed.prefix(80)
    return JSONValue.string(String(start) + (start.endIndex == trimmed.endIndex ? "" : "…")).compactText
  }
}
