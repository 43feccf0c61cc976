/// Texts that nobody vouches for, set off from the judge's instructions so that they cannot speak as instructions.
///
/// Each text stands between two lines that open with a fence of equals signs. As with the fences of Markdown code, the
/// fence is longer than any run of equals signs inside any of the texts, so none of them can hold its own end.
struct FencedTexts {
  /// The shortest fence.
  static let shortestFence = 8

  private let texts: [(label: String, text: String)]
  /// The fence that opens each limiting line.
  let fence: String

  /// Sets off some texts under their labels; a text of nil is left out.
  init(_ texts: [(label: String, text: String?)]) {
    let present = texts.compactMap { label, text in text.map { (label: label, text: $0) } }
    self.texts = present
    let longestRun = present.map { Self.longestRun(in: $0.text) }.max() ?? 0
    fence = String(repeating: "=", count: max(Self.shortestFence, longestRun + 1))
  }

  /// The texts between their fences.
  var rendered: String {
    texts.map { label, text in
      "\(fence) BEGIN \(label) \(fence)\n\(text)\n\(fence) END \(label) \(fence)"
    }
    .joined(separator: "\n\n")
  }

  private static func longestRun(in text: String) -> Int {
    var longest = 0
    var current = 0
    // Bytes: an equals sign with a combining mark is another character, but a model may well read it as one.
    for byte in text.utf8 {
      current = byte == UInt8(ascii: "=") ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }
}
