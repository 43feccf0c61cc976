/// A kind of quotation mark that opens a string, and by that the kinds that close it.
enum QuotationMarks {
  case double, single
  /// Typographic marks, and the backtick: any of the same number of strokes closes them.
  case doubleLike, singleLike
  /// Pairs that only their own other half closes, by the scalar that does.
  case pair(UInt32)

  var isStandard: Bool {
    if case .double = self { true } else { false }
  }

  /// The width of a mark at a place that closes a string opened by this kind.
  @inline(__always)
  func closes(_ reader: LenientReader, at index: Int) -> Int? {
    let byte = reader.byte(index)
    switch self {
    case .double: return byte == UInt8(ascii: "\"") ? 1 : nil
    case .single: return byte == UInt8(ascii: "'") ? 1 : nil
    default: return byte < 0x80 && byte != 0x22 && byte != 0x27 && byte != 0x60 ? nil : closesOther(reader, at: index)
    }
  }

  @inline(never)
  private func closesOther(_ reader: LenientReader, at index: Int) -> Int? {
    guard let (scalar, width) = reader.mark(at: index) else { return nil }
    switch self {
    case .double, .single: return nil
    case .doubleLike:
      switch scalar {
      case 0x22, 0x201C, 0x201D, 0x201E, 0x201F, 0xFF02: return width
      default: return nil
      }
    case .singleLike:
      switch scalar {
      case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x201A, 0x201B, 0xFF07: return width
      default: return nil
      }
    case .pair(let other): return scalar == other ? width : nil
    }
  }
}

extension LenientReader {
  /// The quotation mark at a place, whatever it opens or closes.
  func mark(at index: Int) -> (scalar: UInt32, width: Int)? {
    let byte = byte(index)
    switch byte {
    case 0x22, 0x27, 0x60: return (UInt32(byte), 1)
    case 0xC2:
      let next = self.byte(index + 1)
      return next == 0xB4 || next == 0xAB || next == 0xBB ? (UInt32(next), 2) : nil
    case 0xE2 where self.byte(index + 1) == 0x80, 0xE3 where self.byte(index + 1) == 0x80,
      0xEF where self.byte(index + 1) == 0xBC:
      let scalar =
        UInt32(byte & 0x0F) << 12 | UInt32(self.byte(index + 1) & 0x3F) << 6 | UInt32(self.byte(index + 2) & 0x3F)
      switch scalar {
      case 0x2018...0x201F, 0x2039, 0x203A, 0x300C...0x300F, 0xFF02, 0xFF07: return (scalar, 3)
      default: return nil
      }
    default: return nil
    }
  }

  /// The kind of quotation mark that opens a string at a place.
  func quote(at index: Int) -> (marks: QuotationMarks, width: Int)? {
    let byte = byte(index)
    if byte == UInt8(ascii: "\"") { return (.double, 1) }
    if byte < 0x80, byte != UInt8(ascii: "'"), byte != UInt8(ascii: "`") { return nil }
    guard let (scalar, width) = mark(at: index) else { return nil }
    switch scalar {
    case 0x27: return (.single, width)
    case 0x60, 0xB4, 0x2018, 0x2019, 0x201A, 0x201B, 0xFF07: return (.singleLike, width)
    case 0x201C, 0x201D, 0x201E, 0x201F, 0xFF02: return (.doubleLike, width)
    case 0xAB: return (.pair(0xBB), width)
    case 0xBB: return (.pair(0xAB), width)
    case 0x2039: return (.pair(0x203A), width)
    case 0x203A: return (.pair(0x2039), width)
    case 0x300C: return (.pair(0x300D), width)
    case 0x300E: return (.pair(0x300F), width)
    default: return nil
    }
  }
}
