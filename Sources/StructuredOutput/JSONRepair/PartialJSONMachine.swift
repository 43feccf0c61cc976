/// The state machine of ``PartialJSONParser``: it reads a byte at a time and keeps no text but that of the string or
/// number it is in. It stands in one file with all that it calls per byte.
struct PartialJSONMachine: Sendable {
  private enum State: Sendable {
    case value, firstElement, firstKey, key, colon, separator, end
    case string, escape, unicode(digits: Int), surrogateBackslash, surrogateLetter
    case literal(Literal, count: Int)
    case minus, zero, integer, point, fraction, exponent, exponentSign, exponentDigits
  }

  private enum Literal: Sendable {
    case `true`, `false`, null

    var text: StaticString {
      switch self {
      case .true: "true"
      case .false: "false"
      case .null: "null"
      }
    }
  }

  private struct Frame: Sendable {
    var isObject: Bool
    var elements: [JSONValue] = []
    var object = JSONObject()
    /// The key whose value is awaited or open.
    var key: String?
  }

  private let maximumDepth: Int
  private let maximumBytes: Int
  private let rejectsDuplicateKeys: Bool
  private(set) var offset = 0
  private var line = 1
  private var column = 1
  private var state = State.value
  private var frames: [Frame] = []
  private var root: JSONValue?
  private var failure: JSONParseError?

  /// The bytes of the open string or number, escapes undone.
  private var text: [UInt8] = []
  private var isKey = false
  /// Of a character that is not whole: how many bytes are missing, how many are there, what the next one may be.
  private var missing = 0
  private var pending = 0
  private var nextByte: ClosedRange<UInt8> = 0x80...0xBF
  /// The code unit that is being read of a `\u` escape, and the first half of a surrogate pair.
  private var unit: UInt32 = 0
  private var firstHalf: UInt32?
  /// Where the open escape, character or number begins.
  private var start = (offset: 0, line: 1, column: 1)

  init(limits: JSONParser.Limits) {
    maximumDepth = min(limits.maximumDepth, JSONParser.Limits.deepestMaximumDepth)
    maximumBytes = min(limits.maximumBytes, JSONParser.Limits.largestMaximumBytes)
    rejectsDuplicateKeys = limits.rejectsDuplicateKeys
  }

  // MARK: What has been read

  var isComplete: Bool { root != nil }

  private var isInString: Bool {
    switch state {
    case .string, .escape, .unicode, .surrogateBackslash, .surrogateLetter: true
    default: false
    }
  }

  var value: JSONValue? {
    if let root { return root }
    var inner: JSONValue?
    if isInString, !isKey { inner = .string(String(decoding: text.dropLast(pending), as: UTF8.self)) }
    for frame in frames.reversed() {
      if frame.isObject {
        var object = frame.object
        if let key = frame.key, let inner { object[key] = inner }
        inner = .object(object)
      } else {
        inner = .array(inner.map { frame.elements + [$0] } ?? frame.elements)
      }
    }
    return inner
  }

  var openPointer: String? {
    let isInLeaf: Bool
    switch state {
    case .value where frames.isEmpty: return nil
    case .end: return nil
    case .value, .firstElement, .firstKey, .key, .colon, .separator: isInLeaf = false
    default: isInLeaf = !(isInString && isKey)
    }
    var pointer = ""
    for (index, frame) in frames.enumerated() {
      if let key = frame.key {
        pointer += "/" + JSONPointer.escape(key)
      } else if !frame.isObject, isInLeaf || index + 1 < frames.count {
        pointer += "/\(frame.elements.count)"
      }
    }
    return pointer
  }

  func finished() throws(JSONParseError) -> JSONValue {
    if let failure { throw failure }
    var copy = self
    switch state {
    case .zero, .integer, .fraction, .exponentDigits:
      copy.endNumber()
    default: break
    }
    if let root = copy.root { return root }
    let reason: String
    if case .value = state, frames.isEmpty {
      reason = "the text is empty; a JSON value was expected"
    } else if isInString {
      reason = "the text ends inside a string"
    } else if let frame = frames.last {
      reason = "the text ends before an \(frame.isObject ? "object" : "array") is closed"
    } else {
      reason = "the text ends inside a number or word"
    }
    throw JSONParseError(reason: reason, line: line, column: column, byteOffset: offset)
  }

