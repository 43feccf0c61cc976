/// Compares values of two documents, or of one, by JSON's equality: numbers by value, objects without order.
struct NodeComparison {
  /// Arrays of up to so many elements are compared each with each.
  private static let comparedElements = 8
  /// Objects of up to so many keys are searched from their beginning.
  private static let searchedKeys = 16

  private let nodes: UnsafePointer<JSONNode>
  private let bytes: UnsafePointer<UInt8>
  private let otherNodes: UnsafePointer<JSONNode>
  private let otherBytes: UnsafePointer<UInt8>
  private let deepest: Int
  /// Whether the values nest too deep to be compared; no answer is to be believed then.
  private(set) var isTooDeep = false

  init(
    _ nodes: UnsafePointer<JSONNode>, _ bytes: UnsafePointer<UInt8>, otherNodes: UnsafePointer<JSONNode>,
    otherBytes: UnsafePointer<UInt8>, deepest: Int
  ) {
    self.nodes = nodes
    self.bytes = bytes
    self.otherNodes = otherNodes
    self.otherBytes = otherBytes
    self.deepest = deepest
  }

  /// Whether a value of the one document and one of the other mean the same.
  mutating func isEqual(_ node: Int, _ other: Int) -> Bool { isEqual(node, other, 0) }

  private mutating func isEqual(_ node: Int, _ other: Int, _ depth: Int) -> Bool {
    let (left, right) = (nodes[node], otherNodes[other])
    switch (left.kind, right.kind) {
    case (.integer, .integer): return left.payload == right.payload
    case (.integer, .decimal), (.decimal, .integer), (.decimal, .decimal):
      return Self.number(left, bytes) == Self.number(right, otherBytes)
    case (.string, .string), (.key, .string), (.string, .key): return isSameText(left, right)
    case (.array, .array):
      guard left.count == right.count, goesDeeper(depth) else { return false }
      var (at, otherAt) = (node + 1, other + 1)
      for _ in 0..<left.count {
        if !isEqual(at, otherAt, depth + 1) { return false }
        at = Self.end(nodes, at)
        otherAt = Self.end(otherNodes, otherAt)
      }
      return true
    case (.object, .object):
      guard left.count == right.count, goesDeeper(depth) else { return false }
      return hasEqualProperties(node, other, depth)
    default: return left.kind == right.kind
    }
  }

  private mutating func hasEqualProperties(_ node: Int, _ other: Int, _ depth: Int) -> Bool {
    let count = Int(nodes[node].count)
    var (at, otherAt) = (node + 1, other + 1)
    var index: [(hash: UInt32, key: Int)] = []
    for _ in 0..<count {
      var match: Int? = otherAt
      if !isSameText(nodes[at], otherNodes[otherAt]) {
        if index.isEmpty, count > Self.searchedKeys { index = keysByHash(of: other) }
        match = index.isEmpty ? search(at, in: other) : search(at, in: index)
      }
      guard let match, isEqual(at + 1, match + 1, depth + 1) else { return false }
      at = Self.end(nodes, at + 1)
      otherAt = Self.end(otherNodes, otherAt + 1)
    }
    return true
  }

  private func search(_ key: Int, in other: Int) -> Int? {
    var at = other + 1
    for _ in 0..<otherNodes[other].count {
      if isSameText(nodes[key], otherNodes[at]) { return at }
      at = Self.end(otherNodes, at + 1)
    }
    return nil
  }

  private func search(_ key: Int, in index: [(hash: UInt32, key: Int)]) -> Int? {
    let hash = Self.hash(nodes[key])
    var (low, high) = (0, index.count)
    while low < high {
      let middle = (low + high) / 2
      if index[middle].hash < hash { low = middle + 1 } else { high = middle }
    }
    while low < index.count, index[low].hash == hash {
      if isSameText(nodes[key], otherNodes[index[low].key]) { return index[low].key }
      low += 1
    }
    return nil
  }

