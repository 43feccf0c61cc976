/// Comparing strings as JSON does: scalar by scalar, where Swift's own operators go by canonical equivalence.
extension String {
  /// Whether both strings hold the same scalars in the same order.
  func hasSameScalars(as other: String) -> Bool {
    let count = utf8.count
    guard count == other.utf8.count else { return false }
    var left = self
    var right = other
    return left.withUTF8 { a in
      right.withUTF8 { b in
        for index in 0..<count where a[index] != b[index] { return false }
        return true
      }
    }
  }

  /// Feeds the scalars to a hasher, so that strings that compare unequal here rarely collide.
  func hashScalars(into hasher: inout Hasher) {
    var copy = self
    copy.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(0xFF as UInt8)
  }

  /// Whether this key comes before another by UTF-16 code units, the order of RFC 8785, section 3.2.3.
  ///
  /// The order of UTF-8 bytes differs from it in one case alone: a scalar above U+FFFF, whose first byte is at least F0,
  /// comes before U+E000 to U+FFFF, whose first byte is EE or EF.
  func precedesInCanonicalOrder(_ other: String) -> Bool {
    var left = self
    var right = other
    return left.withUTF8 { a in
      right.withUTF8 { b in
        for index in 0..<min(a.count, b.count) where a[index] != b[index] {
          let (x, y) = (a[index], b[index])
          if x >= 0xEE, y >= 0xEE, (x >= 0xF0) != (y >= 0xF0) { return x >= 0xF0 }
          return x < y
        }
        return a.count < b.count
      }
    }
  }
}
