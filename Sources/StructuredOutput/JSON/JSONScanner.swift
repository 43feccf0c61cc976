/// The parser's inner loop. It stands in one file with all that it calls per byte, because modules are optimised file by
/// file.
struct JSONScanner {
  private let base: UnsafePointer<UInt8>
  private let end: Int
  private let maximumDepth: Int
  private let rejectsDuplicateKeys: Bool
  private let isKnownUTF8: Bool
  private var at = 0
  /// The text of a string with escapes, while it is put together.
  private var unescaped: [UInt8] = []
  /// Whether the string being read holds a byte of 0x80 or more.
  private var hasHighBytes = false

  /// - Parameter isKnownUTF8: whether the bytes come from a `String`, so that they need no second check.
  init(base: UnsafePointer<UInt8>, end: Int, limits: JSONParser.Limits, isKnownUTF8: Bool) {
    self.base = base
    self.end = end
    maximumDepth = min(limits.maximumDepth, JSONParser.Limits.deepestMaximumDepth)
    rejectsDuplicateKeys = limits.rejectsDuplicateKeys
    self.isKnownUTF8 = isKnownUTF8
  }

  /// Reads the whole text as one value.
  mutating func document() throws(JSONParseFault) -> JSONValue {
    skipWhiteSpace()
    if at == end { throw JSONParseFault(.empty, at: end) }
    let value = try value(depth: 0, opener: -1)
    skipWhiteSpace()
    if at < end { throw JSONParseFault(.textAfterValue, at: at) }
    return value
  }

  @inline(__always)
  private mutating func skipWhiteSpace() {
    while at < end {
      let byte = base[at]
      // Space, line feed, carriage return, tab.
      guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      at += 1
    }
  }

  /// - Parameter opener: where the array or object around the value begins; -1 if there is none.
  private mutating func value(depth: Int, opener: Int) throws(JSONParseFault) -> JSONValue {
    guard at < end else { throw JSONParseFault(.endOfText(opener: opener), at: end) }
    switch base[at] {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return try object(depth: depth + 1)
    case UInt8(ascii: "["): return try array(depth: depth + 1)
    case UInt8(ascii: "-"), 0x30...0x39: return .number(try number())
    case UInt8(ascii: "t") where matches("true"):
      at += 4
      return .bool(true)
    case UInt8(ascii: "f") where matches("false"):
      at += 5
      return .bool(false)
    case UInt8(ascii: "n") where matches("null"):
      at += 4
      return .null
    default: throw JSONParseFault(.noValue, at: at)
    }
  }

  @inline(__always)
  private func matches(_ literal: StaticString) -> Bool {
    let count = literal.utf8CodeUnitCount
    guard end - at >= count else { return false }
    for index in 0..<count where base[at + index] != literal.utf8Start[index] { return false }
    return true
  }

  private mutating func array(depth: Int) throws(JSONParseFault) -> JSONValue {
    let opener = at
    if depth > maximumDepth { throw JSONParseFault(.tooDeep(maximum: maximumDepth), at: at) }
    at += 1
    skipWhiteSpace()
    var elements: [JSONValue] = []
    if at < end, base[at] == UInt8(ascii: "]") {
      at += 1
      return .array(elements)
    }
    while true {
      elements.append(try value(depth: depth, opener: opener))
      skipWhiteSpace()
      guard at < end else { throw JSONParseFault(.endOfText(opener: opener), at: end) }
      if base[at] == UInt8(ascii: ",") {
        let comma = at
        at += 1
        skipWhiteSpace()
        if at < end, base[at] == UInt8(ascii: "]") { throw JSONParseFault(.trailingComma, at: comma) }
      } else if base[at] == UInt8(ascii: "]") {
        at += 1
        return .array(elements)
      } else {
        throw JSONParseFault(.noCommaInArray, at: at)
      }
    }
  }