  private func keysByHash(of other: Int) -> [(hash: UInt32, key: Int)] {
    var keys: [(hash: UInt32, key: Int)] = []
    var at = other + 1
    for _ in 0..<otherNodes[other].count {
      keys.append((Self.hash(otherNodes[at]), at))
      at = Self.end(otherNodes, at + 1)
    }
    return keys.sorted { ($0.hash, $0.key) < ($1.hash, $1.key) }
  }

  /// The positions of two equal elements of an array of the one document, the later one the earliest there is.
  mutating func firstEqualPair(in array: Int) -> (Int, Int)? {
    var elements: [Int] = []
    var at = array + 1
    for _ in 0..<nodes[array].count {
      elements.append(at)
      at = Self.end(nodes, at)
    }
    if elements.count <= Self.comparedElements {
      for later in elements.indices {
        for earlier in 0..<later where isEqual(elements[earlier], elements[later], 0) { return (earlier, later) }
      }
      return nil
    }
    // Seeded hashing: elements from outside cannot be chosen so that they all have one hash.
    let hashes = elements.map { element in
      var hasher = Hasher()
      hash(element, into: &hasher, 0)
      return hasher.finalize()
    }
    let order = elements.indices.sorted { (hashes[$0], $0) < (hashes[$1], $1) }
    var found: (Int, Int)?
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, hashes[order[end]] == hashes[order[start]] {
        let later = order[end]
        if later < found?.1 ?? .max,
          let earlier = order[start..<end].first(where: { isEqual(elements[$0], elements[later], 0) })
        {
          found = (earlier, later)
          break
        }
        end += 1
      }
      while end < order.count, hashes[order[end]] == hashes[order[start]] { end += 1 }
      start = end
    }
    return found
  }

  private mutating func hash(_ node: Int, into hasher: inout Hasher, _ depth: Int) {
    let value = nodes[node]
    switch value.kind {
    case .null, .true, .false: hasher.combine(value.kind.rawValue)
    case .integer: hasher.combine(Int64(bitPattern: value.payload))
    case .decimal:
      let digits = DecimalDigits(text: String(decoding: Self.text(value, bytes), as: UTF8.self))
      if let whole = digits?.intValue { hasher.combine(Int64(whole)) } else { hasher.combine(digits) }
    case .string, .key: hasher.combine(bytes: UnsafeRawBufferPointer(Self.text(value, bytes)))
    case .array:
      hasher.combine(value.count)
      guard goesDeeper(depth) else { return }
      var at = node + 1
      for _ in 0..<value.count {
        hash(at, into: &hasher, depth + 1)
        at = Self.end(nodes, at)
      }
    case .object:
      guard goesDeeper(depth) else { return }
      var sum = 0
      var at = node + 1
      for _ in 0..<value.count {
        var own = Hasher()
        own.combine(bytes: UnsafeRawBufferPointer(Self.text(nodes[at], bytes)))
        hash(at + 1, into: &own, depth + 1)
        sum ^= own.finalize()
        at = Self.end(nodes, at + 1)
      }
      hasher.combine(sum)
    }
  }

  private mutating func goesDeeper(_ depth: Int) -> Bool {
    if depth < deepest { return true }
    isTooDeep = true
    return false
  }

  private func isSameText(_ left: JSONNode, _ right: JSONNode) -> Bool {
    guard left.count == right.count else { return false }
    return Self.text(left, bytes).elementsEqual(Self.text(right, otherBytes))
  }

  private static func hash(_ key: JSONNode) -> UInt32 { UInt32(truncatingIfNeeded: key.payload >> 32) }

  private static func text(_ node: JSONNode, _ bytes: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + Int(UInt32(truncatingIfNeeded: node.payload)), count: Int(node.count))
  }

  private static func number(_ node: JSONNode, _ bytes: UnsafePointer<UInt8>) -> JSONNumber {
    node.kind == .integer
      ? JSONNumber(Int(Int64(bitPattern: node.payload)))
      : JSONNumber(checked: String(decoding: text(node, bytes), as: UTF8.self))
  }

  private static func end(_ nodes: UnsafePointer<JSONNode>, _ node: Int) -> Int {
    nodes[node].kind == .array || nodes[node].kind == .object
      ? Int(UInt32(truncatingIfNeeded: nodes[node].payload)) : node + 1
  }
}
