/// A JSON object that keeps its keys in order; equality ignores the order.
///
/// Finding or setting a key takes constant time: few keys are compared one by one, more of them are looked up in a table.
/// Removing one takes time in proportion to their number.
public struct JSONObject: Sendable {
  struct Entry: Sendable {
    var key: String
    var value: JSONValue
  }

  /// The number of keys up to which comparing them all is quicker than a table.
  static let scannedKeys = 16

  /// The keys and values in order.
  private(set) var entries: [Entry] = []
  /// Open addressing by hash: an entry's position plus one, 0 for a free slot; empty up to ``scannedKeys`` keys.
  private var slots: [Int32] = []

  /// Makes an object without keys.
  public init() {}

  /// Makes an object of pairs in their order; the last of equal keys wins, at the first one's place.
  public init(_ pairs: some Sequence<(String, JSONValue)>) {
    for (key, value) in pairs { self[key] = value }
  }

  /// Takes a parser's entries; the last of equal keys wins, at the first one's place.
  /// - Parameter areDistinct: whether no two keys are known to be equal.
  init(parsed: [Entry], areDistinct: Bool) {
    if parsed.count > Self.scannedKeys {
      makeTable(for: parsed.count)
      entries.reserveCapacity(parsed.count)
      for entry in parsed { insert(entry) }
      if entries.count <= Self.scannedKeys { slots = [] }
    } else if areDistinct {
      entries = parsed
    } else {
      for entry in parsed { self[entry.key] = entry.value }
    }
  }

  /// The value of a key. Setting keeps the place of a key that is there and appends one that is not; nil removes.
  public subscript(key: String) -> JSONValue? {
    get { position(of: key).map { entries[$0].value } }
    set {
      switch (position(of: key), newValue) {
      case (let position?, let value?):
        entries[position].value = value
      case (nil, let value?):
        entries.append(Entry(key: key, value: value))
        noteLastEntry()
      case (let position?, nil):
        entries.remove(at: position)
        slots = []
        if entries.count > Self.scannedKeys { makeTable(for: entries.count) }
      case (nil, nil): break
      }
    }
  }

  /// The keys in order.
  public var keys: [String] { entries.map(\.key) }

  /// The values in the order of their keys.
  public var values: [JSONValue] { entries.map(\.value) }

  /// The number of keys.
  public var count: Int { entries.count }

  /// Whether there is no key.
  public var isEmpty: Bool { entries.isEmpty }

  /// Where a key stands among the entries.
  func position(of key: String) -> Int? {
    if slots.isEmpty {
      for index in entries.indices where entries[index].key.hasSameScalars(as: key) { return index }
      return nil
    }
    var slot = firstSlot(of: key)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if entries[index].key.hasSameScalars(as: key) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func firstSlot(of key: String) -> Int {
    // Seeded hashing: keys from outside cannot be chosen so that they all fall into one slot.
    var hasher = Hasher()
    key.hashScalars(into: &hasher)
    return hasher.finalize() & (slots.count - 1)
  }

  private mutating func noteLastEntry() {
    if entries.count <= Self.scannedKeys { return }
    if entries.count * 2 > slots.count { return makeTable(for: entries.count) }
    occupySlot(for: entries.count - 1)
  }

  /// Makes a table with room for so many keys, and enters those that are there.
  private mutating func makeTable(for count: Int) {
    var capacity = 64
    while capacity < count * 3 { capacity *= 2 }
    slots = [Int32](repeating: 0, count: capacity)
    for index in entries.indices { occupySlot(for: index) }
  }

  private mutating func occupySlot(for index: Int) {
    var slot = firstSlot(of: entries[index].key)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(index + 1)
  }

  /// Sets a key where the table has room for one more.
  private mutating func insert(_ entry: Entry) {
    var slot = firstSlot(of: entry.key)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if entries[index].key.hasSameScalars(as: entry.key) {
        entries[index].value = entry.value
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    entries.append(entry)
    slots[slot] = Int32(entries.count)
  }
}

extension JSONObject: Hashable {
  /// Whether both have the same keys with equal values, in any order.
  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    guard left.count == right.count else { return false }
    for (index, entry) in left.entries.enumerated() {
      let sameOrder = right.entries[index]
      if entry.key.hasSameScalars(as: sameOrder.key) {
        if entry.value != sameOrder.value { return false }
      } else if right[entry.key] != entry.value {
        return false
      }
    }
    return true
  }

  /// Feeds the keys and values to the hasher, in a way that their order does not change.
  public func hash(into hasher: inout Hasher) {
    var sum = 0
    for entry in entries {
      var own = Hasher()
      entry.key.hashScalars(into: &own)
      own.combine(entry.value)
      sum ^= own.finalize()
    }
    hasher.combine(entries.count)
    hasher.combine(sum)
  }
}

extension JSONObject: Sequence {
  /// Goes through an object's keys and values in order.
  public struct Iterator: IteratorProtocol, Sendable {
    private let entries: [Entry]
    private var position = 0

    init(_ entries: [Entry]) { self.entries = entries }

    /// The next key and its value, or nil after the last.
    public mutating func next() -> (key: String, value: JSONValue)? {
      guard position < entries.count else { return nil }
      defer { position += 1 }
      return (entries[position].key, entries[position].value)
    }
  }

  /// Goes through the keys and values in order.
  public func makeIterator() -> Iterator { Iterator(entries) }

  /// The number of keys, which a copy into an array then reserves.
  public var underestimatedCount: Int { entries.count }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// Makes an object in the literal's order; the last of equal keys wins.
  public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }
}

extension JSONObject: CustomStringConvertible {
  /// The object as compact JSON text.
  public var description: String { JSONValue.object(self).compactText }
}
