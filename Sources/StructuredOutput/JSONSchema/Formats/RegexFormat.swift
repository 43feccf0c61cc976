/// The format `regex`: a pattern of ECMA-262, section 22.2.1, as ``PatternParser`` reads it.
enum RegexFormat {
  static func isRegex(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    // A text pattern may begin so to ignore case; in ECMA-262 it may not.
    if text.starts(with: "(?i)".utf8) { return false }
    var parser = PatternParser(String(decoding: text, as: UTF8.self))
    do {
      _ = try parser.parse()
      return true
    } catch {
      return false
    }
  }
}
