/// A part of the file of weights: the entry of its table, and the kinds that `.encoder/build-resource` writes.
struct EncoderSection: Sendable {
  struct Key: Sendable, Hashable {
    let kind: UInt16
    let layer: UInt16
  }

  enum Kind: UInt16 {
    case identity = 1
    case dimensions
    case vocabulary
    case wordRows
    case positionRows
    case embeddingNorm
    case queryKeyValue
    case queryKeyValueBias
    case attention
    case attentionBias
    case attentionNorm
    case wide
    case wideBias
    case narrow
    case narrowBias
    case narrowNorm
    case typeRow
  }

  enum Content: UInt32 {
    case bytes = 0
    case floats
    /// A Float32 scale for each row, then the rows as Int8.
    case quantizedRows
    case integers
  }

  let content: UInt32
  let rows: Int
  let columns: Int
  let range: Range<Int>
}

/// The sizes of a model.
struct EncoderShape: Sendable, Hashable {
  let layers: Int
  let hidden: Int
  let heads: Int
  let intermediate: Int
  let positions: Int
  let words: Int
}

/// A matrix or table of Int8 rows with a scale each, where it stands in the file.
struct QuantizedRows {
  let scales: UnsafePointer<Float>
  let values: UnsafePointer<Int8>
  let rows: Int
  let columns: Int
}

/// The sections of a file that was checked, for as long as its memory is held.
struct EncoderSections {
  let base: UnsafeRawPointer
  let sections: [EncoderSection.Key: EncoderSection]

  /// The numbers of a section of Floats.
  func floats(_ kind: EncoderSection.Kind, _ layer: Int = 0) -> (start: UnsafePointer<Float>, count: Int) {
    let section = self[kind, layer]
    let start = (base + section.range.lowerBound).assumingMemoryBound(to: Float.self)
    return (start, section.rows * section.columns)
  }

  /// The rows of a quantised section.
  func matrix(_ kind: EncoderSection.Kind, _ layer: Int = 0) -> QuantizedRows {
    let section = self[kind, layer]
    let start = base + section.range.lowerBound
    return QuantizedRows(
      scales: start.assumingMemoryBound(to: Float.self),
      values: (start + 4 * section.rows).assumingMemoryBound(to: Int8.self),
      rows: section.rows, columns: section.columns)
  }

  private subscript(kind: EncoderSection.Kind, layer: Int) -> EncoderSection {
    guard let section = sections[.init(kind: kind.rawValue, layer: UInt16(layer))] else {
      preconditionFailure("EncoderResource checks that every section is there")
    }
    return section
  }
}
