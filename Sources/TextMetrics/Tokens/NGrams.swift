/// The runs of n tokens of several texts, for n = 1, 2, 3 and on.
///
/// Each run is packed into 64 bits; where it does not fit, the runs so far are numbered afresh. So equal keys are
/// equal runs, without a chance of error, and to count the shared ones is to walk two sorted lists.
struct NGrams {
  /// The length of the runs.
  private(set) var order = 1
  /// For each text the keys of its runs in their order.
  private var keys: [[UInt64]]
  private var keyBits: Int
  private let texts: [[Int32]]
  private let tokenBits: Int

  /// - Parameter tokens: How many distinct tokens there are; they are numbered from 0.
  init(of texts: [[Int32]], tokens: Int) {
    self.texts = texts
    tokenBits = Self.bits(for: tokens)
    keyBits = tokenBits
    keys = texts.map { $0.map { UInt64(UInt32(bitPattern: $0)) } }
  }

  /// For each text its runs, sorted.
  var sorted: [[UInt64]] { keys.map { $0.sorted() } }

  /// Goes on to the runs that are longer by one.
  mutating func lengthen() {
    if keyBits + tokenBits > 64 { renumber() }
    for text in texts.indices {
      let tokens = texts[text]
      let count = max(0, keys[text].count - 1)
      keys[text].removeLast(keys[text].count - count)
      for start in 0..<count {
        keys[text][start] = keys[text][start] << UInt64(tokenBits) | UInt64(UInt32(bitPattern: tokens[start + order]))
      }
    }
    keyBits += tokenBits
    order += 1
  }

  private mutating func renumber() {
    var all: [UInt64] = []
    for key in keys.joined().sorted() where all.last != key { all.append(key) }
    for text in keys.indices {
      for index in keys[text].indices {
        var (low, high) = (0, all.count)
        while low < high {
          let middle = (low + high) / 2
          if all[middle] < keys[text][index] { low = middle + 1 } else { high = middle }
        }
        keys[text][index] = UInt64(low)
      }
    }
    keyBits = Self.bits(for: all.count)
  }

  private static func bits(for count: Int) -> Int { max(1, Int.bitWidth - max(0, count - 1).leadingZeroBitCount) }

  /// How many runs of a candidate a reference has too, each counted at most as often as the reference that has it
  /// most often.
  static func matches(of candidate: [UInt64], in references: some Sequence<[UInt64]>) -> Int {
    let references = Array(references)
    var positions = [Int](repeating: 0, count: references.count)
    var matches = 0
    var start = 0
    while start < candidate.count {
      let key = candidate[start]
      var end = start + 1
      while end < candidate.count, candidate[end] == key { end += 1 }
      var most = 0
      for index in references.indices {
        let reference = references[index]
        var position = positions[index]
        while position < reference.count, reference[position] < key { position += 1 }
        let first = position
        while position < reference.count, reference[position] == key { position += 1 }
        most = max(most, position - first)
        positions[index] = position
      }
      matches += min(end - start, most)
      start = end
    }
    return matches
  }
}
