import StructuredOutput

/// A second reader of JSON to hold the parser against: plain, slow, recursive, rule by rule from RFC 8259's grammar.
struct ReferenceJSONReader {
  private struct Refusal: Error {}

  private let bytes: [UInt8]
  private let maximumDepth: Int
  private var at = 0
  private var repeatedKeys = 0

  /// Reads a text; nil where it is not JSON or nests deeper than told.
  /// - Returns: the value, and how many keys equal an earlier one of their object.
  static func read(_ bytes: [UInt8], maximumDepth: Int = 100) -> (value: JSONValue, repeatedKeys: Int)? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    var reader = ReferenceJSONReader(bytes: bytes, maximumDepth: maximumDepth)
    guard let value = try? reader.text() else { return nil }
    return (value, reader.repeatedKeys)
  }

  private init(bytes: [UInt8], maximumDepth: Int) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
  }

  /// The next byte; 0, which begins nothing, behind the end.
  private var next: UInt8 { at < bytes.count ? bytes[at] : 0 }

  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard UInt32(next) == byte.value else { return false }
    at += 1
    return true
  }

  private mutating func expect(_ text: StaticString) throws {
    for scalar in "\(text)".unicodeScalars where !take(scalar) { throw Refusal() }
  }

  private mutating func text() throws -> JSONValue {
    whiteSpace()
    let result = try value(depth: 0)
    whiteSpace()
    guard at == bytes.count else { throw Refusal() }
    return result
  }

  private mutating func whiteSpace() {
    while next == 0x20 || next == 0x09 || next == 0x0A || next == 0x0D { at += 1 }
  }

  private mutating func value(depth: Int) throws -> JSONValue {
    switch Unicode.Scalar(next) {
    case "n":
      try expect("null")
      return .null
    case "t":
      try expect("true")
      return .bool(true)
    case "f":
      try expect("false")
      return .bool(false)
    case "\"": return .string(try string())
    case "[": return .array(try members(depth, close: "]") { reader in try reader.value(depth: depth + 1) })
    case "{":
      let pairs = try members(depth, close: "}") { reader in
        let key = try reader.string()
        reader.whiteSpace()
        try reader.expect(":")
        reader.whiteSpace()
        return (key, try reader.value(depth: depth + 1))
      }
      repeatedKeys += pairs.count - Set(pairs.map { Array($0.0.utf8) }).count
      return .object(JSONObject(pairs))
    default: return try number()
    }
  }

  private mutating func members<Member>(
    _ depth: Int, close: Unicode.Scalar, _ member: (inout Self) throws -> Member
  ) throws -> [Member] {
    guard depth < maximumDepth else { throw Refusal() }
    at += 1
    whiteSpace()
    var result: [Member] = []
    if take(close) { return result }
    while true {
      result.append(try member(&self))
      whiteSpace()
      if take(close) { return result }
      try expect(",")
      whiteSpace()
    }
  }

  private mutating func number() throws -> JSONValue {
    let start = at
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      _ = take("+") || take("-")
      try digits()
    }
    guard let number = JSONNumber(text: String(decoding: bytes[start..<at], as: UTF8.self)) else { throw Refusal() }
    return .number(number)
  }

  private mutating func digits() throws {
    let start = at
    while next >= 0x30, next <= 0x39 { at += 1 }
    if at == start { throw Refusal() }
  }

  private mutating func string() throws -> String {
    try expect("\"")
    var text: [UInt8] = []
    while !take("\"") {
      let byte = next
      if byte < 0x20 { throw Refusal() }
      at += 1
      if byte == UInt8(ascii: "\\") {
        text.append(contentsOf: String(try escape()).utf8)
      } else {
        text.append(byte)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func escape() throws -> Unicode.Scalar {
    let letter = next
    at += 1
    switch Unicode.Scalar(letter) {
    case "\"": return "\""
    case "\\": return "\\"
    case "/": return "/"
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u": break
    default: throw Refusal()
    }
    var code = try codeUnit()
    if code >= 0xD800, code <= 0xDBFF {
      try expect("\\u")
      let low = try codeUnit()
      guard low >= 0xDC00, low <= 0xDFFF else { throw Refusal() }
      code = 0x10000 + (code - 0xD800) * 0x400 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw Refusal() }
    return scalar
  }

  private mutating func codeUnit() throws -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(next)).hexDigitValue else { throw Refusal() }
      unit = unit * 16 + UInt32(digit)
      at += 1
    }
    return unit
  }
}
