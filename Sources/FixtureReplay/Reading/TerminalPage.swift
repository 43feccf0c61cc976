/// Lines for a terminal, in which recorded text cannot steer it.
struct TerminalPage {
  private(set) var text = ""

  mutating func blank() { text += "\n" }

  mutating func line(_ words: String) { text += Self.inLine(words) + "\n" }

  mutating func heading(_ words: String) { line("  " + words) }

  mutating func field(_ name: String, _ value: String) { line("  \(name): \(value)") }

  /// A text of any number of lines.
  mutating func block(_ words: String) {
    let lines = Self.visible(words, keepsLines: true).split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines { text += line.isEmpty ? "\n" : "    \(line)\n" }
  }

  /// Words that stay in their line, whoever wrote them.
  static func inLine(_ words: String) -> String { visible(words, keepsLines: false) }

  /// Control characters, line separators and marks that turn the direction of writing, as `\u{1B}`.
  private static func visible(_ words: String, keepsLines: Bool) -> String {
    var visible = String.UnicodeScalarView()
    let scalars = Array(words.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if keepsLines, scalar == "\n" || scalar == "\t" {
        visible.append(scalar)
      } else if keepsLines, scalar == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" {
        continue
      } else if isHidden(scalar) {
        visible.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
      } else {
        visible.append(scalar)
      }
    }
    return String(visible)
  }

  private static func isHidden(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C, 0xFEFF: true
    default: false
    }
  }
}
