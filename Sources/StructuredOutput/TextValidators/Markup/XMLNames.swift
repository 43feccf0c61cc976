/// The characters of XML 1.0, fifth edition: productions 2 (Char), 4 (NameStartChar) and 4a (NameChar).
enum XMLNames {
  static func isCharacter(_ value: UInt32) -> Bool {
    value >= 0x20 ? value & 0xFFFE != 0xFFFE || value > 0xFFFF : value == 0x09 || value == 0x0A || value == 0x0D
  }

  static func isStart(_ value: UInt32) -> Bool {
    switch value {
    case 0x3A, 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF,
      0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD,
      0x10000...0xEFFFF:
      true
    default: false
    }
  }

  static func isPart(_ value: UInt32) -> Bool {
    switch value {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: isStart(value)
    }
  }

  /// The offset behind the name at an offset; nil where none begins there.
  static func end(of bytes: [UInt8], at start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      let (value, width) = scalar(bytes, at: index)
      guard index == start ? isStart(value) : isPart(value) else { break }
      index += width
    }
    return index > start ? index : nil
  }

  /// The scalar at an offset of valid UTF-8.
  static func scalar(_ bytes: [UInt8], at index: Int) -> (value: UInt32, width: Int) {
    let first = UInt32(bytes[index])
    let width = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard width > 1, index + width <= bytes.count else { return (first, 1) }
    var value = first & (0x7F >> UInt32(width))
    for next in bytes[index + 1..<index + width] { value = value << 6 | UInt32(next & 0x3F) }
    return (value, width)
  }
}
