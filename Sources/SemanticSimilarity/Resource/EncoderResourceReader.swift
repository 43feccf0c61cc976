import Foundation

/// Reads the header and the table of a file of weights, and trusts nothing in it.
struct EncoderResourceReader {
  let data: Data
  let path: String

  private static let headerSize = 64
  private static let entrySize = 40
  private static let magic = Array("SENTENC\0".utf8)

  /// The table of sections; each lies in the file and has the length that its shape asks for.
  func sections() throws(SentenceEncoderError) -> [EncoderSection.Key: EncoderSection] {
    guard data.count >= Self.headerSize else {
      throw damaged("it has \(data.count) bytes, fewer than a header")
    }
    guard data.prefix(8).elementsEqual(Self.magic) else {
      throw damaged("it does not begin as a file of weights does (is it a pointer of Git LFS?)")
    }
    let version = integer(UInt32.self, at: 8)
    guard version == EncoderResource.version else {
      throw .otherVersion(path, found: "of form \(version)", expected: "form \(EncoderResource.version)")
    }
    let size = integer(UInt64.self, at: 16)
    guard size == UInt64(data.count) else {
      throw damaged("it has \(data.count) bytes and should have \(size)")
    }
    let count = Int(integer(UInt32.self, at: 12))
    guard count <= 1_000, Self.headerSize + count * Self.entrySize <= data.count else {
      throw damaged("its table of \(count) sections does not fit in")
    }
    var sections: [EncoderSection.Key: EncoderSection] = [:]
    for index in 0..<count {
      let (key, section) = try entry(at: Self.headerSize + index * Self.entrySize)
      guard sections.updateValue(section, forKey: key) == nil else {
        throw damaged("section \(key.kind) of layer \(key.layer) is there twice")
      }
    }
    return sections
  }

  /// A section that must be there, with the shape that it must have.
  func section(
    _ kind: EncoderSection.Kind, layer: Int = 0, in sections: [EncoderSection.Key: EncoderSection],
    content: EncoderSection.Content, rows: Int? = nil, columns: Int? = nil
  ) throws(SentenceEncoderError) -> EncoderSection {
    let key = EncoderSection.Key(kind: kind.rawValue, layer: UInt16(truncatingIfNeeded: layer))
    guard let section = sections[key], section.content == content.rawValue,
      rows.map({ $0 == section.rows }) ?? true, columns.map({ $0 == section.columns }) ?? true
    else { throw damaged("section \(kind.rawValue) of layer \(layer) is missing or has another shape") }
    return section
  }

  /// The sizes of the model; small enough that no product of them overflows, and fit for the kernel.
  func shape(in sections: [EncoderSection.Key: EncoderSection]) throws(SentenceEncoderError) -> EncoderShape {
    let section = try section(.dimensions, in: sections, content: .integers, rows: 1, columns: 6)
    let numbers = (0..<6).map { Int(integer(UInt32.self, at: section.range.lowerBound + 4 * $0)) }
    let shape = EncoderShape(
      layers: numbers[0], hidden: numbers[1], heads: numbers[2], intermediate: numbers[3], positions: numbers[4],
      words: numbers[5])
    guard (1...64).contains(shape.layers), shape.hidden <= 4_096, shape.intermediate <= 16_384,
      (SentenceEncoder.maximumTokenCount...65_536).contains(shape.positions), (1...1_000_000).contains(shape.words),
      kernelFits(hidden: shape.hidden, heads: shape.heads, intermediate: shape.intermediate)
    else { throw damaged("its dimensions are \(numbers)") }
    return shape
  }

  /// Checks that every section that the encoder reads is there with the right shape.
  func checkSizes(
    of sections: [EncoderSection.Key: EncoderSection], shape: EncoderShape
  ) throws(SentenceEncoderError) {
    func check(
      _ kind: EncoderSection.Kind, _ layer: Int, _ content: EncoderSection.Content, _ rows: Int, _ columns: Int
    ) throws(SentenceEncoderError) {
      _ = try section(kind, layer: layer, in: sections, content: content, rows: rows, columns: columns)
    }
    let (hidden, intermediate) = (shape.hidden, shape.intermediate)
    try check(.wordRows, 0, .quantizedRows, shape.words, hidden)
    try check(.positionRows, 0, .quantizedRows, shape.positions, hidden)
    try check(.typeRow, 0, .floats, 1, hidden)
    try check(.embeddingNorm, 0, .floats, 2, hidden)
    for layer in 0..<shape.layers {
      try check(.queryKeyValue, layer, .quantizedRows, 3 * hidden, hidden)
      try check(.queryKeyValueBias, layer, .floats, 1, 3 * hidden)
      try check(.attention, layer, .quantizedRows, hidden, hidden)
      try check(.attentionBias, layer, .floats, 1, hidden)
      try check(.attentionNorm, layer, .floats, 2, hidden)
      try check(.wide, layer, .quantizedRows, intermediate, hidden)
      try check(.wideBias, layer, .floats, 1, intermediate)
      try check(.narrow, layer, .quantizedRows, hidden, intermediate)
      try check(.narrowBias, layer, .floats, 1, hidden)
      try check(.narrowNorm, layer, .floats, 2, hidden)
    }
  }

  func bytes(_ section: EncoderSection) -> [UInt8] {
    data.withUnsafeBytes { Array($0[section.range]) }
  }

  func text(_ section: EncoderSection) -> String {
    String(decoding: bytes(section).prefix(200), as: UTF8.self)
  }

  private func entry(at offset: Int) throws(SentenceEncoderError) -> (EncoderSection.Key, EncoderSection) {
    let key = EncoderSection.Key(
      kind: integer(UInt16.self, at: offset), layer: integer(UInt16.self, at: offset + 2))
    let content = integer(UInt32.self, at: offset + 4)
    let rows = UInt64(integer(UInt32.self, at: offset + 8))
    let columns = UInt64(integer(UInt32.self, at: offset + 12))
    let group = integer(UInt32.self, at: offset + 16)
    let start = integer(UInt64.self, at: offset + 24)
    let length = integer(UInt64.self, at: offset + 32)
    let size = UInt64(data.count)
    guard start <= size, length <= size - start, start % 64 == 0, group == 0 else {
      throw damaged("section \(key.kind) of layer \(key.layer) does not lie in the file")
    }
    // Both factors have 32 bits.
    let elements = rows * columns
    let expected: UInt64? =
      switch EncoderSection.Content(rawValue: content) {
      case .bytes: length
      case .floats, .integers: elements <= size ? 4 * elements : nil
      case .quantizedRows: elements <= size ? 4 * rows + elements : nil
      case nil: nil
      }
    guard length == expected else {
      throw damaged("section \(key.kind) of layer \(key.layer) has \(length) bytes, which its shape does not explain")
    }
    let range = Int(start)..<Int(start + length)
    return (key, EncoderSection(content: content, rows: Int(rows), columns: Int(columns), range: range))
  }

  private func integer<Number: FixedWidthInteger>(_ type: Number.Type, at offset: Int) -> Number {
    data.withUnsafeBytes { Number(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: type)) }
  }

  private func damaged(_ reason: String) -> SentenceEncoderError { .damaged(path, reason) }
}