  // MARK: Reading

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONParseError) {
    if let failure { throw failure }
    do throws(JSONParseError) {
      guard bytes.count <= maximumBytes - offset else {
        throw fault("the text has more than \(maximumBytes) bytes, the limit; raise maximumBytes to read it")
      }
      var index = 0
      while index < bytes.count {
        if case .string = state, missing == 0 {
          let runStart = index
          while index < bytes.count, bytes[index] >= 0x20, bytes[index] < 0x80, bytes[index] != UInt8(ascii: "\""),
            bytes[index] != UInt8(ascii: "\\")
          {
            index &+= 1
          }
          if index > runStart {
            text.append(contentsOf: bytes[runStart..<index])
            offset += index - runStart
            column += index - runStart
            continue
          }
        }
        // A byte that ends a number is read a second time, as what follows it.
        guard try isTaken(bytes[index]) else { continue }
        offset += 1
        if bytes[index] == 0x0A {
          line += 1
          column = 1
        } else if bytes[index] & 0xC0 != 0x80 {
          column += 1
        }
        index += 1
      }
    } catch {
      failure = error
      throw error
    }
  }

  private func fault(_ reason: String, atStart: Bool = false) -> JSONParseError {
    atStart
      ? JSONParseError(reason: reason, line: start.line, column: start.column, byteOffset: start.offset)
      : JSONParseError(reason: reason, line: line, column: column, byteOffset: offset)
  }

  private func fault(_ reason: String, found byte: UInt8) -> JSONParseError {
    let seen =
      byte > 0x20 && byte < 0x7F
      ? "'\(String(UnicodeScalar(byte)))'" : "the byte 0x\(String(byte, radix: 16, uppercase: true))"
    return fault("\(reason), found \(seen)")
  }

  private mutating func isTaken(_ byte: UInt8) throws(JSONParseError) -> Bool {
    switch state {
    case .string: try readInString(byte)
    case .escape: try readEscape(byte)
    case .unicode(let digits): try readUnicode(byte, digits: digits)
    case .surrogateBackslash:
      guard byte == UInt8(ascii: "\\") else { throw loneSurrogate() }
      state = .surrogateLetter
    case .surrogateLetter:
      guard byte == UInt8(ascii: "u") else { throw loneSurrogate() }
      unit = 0
      state = .unicode(digits: 0)
    case .minus, .zero, .integer, .point, .fraction, .exponent, .exponentSign, .exponentDigits:
      return try isInNumber(byte)
    case .literal(let literal, let count): try readLiteral(byte, literal, count)
    default:
      if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { return true }
      try readBetween(byte)
    }
    return true
  }

  // MARK: Between values

  private mutating func readBetween(_ byte: UInt8) throws(JSONParseError) {
    switch state {
    case .value: try begin(byte)
    case .firstElement:
      if byte == UInt8(ascii: "]") { close() } else { try begin(byte) }
    case .firstKey where byte == UInt8(ascii: "}"): close()
    case .firstKey, .key:
      guard byte == UInt8(ascii: "\"") else { throw fault("expected a key in double quotes", found: byte) }
      beginString(isKey: true)
    case .colon:
      guard byte == UInt8(ascii: ":") else { throw fault("expected ':' after the key", found: byte) }
      state = .value
    case .separator:
      let isObject = frames[frames.count - 1].isObject
      if byte == UInt8(ascii: ",") {
        state = isObject ? .key : .value
      } else if byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
        close()
      } else {
        throw fault(
          isObject ? "expected ',' or '}' after a value" : "expected ',' or ']' after an element", found: byte)
      }
    default: throw fault("the JSON value has ended; nothing more was expected", found: byte)
    }
  }

  private mutating func begin(_ byte: UInt8) throws(JSONParseError) {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard frames.count < maximumDepth else {
        throw fault("arrays and objects are nested more than \(maximumDepth) deep, the limit")
      }
      let isObject = byte == UInt8(ascii: "{")
      frames.append(Frame(isObject: isObject))
      state = isObject ? .firstKey : .firstElement
    case UInt8(ascii: "\""): beginString(isKey: false)
    case UInt8(ascii: "t"): state = .literal(.true, count: 1)
    case UInt8(ascii: "f"): state = .literal(.false, count: 1)
    case UInt8(ascii: "n"): state = .literal(.null, count: 1)
    case UInt8(ascii: "-"), 0x30...0x39:
      start = (offset, line, column)
      text.removeAll(keepingCapacity: true)
      text.append(byte)
      state = byte == UInt8(ascii: "-") ? .minus : byte == 0x30 ? .zero : .integer
    default: throw fault("expected a value", found: byte)
    }
  }

  private mutating func end(_ value: JSONValue) {
    guard !frames.isEmpty else {
      root = value
      state = .end
      return
    }
    let top = frames.count - 1
    if frames[top].isObject {
      if let key = frames[top].key { frames[top].object[key] = value }
      frames[top].key = nil
    } else {
      frames[top].elements.append(value)
    }
    state = .separator
  }

  private mutating func close() {
    guard let frame = frames.popLast() else { return }
    end(frame.isObject ? .object(frame.object) : .array(frame.elements))
  }

  private mutating func readLiteral(_ byte: UInt8, _ literal: Literal, _ count: Int) throws(JSONParseError) {
    let text = literal.text
    guard byte == text.utf8Start[count] else { throw fault("expected \(text)", found: byte) }
    if count + 1 < text.utf8CodeUnitCount {
      state = .literal(literal, count: count + 1)
      return
    }
    switch literal {
    case .true: end(.bool(true))
    case .false: end(.bool(false))
    case .null: end(.null)
    }
  }

  // MARK: Numbers

  /// Takes a byte of a number; false for one that stands behind it.
  private mutating func isInNumber(_ byte: UInt8) throws(JSONParseError) -> Bool {
    let isDigit = byte &- 0x30 < 10
    switch state {
    case .minus where isDigit: state = byte == 0x30 ? .zero : .integer
    case .minus: throw fault("expected a digit after '-' in a number", found: byte)
    case .zero where isDigit: throw fault("a number has no leading zero", atStart: true)
    case .integer where isDigit, .fraction where isDigit, .exponentDigits where isDigit: break
    case .zero where byte == UInt8(ascii: "."), .integer where byte == UInt8(ascii: "."): state = .point
    case .zero where byte | 0x20 == UInt8(ascii: "e"), .integer where byte | 0x20 == UInt8(ascii: "e"),
      .fraction where byte | 0x20 == UInt8(ascii: "e"):
      state = .exponent
    case .point where isDigit: state = .fraction
    case .point: throw fault("expected a digit after '.' in a number", found: byte)
    case .exponent where byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"): state = .exponentSign
    case .exponent where isDigit, .exponentSign where isDigit: state = .exponentDigits
    case .exponent, .exponentSign: throw fault("expected a digit after 'e' in a number", found: byte)
    default:
      endNumber()
      return false
    }
    text.append(byte)
    return true
  }

  private mutating func endNumber() {
    end(.number(JSONNumber(checked: String(decoding: text, as: UTF8.self))))
  }

  // MARK: Strings

  private mutating func beginString(isKey: Bool) {
    self.isKey = isKey
    text.removeAll(keepingCapacity: true)
    state = .string
  }

  private mutating func readInString(_ byte: UInt8) throws(JSONParseError) {
    if missing > 0 {
      guard nextByte.contains(byte) else { throw fault("the bytes here are not UTF-8", atStart: true) }
      nextByte = 0x80...0xBF
      text.append(byte)
      missing -= 1
      pending = missing == 0 ? 0 : pending + 1
      return
    }
    switch byte {
    case UInt8(ascii: "\""): try endString()
    case UInt8(ascii: "\\"):
      start = (offset, line, column)
      state = .escape
    case ..<0x20:
      throw fault("a string holds a control character that is not escaped", found: byte)
    default:
      guard byte >= 0x80 else { break }
      start = (offset, line, column)
      switch byte {
      case 0xC2...0xDF: missing = 1
      case 0xE0...0xEF:
        missing = 2
        if byte == 0xE0 { nextByte = 0xA0...0xBF }
        if byte == 0xED { nextByte = 0x80...0x9F }
      case 0xF0...0xF4:
        missing = 3
        if byte == 0xF0 { nextByte = 0x90...0xBF }
        if byte == 0xF4 { nextByte = 0x80...0x8F }
      default: throw fault("the bytes here are not UTF-8", atStart: true)
      }
      text.append(byte)
      pending = 1
    }
  }

  private mutating func endString() throws(JSONParseError) {
    let string = String(decoding: text, as: UTF8.self)
    guard isKey else { return end(.string(string)) }
    let top = frames.count - 1
    if rejectsDuplicateKeys, frames[top].object[string] != nil {
      throw fault("the key \(string.quotedInBrief) occurs twice in one object")
    }
    frames[top].key = string
    state = .colon
  }

  private mutating func readEscape(_ byte: UInt8) throws(JSONParseError) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      unit = 0
      state = .unicode(digits: 0)
      return
    default:
      throw fault("unknown escape in a string; after a backslash stands one of \" \\ / b f n r t u", atStart: true)
    }
    state = .string
  }

  private mutating func readUnicode(_ byte: UInt8, digits: Int) throws(JSONParseError) {
    let letter = byte | 0x20
    let digit: UInt8
    if byte &- 0x30 < 10 {
      digit = byte &- 0x30
    } else if letter &- 0x61 < 6 {
      digit = letter &- 0x61 &+ 10
    } else {
      throw fault("\\u is followed by four hexadecimal digits", atStart: true)
    }
    unit = unit << 4 | UInt32(digit)
    if digits < 3 {
      state = .unicode(digits: digits + 1)
      return
    }
    if let first = firstHalf {
      guard unit & 0xFC00 == 0xDC00 else { throw loneSurrogate() }
      firstHalf = nil
      append(0x10000 + (first & 0x3FF) << 10 + (unit & 0x3FF))
    } else if unit & 0xFC00 == 0xD800 {
      firstHalf = unit
      state = .surrogateBackslash
      return
    } else if unit & 0xFC00 == 0xDC00 {
      throw loneSurrogate()
    } else {
      append(unit)
    }
    state = .string
  }

  private mutating func append(_ value: UInt32) {
    guard let scalar = UnicodeScalar(value), let bytes = UTF8.encode(scalar) else { return }
    text.append(contentsOf: bytes)
  }

  private func loneSurrogate() -> JSONParseError {
    fault(
      "\\u\(String(firstHalf ?? unit, radix: 16)) is half of a surrogate pair, and the other half is missing",
      atStart: true)
  }
}
