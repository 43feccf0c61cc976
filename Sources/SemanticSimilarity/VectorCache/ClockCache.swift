/// A dictionary of bounded size that drops what was not asked for lately: the clock algorithm, in which each entry has
/// a second chance if it was used since the hand last passed it.
struct ClockCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let capacity: Int
  private var places: [Key: Int] = [:]
  private var entries: [(key: Key, value: Value, wasUsed: Bool)] = []
  private var hand = 0

  init(capacity: Int) { self.capacity = max(0, capacity) }

  var count: Int { entries.count }

  mutating func value(for key: Key) -> Value? {
    guard let place = places[key] else { return nil }
    entries[place].wasUsed = true
    return entries[place].value
  }

  mutating func insert(_ value: Value, for key: Key) {
    guard capacity > 0 else { return }
    if let place = places[key] {
      entries[place].value = value
    } else if entries.count < capacity {
      places[key] = entries.count
      entries.append((key, value, false))
    } else {
      while entries[hand].wasUsed {
        entries[hand].wasUsed = false
        hand = (hand + 1) % capacity
      }
      places[entries[hand].key] = nil
      places[key] = hand
      entries[hand] = (key, value, false)
      hand = (hand + 1) % capacity
    }
  }
}
