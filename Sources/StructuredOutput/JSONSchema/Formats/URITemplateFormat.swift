/// The format `uri-template`: the grammar of RFC 6570, section 2, with the apostrophe among the literals (erratum
/// 6937).
enum URITemplateFormat {
  static func isURITemplate(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "{") {
        guard let end = expression(text, from: index + 1) else { return false }
        index = end
      } else if byte == UInt8(ascii: "%") {
        guard URIPartReader.isEscape(text, at: index, before: text.count) else { return false }
        index += 3
      } else if byte < 0x80 {
        guard byte > 0x20, byte < 0x7F, !ByteClass.notLiteral.contains(byte) else { return false }
        index += 1
      } else {
        guard let (scalar, next) = ScalarReading.scalar(in: text, at: index),
          URIPartReader.isLiteralOfTemplate(scalar)
        else { return false }
        index = next
      }
    }
    return true
  }

  /// The index after an expression's closing brace; nil where it is malformed.
  private static func expression(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    if index < text.count, ByteClass.templateOperators.contains(text[index]) { index += 1 }
    while true {
      guard let end = variable(text, from: index), end < text.count else { return nil }
      index = end + 1
      if text[end] == UInt8(ascii: "}") { return index }
      guard text[end] == UInt8(ascii: ",") else { return nil }
    }
  }

  /// The index after a `varspec`: a name of characters with single dots among them, perhaps `*` or `:` and a length.
  private static func variable(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while true {
      let part = index
      while index < text.count {
        if ByteClass.variableCharacters.contains(text[index]) {
          index += 1
        } else if URIPartReader.isEscape(text, at: index, before: text.count) {
          index += 3
        } else {
          break
        }
      }
      if index == part { return nil }
      guard index < text.count, text[index] == UInt8(ascii: ".") else { break }
      index += 1
    }
    guard index < text.count else { return nil }
    if text[index] == UInt8(ascii: "*") { return index + 1 }
    guard text[index] == UInt8(ascii: ":") else { return index }
    let length = index + 1
    index = length
    while index < text.count, text[index] &- 0x30 < 10 { index += 1 }
    return (1...4).contains(index - length) && text[length] != 0x30 ? index : nil
  }
}

extension ByteClass {
  /// Printable characters that `literals` of section 2.1 leaves out.
  fileprivate static let notLiteral = ByteClass("\"%<>\\^`{|}")
  /// `operator` of section 2.2, those reserved for extensions too.
  fileprivate static let templateOperators = ByteClass("+#./;?&=,!@|")
  /// `varchar` of section 2.3, less what is percent-encoded.
  fileprivate static let variableCharacters = alphanumeric.union(ByteClass("_"))
}

extension URIPartReader {
  /// `ucschar` and `iprivate`, which RFC 6570, section 1.5, takes from RFC 3987's grammar alone.
  fileprivate static func isLiteralOfTemplate(_ scalar: UInt32) -> Bool {
    isInternational(scalar) || isPrivate(scalar) || (0x200E...0x202E).contains(scalar)
  }
}
