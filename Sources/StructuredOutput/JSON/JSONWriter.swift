/// Writes JSON text into one buffer. The loops stand in one file with all that they call per byte, because modules are
/// optimised file by file.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private let sortsKeys: Bool
  private let normalizesNumbers: Bool

  /// - Parameters:
  ///   - sortsKeys: whether keys come in the order of RFC 8785 instead of their own.
  ///   - normalizesNumbers: whether numbers come in the form of RFC 8785 instead of as written.
  init(sortsKeys: Bool, normalizesNumbers: Bool) {
    self.sortsKeys = sortsKeys
    self.normalizesNumbers = normalizesNumbers
    bytes.reserveCapacity(4096)
  }

  mutating func writeCompact(_ value: JSONValue) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .number(let number): write(number)
    case .string(let string): write(string)
    case .array(let elements):
      var separator = UInt8(ascii: "[")
      if elements.isEmpty { bytes.append(separator) }
      for element in elements {
        bytes.append(separator)
        separator = UInt8(ascii: ",")
        writeCompact(element)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let object):
      var separator = UInt8(ascii: "{")
      let entries = ordered(object)
      if entries.isEmpty { bytes.append(separator) }
      for entry in entries {
        bytes.append(separator)
        separator = UInt8(ascii: ",")
        write(entry.key)
        bytes.append(UInt8(ascii: ":"))
        writeCompact(entry.value)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  mutating func writePretty(_ value: JSONValue, indentation: Int = 0) {
    switch value {
    case .array(let elements) where !elements.isEmpty:
      var separator = UInt8(ascii: "[")
      for element in elements {
        bytes.append(separator)
        separator = UInt8(ascii: ",")
        newLine(indentation + 2)
        writePretty(element, indentation: indentation + 2)
      }
      newLine(indentation)
      bytes.append(UInt8(ascii: "]"))
    case .object(let object) where !object.isEmpty:
      var separator = UInt8(ascii: "{")
      for entry in ordered(object) {
        bytes.append(separator)
        separator = UInt8(ascii: ",")
        newLine(indentation + 2)
        write(entry.key)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(UInt8(ascii: " "))
        writePretty(entry.value, indentation: indentation + 2)
      }
      newLine(indentation)
      bytes.append(UInt8(ascii: "}"))
    default: writeCompact(value)
    }
  }

  private mutating func newLine(_ indentation: Int) {
    bytes.append(0x0A)
    for _ in 0..<indentation { bytes.append(0x20) }
  }

  private func ordered(_ object: JSONObject) -> [JSONObject.Entry] {
    let entries = object.entries
    guard sortsKeys else { return entries }
    for index in entries.indices.dropFirst()
    where !entries[index - 1].key.precedesInCanonicalOrder(entries[index].key) {
      return entries.sorted { $0.key.precedesInCanonicalOrder($1.key) }
    }
    return entries
  }

  private mutating func write(_ number: JSONNumber) {
    var text = number.text
    guard normalizesNumbers else { return text.withUTF8 { bytes.append(contentsOf: $0) } }
    // Up to 15 digits are exact in a double, so whole numbers of that size stand in canonical form already.
    let isShortInteger = text.withUTF8 { digits in
      guard digits.count <= 15 else { return false }
      let start = digits[0] == UInt8(ascii: "-") ? 1 : 0
      if start == 1, digits[1] == 0x30 { return false }
      for index in start..<digits.count where digits[index] &- 0x30 >= 10 { return false }
      bytes.append(contentsOf: digits)
      return true
    }
    if isShortInteger { return }
    let value = number.doubleValue
    if value.isFinite, value != 0 {
      DecimalDigits(value).appendECMAScript(to: &bytes)
    } else if let digits = DecimalDigits(text: number.text) {
      digits.appendECMAScript(to: &bytes)
    } else {
      text.withUTF8 { bytes.append(contentsOf: $0) }
    }
  }

  private mutating func write(_ string: String) {
    var copy = string
    bytes.append(UInt8(ascii: "\""))
    copy.withUTF8 { text in
      var runStart = 0
      var index = 0
      let count = text.count
      while index < count {
        let byte = text[index]
        if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
          index &+= 1
          continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart..<index]))
        writeEscape(of: byte)
        index &+= 1
        runStart = index
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart...]))
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func writeEscape(of byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case ..<0x20:
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(0x30 + byte >> 4)
      let low = byte & 0x0F
      bytes.append(low < 10 ? 0x30 + low : 0x61 + low - 10)
    default: bytes.append(byte)
    }
  }
}
