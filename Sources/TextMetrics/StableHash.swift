/// FNV-1a, 64 bits: a hash that is the same on every run and machine, unlike `Hasher`.
///
/// Fowler, Noll, Vo: https://datatracker.ietf.org/doc/draft-eastlake-fnv/
enum StableHash {
  static let start: UInt64 = 0xcbf2_9ce4_8422_2325

  static func of(_ bytes: UnsafeBufferPointer<UInt8>, from start: UInt64 = start) -> UInt64 {
    var hash = start
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash
  }

  static func of(_ text: some StringProtocol, from start: UInt64 = start) -> UInt64 {
    if let hash = text.utf8.withContiguousStorageIfAvailable({ of($0, from: start) }) { return hash }
    return Array(text.utf8).withUnsafeBufferPointer { of($0, from: start) }
  }

  static func of(_ word: UInt64, from start: UInt64) -> UInt64 {
    var hash = start
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      hash = (hash ^ (word &>> shift & 0xff)) &* 0x0000_0100_0000_01b3
    }
    return hash
  }
}
