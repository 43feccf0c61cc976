import Foundation

/// Finds the keys that an earlier key of the same object equals, in time that no choice of keys drives up.
///
/// Few keys are compared by their hashes, each with each. Many are sorted by hash, and those of one hash, which a sender
/// can choose so, by their bytes.
struct JSONRepeatedKeys {
  private static let comparedKeys = 16

  private let nodes: UnsafeBufferPointer<JSONNode>
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The keys of one object: the hash in the high half, the node's index in the low one.
  private var keys: [UInt64] = []
  private var repeated: [Int] = []

  /// The indices of the repeated keys' nodes, in the order of the text.
  static func indices(
    in nodes: UnsafeBufferPointer<JSONNode>, bytes: UnsafeBufferPointer<UInt8>
  ) -> [Int] {
    var search = JSONRepeatedKeys(nodes: nodes, bytes: bytes)
    for (index, node) in nodes.enumerated() where node.kind == .object && node.count > 1 {
      search.lookThrough(index, count: Int(node.count))
    }
    return search.repeated.sorted()
  }

  private init(nodes: UnsafeBufferPointer<JSONNode>, bytes: UnsafeBufferPointer<UInt8>) {
    self.nodes = nodes
    self.bytes = bytes
  }

  private mutating func lookThrough(_ object: Int, count: Int) {
    keys.removeAll(keepingCapacity: true)
    var index = object + 1
    for _ in 0..<count {
      keys.append(nodes[index].payload & 0xFFFF_FFFF_0000_0000 | UInt64(index))
      let value = nodes[index + 1]
      let isContainer = value.kind == .array || value.kind == .object
      index = isContainer ? Int(UInt32(truncatingIfNeeded: value.payload)) : index + 2
    }
    if count <= Self.comparedKeys {
      for later in 1..<count {
        let key = keys[later]
        for earlier in 0..<later where (keys[earlier] ^ key) >> 32 == 0 && isSame(keys[earlier], key) {
          repeated.append(node(key))
          break
        }
      }
      return
    }
    keys.sort()
    var start = 0
    while start < count {
      var end = start + 1
      while end < count, (keys[start] ^ keys[end]) >> 32 == 0 { end += 1 }
      if end - start > 1 { lookThroughHash(start..<end) }
      start = end
    }
  }

  /// Looks through keys of one hash, which stand in the order of the text.
  private mutating func lookThroughHash(_ range: Range<Int>) {
    let sorted = keys[range].sorted { precedes($0, $1) }
    for (earlier, later) in zip(sorted, sorted.dropFirst()) where isSame(earlier, later) {
      repeated.append(node(later))
    }
  }

  private func node(_ key: UInt64) -> Int { Int(UInt32(truncatingIfNeeded: key)) }

  private func text(_ key: UInt64) -> UnsafeBufferPointer<UInt8> { nodes[node(key)].text(in: bytes) }

  private func isSame(_ left: UInt64, _ right: UInt64) -> Bool {
    let (a, b) = (text(left), text(right))
    return a.count == b.count && compare(a, b, a.count) == 0
  }

  /// An order in which equal keys stand together, the earlier one first.
  private func precedes(_ left: UInt64, _ right: UInt64) -> Bool {
    let (a, b) = (text(left), text(right))
    if a.count != b.count { return a.count < b.count }
    let order = compare(a, b, a.count)
    return order == 0 ? left < right : order < 0
  }

  private func compare(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>, _ count: Int) -> Int {
    guard count > 0, let left = a.baseAddress, let right = b.baseAddress else { return 0 }
    return Int(memcmp(left, right, count))
  }
}
