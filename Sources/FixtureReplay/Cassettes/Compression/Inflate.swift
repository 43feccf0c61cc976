/// Decompresses DEFLATE (RFC 1951).
///
/// Time and memory are bounded by the most bytes that the caller wants to have, however few the compressed ones are.
struct Inflate {
  /// What makes bytes no compressed data.
  enum Fault: Error, Hashable {
    /// The data ends too early.
    case truncated
    /// The data is no DEFLATE.
    case invalid
    /// There is more than the caller wants.
    case tooLarge
    /// The checksum or the length at the end is another.
    case corrupted
  }

  private let bytes: [UInt8]
  private(set) var position: Int
  private let maximum: Int
  private var buffer: UInt32 = 0
  private var bufferedBits = 0
  private var output: [UInt8] = []

  /// Decompresses what begins at an offset, and says where it ends.
  static func inflate(
    _ bytes: [UInt8], from start: Int, maximum: Int
  ) throws(Fault) -> (output: [UInt8], end: Int) {
    var inflate = Inflate(bytes: bytes, position: start, maximum: maximum)
    repeat {} while try inflate.block()
    // Whole bytes that were read ahead are not part of the stream.
    return (inflate.output, inflate.position - inflate.bufferedBits / 8)
  }

  private init(bytes: [UInt8], position: Int, maximum: Int) {
    self.bytes = bytes
    self.position = position
    self.maximum = maximum
  }

  /// A canonical Huffman code (section 3.2.2): how many codes there are of each length, and the symbols in their order.
  private struct Code {
    var counts = [UInt16](repeating: 0, count: 16)
    var symbols: [UInt16]

    init(lengths: ArraySlice<UInt8>) throws(Fault) {
      for length in lengths { counts[Int(length)] += 1 }
      counts[0] = 0
      var left = 1
      var offsets = [UInt16](repeating: 0, count: 16)
      for length in 1..<16 {
        left = left << 1 - Int(counts[length])
        if left < 0 { throw .invalid }
        if length < 15 { offsets[length + 1] = offsets[length] + counts[length] }
      }
      symbols = [UInt16](repeating: 0, count: lengths.count)
      for (symbol, length) in lengths.enumerated() where length > 0 {
        symbols[Int(offsets[Int(length)])] = UInt16(symbol)
        offsets[Int(length)] += 1
      }
    }
  }

  private static let lengthBases: [UInt16] = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
  ]
  private static let lengthBits: [UInt8] = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBases: [UInt16] = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
    8193, 12289, 16385, 24577,
  ]
  private static let distanceBits: [UInt8] = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
  ]
  private static let lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  /// Decompresses one block; false where it was the last.
  private mutating func block() throws(Fault) -> Bool {
    let isLast = try bits(1) == 1
    switch try bits(2) {
    case 0: try storedBlock()
    case 1:
      var lengths = [UInt8](repeating: 8, count: 288)
      for symbol in 144..<256 { lengths[symbol] = 9 }
      for symbol in 256..<280 { lengths[symbol] = 7 }
      try compressedBlock(try Code(lengths: lengths[...]), try Code(lengths: [UInt8](repeating: 5, count: 30)[...]))
    case 2:
      let (literals, distances) = try dynamicCodes()
      try compressedBlock(literals, distances)
    default: throw .invalid
    }
    return !isLast
  }

  private mutating func storedBlock() throws(Fault) {
    position -= bufferedBits / 8
    buffer = 0
    bufferedBits = 0
    guard position + 4 <= bytes.count else { throw .truncated }
    let length = Int(bytes[position]) | Int(bytes[position + 1]) << 8
    let complement = Int(bytes[position + 2]) | Int(bytes[position + 3]) << 8
    guard length == ~complement & 0xFFFF else { throw .invalid }
    position += 4
    guard position + length <= bytes.count else { throw .truncated }
    guard output.count + length <= maximum else { throw .tooLarge }
    output += bytes[position..<(position + length)]
    position += length
  }

  private mutating func dynamicCodes() throws(Fault) -> (literals: Code, distances: Code) {
    let literalCount = try bits(5) + 257
    let distanceCount = try bits(5) + 1
    let codeCount = try bits(4) + 4
    guard literalCount <= 286, distanceCount <= 30 else { throw .invalid }
    var lengths = [UInt8](repeating: 0, count: 19)
    for index in 0..<codeCount { lengths[Self.lengthOrder[index]] = UInt8(try bits(3)) }
    let code = try Code(lengths: lengths[...])
    lengths = []
    while lengths.count < literalCount + distanceCount {
      let symbol = try self.symbol(of: code)
      switch symbol {
      case 0..<16: lengths.append(UInt8(symbol))
      case 16:
        guard let last = lengths.last else { throw .invalid }
        lengths += [UInt8](repeating: last, count: try bits(2) + 3)
      case 17: lengths += [UInt8](repeating: 0, count: try bits(3) + 3)
      default: lengths += [UInt8](repeating: 0, count: try bits(7) + 11)
      }
    }
    guard lengths.count == literalCount + distanceCount, lengths[256] > 0 else { throw .invalid }
    return (try Code(lengths: lengths[..<literalCount]), try Code(lengths: lengths[literalCount...]))
  }

  private mutating func compressedBlock(_ literals: Code, _ distances: Code) throws(Fault) {
    while true {
      let symbol = try self.symbol(of: literals)
      if symbol < 256 {
        guard output.count < maximum else { throw .tooLarge }
        output.append(UInt8(symbol))
        continue
      }
      if symbol == 256 { return }
      guard symbol < 286 else { throw .invalid }
      let length = Int(Self.lengthBases[symbol - 257]) + (try bits(Int(Self.lengthBits[symbol - 257])))
      let code = try self.symbol(of: distances)
      guard code < 30 else { throw .invalid }
      let distance = Int(Self.distanceBases[code]) + (try bits(Int(Self.distanceBits[code])))
      guard distance <= output.count else { throw .invalid }
      guard output.count + length <= maximum else { throw .tooLarge }
      let start = output.count - distance
      for index in 0..<length { output.append(output[start + index]) }
    }
  }

  /// Reads a code bit by bit: its bits come with the most significant one first.
  private mutating func symbol(of code: Code) throws(Fault) -> Int {
    var value = 0
    var first = 0
    var index = 0
    for length in 1..<16 {
      value |= try bits(1)
      let count = Int(code.counts[length])
      if value - count < first { return Int(code.symbols[index + value - first]) }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    throw .invalid
  }

  private mutating func bits(_ count: Int) throws(Fault) -> Int {
    while bufferedBits < count {
      guard position < bytes.count else { throw .truncated }
      buffer |= UInt32(bytes[position]) << UInt32(bufferedBits)
      position += 1
      bufferedBits += 8
    }
    let value = buffer & (1 << UInt32(count) - 1)
    buffer >>= UInt32(count)
    bufferedBits -= count
    return Int(value)
  }
}
