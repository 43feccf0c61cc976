/// The words and pieces of words that a model knows, found by their bytes.
///
/// One hash table of numbers over one block of text: 30,522 Strings would take ten times the memory and the time.
struct WordPieceVocabulary: Sendable {
  /// What stands for a word that cannot be put together.
  let unknown: Int32
  /// What a sequence begins with, `[CLS]`.
  let start: Int32
  /// What a sequence ends with, `[SEP]`.
  let end: Int32
  /// The markers that keep their meaning wherever they stand in a text.
  let markers: [(bytes: [UInt8], id: Int32)]

  private let text: [UInt8]
  /// Where each entry begins, and the end of the last one (after its line feed).
  private let starts: [Int32]
  /// Ids plus one, at the place of their hash or behind it; 0 where there is none.
  private let slots: [Int32]
  /// The longest entry, without the mark of a continuation.
  private let longest: Int

  private static let continuation = Array("##".utf8)

  /// Reads one entry a line; nil unless there are `count` different ones, the special ones among them.
  init?(lines: [UInt8], count: Int) {
    var starts: [Int32] = [0]
    starts.reserveCapacity(count + 1)
    guard lines.count < Int(Int32.max), lines.last == UInt8(ascii: "\n") else { return nil }
    for (offset, byte) in lines.enumerated() where byte == UInt8(ascii: "\n") { starts.append(Int32(offset + 1)) }
    guard starts.count == count + 1 else { return nil }

    var capacity = 1
    while capacity < 2 * count { capacity *= 2 }
    var slots = [Int32](repeating: 0, count: capacity)
    var longest = 0
    for id in 0..<count {
      let range = Int(starts[id])..<Int(starts[id + 1]) - 1
      guard !range.isEmpty else { return nil }
      longest = max(longest, range.count)
      var hash = Self.seed
      for offset in range { hash = Self.mix(hash, lines[offset]) }
      var slot = Self.slot(hash, capacity)
      while slots[slot] != 0 {
        let other = Int(slots[slot]) - 1
        if lines[range].elementsEqual(lines[Int(starts[other])..<Int(starts[other + 1]) - 1]) { return nil }
        slot = (slot + 1) & (capacity - 1)
      }
      slots[slot] = Int32(id + 1)
    }
    text = lines
    self.starts = starts
    self.slots = slots
    self.longest = longest

    var found: [String: Int32] = [:]
    for name in ["[CLS]", "[SEP]", "[PAD]", "[UNK]", "[MASK]"] {
      let bytes = Array(name.utf8)
      let hash = bytes.reduce(Self.seed, Self.mix)
      guard
        let id = bytes.withUnsafeBufferPointer({
          Self.find($0, hash: hash, prefix: 0, text: lines, starts: starts, slots: slots)
        })
      else { return nil }
      found[name] = id
    }
    guard let unknown = found["[UNK]"], let start = found["[CLS]"], let end = found["[SEP]"] else { return nil }
    self.unknown = unknown
    self.start = start
    self.end = end
    markers = found.sorted { $0.key < $1.key }.map { (Array($0.key.utf8), $0.value) }
  }

  /// Whether an entry continues a word.
  func isContinuation(_ id: Int32) -> Bool {
    let range = Int(starts[Int(id)])..<Int(starts[Int(id) + 1]) - 1
    return range.count > 2 && text[range].starts(with: Self.continuation)
  }

  /// The text of an entry.
  func entry(_ id: Int32) -> String {
    String(decoding: text[Int(starts[Int(id)])..<Int(starts[Int(id) + 1]) - 1], as: UTF8.self)
  }

  /// Takes a word apart, each time the longest piece that is an entry, and adds the ids; the unknown one alone where
  /// a rest begins with no entry.
  func appendPieces(of word: UnsafeBufferPointer<UInt8>, to ids: inout [Int32]) {
    let before = ids.count
    var position = 0
    while position < word.count {
      guard let piece = longestPiece(of: word, from: position) else {
        ids.removeSubrange(before...)
        ids.append(unknown)
        return
      }
      ids.append(piece.id)
      position += piece.length
    }
  }

  private func longestPiece(
    of word: UnsafeBufferPointer<UInt8>, from position: Int
  ) -> (id: Int32, length: Int)? {
    let limit = min(longest, word.count - position)
    let prefix = position == 0 ? 0 : Self.continuation.count
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: limit) { hashes in
      var hash = prefix == 0 ? Self.seed : Self.continuationSeed
      for length in 0..<limit {
        hash = Self.mix(hash, word[position &+ length])
        hashes.initializeElement(at: length, to: hash)
      }
      var length = limit
      while length > 0 {
        let piece = UnsafeBufferPointer(rebasing: word[position..<position &+ length])
        if let id = Self.find(
          piece, hash: hashes[length &- 1], prefix: prefix, text: text, starts: starts, slots: slots)
        {
          return (id, length)
        }
        length &-= 1
      }
      return nil
    }
  }

  /// The entry that has these bytes after `prefix` others, whose sameness the hash alone vouches for: an entry that
  /// begins with "##" is a continuation, and no word begins with it, since punctuation stands alone.
  @inline(__always)
  private static func find(
    _ bytes: UnsafeBufferPointer<UInt8>, hash: UInt64, prefix: Int, text: [UInt8], starts: [Int32], slots: [Int32]
  ) -> Int32? {
    var slot = slot(hash, slots.count)
    while true {
      let id = slots[slot] &- 1
      if id < 0 { return nil }
      let start = Int(starts[Int(id)])
      let length = Int(starts[Int(id) &+ 1]) &- 1 &- start
      if length == bytes.count &+ prefix,
        prefix == 0 || (text[start] == UInt8(ascii: "#") && text[start &+ 1] == UInt8(ascii: "#"))
      {
        var index = 0
        while index < bytes.count, text[start &+ prefix &+ index] == bytes[index] { index &+= 1 }
        if index == bytes.count { return id }
      }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
  }

  // FNV-1a, 64 bits: https://datatracker.ietf.org/doc/draft-eastlake-fnv/
  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let continuationSeed = continuation.reduce(seed, mix)

  @inline(__always)
  private static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  @inline(__always)
  private static func slot(_ hash: UInt64, _ capacity: Int) -> Int {
    Int(truncatingIfNeeded: hash ^ hash &>> 29) & (capacity &- 1)
  }
}