  private mutating func object(depth: Int) throws(JSONParseFault) -> JSONValue {
    let opener = at
    if depth > maximumDepth { throw JSONParseFault(.tooDeep(maximum: maximumDepth), at: at) }
    at += 1
    skipWhiteSpace()
    if at < end, base[at] == UInt8(ascii: "}") {
      at += 1
      return .object(JSONObject())
    }
    var entries: [JSONObject.Entry] = []
    var keyOffsets: [Int] = []
    while true {
      guard at < end else { throw JSONParseFault(.endOfText(opener: opener), at: end) }
      guard base[at] == UInt8(ascii: "\"") else { throw JSONParseFault(.noKey, at: at) }
      if rejectsDuplicateKeys { keyOffsets.append(at) }
      let key = try string()
      skipWhiteSpace()
      guard at < end else { throw JSONParseFault(.endOfText(opener: opener), at: end) }
      guard base[at] == UInt8(ascii: ":") else { throw JSONParseFault(.noColon, at: at) }
      at += 1
      skipWhiteSpace()
      entries.append(JSONObject.Entry(key: key, value: try value(depth: depth, opener: opener)))
      skipWhiteSpace()
      guard at < end else { throw JSONParseFault(.endOfText(opener: opener), at: end) }
      if base[at] == UInt8(ascii: ",") {
        let comma = at
        at += 1
        skipWhiteSpace()
        if at < end, base[at] == UInt8(ascii: "}") { throw JSONParseFault(.trailingComma, at: comma) }
      } else if base[at] == UInt8(ascii: "}") {
        at += 1
        break
      } else {
        throw JSONParseFault(.noCommaInObject, at: at)
      }
    }
    var duplicate: Int?
    let object = JSONObject(parsed: entries, duplicate: &duplicate)
    if let duplicate, rejectsDuplicateKeys {
      throw JSONParseFault(.duplicateKey(entries[duplicate].key), at: keyOffsets[duplicate])
    }
    return .object(object)
  }

  private mutating func number() throws(JSONParseFault) -> JSONNumber {
    let start = at
    if base[at] == UInt8(ascii: "-") { at += 1 }
    if at < end, base[at] == UInt8(ascii: "0") {
      at += 1
      if at < end, base[at] &- 0x30 < 10 { throw JSONParseFault(.leadingZero, at: start) }
    } else if !skipDigits() {
      throw JSONParseFault(.noDigits(after: "-"), at: at)
    }
    if at < end, base[at] == UInt8(ascii: ".") {
      at += 1
      if !skipDigits() { throw JSONParseFault(.noDigits(after: "."), at: at) }
    }
    if at < end, base[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < end, base[at] == UInt8(ascii: "+") || base[at] == UInt8(ascii: "-") { at += 1 }
      if !skipDigits() { throw JSONParseFault(.noDigits(after: "e"), at: at) }
    }
    return JSONNumber(checked: text(start, at))
  }

  @inline(__always)
  private mutating func skipDigits() -> Bool {
    let start = at
    while at < end, base[at] &- 0x30 < 10 { at += 1 }
    return at > start
  }

  @inline(__always)
  private func text(_ from: Int, _ to: Int) -> String {
    String(decoding: UnsafeBufferPointer(start: base + from, count: to - from), as: UTF8.self)
  }

