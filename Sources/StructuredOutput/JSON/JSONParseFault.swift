/// A fault as the parser meets it: small, so that the inner loop carries no text. ``JSONParseError`` is what people see.
struct JSONParseFault: Error {
  enum Kind {
    case empty
    case tooManyBytes(Int, maximum: Int)
    case tooDeep(maximum: Int)
    case endOfText(opener: Int)
    case endOfString(opener: Int)
    case textAfterValue
    case noValue
    case noKey
    case noColon
    case noCommaInArray
    case noCommaInObject
    case trailingComma
    case duplicateKey(String)
    case leadingZero
    case noDigits(after: StaticString)
    case controlCharacter(UInt8)
    case unknownEscape
    case incompleteEscape
    case loneSurrogate(UInt32)
    case notUTF8
  }

  let kind: Kind
  let offset: Int

  init(_ kind: Kind, at offset: Int) {
    self.kind = kind
    self.offset = offset
  }
}

extension JSONParseError {
  /// - Parameters:
  ///   - bytes: the text that was parsed, which may be a part of another from the beginning of a line on.
  ///   - line: the number of that line.
  ///   - offset: the bytes before it.
  init(_ fault: JSONParseFault, in bytes: UnsafeBufferPointer<UInt8>, fromLine line: Int = 1, offset: Int = 0) {
    let place = TextPlace(offset: fault.offset, in: bytes, fromLine: line)
    self.init(
      reason: fault.reason(in: bytes, fromLine: line), line: place.line, column: place.column,
      byteOffset: offset + fault.offset)
  }
}

extension JSONParseFault {
  fileprivate func reason(in bytes: UnsafeBufferPointer<UInt8>, fromLine line: Int) -> String {
    let found = found(in: bytes)
    switch kind {
    case .tooManyBytes(let count, let maximum):
      let advice = maximum < JSONParser.Limits.largestMaximumBytes ? "; raise maximumBytes to read it" : ""
      return "the text has \(count) bytes, more than the limit of \(maximum)\(advice)"
    case _ where offset == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]):
      return "the text begins with a byte order mark (EF BB BF), which JSON does not allow; save it without one"
    case _ where looksLikeUTF16(bytes): return "the text looks like UTF-16; JSON is written in UTF-8"
    case .empty: return "the text is empty; a JSON value was expected"
    case .tooDeep(let maximum):
      let advice = maximum < JSONParser.Limits.deepestMaximumDepth ? "; raise maximumDepth to read it" : ""
      return "arrays and objects are nested more than \(maximum) deep, the limit\(advice)"
    case .endOfText(let opener) where opener >= 0:
      let name = bytes[opener] == UInt8(ascii: "[") ? "array" : "object"
      let place = TextPlace(offset: opener, in: bytes, fromLine: line)
      return "the text ends before the \(name) that opens at \(place) is closed"
    case .endOfText: return "the text ends where a value was expected"
    case .endOfString(let opener):
      let place = TextPlace(offset: opener, in: bytes, fromLine: line)
      return "the text ends inside the string that opens at \(place)"
    case .textAfterValue: return "the JSON value has ended, but \(found) follows; one value was expected"
    case .noValue: return noValueReason(found: found, in: bytes)
    case .noKey where bytes[offset] == UInt8(ascii: "'"):
      return "a key is written in double quotes, found \(found)"
    case .noKey: return "expected a key in double quotes, found \(found)"
    case .noColon: return "expected ':' after the key, found \(found)"
    case .noCommaInArray: return "expected ',' or ']' after an element, found \(found)"
    case .noCommaInObject: return "expected ',' or '}' after a value, found \(found)"
    case .trailingComma: return "a comma stands after the last element; remove it"
    case .duplicateKey(let key): return "the key \(key.quotedInBrief) occurs twice in one object"
    case .leadingZero: return "a number has no leading zero"
    case .noDigits(let before): return "expected a digit after '\(before)' in a number, found \(found)"
    case .controlCharacter(let byte):
      let escape = JSONValue.string(String(UnicodeScalar(byte))).compactText.dropFirst().dropLast()
      return "a string holds the control character \(Self.codePoint(UInt32(byte))); write it as \(escape)"
    case .unknownEscape:
      return "unknown escape in a string; after a backslash stands one of \" \\ / b f n r t u"
    case .incompleteEscape: return "\\u is followed by four hexadecimal digits"
    case .loneSurrogate(let unit):
      return "\\u\(String(unit, radix: 16)) is half of a surrogate pair, and the other half is missing"
    case .notUTF8: return "the bytes here are not UTF-8 (\(Self.hexadecimal(bytes[offset])))"
    }
  }

  /// Whether a byte order mark begins the text, or two characters of which each second byte is zero.
  private func looksLikeUTF16(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) { return true }
    guard bytes.count >= 4, offset <= 1 else { return false }
    let zeros = bytes.prefix(4).map { $0 == 0 }
    return zeros == [true, false, true, false] || zeros == [false, true, false, true]
  }

  private func noValueReason(found: String, in bytes: UnsafeBufferPointer<UInt8>) -> String {
    let word = String(
      decoding: bytes[offset...].prefix(24).prefix { $0 | 0x20 &- 0x61 < 26 || $0 == UInt8(ascii: "_") }, as: UTF8.self)
    switch word.lowercased() {
    case "true", "false", "null": return "\(word) is written in lower case: \(word.lowercased())"
    case "none", "nil", "undefined": return "\(word) is not JSON; write null"
    case "nan", "infinity": return "\(word) is not a number in JSON"
    default: break
    }
    switch bytes[offset] {
    case UInt8(ascii: "'"): return "expected a value, found \(found); a string is written in double quotes"
    case UInt8(ascii: "/"), UInt8(ascii: "#"): return "expected a value, found \(found); JSON has no comments"
    case UInt8(ascii: "+"): return "a number has no plus sign"
    case UInt8(ascii: "."): return "a number begins with a digit: write 0 before the point"
    case UInt8(ascii: "`"): return "expected a value, found \(found); JSON stands without a Markdown fence"
    default: return "expected a value, found \(word.count > 1 ? "\"\(word)\"" : found)"
    }
  }

  /// The character at the fault, as a person would name it.
  private func found(in bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard offset < bytes.count else { return "the end of the text" }
    var iterator = bytes[offset...].prefix(4).makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else {
      return "the byte \(Self.hexadecimal(bytes[offset])), which is not UTF-8"
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .privateUse, .unassigned,
      .nonspacingMark, .enclosingMark:
      return Self.codePoint(scalar.value)
    default: return scalar == "'" ? "a single quote" : "'\(scalar)'"
    }
  }

  private static func codePoint(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
