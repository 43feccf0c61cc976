/// What a reader sees of the LaTeX that models put around a result.
enum LaTeXText {
  /// A text in which fractions are written "3/4", signs as such, and commands that only set the type are gone.
  ///
  /// A text without backslashes and braces stays as it is, but for dollar signs in pairs around all of it.
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "{") }) else {
      return withoutMathSigns(text)
    }
    var reader = Reader(bytes: Array(text.utf8))
    return withoutMathSigns(reader.read())
  }

  /// Takes the signs of a formula, "$42$", off a text that has them at both ends. One alone is money.
  private static func withoutMathSigns(_ text: String) -> String {
    let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard trimmed.count > 2, trimmed.hasPrefix("$"), trimmed.hasSuffix("$") else { return text }
    return String(trimmed.drop { $0 == "$" }.reversed().drop { $0 == "$" }.reversed())
  }

  private struct Reader {
    let bytes: [UInt8]
    var output: [UInt8] = []
    var index = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func read() -> String {
      while index < bytes.count {
        let byte = bytes[index]
        if byte == UInt8(ascii: "\\") {
          command()
        } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") {
          index += 1
        } else {
          output.append(byte)
          index += 1
        }
      }
      return String(decoding: output, as: UTF8.self)
    }

    private mutating func command() {
      let start = index + 1
      var end = start
      while end < bytes.count, isLetter(bytes[end]) { end += 1 }
      guard end > start else {
        // "\%" is the sign, "\," and "\!" are spaces, "\(" sets the type.
        if start < bytes.count {
          switch bytes[start] {
          case UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "_"):
            output.append(bytes[start])
          case UInt8(ascii: "!"): break
          default: output.append(0x20)
          }
        }
        index = min(bytes.count, start + 1)
        return
      }
      let name = String(decoding: bytes[start..<end], as: UTF8.self)
      index = end
      switch name {
      case "frac", "dfrac", "tfrac", "cfrac":
        guard let above = argument(), let below = argument() else { return }
        if let last = output.last, (0x30...0x39).contains(last) { output.append(0x20) }
        output += above + [UInt8(ascii: "/")] + below
      case "times": output += Array("×".utf8)
      case "cdot": output += Array("·".utf8)
      case "circ", "degree":
        if output.last == UInt8(ascii: "^") { output.removeLast() }
        output += Array("°".utf8)
      case "text", "textbf", "textit", "textrm", "mathrm", "mathbf", "mathit", "mathsf", "boxed", "fbox", "left",
        "right", "displaystyle":
        break
      default: output.append(0x20)
      }
    }

    /// A short argument without braces in it, "{3}" or one sign; nil, with the place kept, for another.
    private mutating func argument() -> [UInt8]? {
      guard index < bytes.count else { return nil }
      guard bytes[index] == UInt8(ascii: "{") else {
        index += 1
        return [bytes[index - 1]]
      }
      let limit = min(bytes.count, index + 60)
      guard let end = bytes[index..<limit].firstIndex(of: UInt8(ascii: "}")) else { return nil }
      let content = bytes[(index + 1)..<end]
      guard !content.contains(UInt8(ascii: "{")), !content.contains(UInt8(ascii: "\\")) else { return nil }
      index = end + 1
      return Array(content)
    }

    private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  }
}
