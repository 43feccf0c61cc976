/// A set of Unicode scalars, kept as ranges in ascending order.
struct ScalarRanges {
  private let ranges: [ClosedRange<UInt32>]

  init(_ ranges: [ClosedRange<UInt32>]) { self.ranges = ranges }

  /// Whether a scalar is in one of the ranges.
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < scalar.value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(scalar.value)
  }
}

/// Scripts that the context rules ask for, by the property `Script` of Unicode 18 for scalars that labels may hold.
enum ScriptRanges {
  static let greek = ScalarRanges([0x370...0x3E1, 0x3F0...0x3FF, 0x1D26...0x1D2A, 0x1F00...0x1FFE, 0xAB65...0xAB65])
  static let hebrew = ScalarRanges([0x591...0x5F4, 0xFB1D...0xFB4F])
  /// Hiragana, Katakana and Han.
  static let japanese = ScalarRanges([
    0x3005...0x3005, 0x3007...0x3007, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FD...0x30FF,
    0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xFA0E...0xFA29, 0x16FE3...0x16FE3, 0x16FF0...0x16FF6,
    0x1AFF0...0x1AFFE, 0x1B000...0x1B122, 0x1B132...0x1B132, 0x1B150...0x1B152, 0x1B155...0x1B155,
    0x1B164...0x1B167, 0x20000...0x323AF, 0x323B0...0x33479,
  ])
}
