/// Plain, quoted and block scalars (YAML 1.1, chapter 9).
extension YAMLScanner {
  // MARK: - Plain

  mutating func takePlain() throws(YAMLFault) {
    try noteCandidate()
    allowsKey = false
    let start = position
    var text: [UInt8] = []
    var gap: [UInt8] = []
    let leastColumn = indent + 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "#") {
      let run = position
      while position < bytes.count, !isPlainEnd(at: position) { position += 1 }
      if position == run { break }
      text += gap
      text += bytes[run..<position]
      allowsKey = false
      gap = takePlainGap()
      if gap.isEmpty || (flowDepth == 0 && column < leastColumn) { break }
    }
    if position == start { throw YAMLFault("a value was expected here", start) }
    take(.plainScalar, at: start, text)
  }

  private func isPlainEnd(at index: Int) -> Bool {
    switch bytes[index] {
    case 0x20, 0x09, 0x0A, 0x0D: return true
    case 0xC2, 0xE2: return breakLength(at: index) > 0
    case UInt8(ascii: ":"):
      return isBlank(at: index + 1) || (flowDepth > 0 && Self.isFlowMark(bytes[index + 1]))
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      return flowDepth > 0
    default: return false
    }
  }

  /// What stands for the space between two words: line breaks folded. Empty where a mark of the document follows.
  private mutating func takePlainGap() -> [UInt8] {
    let start = position
    while byte() == 0x20 || byte() == 0x09 { position += 1 }
    guard breakLength(at: position) > 0 else { return Array(bytes[start..<position]) }
    let first = takeBreak()
    allowsKey = true
    if isAtDocumentMark { return [] }
    var breaks: [UInt8] = []
    while true {
      if byte() == 0x20 || (byte() == 0x09 && column > indent) {
        position += 1
      } else if breakLength(at: position) > 0 {
        breaks += takeBreak()
        if isAtDocumentMark { return [] }
      } else {
        break
      }
    }
    return folded(first, breaks)
  }

  private func folded(_ first: ArraySlice<UInt8>, _ breaks: [UInt8]) -> [UInt8] {
    if first != [0x0A] { return first + breaks }
    return breaks.isEmpty ? [0x20] : breaks
  }

  // MARK: - Quoted

  mutating func takeQuoted() throws(YAMLFault) {
    try noteCandidate()
    allowsKey = false
    let start = position
    let quote = bytes[position]
    position += 1
    var text: [UInt8] = []
    while true {
      let run = position
      while position < bytes.count, !isQuotedEnd(bytes[position], quote), breakLength(at: position) == 0 {
        position += 1
      }
      text += bytes[run..<position]
      guard position < bytes.count else { throw YAMLFault("a quotation mark is never closed", start) }
      switch bytes[position] {
      case quote where quote == UInt8(ascii: "'") && byte(1) == quote:
        text.append(quote)
        position += 2
      case quote:
        position += 1
        take(.quotedScalar, at: start, text)
        return
      case UInt8(ascii: "\\"): try takeEscape(to: &text)
      default: try takeQuotedGap(to: &text)
      }
    }
  }

  @inline(__always)
  private func isQuotedEnd(_ byte: UInt8, _ quote: UInt8) -> Bool {
    byte == quote || byte == 0x20 || byte == 0x09 || (byte == UInt8(ascii: "\\") && quote == UInt8(ascii: "\""))
  }

  private mutating func takeQuotedGap(to text: inout [UInt8]) throws(YAMLFault) {
    let start = position
    while byte() == 0x20 || byte() == 0x09 { position += 1 }
    guard breakLength(at: position) > 0 else {
      text += bytes[start..<position]
      return
    }
    let first = takeBreak()
    text += folded(first, try takeQuotedBreaks())
  }

  private mutating func takeQuotedBreaks() throws(YAMLFault) -> [UInt8] {
    var breaks: [UInt8] = []
    while true {
      if isAtDocumentMark { throw YAMLFault("a document ends inside of quotation marks", position) }
      while byte() == 0x20 || byte() == 0x09 { position += 1 }
      guard breakLength(at: position) > 0 else { return breaks }
      breaks += takeBreak()
    }
  }

  private mutating func takeEscape(to text: inout [UInt8]) throws(YAMLFault) {
    let start = position
    if breakLength(at: position + 1) > 0 {
      position += 1
      _ = takeBreak()
      text += try takeQuotedBreaks()
      return
    }
    let code = byte(1)
    position += 2
    switch code {
    case UInt8(ascii: "0"): text.append(0)
    case UInt8(ascii: "a"): text.append(0x07)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "t"), 0x09: text.append(0x09)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "v"): text.append(0x0B)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "e"): text.append(0x1B)
    case 0x20, UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "\\"): text.append(code)
    case UInt8(ascii: "N"): text += [0xC2, 0x85]
    case UInt8(ascii: "_"): text += [0xC2, 0xA0]
    case UInt8(ascii: "L"): text += [0xE2, 0x80, 0xA8]
    case UInt8(ascii: "P"): text += [0xE2, 0x80, 0xA9]
    case UInt8(ascii: "x"): append(try takeHexadecimal(2, start), to: &text)
    case UInt8(ascii: "u"): append(try takeUTF16(start), to: &text)
    case UInt8(ascii: "U"): append(try takeHexadecimal(8, start), to: &text)
    default: throw YAMLFault("an unknown escape stands in quotation marks", start)
    }
  }

  private func append(_ scalar: UnicodeScalar, to text: inout [UInt8]) {
    text += UTF8.encode(scalar).map(Array.init) ?? []
  }

  private mutating func takeHexadecimal(_ digits: Int, _ start: Int) throws(YAMLFault) -> UnicodeScalar {
    guard let scalar = UnicodeScalar(try takeNumber(digits, start)) else {
      throw YAMLFault("an escape stands for no character", start)
    }
    return scalar
  }

  /// Four digits, or twice four of a surrogate pair, as JSON writes them.
  private mutating func takeUTF16(_ start: Int) throws(YAMLFault) -> UnicodeScalar {
    let first = try takeNumber(4, start)
    if let scalar = UnicodeScalar(first) { return scalar }
    if first < 0xDC00, byte() == UInt8(ascii: "\\"), byte(1) == UInt8(ascii: "u") {
      position += 2
      let second = try takeNumber(4, start)
      if second >= 0xDC00, second < 0xE000,
        let scalar = UnicodeScalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        return scalar
      }
    }
    throw YAMLFault("an escape is half of a surrogate pair", start)
  }

  private mutating func takeNumber(_ digits: Int, _ start: Int) throws(YAMLFault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<digits {
      let digit: UInt8
      switch byte() {
      case 0x30...0x39: digit = byte() - 0x30
      case 0x41...0x46: digit = byte() - 0x37
      case 0x61...0x66: digit = byte() - 0x57
      default: throw YAMLFault("an escape lacks one of its \(digits) hexadecimal digits", start)
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }

  // MARK: - Blocks

  mutating func takeBlockScalar(isFolded: Bool) throws(YAMLFault) {
    try dropCandidate()
    allowsKey = true
    let start = position
    position += 1
    let (keepsBreaks, increment) = try takeBlockHeader(start)
    let leastIndent = max(indent + 1, 1)
    var breaks: [UInt8] = []
    let indentation: Int
    if let increment {
      indentation = leastIndent + increment - 1
      breaks = takeBlockBreaks(indentation)
    } else {
      var widest = 0
      while byte() == 0x20 || breakLength(at: position) > 0 {
        if byte() == 0x20 {
          position += 1
          widest = max(widest, column)
        } else {
          breaks += takeBreak()
        }
      }
      indentation = max(leastIndent, widest)
    }
    var text: [UInt8] = []
    var lineBreak: ArraySlice<UInt8> = []
    while column == indentation, position < bytes.count {
      text += breaks
      let isIndentedMore = byte() == 0x20 || byte() == 0x09
      let run = position
      while position < bytes.count, breakLength(at: position) == 0 { position += 1 }
      text += bytes[run..<position]
      lineBreak = takeBreak()
      breaks = takeBlockBreaks(indentation)
      guard column == indentation, position < bytes.count else { break }
      if isFolded, lineBreak == [0x0A], !isIndentedMore, byte() != 0x20, byte() != 0x09 {
        if breaks.isEmpty { text.append(0x20) }
      } else {
        text += lineBreak
      }
    }
    if keepsBreaks != false { text += lineBreak }
    if keepsBreaks == true { text += breaks }
    take(.quotedScalar, at: start, text)
  }

  /// Whether breaks at the end are kept (`+`), dropped (`-`) or made one, and the indentation where it is given.
  private mutating func takeBlockHeader(_ start: Int) throws(YAMLFault) -> (keepsBreaks: Bool?, increment: Int?) {
    var keepsBreaks: Bool?
    var increment: Int?
    while position < bytes.count, !isBlank(at: position) {
      switch bytes[position] {
      case UInt8(ascii: "+") where keepsBreaks == nil: keepsBreaks = true
      case UInt8(ascii: "-") where keepsBreaks == nil: keepsBreaks = false
      case 0x31...0x39 where increment == nil: increment = Int(bytes[position] - 0x30)
      default: throw YAMLFault("behind | or > stand only +, - and a digit from 1 to 9", position)
      }
      position += 1
    }
    while byte() == 0x20 || byte() == 0x09 { position += 1 }
    if byte() == UInt8(ascii: "#") {
      while position < bytes.count, breakLength(at: position) == 0 { position += 1 }
    }
    guard position == bytes.count || !takeBreak().isEmpty else {
      throw YAMLFault("the text of | or > begins on the next line", position)
    }
    return (keepsBreaks, increment)
  }

  /// Passes empty lines and the indentation of the next one.
  private mutating func takeBlockBreaks(_ indentation: Int) -> [UInt8] {
    var breaks: [UInt8] = []
    while column < indentation, byte() == 0x20 { position += 1 }
    while breakLength(at: position) > 0 {
      breaks += takeBreak()
      while column < indentation, byte() == 0x20 { position += 1 }
    }
    return breaks
  }
}
