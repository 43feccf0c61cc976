/// Turns text into the ids of a BERT model that knows no capital letters: clean-up, words, pieces of words.
///
/// The rules are those of BERT's reference implementation: "BERT: Pre-training of Deep Bidirectional Transformers"
/// (Devlin et al., 2019), file `tokenization.py`, uncased. Categories are those of the Unicode version that Swift has;
/// characters that came after the reference's own version may be read differently.
struct WordPieceTokenizer: Sendable {
  let vocabulary: WordPieceVocabulary

  /// The ids of a text between `[CLS]` and `[SEP]`, all of them.
  func ids(of text: String) -> [Int32] {
    var text = text
    var ids = [vocabulary.start]
    text.withUTF8 { append($0, to: &ids, limit: .max) }
    ids.append(vocabulary.end)
    return ids
  }

  /// Adds the ids of a text, without `[CLS]` and `[SEP]`, until there are more than `limit` or the text is at its end.
  func append(_ text: UnsafeBufferPointer<UInt8>, to ids: inout [Int32], limit: Int) {
    var words = WordReader(vocabulary: vocabulary, ids: ids, limit: limit)
    var start = 0
    var position = 0
    while position < text.count, !words.isFull {
      if text[position] == UInt8(ascii: "["), let marker = marker(in: text, at: position) {
        words.read(UnsafeBufferPointer(rebasing: text[start..<position]))
        words.appendMarker(marker.id)
        position += marker.length
        start = position
      } else {
        position += 1
      }
    }
    if !words.isFull { words.read(UnsafeBufferPointer(rebasing: text[start...])) }
    ids = words.ids
  }

  private func marker(in text: UnsafeBufferPointer<UInt8>, at position: Int) -> (id: Int32, length: Int)? {
    for marker in vocabulary.markers where marker.bytes.count <= text.count - position {
      if text[position..<position + marker.bytes.count].elementsEqual(marker.bytes) {
        return (marker.id, marker.bytes.count)
      }
    }
    return nil
  }
}

/// Reads words out of UTF-8 and gives their pieces to a list of ids.
private struct WordReader {
  private let vocabulary: WordPieceVocabulary
  private let limit: Int
  private(set) var ids: [Int32]

  /// The word that is being read, in the form that the vocabulary has.
  private var word: [UInt8] = []
  private var scalarsInWord = 0
  /// Marks that wait for their canonical order, each with its class.
  private var marks: [(order: UInt8, scalar: Unicode.Scalar)] = []

  /// A longer word is unknown as a whole.
  private static let longestWord = 100

  init(vocabulary: WordPieceVocabulary, ids: [Int32], limit: Int) {
    self.vocabulary = vocabulary
    self.ids = ids
    self.limit = limit
    word.reserveCapacity(4 * Self.longestWord)
  }

  var isFull: Bool { ids.count > limit }

  mutating func appendMarker(_ id: Int32) { ids.append(id) }

  /// Reads a text whose end also ends its last word.
  mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    var position = 0
    while position < text.count {
      let byte = text[position]
      if byte < 0x80 {
        if !marks.isEmpty { flushMarks() }
        take(ascii: byte)
        position &+= 1
      } else {
        let (scalar, length) = Self.scalar(in: text, at: position)
        clean(scalar)
        position &+= length
      }
      if ids.count > limit { return }
    }
    flushMarks()
    endWord()
  }

  /// All steps at once for a character that they leave alone but for its case.
  private mutating func take(ascii byte: UInt8) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      append(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      append(byte | 0x20)
    case 0x20, 0x09, 0x0A, 0x0D:
      endWord()
    case 0x00..<0x20, 0x7F:
      // Control characters vanish, without ending a word.
      break
    default:
      endWord()
      append(byte)
      endWord()
    }
  }

  private mutating func clean(_ scalar: Unicode.Scalar) {
    if scalar.value == 0xFFFD { return }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .format, .privateUse:
      return
    default:
      break
    }
    if properties.isWhitespace {
      flushMarks()
      endWord()
    } else if Self.isIdeograph(scalar.value) {
      flushMarks()
      endWord()
      decompose(scalar)
      flushMarks()
      endWord()
    } else {
      decompose(scalar)
    }
  }

  private mutating func decompose(_ scalar: Unicode.Scalar) {
    if CanonicalDecomposition.isTrivial(scalar.value) {
      order(scalar)
    } else {
      for part in CanonicalDecomposition.of(scalar) { order(part) }
    }
  }

  /// Passes scalars on in canonical order: marks sorted by their class between two scalars that have none.
  private mutating func order(_ scalar: Unicode.Scalar) {
    let order = scalar.properties.canonicalCombiningClass.rawValue
    if order == 0 {
      if !marks.isEmpty { flushMarks() }
      lower(scalar)
    } else if scalar.properties.generalCategory != .nonspacingMark {
      marks.append((order, scalar))
    }
    // Non-spacing marks are dropped, and have no part in the order of the others.
  }

  private mutating func flushMarks() {
    guard !marks.isEmpty else { return }
    let sorted = marks.enumerated().sorted {
      ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
    }
    marks.removeAll()
    for mark in sorted { lower(mark.element.scalar) }
  }

  private mutating func lower(_ scalar: Unicode.Scalar) {
    // Some characters decompose to ASCII, where a symbol counts as punctuation: U+1FEF is a grave accent.
    if scalar.isASCII { return take(ascii: UInt8(scalar.value)) }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark:
      break
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      endWord()
      append(scalar)
      endWord()
    case _ where properties.changesWhenLowercased:
      for small in properties.lowercaseMapping.unicodeScalars { append(small) }
    default:
      append(scalar)
    }
  }

  private mutating func append(_ byte: UInt8) {
    scalarsInWord &+= 1
    if scalarsInWord <= Self.longestWord { word.append(byte) }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    scalarsInWord &+= 1
    if scalarsInWord <= Self.longestWord { word.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
  }

  private mutating func endWord() {
    guard scalarsInWord > 0 else { return }
    if scalarsInWord > Self.longestWord {
      ids.append(vocabulary.unknown)
    } else {
      word.withUnsafeBufferPointer { vocabulary.appendPieces(of: $0, to: &ids) }
    }
    word.removeAll(keepingCapacity: true)
    scalarsInWord = 0
  }

  /// The blocks that BERT takes for Chinese characters. That one begins at 2B920, where its block begins at 2B820, is
  /// the reference's own.
  private static func isIdeograph(_ value: UInt32) -> Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2A6DF, 0x2A700...0x2B73F, 0x2B740...0x2B81F, 0x2B920...0x2CEAF,
      0xF900...0xFAFF, 0x2F800...0x2FA1F:
      true
    default:
      false
    }
  }

  /// The scalar at a place of well-formed UTF-8, or U+FFFD for a byte that is not.
  private static func scalar(
    in text: UnsafeBufferPointer<UInt8>, at position: Int
  ) -> (scalar: Unicode.Scalar, length: Int) {
    let first = UInt32(text[position])
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard first >= 0xC0, position + length <= text.count else { return ("\u{FFFD}", 1) }
    var value = first & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(text[position + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
