/// Where a sequence of bytes stands in text.
enum ByteSearch {
  static func ranges(of wanted: [UInt8], in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    guard let first = wanted.first, wanted.count <= bytes.count else { return [] }
    var ranges: [Range<Int>] = []
    var index = 0
    let last = bytes.count - wanted.count
    wanted.withUnsafeBufferPointer { wanted in
      searching: while index <= last {
        guard bytes[index] == first else {
          index &+= 1
          continue
        }
        for offset in 1..<wanted.count where bytes[index + offset] != wanted[offset] {
          index += 1
          continue searching
        }
        ranges.append(index..<index + wanted.count)
        index += wanted.count
      }
    }
    return ranges
  }
}