  private mutating func string() throws(JSONParseFault) -> String {
    let opener = at
    let start = at + 1
    hasHighBytes = false
    skipPlainBytes(from: start)
    if at < end, base[at] == UInt8(ascii: "\"") {
      if hasHighBytes, !isKnownUTF8 { try checkUTF8(start, at) }
      at += 1
      return text(start, at - 1)
    }
    unescaped.removeAll(keepingCapacity: true)
    var runStart = start
    while true {
      guard at < end else { throw JSONParseFault(.endOfString(opener: opener), at: end) }
      unescaped.append(contentsOf: UnsafeBufferPointer(start: base + runStart, count: at - runStart))
      switch base[at] {
      case UInt8(ascii: "\""):
        if hasHighBytes, !isKnownUTF8 { try checkUTF8(start, at) }
        at += 1
        return String(decoding: unescaped, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(opener: opener)
      default: throw JSONParseFault(.controlCharacter(base[at]), at: at)
      }
      runStart = at
      skipPlainBytes(from: at)
    }
  }

  /// Moves to the next quote, backslash or control character, eight bytes at a time.
  @inline(__always)
  private mutating func skipPlainBytes(from start: Int) {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    var index = start
    var seen: UInt64 = 0
    while index &+ 8 <= end {
      let word = UInt64(littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
      seen |= word
      // A byte's top bit is set where it is below 0x20, a quote or a backslash; the lowest set one is exact.
      let control = (word &- ones &* 0x20) & ~word
      let quote = word ^ (ones &* 0x22)
      let backslash = word ^ (ones &* 0x5C)
      let found = (control | ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)) & tops
      if found != 0 {
        at = index &+ found.trailingZeroBitCount / 8
        hasHighBytes = hasHighBytes || seen & tops != 0
        return
      }
      index &+= 8
    }
    var high: UInt8 = 0
    while index < end {
      let byte = base[index]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
      high |= byte
      index &+= 1
    }
    at = index
    hasHighBytes = hasHighBytes || seen & tops != 0 || high >= 0x80
  }

  private mutating func escape(opener: Int) throws(JSONParseFault) {
    let start = at
    guard at + 1 < end else { throw JSONParseFault(.endOfString(opener: opener), at: end) }
    at += 2
    switch base[at - 1] {
    case UInt8(ascii: "\""): unescaped.append(0x22)
    case UInt8(ascii: "\\"): unescaped.append(0x5C)
    case UInt8(ascii: "/"): unescaped.append(0x2F)
    case UInt8(ascii: "b"): unescaped.append(0x08)
    case UInt8(ascii: "f"): unescaped.append(0x0C)
    case UInt8(ascii: "n"): unescaped.append(0x0A)
    case UInt8(ascii: "r"): unescaped.append(0x0D)
    case UInt8(ascii: "t"): unescaped.append(0x09)
    case UInt8(ascii: "u"):
      let first = try hexadecimal(escape: start)
      var scalar = first
      if first & 0xFC00 == 0xDC00 { throw JSONParseFault(.loneSurrogate(first), at: start) }
      if first & 0xFC00 == 0xD800 {
        guard at + 1 < end, base[at] == UInt8(ascii: "\\"), base[at + 1] == UInt8(ascii: "u") else {
          throw JSONParseFault(.loneSurrogate(first), at: start)
        }
        at += 2
        let second = try hexadecimal(escape: at - 2)
        guard second & 0xFC00 == 0xDC00 else { throw JSONParseFault(.loneSurrogate(first), at: start) }
        scalar = 0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF)
      }
      append(scalar)
    default: throw JSONParseFault(.unknownEscape, at: start)
    }
  }

  private mutating func hexadecimal(escape start: Int) throws(JSONParseFault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard at < end else { throw JSONParseFault(.incompleteEscape, at: start) }
      let byte = base[at]
      let letter = byte | 0x20
      if byte &- 0x30 < 10 {
        value = value << 4 | UInt32(byte &- 0x30)
      } else if letter &- 0x61 < 6 {
        value = value << 4 | UInt32(letter &- 0x61 + 10)
      } else {
        throw JSONParseFault(.incompleteEscape, at: start)
      }
      at += 1
    }
    return value
  }

  private mutating func append(_ scalar: UInt32) {
    let low = UInt8(truncatingIfNeeded: scalar & 0x3F) | 0x80
    let middle = UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F) | 0x80
    let high = UInt8(truncatingIfNeeded: scalar >> 12 & 0x3F) | 0x80
    switch scalar {
    case ..<0x80: unescaped.append(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800:
      unescaped.append(UInt8(truncatingIfNeeded: scalar >> 6) | 0xC0)
      unescaped.append(low)
    case ..<0x10000:
      unescaped.append(UInt8(truncatingIfNeeded: scalar >> 12) | 0xE0)
      unescaped.append(middle)
      unescaped.append(low)
    default:
      unescaped.append(UInt8(truncatingIfNeeded: scalar >> 18) | 0xF0)
      unescaped.append(high)
      unescaped.append(middle)
      unescaped.append(low)
    }
  }

  /// Well-formed byte sequences by the Unicode Standard, table 3-7.
  private func checkUTF8(_ from: Int, _ to: Int) throws(JSONParseFault) {
    var index = from
    while index < to {
      let lead = base[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      let length: Int
      var second: ClosedRange<UInt8> = 0x80...0xBF
      switch lead {
      case 0xC2...0xDF: length = 2
      case 0xE0...0xEF:
        length = 3
        if lead == 0xE0 { second = 0xA0...0xBF }
        if lead == 0xED { second = 0x80...0x9F }
      case 0xF0...0xF4:
        length = 4
        if lead == 0xF0 { second = 0x90...0xBF }
        if lead == 0xF4 { second = 0x80...0x8F }
      default: throw JSONParseFault(.notUTF8, at: index)
      }
      guard index + length <= to, second.contains(base[index + 1]) else { throw JSONParseFault(.notUTF8, at: index) }
      for offset in 2..<max(2, length) where base[index + offset] & 0xC0 != 0x80 {
        throw JSONParseFault(.notUTF8, at: index)
      }
      index += length
    }
  }
}
